"""A table has an adult in the room; a seat's link works once, in the room, for that day."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from feedback_app import people
from feedback_app.people import LinkUsed
from feedback_app.reviewing import adults, calling, seats, sittings
from feedback_app.reviewing.adults import NoAdult
from feedback_app.reviewing.seats import MOST_SEATS, Hidden
from feedback_app.reviewing.sittings import LONGEST_MINUTES, OPEN_HOURS, NotOn
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.seats import NoSuchSeat
from feedback_app.storage.tables import now, seat, sitting
from tests.table import Table, a_table
from tests.term import AREA, WAVE, Term


@pytest.fixture
def table(term: Term) -> Table:
    return a_table(term)


def begun(table: Table, ago: dt.timedelta) -> None:
    with transaction() as session:
        session.execute(sitting.update().where(sitting.c.area_id == table.sitting.area_id).values(begun_at=now() - ago))


def test_a_table_has_a_named_adult_or_it_is_not_set_up(term: Term) -> None:
    for nobody in ("", "0" * 32, term.staff["Dana"], term.staff["Kit"]):
        with pytest.raises(NoAdult):
            sittings.make_sitting(AREA, WAVE, adult_id=nobody, staff_id=term.staff["Bea"])

    assert sittings.sittings_of(AREA) == []


def test_a_visit_is_of_no_wave(term: Term) -> None:
    table = a_table(term, wave="")

    assert (table.sitting.wave_id, table.sitting.wave_title) == ("", "")


def test_a_table_is_on_from_its_beginning_to_its_end_and_not_overnight(table: Table) -> None:
    seen = [table.sitting.is_on]
    table.begin()
    seen.append(table.sitting.is_on)
    begun(table, dt.timedelta(hours=OPEN_HOURS, minutes=1))
    seen.append(table.sitting.is_on)
    begun(table, dt.timedelta(minutes=1))
    table.end()
    seen.append(table.sitting.is_on)

    assert seen == [False, True, False, False]


def test_after_45_minutes_time_is_up(table: Table) -> None:
    table.begin()
    begun(table, dt.timedelta(minutes=LONGEST_MINUTES - 1))
    before = table.sitting.is_time_up
    begun(table, dt.timedelta(minutes=LONGEST_MINUTES))

    assert (before, table.sitting.is_time_up) == (False, True)


def test_beginning_again_does_not_turn_the_clock_back(table: Table) -> None:
    table.begin()
    begun(table, dt.timedelta(minutes=30))

    table.begin()

    assert table.sitting.minutes == 30


def test_a_link_lets_one_person_sit_down_once_and_looking_uses_nothing_up(table: Table) -> None:
    token = table.link()
    assert seats.seat_of_link(token).number == 1
    assert seats.seat_of_link(token).came is None

    key = seats.sit_down(token)

    here = seats.seat_with(key)
    assert here is not None
    assert here.came is not None
    for again in (seats.seat_of_link, seats.sit_down):
        with pytest.raises(LinkUsed):
            again(token)


def test_a_new_link_ends_the_browser_before_and_the_seat_stays_the_same(table: Table) -> None:
    key = seats.sit_down(table.link())
    here = seats.seat_with(key)
    assert here is not None

    token = seats.make_link(AREA, table.id, here.id, staff_id=table.bea)

    assert seats.seat_with(key) is None
    assert seats.seat_of_link(token).id == here.id


def test_a_link_ends_with_its_day(table: Table) -> None:
    token, key = table.link(), seats.sit_down(table.link())
    with transaction() as session:
        ended = {"ends_at": now() - dt.timedelta(seconds=1)}
        session.execute(seat.update().where(seat.c.area_id == table.sitting.area_id).values(ended))

    with pytest.raises(LinkUsed):
        seats.sit_down(token)
    assert seats.seat_with(key) is None


def test_no_seat_and_no_link_is_made_once_the_table_is_over(table: Table) -> None:
    here = table.seat()
    table.end()

    with pytest.raises(NotOn):
        table.link()
    with pytest.raises(NotOn):
        seats.make_link(AREA, table.id, here.id, staff_id=table.bea)


def test_a_seat_of_another_table_has_no_link_here(term: Term, table: Table) -> None:
    other = sittings.make_sitting(AREA, WAVE, adult_id=table.asha, staff_id=table.bea)

    with pytest.raises(NoSuchSeat):
        seats.make_link(AREA, other, table.seat().id, staff_id=table.bea)


def test_a_table_has_a_handful_of_seats(table: Table) -> None:
    for _ in range(MOST_SEATS):
        table.seat()

    with pytest.raises(NotOn, match="place"):
        table.seat()


def test_what_a_seat_must_not_see_stays_with_it(term: Term, table: Table) -> None:
    known = seats.may_hide(AREA, WAVE)
    hidden = Hidden(*(frozenset({known[name][0][0]}) for name in ("openings", "services", "groups")))

    assert table.seat(hidden).hidden == hidden
    assert "young_person_11_25" in dict(known["groups"])
    assert "physiotherapy" in dict(known["services"])


def test_what_somebody_is_called_is_sealed_and_may_stay_empty(table: Table) -> None:
    here = table.seat()
    assert here.name == "Seat 1"

    seats.call_me(here, "  Moon  ")

    assert seats.seats_of(AREA, table.id)[0].name == "Moon"
    with reading() as session:
        kept = session.execute(sa.select(seat.c.called).where(seat.c.area_id == here.sitting.area_id)).scalar_one()
    assert b"Moon" not in kept.sealed


def test_a_call_stays_on_the_trail_when_an_adult_has_seen_to_it(table: Table) -> None:
    calling.call_adult(table.seat())
    (call,) = calling.calls_of(AREA)
    assert (call.what, call.number, call.seen_at) == ("talk", 1, None)

    calling.see_to(AREA, call.id, staff_id=table.asha)

    assert [one.seen_at is not None for one in calling.calls_of(AREA, table.id)] == [True]


def test_only_somebody_who_works_with_young_people_can_be_the_adult(term: Term) -> None:
    people.add_staff(AREA, "Asha", "safety_adult")

    assert {name for _, name in adults.to_choose(AREA)} == {"Asha", "Bea", "Priya", "Sam"}
