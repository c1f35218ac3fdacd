"""Safeguarding: what the rules find is held with the answer, and only the lead's pages open it."""

from __future__ import annotations

import logging

import pytest
import sqlalchemy as sa

from analysis.concerns import rules_found
from feedback_app import answering, asking, people, safeguarding, workshops
from feedback_app.safeguarding import NoSuchConcern
from feedback_app.storage import concerns
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import answer, audit, concern, contact, response
from tests.respondents import WORRYING, Respondent, a_key, arrive, told
from tests.term import AREA, WAVE, Term, open_for_a_month


@pytest.fixture
def ada(term: Term) -> Respondent:
    return arrive(term.opening)


def reference(term: Term) -> str:
    (one,) = safeguarding.waiting(term.area_id)
    return one.reference


def held(term: Term) -> frozenset[str]:
    with reading() as session:
        return concerns.held_answers(session, term.area_id, term.wave_id)


def test_a_worrying_answer_is_held_in_its_own_transaction(term: Term, ada: Respondent) -> None:
    kept = ada.write("t10", WORRYING)

    assert kept.outcome == "new"
    (waiting,) = safeguarding.waiting(term.area_id)
    assert waiting.level == "red"
    assert len(held(term)) == 1


def test_the_person_meets_the_same_next_page_whatever_they_wrote(term: Term, ada: Respondent) -> None:
    ben = arrive(term.opening)

    assert ada.write("t10", WORRYING) == ben.write("t10", "The pool")


def test_a_double_tap_holds_one_concern(term: Term, ada: Respondent) -> None:
    send_key = a_key()

    for _ in range(3):
        ada.write("t10", WORRYING, send_key=send_key)

    assert len(safeguarding.waiting(term.area_id)) == 1


def test_when_the_concern_cannot_be_kept_the_answer_is_not_kept_either(term: Term, ada: Respondent) -> None:
    with transaction() as session:  # the next reference is taken: keeping the concern fails at the database
        _spoil_next_reference(session, term, ada)

    with pytest.raises(sa.exc.IntegrityError):
        ada.write("t11", WORRYING)

    assert [one.question for one in told(term.area_id)] == ["t10"]


def test_when_the_rules_themselves_fail_the_answer_is_kept_and_a_person_looks(term: Term, ada: Respondent) -> None:
    class Unreadable(str):
        __slots__ = ()

        def strip(self, _chars: str | None = None) -> str:
            raise RuntimeError

    ada.write("t10", Unreadable("The pool"))

    (waiting,) = safeguarding.waiting(term.area_id)
    opened = safeguarding.open_concern(term.area_id, waiting.reference, staff_id=term.staff["Priya"])
    assert waiting.level == "review"
    assert [one["category"] for one in opened.found] == ["rules_failed"]
    assert [one.words for one in told(term.area_id)] == ["The pool"]


def test_words_in_a_language_that_the_rules_cannot_read_are_held_for_review(term: Term, ada: Respondent) -> None:
    with transaction() as session:
        answer_id = _answer_by_hand(session, term, ada, "Dobrze")
        safeguarding.check_words(session, ada.opening, answer_id, "t10", "Dobrze", language="pl")

    assert [one.level for one in safeguarding.waiting(term.area_id)] == ["review"]


def test_the_queue_shows_no_words(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)

    assert "stepdad" not in repr(safeguarding.waiting(term.area_id))
    with reading() as session:
        assert "words" not in concerns.waiting(session, term.area_id)[0]._mapping


def test_what_was_found_is_kept_as_places_and_never_as_words(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)

    with reading() as session:
        found = session.execute(sa.select(concern.c.found).where(concern.c.area_id == term.area_id)).scalar_one()
    assert [set(one) for one in found] == [{"category", "start", "end"}] * len(found)
    assert "stepdad" not in repr(found)


def test_opening_a_concern_shows_the_words_and_is_on_the_trail(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)

    opened = safeguarding.open_concern(term.area_id, reference(term), staff_id=term.staff["Priya"])

    assert opened.words == WORRYING
    assert [(one.what, one.name) for one in opened.trail] == [("received", ""), ("opened", "Priya")]
    assert safeguarding.waiting(term.area_id)[0].is_opened
    with reading() as session:
        trail = session.execute(sa.select(audit).where(audit.c.area_id == term.area_id)).all()
    assert [(line.staff_id, line.subject) for line in trail if line.what == "concern opened"] == [
        (term.staff["Priya"], opened.reference)
    ]


def test_red_comes_before_amber_and_review_whenever_they_came(term: Term, ada: Respondent) -> None:
    for question, words, level in (("t10", "One", "review"), ("t11", "Two", "amber")):
        ada.write(question, words)
        with reading() as session:
            mine = sa.select(answer.c.id).where(answer.c.area_id == term.area_id, answer.c.question == question)
            answer_id = session.execute(mine).scalar_one()
        safeguarding.hold_by_hand(ada.opening, answer_id, level, "Somebody noticed", staff_id=term.staff["Priya"])
    arrive(term.opening).write("t10", WORRYING)

    assert [one.level for one in safeguarding.waiting(term.area_id)] == ["red", "amber", "review"]


