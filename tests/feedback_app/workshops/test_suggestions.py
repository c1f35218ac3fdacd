"""The computer's suggestion of piles: asked for, looked at by the worker, and in no pile until a person takes it."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import asking, jobs
from feedback_app.safeguarding import hold_by_hand
from feedback_app.storage import suggestions as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import idea, suggestion
from feedback_app.storage.tables import now as tables_now
from feedback_app.workshops import dots, ideas, piles, suggestions
from feedback_app.workshops.board import NoSuchPile
from feedback_app.workshops.piles import NEW, PilesStand
from feedback_app.workshops.suggestions import Suggestion, TooFewIdeas
from tests.analysis.test_alike import BUSES, ODD, WAITS
from tests.hall import Hall, a_hall
from tests.respondents import a_key
from tests.term import AREA, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    """Twelve ideas on the wall, none of them sorted."""
    made = a_hall(term)
    made.begin()
    made.put_up(*BUSES, *WAITS, *ODD)
    made.on_to("piles")
    return made


def asked(hall: Hall, app: Flask) -> Suggestion:
    suggestions.ask(hall.room, staff_id=hall.sam)
    jobs.run_until_idle(app)
    return now(hall)


def now(hall: Hall) -> Suggestion:
    found = suggestions.of_room(hall.room)
    assert found is not None
    return found


def said(found: Suggestion) -> list[list[str]]:
    return [[one.words for one in pile.ideas] for pile in found.piles]


def take(hall: Hall, *suggested: str, send_key: str = "") -> None:
    suggestions.take(hall.room, suggested, send_key=send_key or a_key(), staff_id=hall.sam)


def lying(hall: Hall) -> list[list[str]]:
    return [[one.words for one in pile.ideas] for pile in piles.of_room(hall.room).piles]


def test_nothing_is_suggested_before_somebody_asks_and_nothing_is_applied_when_it_is(hall: Hall, inside: Flask) -> None:
    jobs.run_until_idle(inside)
    assert suggestions.of_room(hall.room) is None

    suggestions.ask(hall.room, staff_id=hall.sam)
    suggestions.ask(hall.room, staff_id=hall.sam)  # pressed twice
    assert (now(hall).is_waiting, jobs.run_until_idle(inside)) == (True, 1)

    assert (now(hall).ideas, said(now(hall)), lying(hall)) == (12, [list(BUSES), list(WAITS)], [])


def test_one_that_is_taken_is_a_pile_and_undo_gives_it_back(hall: Hall, inside: Flask) -> None:
    first, second = asked(hall, inside).piles

    for _ in range(2):
        take(hall, first.id, send_key="0" * 32)  # the same page, sent twice

    assert (lying(hall), said(now(hall))) == ([list(BUSES)], [list(WAITS)])
    board = piles.of_room(hall.room)
    assert suggestions.began_so(hall.room, board) == {board.piles[0].id}
    piles.undo(hall.room, board.last)
    assert (lying(hall), len(now(hall).piles)) == ([], 2)
    take(hall, second.id)
    assert lying(hall) == [list(WAITS)]


def test_all_that_are_taken_at_once_go_at_once(hall: Hall, inside: Flask) -> None:
    take(hall, *(one.id for one in asked(hall, inside).piles))
    assert lying(hall) == [list(BUSES), list(WAITS)]

    piles.undo(hall.room, piles.of_room(hall.room).last)

    assert (lying(hall), piles.of_room(hall.room).last) == ([], "")


def test_what_the_group_has_sorted_and_what_is_held_or_hidden_is_not_given_to_the_computer(
    hall: Hall, inside: Flask
) -> None:
    known, room = {one.words: one.id for one in ideas.shown(hall.room)}, hall.room
    piles.sort(room, [known[BUSES[0]]], NEW, send_key=a_key(), staff_id=hall.sam)
    with reading() as session:
        mine = sa.select(idea.c.answer_id).where(idea.c.area_id == room.area_id, idea.c.id == known[WAITS[0]])
        answer_id = str(session.execute(mine).scalar_one())
    hold_by_hand(asking.opening_of(room.area_id, room.opening_id), answer_id, "amber", "Asked", staff_id=hall.sam)

    found = asked(hall, inside)

    assert found.ideas == 10
    assert not {BUSES[0], WAITS[0]} & {words for pile in said(found) for words in pile}
    ideas.decide(AREA, hall.id, known[WAITS[1]], "hidden", was="shown", staff_id=hall.sam)
    ideas.decide(AREA, hall.id, known[WAITS[2]], "hidden", was="shown", staff_id=hall.sam)
    assert said(now(hall)) == [list(BUSES[1:])]  # one idea alone is no pile


def test_it_says_that_it_found_nothing(hall: Hall, inside: Flask) -> None:
    known = {one.words: one.id for one in ideas.shown(hall.room)}
    for words in BUSES:
        ideas.decide(AREA, hall.id, known[words], "hidden", was="shown", staff_id=hall.sam)
    with transaction() as session:
        suggestion_id = rows.ask(session, hall.room.area_id, hall.id, staff_id=hall.sam)
    suggestions.keep(hall.room.area_id, suggestion_id, 8, [])

    found = now(hall)

    assert (found.is_waiting, found.ideas, found.found, found.piles) == (False, 8, 0, ())


def test_too_few_ideas_dots_and_a_pile_that_was_not_suggested_are_refused(hall: Hall, inside: Flask) -> None:
    asked(hall, inside)
    with pytest.raises(NoSuchPile):
        take(hall, "0" * 32)
    known = {one.words: one.id for one in ideas.shown(hall.room)}
    piles.sort(hall.room, [known[one] for one in (*ODD, BUSES[0])], NEW, send_key=a_key(), staff_id=hall.sam)
    with pytest.raises(TooFewIdeas):
        suggestions.ask(hall.room, staff_id=hall.sam)
    hall.on_to("dots")
    dots.count_paper(hall.room, {piles.of_room(hall.room).piles[0].id: 1}, staff_id=hall.sam)
    with pytest.raises(PilesStand):
        take(hall, now(hall).piles[0].id)


def test_a_worker_that_is_busy_is_said_after_half_a_minute_and_can_be_asked_again(hall: Hall) -> None:
    suggestions.ask(hall.room, staff_id=hall.sam)
    before = suggestions.mark(hall.room)
    with transaction() as session:
        earlier = sa.update(suggestion).where(suggestion.c.area_id == hall.room.area_id)
        session.execute(earlier.values(asked_at=tables_now() - dt.timedelta(seconds=31)))

    assert (now(hall).is_waiting, now(hall).is_late) == (True, True)
    suggestions.ask(hall.room, staff_id=hall.sam)

    assert (now(hall).is_late, suggestions.mark(hall.room) == before) == (False, False)
