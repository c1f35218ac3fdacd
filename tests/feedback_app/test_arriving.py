"""Answers that waited on a phone: each is kept once, whatever the order, and whatever else came with it."""

from __future__ import annotations

import datetime as dt
import random

import pytest
import sqlalchemy as sa

from feedback_app import answering, arriving, asking
from feedback_app.arriving import Waited, stamp_of
from feedback_app.codes import receipt_code
from feedback_app.storage import responses
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import agreement, answer, concern, opening, response, send_conflict, today, wave
from feedback_app.voices import read_voices
from tests.respondents import WORRYING, Told, arrive, told
from tests.sealed import SilentPhone
from tests.term import AREA, WAVE, Term


@pytest.fixture
def silent(term: Term) -> SilentPhone:
    return SilentPhone(term.opening)


def rows_of(table: sa.Table, term: Term) -> list[Record]:
    with reading() as session:
        return list(session.execute(sa.select(table).where(table.c.area_id == term.area_id)))


def take_in(term: Term, *waited: Waited, key: str | None = None) -> list[str]:
    arrived, _ = arriving.take_in(term.opening, waited, key=key)
    return [one.outcome for one in arrived]


def ago(days: int) -> dt.date:
    return today() - dt.timedelta(days=days)


def test_what_waited_is_kept_as_if_there_had_been_a_signal(term: Term, silent: SilentPhone) -> None:
    outcomes = take_in(term, silent.choose("t1", "physiotherapy"), silent.write("t10/physiotherapy", "The pool"))

    assert outcomes == ["kept", "kept"]
    assert told(term.area_id) == [
        Told("t1", "", 1, ("physiotherapy",), None, None),
        Told("t10", "physiotherapy", 1, (), "The pool", None),
    ]


def test_a_phone_that_agreed_without_a_signal_starts_one_response_with_the_words_it_agreed_to(
    term: Term, silent: SilentPhone
) -> None:
    first, second = silent.choose("t1", "physiotherapy"), silent.write("t10/physiotherapy", "The pool")

    _, key = arriving.take_in(term.opening, [first], key=None)
    take_in(term, second, key=key)

    assert key == silent.key
    assert [row.wording for row in rows_of(agreement, term)] == ["It is OK to say no."]
    assert len(rows_of(response, term)) == 1


def test_a_phone_that_has_begun_with_a_signal_goes_on_with_its_own_response(term: Term) -> None:
    ada = arrive(term.opening)
    silent = SilentPhone(term.opening, own=False)

    _, key = arriving.take_in(term.opening, [silent.choose("t1", "physiotherapy")], key=ada.key)

    assert key == ada.key
    assert len(rows_of(response, term)) == 1


def test_a_phone_that_lost_its_cookie_loses_no_answer(term: Term) -> None:
    silent = SilentPhone(term.opening, own=False)

    assert take_in(term, silent.choose("t1", "physiotherapy")) == ["kept"]


def test_somebody_who_began_without_a_signal_is_not_the_one_before_on_the_same_phone(term: Term) -> None:
    before = arrive(term.opening)
    before.choose("t1", "physiotherapy")
    silent = SilentPhone(term.opening)

    _, key = arriving.take_in(term.opening, [silent.choose("t1", "physiotherapy")], key=before.key)

    assert key == silent.key
    assert len(rows_of(response, term)) == 2


def test_sending_again_is_harmless(term: Term, silent: SilentPhone) -> None:
    waited = silent.write("t10", "The pool")

    assert [take_in(term, waited) for _ in range(3)] == [["kept"], ["again"], ["again"]]
    assert len(told(term.area_id)) == 1


def test_a_page_that_was_kept_before_its_reply_was_lost_is_not_kept_twice(term: Term) -> None:
    ada = arrive(term.opening)
    ada.write("t10", "The pool", send_key="ab" * 16)

    waited = SilentPhone(term.opening, own=False).write("t10", "The pool", send_key="ab" * 16)

    assert take_in(term, waited, key=ada.key) == ["again"]


