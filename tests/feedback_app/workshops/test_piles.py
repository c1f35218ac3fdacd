"""Piles: what belongs together is the group's to say, each move can be undone, and a later name keeps the earlier."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import sqlalchemy as sa

from feedback_app import asking
from feedback_app.safeguarding import hold_by_hand
from feedback_app.storage.db import reading
from feedback_app.storage.tables import idea, pile_name
from feedback_app.workshops import ideas, join, naming, piles, rooms, safety
from feedback_app.workshops.board import NoSuchPile
from feedback_app.workshops.naming import NotAName
from feedback_app.workshops.piles import ALONE, NEW, NothingTicked
from feedback_app.workshops.running import NotNow
from tests.hall import Hall, a_hall
from tests.respondents import WORRYING, a_key
from tests.term import AREA, WAVE, Term

SAID = ("The bus", "The train", "Ramps", "Quiet rooms")


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    """A room with four ideas on the wall."""
    made = a_hall(term)
    made.begin()
    made.on_to("ideas-alone")
    room, key = made.room, a_key()
    opening = asking.opening_of(room.area_id, room.opening_id)
    join(opening, key)
    for words in SAID:
        ideas.say(opening, room, ideas.step_of(room, "ideas-alone"), words, key=key, send_key=a_key())
    for one in ideas.waiting(room):
        ideas.decide(AREA, made.id, one.id, "shown", was="waiting", staff_id=made.sam)
    made.on_to("piles")
    return made


def ids(hall: Hall) -> Mapping[str, str]:
    return {one.words: one.id for one in ideas.shown(hall.room)}


def put(hall: Hall, to: str, *words: str, send_key: str = "") -> None:
    known = ids(hall)
    piles.sort(hall.room, [known[one] for one in words], to, send_key=send_key or a_key(), staff_id=hall.sam)


def lying(hall: Hall) -> list[list[str]]:
    """The words in each pile, and at the end those that stand alone."""
    board = piles.of_room(hall.room)
    return [[one.words for one in ideas] for ideas in (*(pile.ideas for pile in board.piles), board.alone)]


def pile(hall: Hall, number: int) -> str:
    return next(one.id for one in piles.of_room(hall.room).piles if one.number == number)


def test_ideas_stand_alone_until_somebody_puts_them_together(hall: Hall) -> None:
    assert lying(hall) == [list(SAID)]

    put(hall, NEW, "The bus", "The train")
    put(hall, NEW, "Ramps")

    assert lying(hall) == [["The bus", "The train"], ["Ramps"], ["Quiet rooms"]]
    assert [one.shown_name for one in piles.of_room(hall.room).piles] == ["Pile 1: no name yet", "Pile 2: no name yet"]


def test_an_idea_goes_to_another_pile_and_out_again(hall: Hall) -> None:
    put(hall, NEW, "The bus", "The train")
    put(hall, NEW, "Ramps")

    put(hall, pile(hall, 2), "The train", "Quiet rooms")
    put(hall, ALONE, "The bus")

    assert lying(hall) == [[], ["The train", "Ramps", "Quiet rooms"], ["The bus"]]


def test_a_whole_pile_goes_into_another_or_apart(hall: Hall) -> None:
    put(hall, NEW, "The bus")
    put(hall, NEW, "The train")
    first, second = pile(hall, 1), pile(hall, 2)

    piles.sort_whole(hall.room, second, first, send_key=a_key(), staff_id=hall.sam)
    assert lying(hall) == [["The bus", "The train"], ["Ramps", "Quiet rooms"]]
    piles.sort_whole(hall.room, first, ALONE, send_key=a_key(), staff_id=hall.sam)

    assert lying(hall) == [list(SAID)]
    with pytest.raises(NoSuchPile):
        put(hall, first, "Ramps")


def test_undo_takes_back_one_move_however_often_it_is_pressed_and_then_the_one_before(hall: Hall) -> None:
    put(hall, NEW, "The bus", "The train")
    put(hall, NEW, "Ramps")
    piles.sort_whole(hall.room, pile(hall, 1), pile(hall, 2), send_key=a_key(), staff_id=hall.sam)
    last = piles.of_room(hall.room).last

    for _ in range(2):
        piles.undo(hall.room, last)

    assert lying(hall) == [["The bus", "The train"], ["Ramps"], ["Quiet rooms"]]
    for _ in range(2):
        piles.undo(hall.room, piles.of_room(hall.room).last)
    assert lying(hall) == [list(SAID)]
    assert piles.of_room(hall.room).last == ""


def test_the_same_page_sent_again_makes_one_pile(hall: Hall) -> None:
    for _ in range(2):
        put(hall, NEW, "The bus", send_key="0" * 32)

    assert lying(hall) == [["The bus"], ["The train", "Ramps", "Quiet rooms"]]
    put(hall, NEW, "Ramps")
    assert [one.number for one in piles.of_room(hall.room).piles] == [1, 2]


def test_a_pile_may_be_empty_for_what_lies_on_paper_and_nothing_else_is_moved_without_a_tick(hall: Hall) -> None:
    put(hall, NEW)

    assert lying(hall)[0] == []
    with pytest.raises(NothingTicked):
        put(hall, pile(hall, 1))


def test_what_is_taken_off_the_wall_or_held_lies_in_no_pile(hall: Hall) -> None:
    put(hall, NEW, "The bus", "The train", "Ramps")
    known, room = ids(hall), hall.room

    ideas.decide(AREA, hall.id, known["The bus"], "hidden", was="shown", staff_id=hall.sam)
    with reading() as session:
        mine = sa.select(idea.c.answer_id).where(idea.c.area_id == room.area_id, idea.c.id == known["Ramps"])
        answer_id = str(session.execute(mine).scalar_one())
    hold_by_hand(asking.opening_of(room.area_id, room.opening_id), answer_id, "amber", "Asked", staff_id=hall.sam)
    piles.sort(room, [known["Ramps"], known["The bus"]], NEW, send_key=a_key(), staff_id=hall.sam)

    assert lying(hall) == [["The train"], [], ["Quiet rooms"]]
    ideas.decide(AREA, hall.id, known["The bus"], "shown", was="hidden", staff_id=hall.sam)
    assert lying(hall)[0] == ["The bus", "The train"]


def test_a_later_name_keeps_the_earlier_and_the_same_name_is_no_new_one(hall: Hall) -> None:
    put(hall, NEW, "The bus", "The train")
    one = pile(hall, 1)

    for words in ("Buses", "Getting  there\n", "Getting there"):
        naming.name(hall.room, one, words, staff_id=hall.sam)

    named = piles.of_room(hall.room).pile(one)
    assert (named.name, named.names) == ("Getting there", ("Buses", "Getting there"))
    with reading() as session:
        kept = session.execute(sa.select(pile_name.c.words).where(pile_name.c.area_id == hall.room.area_id)).scalars()
        assert not any(b"Getting" in row.sealed for row in kept)


@pytest.mark.parametrize("words", ["", "  \n", "x" * 121])
def test_a_name_is_words_of_a_length_that_fits_the_wall(hall: Hall, words: str) -> None:
    put(hall, NEW, "The bus")

    with pytest.raises(NotAName):
        naming.name(hall.room, pile(hall, 1), words, staff_id=hall.sam)


def test_a_name_that_the_concern_rules_hold_is_on_no_page_and_the_safety_adult_is_told(hall: Hall) -> None:
    put(hall, NEW, "The bus")

    kept = naming.name(hall.room, pile(hall, 1), WORRYING[:120], staff_id=hall.sam)

    assert (kept, piles.of_room(hall.room).piles[0].names) == (False, ())
    assert len(safety.look(AREA, hall.id)[1]) == 1


def test_piles_change_from_the_beginning_until_the_code_leads_nowhere(term: Term, hall: Hall) -> None:
    with pytest.raises(NotNow):
        piles.sort(a_second_hall(term).room, [], NEW, send_key=a_key(), staff_id=hall.sam)
    hall.end()

    put(hall, NEW, "The bus")

    assert lying(hall)[0] == ["The bus"]


def a_second_hall(term: Term) -> Hall:
    """One that has not begun."""
    made = rooms.make_room(
        AREA, WAVE, "sixty-minutes", "Others", facilitator_id=term.staff["Sam"], safety_id=term.staff["Priya"]
    )
    return Hall(made, term.staff["Sam"], term.staff["Priya"])


def test_whatever_is_sorted_or_named_changes_the_mark_that_pages_ask_for(hall: Hall) -> None:
    marks = [piles.mark(hall.room)]

    put(hall, NEW, "The bus")
    marks.append(piles.mark(hall.room))
    naming.name(hall.room, pile(hall, 1), "Buses", staff_id=hall.sam)
    marks.append(piles.mark(hall.room))
    piles.undo(hall.room, piles.of_room(hall.room).last)
    marks.append(piles.mark(hall.room))

    assert len(set(marks)) == 4
