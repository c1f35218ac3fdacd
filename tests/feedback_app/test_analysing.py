"""Analysing: what a closed wave's people said becomes plain voices, and the findings keep what may be shown."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from analysis.scales import scale_results
from analysis.voices import Voices
from feedback_app import analysing, answering, asking, workshops
from feedback_app.analysing import WaveStillOpen
from feedback_app.asking import Opening
from feedback_app.forms.given import Given
from feedback_app.storage.db import reading
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import analysis, assignment, name, segment, theme
from feedback_app.voices import read_voices
from surveys import Step
from tests.every_kind import open_every_kind
from tests.respondents import WORRYING, Respondent, a_key, arrive
from tests.term import AREA, WAVE, Term, open_for_a_month


@pytest.fixture
def ada(term: Term) -> Respondent:
    return arrive(term.opening)


def voices(term: Term) -> Voices:
    with reading() as session:
        return read_voices(session, term.area_id, term.wave_id)


def choose_one_therapy(respondent: Respondent) -> None:
    respondent.choose("t1", "physiotherapy")
    respondent.choose("t1a", "no")


def test_an_open_wave_is_not_analysed(term: Term) -> None:
    with pytest.raises(WaveStillOpen, match="heard waves close"):
        analysing.analyse_wave(term.area_id, term.wave_id)


def test_a_comment_carries_its_group_its_question_and_what_that_asks_for(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t11", "The bus is late", repeat="physiotherapy")

    (comment,) = voices(term).comments

    assert comment.words == "The bus is late"
    assert (comment.group, comment.question, comment.service, comment.wave) == (
        "young_person_11_25",
        "therapy-satisfaction/t11",
        "physiotherapy",
        WAVE,
    )
    assert comment.asks in ("challenges", "change")


def test_an_unsent_response_counts_as_started_and_its_words_are_never_quoted(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t10", "The pool", repeat="physiotherapy")
    ada.choose("quote", "yes")

    found = voices(term)

    assert [person.completed for person in found.people] == [False]
    assert [comment.quotable for comment in found.comments] == [False]


def test_somebody_who_started_and_said_nothing_still_counts(term: Term, ada: Respondent) -> None:
    found = voices(term)

    assert len(found.people) == 1
    assert not found.comments
    assert not found.ratings


@pytest.mark.parametrize(
    ("permission", "quotable"),
    [("yes", True), ("only-with-the-team-who-reads-this", False), ("no", False), ("", False)],
)
def test_only_a_plain_yes_is_permission_to_quote(term: Term, ada: Respondent, permission: str, quotable: bool) -> None:
    choose_one_therapy(ada)
    ada.write("t10", "The pool", repeat="physiotherapy")
    ada.choose("quote", *([permission] if permission else []))
    ada.send()

    assert [comment.quotable for comment in voices(term).comments] == [quotable]


def test_held_words_do_not_reach_the_analysis(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t10", WORRYING, repeat="physiotherapy")
    ada.write("t11", "The bus is late", repeat="physiotherapy")
    ada.choose("quote", "yes")
    ada.send()

    comments = {comment.question[-3:]: comment for comment in voices(term).comments}

    assert (comments["t10"].words, comments["t10"].held, comments["t10"].quotable) == ("", True, False)
    assert (comments["t11"].words, comments["t11"].held, comments["t11"].quotable) == ("The bus is late", False, True)


def test_an_answer_to_a_question_that_is_no_longer_asked_is_left_out(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t10", "The pool", repeat="physiotherapy")

    ada.choose("t1", "none-yet-still-waiting")

    assert not voices(term).comments


def test_deleted_words_are_gone_and_withdrawn_people_too(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t10", "The pool", repeat="physiotherapy")
    answering.delete_words(ada.opening, Step("t10", "physiotherapy"), key=ada.key)
    assert not voices(term).comments

    answering.withdraw_response(ada.send())

    assert not voices(term).people


def test_every_kind_of_no_answer_is_kept_apart(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.choose("t3", "dont-know", repeat="physiotherapy")
    ada.choose("t5", "prefer-not-to-say", repeat="physiotherapy")
    ada.choose("t2", "i-have-not-used-this", repeat="physiotherapy")
    ada.choose("t6", repeat="physiotherapy")
    ada.choose("t7", "very-good", repeat="physiotherapy")

    missing = {rating.question[-2:]: rating.missing for rating in voices(term).ratings if rating.service}

    assert missing == {"t3": "dont_know", "t5": "prefer_not", "t2": "not_used", "t6": "skipped", "t7": None}


def test_a_scale_keeps_its_score_by_service(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy", "occupational-therapy")
    ada.choose("t1a", "no")
    ada.choose("t2", "3", repeat="physiotherapy")
    ada.choose("t2", "9", repeat="occupational-therapy")

    scores = {rating.service: rating.value for rating in voices(term).ratings if rating.question.endswith("/t2")}

    assert scores == {"physiotherapy": 3, "occupational-therapy": 9}


def test_groups_stand_side_by_side_and_questions_know_who_was_asked(term: Term, ada: Respondent) -> None:
    arrive(asking.find_opening(term.families))

    found = voices(term)

    assert sorted(person.group for person in found.people) == ["parent_carer", "young_person_11_25"]
    assert found.groups["parent_carer"] == "Parent carers"
    assert {question.group for question in found.questions} == {"parent_carer", "young_person_11_25"}
    assert {"quote", "carry_on"}.isdisjoint(question.id.rpartition("/")[2] for question in found.questions)


def test_who_filled_it_in_is_counted(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.choose("who", "someone-wrote-what-i-said")

    assert [person.attributes["who"] for person in voices(term).people] == ["Someone wrote what I said"]


def test_contributions_of_a_workshop_join_the_wave(term: Term) -> None:
    hall: Opening = asking.find_opening(
        open_for_a_month("commissioning-workshop-prompts", "workshop", channel="workshop")
    )
    key = a_key()
    workshops.join(hall, key, kind="group", people=6)
    for words in ("Ask us first", "Use our school"):
        workshops.contribute(hall, "w1", words, key=key, send_key=a_key())

    found = voices(term)

    assert sorted(comment.words for comment in found.comments) == ["Ask us first", "Use our school"]
    assert {comment.people for comment in found.comments} == {6}
    assert len(found.people) == 1


def test_another_waves_people_are_not_in_it(term: Term, ada: Respondent) -> None:
    other = asking.make_wave(AREA, "spring", "What we heard", "Schools", strategy_sets=["wexcombe"])

    with reading() as session:
        assert not read_voices(session, term.area_id, other).people


def test_every_segment_counts_and_only_words_that_may_be_quoted_stand_in_it(term: Term) -> None:
    said = {
        "yes": "The swimming pool on Fridays is really good",
        "no": "The bus to the clinic is always late",
        "held": WORRYING,
    }
    for permission, words in said.items():
        one = arrive(term.opening)
        choose_one_therapy(one)
        one.write("t10", words, repeat="physiotherapy")
        one.choose("quote", "no" if permission == "no" else "yes")
        one.send()
    asking.close_wave(AREA, WAVE)

    analysis_id = analysing.analyse_wave(term.area_id, term.wave_id)

    with reading() as session:
        rows = session.execute(sa.select(segment).where(segment.c.area_id == term.area_id)).all()
        kept = session.execute(sa.select(analysis).where(analysis.c.area_id == term.area_id)).one()
    shown = [unseal(row.words, f"segment:{row.id}") for row in rows if row.words is not None]
    assert kept.id == analysis_id
    assert shown == [said["yes"]]
    assert len(rows) == 2
    assert "stepdad" not in repr(kept)
    assert "pool" not in repr(kept.how)


def test_findings_keep_themes_names_and_reasons(term: Term) -> None:
    for number in range(12):
        one = arrive(term.opening)
        choose_one_therapy(one)
        one.write(
            "t11",
            f"The waiting list for physio is far too long, we waited {number + 2} months for a first visit",
            repeat="physiotherapy",
        )
        one.send()
    asking.close_wave(AREA, WAVE)

    analysing.analyse_wave(term.area_id, term.wave_id)

    with reading() as session:
        found = {
            table.name: session.execute(sa.select(table).where(table.c.area_id == term.area_id)).all()
            for table in (theme, name, assignment)
        }
    assert found["theme"]
    assert {row.theme_id for row in found["name"]} == {row.id for row in found["theme"]}
    assert {row.kind for row in found["name"]} == {"machine"}
    assert any(row.standard for row in found["assignment"])
    assert all(row.reason or row.examples for row in found["assignment"] if row.standard)


def test_the_same_answers_are_the_same_findings(term: Term, ada: Respondent) -> None:
    choose_one_therapy(ada)
    ada.write("t10", "The swimming pool on Fridays is really good", repeat="physiotherapy")
    asking.close_wave(AREA, WAVE)

    assert analysing.find(term.area_id, term.wave_id) == analysing.find(term.area_id, term.wave_id)


def test_a_number_is_a_rating_with_its_value_and_what_is_only_read_is_none(term: Term) -> None:
    bo = arrive(asking.find_opening(open_every_kind()))
    bo.choose("read_first", "seen")
    bo.choose("minutes", "20")
    bo.choose("picture_several", "time-with-friends", "learning-new-things")
    bo.write("one_line", "Long")

    found = voices(term)

    ratings = {(one.question.rpartition("/")[2], one.option): one.value for one in found.ratings}
    assert ratings["minutes", ""] == 20.0
    assert ("picture_several", "learning-new-things") in ratings
    assert not [key for key in ratings if key[0] in ("read_first", "one_line")]
    assert "every-kind/read_first" not in {one.id for one in found.questions}


def test_an_answer_to_what_was_not_understood_counts_and_is_no_permission(term: Term) -> None:
    bo = arrive(asking.find_opening(open_for_a_month("therapy-satisfaction", "young_person_11_25")))
    cy = arrive(asking.find_opening(open_every_kind()))
    bo.choose("t1", "physiotherapy")
    bo.write("t10", "The pool", repeat="physiotherapy")
    for who, question, option in ((bo, "quote", "yes"), (cy, "minutes", "20"), (cy, "better", "worse")):
        given = Given((option,), None, "not_understood")
        answering.record_answer(who.opening, Step(question), given, key=who.key, send_key=a_key())
    bo.send()

    found = voices(term)

    ratings = {one.question.rpartition("/")[2]: (one.option, one.value, one.missing) for one in found.ratings}
    assert ratings["minutes"] == ("", 20.0, None)
    assert (ratings["better"][0], ratings["better"][2]) == ("worse", None)
    assert [comment.quotable for comment in found.comments] == [False]


def test_every_kind_of_question_can_be_analysed_and_packed(term: Term) -> None:
    opening = asking.find_opening(open_every_kind())
    for number in range(12):
        bo = arrive(opening)
        bo.choose("minutes", str(10 + number))
        bo.choose("five_faces", "happy")
        bo.choose("picture", "more-time")
        bo.send()
    asking.close_wave(AREA, WAVE)

    found = analysing.find(term.area_id, term.wave_id)

    results = {one.question: one for one in found.scales}
    assert (results["every-kind/minutes"].answered, results["every-kind/minutes"].median) == (12, 15.5)


def parent_of_two(term: Term) -> Respondent:
    parent = arrive(asking.find_opening(open_for_a_month("parent-carer", "parent_carer")))
    parent.choose("p0", "2")
    parent.choose("another_child", "yes", repeat="child-1")
    for child, answer in (("child-1", "good"), ("child-2", "bad")):
        parent.choose("p1", "none-of-these", repeat=child)
        parent.choose("p9", answer, repeat=child)
        parent.write("p23", "A quiet room", repeat=child)
    parent.write("p20", "More buses")
    return parent


def test_a_parent_of_two_children_is_one_person_in_every_table(term: Term) -> None:
    parent_of_two(term)

    found = voices(term)
    results = {(one.service, one.answered) for one in scale_results(found) if one.question == "parent-carer/p9"}

    assert len(found.people) == 1
    assert results == {("", 1), ("child-2", 1)}
    assert found.services["child-2"] == "Second child"
    assert "parent-carer/another_child" not in {one.id for one in found.questions}


def test_what_a_parent_says_of_two_children_comes_from_one_respondent(term: Term) -> None:
    parent_of_two(term)

    comments = voices(term).comments

    assert sorted(one.words for one in comments) == ["A quiet room", "A quiet room", "More buses"]
    assert len({one.respondent for one in comments}) == 1
    assert {one.service for one in comments} == {""}
