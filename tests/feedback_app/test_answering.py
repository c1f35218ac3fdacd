"""Answering: what the page said was kept is kept, once, until its owner says otherwise."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import answering, asking, publishing
from feedback_app.answering import AlreadySent, NoSuchReceipt, NotAsked, PlaceLost, SurveyClosed, TooLateToDelete
from feedback_app.forms.questions import Given
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import (
    agreement,
    answer,
    audit,
    concern,
    contact,
    metadata,
    response,
    response_key,
    send,
    send_conflict,
    today,
    wave,
    work,
)
from surveys import Step
from tests.respondents import WORRYING, Respondent, Told, a_key, arrive, told
from tests.term import AREA, WAVE, Term


@pytest.fixture
def ada(term: Term) -> Respondent:
    return arrive(term.opening)


def how_many(table: sa.Table, term: Term) -> int:
    with reading() as session:
        found = sa.select(sa.func.count()).select_from(table).where(table.c.area_id == term.area_id)
        return int(session.execute(found).scalar_one())


def test_an_answer_is_kept_and_leads_to_the_next_question(term: Term, ada: Respondent) -> None:
    kept = ada.choose("t1", "physiotherapy")

    assert kept == answering.Kept("new", Step("t1a"))
    assert told(term.area_id) == [Told("t1", "", 1, ("physiotherapy",), None, None)]


def test_the_layer_and_language_of_the_page_are_kept_with_its_answer(term: Term, ada: Respondent) -> None:
    given = Given(("physiotherapy",), None, None)

    answering.record_answer(
        term.opening, Step("t1"), given, key=ada.key, send_key=a_key(), layer="pictures", language="pl"
    )

    with reading() as session:
        kept = session.execute(sa.select(answer).where(answer.c.area_id == term.area_id)).one()
    assert (kept.layer, kept.language) == ("pictures", "pl")


def test_words_of_a_page_that_was_not_english_are_held_until_somebody_reads_them(term: Term, ada: Respondent) -> None:
    given = Given((), "The pool is warm", None)

    answering.record_answer(term.opening, Step("t10"), given, key=ada.key, send_key=a_key(), language="ur")

    with reading() as session:
        held = session.execute(sa.select(concern).where(concern.c.area_id == term.area_id)).one()
    assert held.level == "review"


def test_agreeing_twice_starts_one_response(term: Term, ada: Respondent) -> None:
    answering.start_response(term.opening, ada.key, ["It is OK to say no."])

    assert how_many(response, term) == how_many(response_key, term) == how_many(agreement, term) == 1


def test_what_was_agreed_to_is_kept_word_for_word(term: Term, ada: Respondent) -> None:
    with reading() as session:
        wording = session.execute(sa.select(agreement.c.wording).where(agreement.c.area_id == term.area_id)).scalar()

    assert wording == "\n".join(term.opening.survey.wording("start", "young_person_11_25"))


def test_a_double_tap_keeps_one_answer_and_gives_the_same_reply(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    first = ada.choose("t1", "physiotherapy", send_key=send_key)

    again = ada.choose("t1", "physiotherapy", send_key=send_key)

    assert (again.outcome, again.next_step) == ("again", first.next_step)
    assert len(told(term.area_id)) == 1


def test_a_double_tap_gives_the_same_reply_after_other_answers(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    first = ada.choose("t1", "physiotherapy", send_key=send_key)
    ada.choose("t1a", "yes")

    again = ada.choose("t1", "physiotherapy", send_key=send_key)

    assert again.next_step == first.next_step
    assert len(told(term.area_id)) == 2


def test_many_taps_at_the_same_time_keep_one_answer(term: Term, inside: Flask) -> None:
    ada, send_key, outcomes = arrive(term.opening), a_key(), []

    def tap() -> None:
        with inside.app_context():
            outcomes.append(ada.write("t10", "The pool", send_key=send_key).outcome)

    taps = [threading.Thread(target=tap) for _ in range(6)]
    for one in taps:
        one.start()
    for one in taps:
        one.join()

    assert sorted(outcomes) == ["again"] * 5 + ["new"]
    assert told(term.area_id) == [Told("t10", "", 1, (), "The pool", None)]


def test_many_starts_at_the_same_time_make_one_response(term: Term, inside: Flask) -> None:
    key, opening = a_key(), term.opening

    def start() -> None:
        with inside.app_context():
            answering.start_response(opening, key, ["It is OK to say no."])

    starts = [threading.Thread(target=start) for _ in range(6)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()

    assert how_many(response, term) == 1
    assert answering.look(opening, key) is not None


def test_one_page_with_two_different_answers_keeps_both_and_asks(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    ada.write("t10", "The pool", send_key=send_key)

    changed = ada.write("t10", "The bus", send_key=send_key)

    assert changed.outcome == "changed"
    assert told(term.area_id) == [Told("t10", "", 1, (), "The pool", None)]
    with reading() as session:
        row = session.execute(sa.select(send_conflict).where(send_conflict.c.area_id == term.area_id)).one()
    assert "The bus" in unseal(row.body, f"send_conflict:{row.id}")


def test_two_people_may_send_with_one_send_key(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    ada.choose("t1", "physiotherapy", send_key=send_key)

    kept = arrive(term.opening).choose("t1", "physiotherapy", send_key=send_key)

    assert kept.outcome == "new"
    assert len(told(term.area_id)) == 2


def test_words_that_were_kept_apart_are_checked_and_hold_no_other_answer(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    ada.write("t10", "The pool", send_key=send_key)

    for _ in range(2):
        ada.write("t10", WORRYING, send_key=send_key)

    with reading() as session:
        held = session.execute(sa.select(concern).where(concern.c.area_id == term.area_id)).one()
    assert unseal(held.words, f"concern:{held.id}") == WORRYING
    assert held.answer_id is None


def test_deleting_what_was_written_deletes_what_was_kept_apart(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    ada.write("t10", "The pool", send_key=send_key)
    ada.write("t10", "The bus", send_key=send_key)

    answering.delete_words(ada.opening, Step("t10"), key=ada.key)

    assert how_many(send_conflict, term) == 0


def test_the_same_other_answer_again_is_kept_apart_once(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    ada.write("t10", "The pool", send_key=send_key)

    for _ in range(3):
        ada.write("t10", "The bus", send_key=send_key)

    assert how_many(send_conflict, term) == 1


def test_a_new_page_replaces_the_answer_and_the_earlier_one_stays_until_sent(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The pool")
    ada.write("t10", "The bus")
    before = told(term.area_id)

    ada.send()

    assert before == [Told("t10", "", 1, (), "The pool", None), Told("t10", "", 2, (), "The bus", None)]
    assert told(term.area_id) == [Told("t10", "", 2, (), "The bus", None)]


def test_two_tabs_keep_both_their_answers(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")
    one_tab, other_tab = a_key(), a_key()

    ada.choose("t1a", "yes", send_key=one_tab)
    kept = ada.choose("t2", "7", repeat="physiotherapy", send_key=other_tab)

    assert {(one.question, one.repeat) for one in told(term.area_id)} == {
        ("t1", ""),
        ("t1a", ""),
        ("t2", "physiotherapy"),
    }
    assert kept.outcome == "new"


def test_a_changed_answer_leads_to_the_questions_that_it_opened_up(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")
    ada.choose("t1a", "yes")

    kept = ada.choose("t1", "physiotherapy", "occupational-therapy")

    assert kept.next_step == Step("t1b", "physiotherapy")
    assert Step("t2", "occupational-therapy") in answering.steps_of(ada.opening, _visit(ada))


def test_coming_back_goes_on_with_the_first_question_never_met(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "none-yet-still-waiting")
    ada.choose("t4")

    assert answering.next_unanswered(ada.opening, _visit(ada)) == Step("t3")


def test_a_visit_never_carries_the_words(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The swimming pool")

    assert "swimming" not in repr(_visit(ada))
    assert _visit(ada).answers["t10", ""].wrote


def test_the_words_in_the_database_are_sealed(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The swimming pool")

    with reading() as session:
        raw = session.execute(
            sa.select(sa.type_coerce(answer.c.words, sa.LargeBinary)).where(answer.c.area_id == term.area_id)
        ).scalar_one()
    assert b"swimming" not in bytes(raw)


def test_a_response_and_its_answers_hold_a_date_and_no_time(term: Term) -> None:
    for table in (response, response_key, send, send_conflict, answer, agreement):
        assert not [column.name for column in table.c if isinstance(column.type, sa.DateTime) or "_at" in column.name]


def test_what_sending_twice_is_told_apart_by_cannot_be_guessed_from_short_words(term: Term, ada: Respondent) -> None:
    import hashlib
    import json

    ada.write("t10", "no")

    body = json.dumps(["t10/", [], "no", None], ensure_ascii=False).encode()
    with reading() as session:
        kept = session.execute(sa.select(send.c.body_hash).where(send.c.area_id == term.area_id)).scalar_one()
    assert bytes(kept) != hashlib.sha256(body).digest()


def test_nothing_is_kept_for_a_phone_that_has_lost_its_place(term: Term) -> None:
    with pytest.raises(PlaceLost):
        Respondent(term.opening, a_key()).write("t10", "The pool")

    assert told(term.area_id) == []


@pytest.mark.parametrize(("question", "repeat"), [("t2", "swimming"), ("t1", "physiotherapy"), ("quote", "x" * 300)])
def test_what_the_survey_does_not_ask_is_not_kept(term: Term, ada: Respondent, question: str, repeat: str) -> None:
    with pytest.raises(NotAsked):
        ada.choose(question, "7", repeat=repeat)

    assert told(term.area_id) == []


def test_deleting_what_was_never_written_keeps_nothing(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")

    for step in (Step("t10"), Step("t1"), Step("t99"), Step("t2", "swimming")):
        answering.delete_words(ada.opening, step, key=ada.key)

    assert told(term.area_id) == [Told("t1", "", 1, ("physiotherapy",), None, None)]


def test_a_key_opens_no_other_openings_response(term: Term, ada: Respondent) -> None:
    elsewhere = Respondent(asking.find_opening(term.families), ada.key)

    with pytest.raises(PlaceLost):
        elsewhere.write("t10", "The pool")
    assert answering.look(elsewhere.opening, ada.key) is None


def test_a_closed_opening_keeps_nothing(term: Term, ada: Respondent) -> None:
    asking.close_opening(term.therapy)
    late = Respondent(term.opening, ada.key)

    with pytest.raises(SurveyClosed):
        late.write("t10", "The pool")
    with pytest.raises(SurveyClosed):
        arrive(term.opening)
    with pytest.raises(SurveyClosed):
        late.send()

    assert told(term.area_id) == []
    assert how_many(response, term) == 1


def test_an_opening_that_has_not_begun_keeps_nothing(term: Term) -> None:
    tomorrow = today() + dt.timedelta(days=1)
    code = asking.open_survey(
        AREA, WAVE, "young-person-11-25", "young_person_11_25", opens_on=tomorrow, closes_on=tomorrow
    )

    with pytest.raises(SurveyClosed):
        arrive(asking.find_opening(code))


def test_sending_gives_a_receipt_code_and_the_same_one_again(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")

    assert ada.send() == ada.send()
    assert answering.find_response(ada.send())[1].sent_on == today()


def test_the_receipt_code_and_the_key_are_nowhere_in_the_database(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The pool")
    code = ada.send()

    with reading() as session:
        everything = repr([session.execute(sa.select(one).execution_options(any_area="a test")).all()
                           for one in metadata.tables.values()])  # fmt: skip
    assert code not in everything
    assert code.replace("-", "") not in everything
    assert ada.key not in everything


def test_after_sending_nothing_can_be_changed(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The pool")
    ada.send()

    with pytest.raises(AlreadySent):
        ada.write("t10", "The bus")
    with pytest.raises(AlreadySent):
        answering.delete_words(ada.opening, Step("t10"), key=ada.key)

    assert told(term.area_id) == [Told("t10", "", 1, (), "The pool", None)]


def test_sending_is_done_once_the_opening_has_closed(term: Term, ada: Respondent) -> None:
    code = ada.send()
    asking.close_opening(term.therapy)

    assert Respondent(term.opening, ada.key).send() == code


def test_deleting_what_was_written_deletes_every_revision_of_it(term: Term, ada: Respondent) -> None:
    ada.write("t10", "The pool")
    ada.write("t10", "The bus")

    answering.delete_words(ada.opening, Step("t10"), key=ada.key)

    assert told(term.area_id) == [Told("t10", "", 3, (), None, "skipped")]
    assert not _visit(ada).answers["t10", ""].wrote


def test_withdrawing_deletes_everything_but_a_concerns_own_copy(term: Term, ada: Respondent) -> None:
    ada.choose("t1", "physiotherapy")
    ada.write("t10", WORRYING)
    send_key = a_key()
    ada.write("t11", "The bus", send_key=send_key)
    ada.write("t11", "The train", send_key=send_key)
    other = arrive(term.opening)
    other.write("t10", "The pool")

    answering.withdraw_response(ada.send())

    assert told(term.area_id) == [Told("t10", "", 1, (), "The pool", None)]
    assert how_many(response, term) == how_many(agreement, term) == how_many(response_key, term) == 1
    assert how_many(send, term) == 1
    assert how_many(send_conflict, term) == 0
    with reading() as session:
        held = session.execute(sa.select(concern).where(concern.c.area_id == term.area_id)).one()
    assert unseal(held.words, f"concern:{held.id}") == WORRYING
    assert held.answer_id is None


def test_a_code_that_was_used_to_withdraw_leads_nowhere(term: Term, ada: Respondent) -> None:
    code = ada.send()
    answering.withdraw_response(code)

    with pytest.raises(NoSuchReceipt):
        answering.find_response(code)
    with pytest.raises(NoSuchReceipt):
        answering.withdraw_response(code)


def test_a_receipt_code_may_be_typed_in_small_letters_and_without_dashes(term: Term, ada: Respondent) -> None:
    code = ada.send()

    opening, _ = answering.find_response(f" {code.lower().replace('-', ' ')} ")

    assert opening.id == term.opening.id


def test_withdrawal_is_on_the_trail_without_saying_whose(term: Term, ada: Respondent) -> None:
    with reading() as session:
        response_id = session.execute(sa.select(response.c.id).where(response.c.area_id == term.area_id)).scalar_one()
    answering.withdraw_response(ada.send())

    with reading() as session:
        trail = session.execute(sa.select(audit).where(audit.c.area_id == term.area_id)).all()
    assert [row.what for row in trail].count("withdrawn") == 1
    assert response_id not in repr(trail)


def test_withdrawal_after_the_wave_closed_asks_for_the_next_edition(term: Term, ada: Respondent) -> None:
    code = ada.send()
    asking.close_wave(AREA, WAVE)

    answering.withdraw_response(code)

    with reading() as session:
        queued = session.execute(sa.select(work.c.kind, work.c.subject).where(work.c.area_id == term.area_id)).all()
    assert ("next_edition", term.wave_id) in [tuple(row) for row in queued]


def test_withdrawal_before_the_wave_closed_asks_for_no_edition(term: Term, ada: Respondent) -> None:
    answering.withdraw_response(ada.send())

    assert how_many(work, term) == 0


def test_nothing_can_be_withdrawn_from_a_finished_report(term: Term, ada: Respondent) -> None:
    code = ada.send()
    asking.close_wave(AREA, WAVE)
    with transaction() as session:
        session.execute(wave.update().where(wave.c.area_id == term.area_id).values(finished_on=today()))

    with pytest.raises(TooLateToDelete):
        answering.withdraw_response(code)

    assert how_many(response, term) == 1


def test_an_answer_of_nothing_says_why_there_is_none(term: Term, ada: Respondent) -> None:
    step, key = Step("t10"), a_key()

    answering.record_answer(ada.opening, step, Given((), None, "not_understood"), key=ada.key, send_key=key)

    assert told(term.area_id) == [Told("t10", "", 1, (), None, "not_understood")]


def test_how_to_reach_somebody_is_kept_once_and_apart_from_every_answer(term: Term, ada: Respondent) -> None:
    send_key = a_key()

    for _ in range(2):
        answering.ask_for_contact(ada.opening, "Text me on Friday", send_key=send_key)

    assert how_many(contact, term) == 1
    assert "response_id" not in contact.c


def test_a_way_to_be_reached_that_was_corrected_is_kept_too(term: Term, ada: Respondent) -> None:
    send_key = a_key()

    for reach in ("Ring 01632 960 111", "Ring 01632 960 222"):
        answering.ask_for_contact(ada.opening, reach, send_key=send_key)

    assert how_many(contact, term) == 2


def test_what_was_kept_is_said_to_be_kept_after_the_opening_closed(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    first = ada.write("t10", "The pool", send_key=send_key)
    asking.close_opening(term.therapy)
    late = Respondent(term.opening, ada.key)

    again = late.write("t10", "The pool", send_key=send_key)

    assert (again.outcome, again.next_step) == ("again", first.next_step)
    with pytest.raises(SurveyClosed):
        late.write("t10", "The bus", send_key=send_key)


def test_a_wave_is_named_by_its_area(term: Term) -> None:
    assert publishing.wave_named(AREA, WAVE).id == term.wave_id


def _visit(respondent: Respondent) -> answering.Visit:
    visit = answering.look(respondent.opening, respondent.key)
    assert visit is not None
    return visit