def test_a_concern_of_one_area_is_not_there_for_another(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)
    elsewhere = asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
    people.add_staff("elsewhere", "Nia", "safeguarding_lead")

    assert safeguarding.waiting(elsewhere) == []
    with pytest.raises(NoSuchConcern):
        safeguarding.open_concern(elsewhere, reference(term), staff_id=people.staff_named("Nia"))


def test_references_count_up_by_area_and_say_nothing_about_anybody(term: Term) -> None:
    for _ in range(3):
        arrive(term.opening).write("t10", WORRYING)

    assert sorted(one.reference for one in safeguarding.waiting(term.area_id)) == ["WE-0001", "WE-0002", "WE-0003"]


def test_a_person_holds_what_the_rules_let_through(term: Term, ada: Respondent) -> None:
    ada.write("t10", "Ask me about home")
    with reading() as session:
        answer_id = session.execute(sa.select(answer.c.id).where(answer.c.area_id == term.area_id)).scalar_one()

    safeguarding.hold_by_hand(ada.opening, answer_id, "amber", "Sounds worried", staff_id=term.staff["Priya"])

    opened = safeguarding.open_concern(term.area_id, reference(term), staff_id=term.staff["Priya"])
    assert (opened.words, opened.level, opened.source) == ("Ask me about home", "amber", "person")
    assert held(term) == {answer_id}


def test_an_answer_without_words_cannot_be_held(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")
    with reading() as session:
        answer_id = session.execute(sa.select(answer.c.id).where(answer.c.area_id == term.area_id)).scalar_one()

    with pytest.raises(NoSuchConcern):
        safeguarding.hold_by_hand(ada.opening, answer_id, "amber", "Looked odd")


def test_what_was_taken_back_stays_held_with_a_copy_of_its_own(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)
    ada.write("t10", "Nothing, sorry")
    ada.send()

    opened = safeguarding.open_concern(term.area_id, reference(term), staff_id=term.staff["Priya"])

    assert opened.words == WORRYING
    assert [one.words for one in told(term.area_id)] == ["Nothing, sorry"]


def test_the_rules_see_a_contribution_to_a_workshop(term: Term) -> None:
    hall = asking.find_opening(open_for_a_month("commissioning-workshop-prompts", "workshop", channel="workshop"))
    key = a_key()
    workshops.join(hall, key)

    assert workshops.contribute(hall, "w1", WORRYING, key=key, send_key=a_key())
    assert len(safeguarding.waiting(term.area_id)) == 1


def test_a_request_to_talk_is_opened_by_the_lead_and_that_is_on_the_trail(term: Term, ada: Respondent) -> None:
    answering.ask_for_contact(ada.opening, "Text me on Friday", send_key=a_key())
    ((contact_id, at),) = safeguarding.contacts_waiting(term.area_id)

    opened = safeguarding.open_contact(term.area_id, contact_id, staff_id=term.staff["Priya"])

    assert opened == (at, "Text me on Friday")
    with reading() as session:
        trail = session.execute(sa.select(audit.c.what).where(audit.c.area_id == term.area_id)).scalars().all()
        raw = session.execute(
            sa.select(sa.type_coerce(contact.c.reach, sa.LargeBinary)).where(contact.c.area_id == term.area_id)
        ).scalar_one()
    assert trail.count("contact opened") == 1
    assert b"Friday" not in bytes(raw)


def test_the_request_of_another_area_is_not_there(term: Term, ada: Respondent) -> None:
    answering.ask_for_contact(ada.opening, "Text me on Friday", send_key=a_key())
    ((contact_id, _),) = safeguarding.contacts_waiting(term.area_id)
    elsewhere = asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)

    assert safeguarding.contacts_waiting(elsewhere) == []
    with pytest.raises(NoSuchConcern):
        safeguarding.open_contact(elsewhere, contact_id, staff_id=term.staff["Priya"])


def test_nothing_that_worries_us_is_logged(term: Term, ada: Respondent, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    ada.write("t10", WORRYING)
    safeguarding.open_concern(term.area_id, reference(term), staff_id=term.staff["Priya"])

    assert "stepdad" not in caplog.text


def test_a_worrying_comment_is_worrying_to_the_rules() -> None:
    assert rules_found(WORRYING)
    assert not rules_found("The pool")


def test_a_wave_that_is_closed_still_shows_what_was_held(term: Term, ada: Respondent) -> None:
    ada.write("t10", WORRYING)

    asking.close_wave(AREA, WAVE)

    assert len(safeguarding.waiting(term.area_id)) == 1


def _answer_by_hand(session: sa.Connection, term: Term, respondent: Respondent, words: str) -> str:
    from feedback_app.storage import responses

    mine = session.execute(sa.select(response.c.id).where(response.c.area_id == term.area_id)).scalar_one()
    return responses.put_answer(
        session, term.area_id, mine, question="t10", repeat="", options=(), words=words, missing=None
    )


def _spoil_next_reference(session: sa.Connection, term: Term, respondent: Respondent) -> None:
    answer_id = _answer_by_hand(session, term, respondent, "The pool")
    safeguarding.check_words(session, respondent.opening, answer_id, "t10", WORRYING, language="en")
    session.execute(concern.update().where(concern.c.area_id == term.area_id).values(reference="WE-0002"))