def test_the_same_page_with_other_words_is_kept_apart_for_staff(term: Term, silent: SilentPhone) -> None:
    first = silent.write("t10", "The pool")
    take_in(term, first)

    assert take_in(term, silent.write("t10", "The bus", send_key=first.send_key)) == ["conflict"]
    assert len(rows_of(send_conflict, term)) == 1
    assert [one.words for one in told(term.area_id)] == ["The pool"]


def test_one_bad_page_stops_no_other(term: Term, silent: SilentPhone) -> None:
    good = [silent.choose("t1", "physiotherapy"), silent.write("t10", "The pool"), silent.write("t11", "The bus")]
    bad = [
        Waited("cd" * 16, good[0].box, 0),  # sealed for another send key
        silent.choose("t1", "no-such-service"),
        silent.choose("t99", "yes"),
        silent.choose("t2/swimming", "7"),
        silent.choose("t1", "physiotherapy", key="short"),
        Waited("ef" * 16, b"", 0),
        silent.write("t10", "x" * 1_001),
    ]
    mixed = [one for pair in zip(bad, (*good, *good, *good), strict=False) for one in pair]

    arrived, _ = arriving.take_in(term.opening, mixed, key=None)

    assert [one.outcome for one in arrived[::2]] == ["refused"] * len(bad)
    assert all(one.why for one in arrived[::2])
    assert {one.question for one in told(term.area_id)} == {"t1", "t10", "t11"}


def test_the_order_in_which_pages_arrive_loses_none(term: Term, silent: SilentPhone) -> None:
    waited = [silent.choose("t1", "physiotherapy"), silent.write("t10", "The pool"), silent.finish()]

    for order in (waited[::-1], waited, random.Random(1).sample(waited, 3)):
        take_in(term, *order)

    assert [one.question for one in told(term.area_id)] == ["t1", "t10"]
    assert rows_of(response, term)[0].sent_on == today()
    assert answering.find_response(receipt_code(silent.key))[0].id == term.opening.id


def test_after_finishing_nothing_that_was_said_is_replaced(term: Term) -> None:
    ada = arrive(term.opening)
    ada.write("t10", "The pool")
    ada.send()

    assert take_in(term, SilentPhone(term.opening, own=False).write("t10", WORRYING), key=ada.key) == ["refused"]
    assert [one.words for one in told(term.area_id)] == ["The pool"]
    assert len(rows_of(concern, term)) == 1


def test_an_empty_box_does_not_delete_words_that_were_kept_before(term: Term) -> None:
    ada = arrive(term.opening)
    ada.write("t10", "The pool")

    assert take_in(term, SilentPhone(term.opening, own=False).write("t10", ""), key=ada.key) == ["kept"]
    assert [one.words for one in told(term.area_id)] == ["The pool"]


def test_not_understanding_is_kept_as_such(term: Term, silent: SilentPhone) -> None:
    take_in(term, silent.seal("t10", [("answer", ""), ("unclear", "1")]))

    assert [one.missing for one in told(term.area_id)] == ["not_understood"]


def test_the_concern_rules_run_when_words_arrive(term: Term, silent: SilentPhone) -> None:
    take_in(term, silent.write("t10", WORRYING))

    held = rows_of(concern, term)
    assert [unseal(row.words, f"concern:{row.id}") for row in held] == [WORRYING]
    assert held[0].answer_id is not None


def test_the_layer_and_language_that_it_was_read_in_are_kept(term: Term, silent: SilentPhone) -> None:
    take_in(term, silent.write("t10", "Basen", layer="easy", language="pl"))

    row = rows_of(answer, term)[0]
    assert (row.layer, row.language) == ("easy", "pl")
    assert [one.level for one in rows_of(concern, term)] == ["review"], "the rules cannot read it: a person does"


def test_an_answer_has_the_day_it_was_written_and_the_day_it_came(term: Term, silent: SilentPhone) -> None:
    _opened_days_ago(term, 10)

    take_in(term, silent.write("t10", "The pool", days=3))

    row = rows_of(answer, term)[0]
    assert (row.answered_on, row.received_on, row.late) == (ago(3), today(), False)


def test_an_answer_is_never_older_than_its_opening(term: Term, silent: SilentPhone) -> None:
    take_in(term, silent.write("t10", "The pool", days=9))

    assert rows_of(answer, term)[0].answered_on == term.opening.opens_on


