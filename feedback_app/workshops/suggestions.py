"""What the computer suggests for piles: only when somebody asks, and in no pile until a person takes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import piles as pile_rows
from feedback_app.storage import suggestions as rows
from feedback_app.storage import work
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import new_id, now
from feedback_app.workshops.board import Board, NoSuchPile
from feedback_app.workshops.ideas import Idea
from feedback_app.workshops.piles import board_of, refuse_dotted, refuse_out_of_time
from feedback_app.workshops.rooms import Room

SUGGEST = "suggest_piles"
FEWEST_IDEAS = 8  # of fewer a group sees for itself what belongs together
FEWEST_IN_A_PILE = 2
LATE_SECONDS = 30  # after which a page says that the computer has other work


class TooFewIdeas(HeardError):
    words = (
        f"The computer needs {FEWEST_IDEAS} ideas that stand alone. For fewer you see it quicker by reading them out."
    )


class NoSuggestion(NotFound):
    words = "The computer has not been asked for an idea here."


@dataclass(frozen=True, slots=True)
class SuggestedPile:
    """Ideas that the computer thinks belong together, as many of them as still stand alone."""

    id: str
    number: int
    ideas: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was asked for last. `piles` are those that can be taken now; `ideas` is how many the computer looked at."""

    is_waiting: bool
    is_late: bool
    ideas: int
    found: int
    piles: tuple[SuggestedPile, ...] = ()


def ask(room: Room, *, staff_id: str) -> None:
    """Ask the worker; while it has not answered, asking again asks nothing. Raises TooFewIdeas, PilesStand, NotNow."""
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        refuse_dotted(session, room)
        if len(board_of(session, room.area_id, room.id).alone) < FEWEST_IDEAS:
            raise TooFewIdeas
        last = rows.newest(session, room.area_id, room.id)
        if last is not None and last.answered_at is None and not _is_late(last.asked_at):
            return
        asked = rows.ask(session, room.area_id, room.id, staff_id=staff_id)
        work.queue(session, room.area_id, SUGGEST, asked, asked_by=staff_id)


def alone_now(session: Connection, area_id: str, suggestion_id: str) -> tuple[Idea, ...]:
    """What the computer may look at: ideas that a person has shown, that nothing holds, and that lie in no pile.

    Raises NoSuggestion.
    """
    row = rows.by_id(session, area_id, suggestion_id)
    if row is None:
        raise NoSuggestion
    return board_of(session, area_id, row.workshop_id).alone


def keep(area_id: str, suggestion_id: str, ideas: int, piles: Sequence[Sequence[str]]) -> None:
    """Keep what the computer found: ids of ideas, pile after pile."""
    with transaction() as session:
        rows.answer(session, area_id, suggestion_id, ideas, piles)


def of_room(room: Room) -> Suggestion | None:
    """What was suggested last, without what was taken, moved or hidden since; None where nobody asked."""
    with reading() as session:
        last = rows.newest(session, room.area_id, room.id)
        if last is None:
            return None
        found = _suggested(session, room, last.id)
        known = rows.piles(session, room.area_id, last.id)
    is_waiting = last.answered_at is None
    return Suggestion(
        is_waiting=is_waiting,
        is_late=is_waiting and _is_late(last.asked_at),
        ideas=last.ideas or 0,
        found=len(known),
        piles=found,
    )


def take(room: Room, suggested: Sequence[str], *, send_key: str, staff_id: str) -> None:
    """Make a pile of each of these suggested ones, and one Undo takes back all that were taken at once.

    The same page sent again makes nothing. Raises NoSuchPile where none of them is left, PilesStand, NotNow.
    """
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        refuse_dotted(session, room)
        last = rows.newest(session, room.area_id, room.id)
        left = _suggested(session, room, last.id) if last else ()
        chosen = [one for one in left if one.id in suggested]
        if pile_rows.was_sent(session, room.area_id, room.id, send_key):
            return
        if not chosen:
            raise NoSuchPile
        with_id: str | None = None
        for number, one in enumerate(chosen):
            pile_id = pile_rows.add(session, room.area_id, room.id)
            sorting_id = pile_rows.sort(
                session,
                room.area_id,
                room.id,
                "make",
                send_key=send_key if number == 0 else new_id(),
                staff_id=staff_id,
                pile_id=pile_id,
                ideas=[idea.id for idea in one.ideas],
                with_id=with_id,
            )
            with_id = with_id or sorting_id
            rows.took(session, room.area_id, one.id, pile_id)


def began_so(room: Room, board: Board) -> frozenset[str]:
    """The piles on the board that somebody made of a suggested one."""
    with reading() as session:
        made = rows.made_of(session, room.area_id, room.id)
    return made & {one.id for one in board.piles}


def mark(room: Room) -> str:
    """Another one whenever somebody asked, or the computer answered: what pages ask for."""
    with reading() as session:
        return rows.mark(session, room.area_id, room.id)


def _suggested(session: Connection, room: Room, suggestion_id: str) -> tuple[SuggestedPile, ...]:
    """The suggested piles that can be taken: ideas that still stand alone, two or more."""
    alone = board_of(session, room.area_id, room.id).alone
    inside = rows.ideas(session, room.area_id, suggestion_id)
    found = (
        SuggestedPile(row.id, row.number, tuple(idea for idea in alone if idea.id in inside.get(row.id, ())))
        for row in rows.piles(session, room.area_id, suggestion_id)
    )
    return tuple(one for one in found if len(one.ideas) >= FEWEST_IN_A_PILE)


def _is_late(asked_at: dt.datetime) -> bool:
    return now() - asked_at > dt.timedelta(seconds=LATE_SECONDS)
