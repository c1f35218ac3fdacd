"""Dots: each phone has its few, nothing is counted twice, and nobody sees a count before it is closed."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app import asking
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.storage.db import reading
from feedback_app.storage.tables import paper_dots
from feedback_app.workshops import dots, join, piles
from feedback_app.workshops.board import NoSuchPile
from feedback_app.workshops.dots import NotACount, TooManyDots
from feedback_app.workshops.piles import NEW, PilesStand
from feedback_app.workshops.running import NotNow, SafetyAdultRunsNothing
from tests.hall import Hall, a_hall
from tests.respondents import a_key
from tests.term import AREA, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    """A room with four empty piles, at the step of dots."""
    made = a_hall(term)
    made.begin()
    made.on_to("piles")
    for _ in range(4):
        piles.sort(made.room, [], NEW, send_key=a_key(), staff_id=made.sam)
    made.on_to("dots")
    return made


def phone(hall: Hall) -> str:
    key = a_key()
    join(asking.opening_of(hall.room.area_id, hall.room.opening_id), key)
    return key


def put(hall: Hall, key: str, *numbers: int) -> None:
    known = {one.number: one.id for one in piles.of_room(hall.room).piles}
    dots.put(hall.room, {known[number]: 1 for number in numbers}, key=key)


def paper(hall: Hall, **counted: int) -> None:
    known = {f"pile{one.number}": one.id for one in piles.of_room(hall.room).piles}
    dots.count_paper(hall.room, {known[name]: number for name, number in counted.items()}, staff_id=hall.sam)


def close(hall: Hall) -> None:
    dots.close(AREA, hall.id, staff_id=hall.sam)


def count(hall: Hall) -> dict[int, tuple[int, int]]:
    return {one.pile.number: (one.phones, one.paper) for one in dots.of_room(hall.room).counted}


def test_nobody_sees_a_count_until_it_is_closed(hall: Hall) -> None:
    put(hall, phone(hall), 1, 2, 3)
    paper(hall, pile1=7)

    known = dots.of_room(hall.room)
    assert (known.phones, known.counted, known.most, known.fewest) == (1, (), 0, ())
    close(hall)

    assert count(hall) == {1: (1, 7), 2: (1, 0), 3: (1, 0), 4: (0, 0)}


def test_a_phone_changes_its_dots_until_then_and_sending_again_never_doubles_them(hall: Hall) -> None:
    key = phone(hall)

    for numbers in ((1, 2), (1, 2), (2, 4)):
        put(hall, key, *numbers)
    put(hall, phone(hall), 4)
    close(hall)

    assert count(hall) == {4: (2, 0), 2: (1, 0), 1: (0, 0), 3: (0, 0)}
    with pytest.raises(SurveyClosed):
        put(hall, key, 1)
    assert count(hall)[1] == (0, 0)


def test_nobody_has_more_dots_than_the_plan_gives_or_more_than_one_on_a_pile(hall: Hall) -> None:
    first = piles.of_room(hall.room).piles[0].id

    with pytest.raises(TooManyDots):
        put(hall, phone(hall), 1, 2, 3, 4)
    with pytest.raises(TooManyDots):
        dots.put(hall.room, {first: 2}, key=phone(hall))
    with pytest.raises(NoSuchPile):
        dots.put(hall.room, {"0" * 32: 1}, key=phone(hall))
    with pytest.raises(PlaceLost):
        put(hall, a_key(), 1)
    assert dots.of_room(hall.room).phones == 0


def test_dots_can_be_put_from_their_step_on_until_they_are_closed_or_it_is_over(term: Term, hall: Hall) -> None:
    key = phone(hall)
    hall.on_to("action")

    put(hall, key, 1)
    hall.end()

    with pytest.raises(SurveyClosed):
        put(hall, key, 2)
    close(hall)
    assert count(hall)[1] == (1, 0)


def test_before_their_step_nothing_is_put_counted_or_closed(term: Term) -> None:
    early = a_hall(term)
    early.begin()
    piles.sort(early.room, [], NEW, send_key=a_key(), staff_id=early.sam)

    with pytest.raises(SurveyClosed):
        put(early, phone(early), 1)
    with pytest.raises(NotNow):
        paper(early, pile1=3)
    with pytest.raises(NotNow):
        close(early)


def test_a_later_count_of_paper_dots_corrects_the_one_before_which_stays(hall: Hall) -> None:
    for number in (7, 7, 9):
        paper(hall, pile2=number)
    close(hall)
    assert not dots.of_room(hall.room).is_typed_late

    paper(hall, pile2=8)

    assert count(hall)[2] == (0, 8)
    assert dots.of_room(hall.room).is_typed_late
    with reading() as session:
        kept = sa.select(paper_dots.c.dots).where(paper_dots.c.area_id == hall.room.area_id)
        assert list(session.execute(kept.order_by(paper_dots.c.ordinal)).scalars()) == [7, 9, 8]
    with pytest.raises(NotACount):
        paper(hall, pile2=-1)


def test_the_piles_with_fewest_dots_stand_beside_those_with_most(hall: Hall) -> None:
    put(hall, phone(hall), 1, 2, 3)
    put(hall, phone(hall), 1)
    close(hall)

    known = dots.of_room(hall.room)

    assert ([one.pile.number for one in known.fewest], known.most) == ([4], 2)


def test_piles_with_dots_stand_until_all_dots_are_taken_off(hall: Hall) -> None:
    put(hall, phone(hall), 1)
    paper(hall, pile2=3)
    with pytest.raises(PilesStand):
        piles.sort(hall.room, [], NEW, send_key=a_key(), staff_id=hall.sam)
    with pytest.raises(PilesStand):
        piles.undo(hall.room, piles.of_room(hall.room).last)

    dots.take_off(AREA, hall.id, staff_id=hall.sam)

    piles.sort(hall.room, [], NEW, send_key=a_key(), staff_id=hall.sam)
    close(hall)
    assert set(count(hall).values()) == {(0, 0)}
    with pytest.raises(NotNow):
        dots.take_off(AREA, hall.id, staff_id=hall.sam)


def test_closing_shows_every_phone_something_new_and_a_phones_dots_do_not(hall: Hall) -> None:
    turn = hall.room.turn
    put(hall, phone(hall), 1)
    assert hall.room.turn == turn

    for _ in range(2):
        close(hall)

    assert hall.room.turn == turn + 1
    with pytest.raises(SafetyAdultRunsNothing):
        dots.close(AREA, hall.id, staff_id=hall.asha)