def test_what_was_too_long_on_the_phone_is_not_kept_but_for_a_concern(term: Term, silent: SilentPhone) -> None:
    arrived, _ = arriving.take_in(term.opening, [silent.write("t10", WORRYING, days=17)], key=None)

    assert arrived[0].why == "This was on the phone for more than 14 days."
    assert told(term.area_id) == []
    assert len(rows_of(concern, term)) == 1


def test_words_that_do_not_fit_are_read_by_the_concern_rules(term: Term, silent: SilentPhone) -> None:
    assert take_in(term, silent.write("t10", WORRYING + "!" * 1_000)) == ["refused"]
    assert len(rows_of(concern, term)) == 1


def test_an_answer_that_comes_after_its_opening_has_closed_counts_while_the_wave_is_open(
    term: Term, silent: SilentPhone
) -> None:
    asking.close_opening(term.therapy)

    assert take_in(term, silent.write("t10", "The pool")) == ["kept"]
    assert not rows_of(answer, term)[0].late


def test_an_answer_that_comes_after_the_wave_has_closed_is_kept_and_late_and_its_concern_at_once(
    term: Term, silent: SilentPhone
) -> None:
    asking.close_wave(AREA, WAVE)

    assert take_in(term, silent.write("t10", WORRYING), silent.finish()) == ["kept", "kept"]

    assert rows_of(answer, term)[0].late
    assert rows_of(response, term)[0].late
    assert rows_of(response, term)[0].sent_on == today()
    assert len(rows_of(concern, term)) == 1


def test_what_came_late_is_in_no_count(term: Term, silent: SilentPhone) -> None:
    ada = arrive(term.opening)
    ada.write("t10", "The pool")
    asking.close_wave(AREA, WAVE)
    with reading() as session:
        before = read_voices(session, term.area_id, term.wave_id)

    on_time = SilentPhone(term.opening, own=False)
    changes = [on_time.write("t10", "The bus"), on_time.write("t11", "The train"), on_time.finish()]
    assert take_in(term, *changes, key=ada.key) == ["kept"] * 3
    take_in(term, silent.choose("t1", "physiotherapy"), silent.finish())

    with reading() as session:
        assert read_voices(session, term.area_id, term.wave_id) == before
        assert responses.came_late(session, term.area_id, term.wave_id) == 2
    assert len(told(term.area_id)) == 4


def test_an_opening_that_has_not_begun_takes_nothing_in(term: Term) -> None:
    tomorrow = today() + dt.timedelta(days=1)
    code = asking.open_survey(
        AREA, WAVE, "young-person-11-25", "young_person_11_25", opens_on=tomorrow, closes_on=tomorrow
    )
    silent = SilentPhone(asking.find_opening(code))

    arrived, _ = arriving.take_in(silent.opening, [silent.write("y1", "The pool")], key=None)

    assert arrived[0].outcome == "refused"
    assert rows_of(response, term) == []


def _opened_days_ago(term: Term, days: int) -> None:
    with transaction() as session:
        session.execute(opening.update().where(opening.c.area_id == term.area_id).values(opens_on=ago(days)))


@pytest.mark.parametrize("odd", ["<b>zzz", "easy\0", "words", "x" * 30])
def test_a_layer_and_a_language_that_nobody_has_are_kept_as_the_standard_ones(
    term: Term, silent: SilentPhone, odd: str
) -> None:
    assert take_in(term, silent.write("t10", "The pool", layer=odd, language=odd)) == ["kept"]
    assert [(row.layer, row.language) for row in rows_of(answer, term)] == [("standard", "en")]


def test_a_nul_in_what_was_agreed_to_stops_nothing(term: Term) -> None:
    silent = SilentPhone(term.opening, wording=("It is OK\0 to say no.",))

    assert take_in(term, silent.write("t10", "The pool")) == ["kept"]
    assert [row.wording for row in rows_of(agreement, term)] == ["It is OK to say no."]


