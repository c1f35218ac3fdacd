"""A workshop in a room: it needs a safety adult who runs nothing, and its clock is right through every move."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from feedback_app import people
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import concern, opening, workshop, workshop_step
from feedback_app.storage.workshops import NoSuchWorkshop
from feedback_app.workshops import passing, rooms, running, safety
from feedback_app.workshops.rooms import NoSafetyAdult
from feedback_app.workshops.running import NotNow, SafetyAdultNotThere, SafetyAdultRunsNothing
from tests.hall import Hall, a_hall
from tests.term import AREA, WAVE, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone, for time: test_on_both_databases.py takes a whole room through PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    return a_hall(term)


def earlier(term: Term, minutes: int) -> None:
    """Everything that has begun began so many minutes earlier."""
    back = dt.timedelta(minutes=minutes)
    with transaction() as session:
        for table, column in (
            (workshop, workshop.c.begun_at),
            (workshop, workshop.c.ended_at),
            (workshop, workshop.c.safety_seen_at),
            (workshop_step, workshop_step.c.begun_at),
            (workshop_step, workshop_step.c.paused_at),
        ):
            mine = table.c.area_id == term.area_id
            for row in session.execute(sa.select(table.c.id, column).where(mine, column.is_not(None))).all():
                values = {column: row[1] - back}
                session.execute(table.update().where(mine, table.c.id == row.id).values(values))


def test_a_workshop_has_an_opening_a_code_and_no_step_yet(hall: Hall) -> None:
    room = hall.room

    assert rooms.room_with(room.code.lower()) == room
    assert (room.step, room.is_on, len(room.code)) == (None, False, 6)
    assert (room.facilitator, room.safety_adult) == ("Sam", "Asha")
    assert room.said("{safety_adult} and {facilitator}") == "Asha and Sam"


def test_whoever_runs_it_is_not_its_safety_adult(term: Term) -> None:
    people.add_staff(AREA, "Sam", "safety_adult", same_person=True)
    sam = term.staff["Sam"]

    with pytest.raises(NoSafetyAdult):
        rooms.make_room(AREA, WAVE, "sixty-minutes", "Youth Council", facilitator_id=sam, safety_id=sam)
    assert ("Sam", sam) not in [(name, one) for one, name in rooms.safety_adults(AREA, sam)]


def test_a_safety_adult_is_somebody_with_that_role(term: Term) -> None:
    sam, dana = term.staff["Sam"], term.staff["Dana"]

    with pytest.raises(NoSafetyAdult):
        rooms.make_room(AREA, WAVE, "sixty-minutes", "Youth Council", facilitator_id=sam, safety_id=dana)
    with reading() as session:
        made = session.execute(sa.select(opening.c.id).where(opening.c.area_id == term.area_id)).all()
    assert len(made) == 2  # those of the term: none for a workshop that was refused
    assert rooms.safety_adults(AREA, sam) == [(term.staff["Priya"], "Priya")]


def test_it_does_not_begin_before_the_safety_adult_has_opened_their_page(hall: Hall) -> None:
    with pytest.raises(SafetyAdultNotThere):
        running.begin(AREA, hall.id, 0, staff_id=hall.sam)

    hall.begin()

    assert hall.room.step is not None
    assert hall.room.step.id == "welcome"


def test_the_safety_adult_runs_nothing(hall: Hall) -> None:
    hall.begin()

    with pytest.raises(SafetyAdultRunsNothing):
        running.go_on(AREA, hall.id, hall.room.turn, staff_id=hall.asha)


def test_a_button_pressed_twice_moves_on_once(hall: Hall) -> None:
    hall.begin()
    turn = hall.room.turn

    moved = [running.go_on(AREA, hall.id, turn, staff_id=hall.sam) for _ in range(2)]

    assert moved == [True, False]
    assert hall.room.position == 1


def test_a_step_back_has_the_clock_that_it_had(term: Term, hall: Hall) -> None:
    hall.begin()
    earlier(term, 2)
    running.go_on(AREA, hall.id, hall.room.turn, staff_id=hall.sam)

    running.go_back(AREA, hall.id, hall.room.turn, staff_id=hall.sam)

    clock = hall.room.clock
    assert clock is not None
    assert clock.minutes == 3


def test_a_pause_stops_the_clock(term: Term, hall: Hall) -> None:
    hall.begin()
    earlier(term, 1)
    running.pause(AREA, hall.id, hall.room.turn, staff_id=hall.sam)
    earlier(term, 10)

    assert hall.room.is_paused
    running.pause(AREA, hall.id, hall.room.turn, staff_id=hall.sam)

    clock = hall.room.clock
    assert clock is not None
    assert (clock.minutes, clock.runs) == (4, True)
    assert hall.room.behind == 10


def test_more_time_is_added_to_the_step_that_is_on(hall: Hall) -> None:
    hall.begin()

    running.add_minutes(AREA, hall.id, hall.room.turn, 2, staff_id=hall.sam)

    clock = hall.room.clock
    assert clock is not None
    assert (clock.whole, clock.minutes) == (7 * 60, 7)


def test_a_step_that_runs_over_puts_the_room_behind(term: Term, hall: Hall) -> None:
    hall.begin()
    earlier(term, 8)

    room = hall.room

    assert room.clock is not None
    assert (room.clock.minutes, room.clock.share, room.behind, room.slack) == (-3, 0.0, 3, 15)


def test_the_last_step_has_none_after_it_and_the_first_none_before(hall: Hall) -> None:
    hall.begin()

    with pytest.raises(NotNow):
        running.go_back(AREA, hall.id, hall.room.turn, staff_id=hall.sam)
    hall.on_to("check-out")
    with pytest.raises(NotNow):
        running.go_on(AREA, hall.id, hall.room.turn, staff_id=hall.sam)


def test_the_code_of_a_workshop_that_is_over_leads_to_it_for_two_hours(term: Term, hall: Hall) -> None:
    code = hall.room.code
    hall.begin()

    hall.end()

    assert rooms.room_with(code).ended_at is not None
    earlier(term, 121)
    with pytest.raises(NoSuchWorkshop):
        rooms.room_with(code)


def test_nothing_moves_before_it_begins_and_after_it_is_over(hall: Hall) -> None:
    with pytest.raises(NotNow):
        hall.end()
    hall.begin()
    hall.end()

    for move in (running.begin, running.go_on, running.pause, running.blank, running.end):
        with pytest.raises(NotNow):
            move(AREA, hall.id, hall.room.turn, staff_id=hall.sam)


def test_a_safety_link_opens_once(hall: Hall) -> None:
    token = passing.make_pass(AREA, hall.id, staff_id=hall.sam)
    assert passing.can_be_used(AREA, hall.id, token)

    key = passing.use_pass(AREA, hall.id, token)

    assert passing.has_pass(AREA, hall.id, key)
    assert not passing.has_pass(AREA, hall.id, token)
    with pytest.raises(people.LinkUsed):
        passing.use_pass(AREA, hall.id, token)


def test_a_new_safety_link_ends_the_one_before(hall: Hall) -> None:
    first = passing.make_pass(AREA, hall.id, staff_id=hall.sam)

    passing.make_pass(AREA, hall.id, staff_id=hall.sam)

    with pytest.raises(people.LinkUsed):
        passing.use_pass(AREA, hall.id, first)


def test_a_safety_page_that_is_closed_is_noticed(term: Term, hall: Hall) -> None:
    hall.begin()
    assert not safety.is_lost(hall.room)

    earlier(term, 3)

    assert safety.is_lost(hall.room)
    safety.look(AREA, hall.id)
    assert not safety.is_lost(hall.room)


def test_a_room_without_concerns_has_no_signals(term: Term, hall: Hall) -> None:
    with reading() as session:
        assert session.execute(sa.select(concern.c.id).where(concern.c.area_id == term.area_id)).all() == []
    assert safety.look(AREA, hall.id)[1] == []