def test_what_was_written_after_the_end_is_refused_and_nothing_else_with_it(term: Term, silent: SilentPhone) -> None:
    _closed_days_ago(term, 5)

    arrived, _ = arriving.take_in(
        term.opening, [silent.write("t10", "The pool", days=3), silent.write("t11", "The bus", days=5)], key=None
    )

    assert [(one.outcome, one.why) for one in arrived] == [("refused", "This survey is closed."), ("kept", "")]
    assert [(one.question, one.words) for one in told(term.area_id)] == [("t11", "The bus")]


def test_what_was_written_in_the_last_evening_is_kept_after_midnight(term: Term, silent: SilentPhone) -> None:
    _closed_days_ago(term, 1)

    assert take_in(term, silent.write("t10", "The pool", days=0)) == ["kept"]


def test_what_was_on_a_phone_for_longer_than_14_days_is_not_late_but_gone(term: Term, silent: SilentPhone) -> None:
    _closed_days_ago(term, 10)

    assert take_in(term, silent.write("t10", "The pool", days=15)) == ["refused"]
    assert take_in(term, silent.write("t10", "The pool", days=14)) == ["kept"]


def test_a_finished_wave_takes_no_answer_but_a_concern_is_seen(term: Term, silent: SilentPhone) -> None:
    asking.close_wave(AREA, WAVE)
    _change_wave(term, finished_on=today())

    assert take_in(term, silent.write("t10", WORRYING)) == ["refused"]
    assert told(term.area_id) == []
    assert len(rows_of(concern, term)) == 1


@pytest.mark.parametrize("forged", ["", "2026-01-01 " + "0" * 32, "x", "\u00fc"])
def test_after_the_end_nobody_begins_who_had_not_opened_the_survey_before(term: Term, forged: str) -> None:
    asking.close_wave(AREA, WAVE)
    stranger = SilentPhone(term.opening)

    assert take_in(term, stranger.write("t10", WORRYING, stamp=forged)) == ["refused"]
    assert take_in(term, stranger.write("t10", WORRYING, stamp=arriving.stamp(term.opening))) == ["refused"], (
        "blank pages have no stamp after the end"
    )
    assert rows_of(response, term) == []
    assert rows_of(concern, term) == [], "else anybody could fill a lead's queue for ever"


def test_a_stamp_of_another_opening_or_of_a_later_day_begins_nothing(term: Term, silent: SilentPhone) -> None:
    families = arriving.stamp(asking.find_opening(term.families))
    todays = arriving.stamp(term.opening)
    _closed_days_ago(term, 2)

    for one in (families, todays):
        assert take_in(term, silent.write("t10", "The pool", days=3, stamp=one)) == ["refused"]


def test_somebody_who_began_in_time_needs_no_stamp(term: Term) -> None:
    ada = arrive(term.opening)
    asking.close_wave(AREA, WAVE)

    late = SilentPhone(term.opening, own=False).write("t10", "The pool")
    assert take_in(term, late, key=ada.key) == ["kept"]


def test_long_after_the_end_nothing_is_taken_in_and_nothing_read(term: Term) -> None:
    ada = arrive(term.opening)
    _closed_days_ago(term, 17)

    assert take_in(term, SilentPhone(term.opening, own=False).write("t10", WORRYING, days=14), key=ada.key) == [
        "refused"
    ]
    assert rows_of(concern, term) == []


def test_an_opening_that_closed_takes_in_only_what_was_written_before(term: Term, silent: SilentPhone) -> None:
    with transaction() as session:
        session.execute(
            opening.update().where(opening.c.area_id == term.area_id).values(opens_on=ago(9), closed_on=ago(4))
        )
    in_time = stamp_of(term.opening, ago(5).isoformat())

    assert take_in(term, silent.write("t10", "The pool", days=1, stamp=in_time)) == ["refused"]
    assert take_in(term, silent.write("t10", "The pool", days=4, stamp=in_time)) == ["kept"]


def _closed_days_ago(term: Term, days: int) -> None:
    _opened_days_ago(term, 30)
    _change_wave(term, closed_on=ago(days))


def _change_wave(term: Term, **values: dt.date) -> None:
    with transaction() as session:
        session.execute(wave.update().where(wave.c.area_id == term.area_id).values(**values))
