"""Linking: the group says which of the area's standards one of its piles is about, and why; it may be none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.strategy_model import Standard
from feedback_app.asking import opening_of
from feedback_app.errors import HeardError
from feedback_app.safeguarding import PILE_REASON, check_copied, check_words
from feedback_app.storage import pile_standards as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.taught import strategies_of
from feedback_app.workshops.board import Board, Pile
from feedback_app.workshops.copying import ideas_in
from feedback_app.workshops.dots import Dots
from feedback_app.workshops.piles import board_of, refuse_out_of_time
from feedback_app.workshops.rooms import Room

LONGEST_REASON = 300
TOP = 3  # piles that the dots put first; more where dots are equal
NONE = "none"


class NoSuchStandard(HeardError):
    words = "Choose a standard from the list."


class NoReason(HeardError):
    words = f"Write why, in up to {LONGEST_REASON} letters."


@dataclass(frozen=True, slots=True)
class Choice:
    """The standards under one heading of a strategy, from which a group chooses."""

    name: str
    strategy: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A pile, a standard that the group says it is about (None: about none of them), and why, in its words.

    The reason is empty while its words must not be shown, as a pile's name is.
    """

    pile: Pile
    standard: Standard | None
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """Every link that counts, pile after pile. `last` is what Undo takes back."""

    links: tuple[Link, ...] = ()
    last: str = ""

    def of(self, pile_id: str) -> tuple[Link, ...]:
        return tuple(one for one in self.links if one.pile.id == pile_id)


def choices(room: Room) -> tuple[Choice, ...]:
    """What there is to choose from: the promises of the sets that the workshop's wave is read against.

    Where it is read against sets that promise nothing (findings, topics), these are the choice.
    """
    wave_id = opening_of(room.area_id, room.opening_id).wave_id
    with reading() as session:
        return _choices(session, room.area_id, wave_id)


def of_room(room: Room) -> Links:
    """What the piles that are still there were linked to."""
    wave_id = opening_of(room.area_id, room.opening_id).wave_id
    with reading() as session:
        board = board_of(session, room.area_id, room.id)
        found = rows.links(session, room.area_id, room.id)
        known = {one.id: one for choice in _choices(session, room.area_id, wave_id) for one in choice.standards}
    linked = _replayed(found)
    made = (
        Link(pile, known.get(standard), reason)
        for pile in board.piles
        for (pile_id, standard), reason in linked.items()
        if pile_id == pile.id and (standard == NONE or standard in known)
    )
    return Links(tuple(made), found[-1].id if found else "")


def top(board: Board, dots: Dots) -> tuple[Pile, ...]:
    """The piles with the most dots, and those that have as many as the last of them; none before dots are closed."""
    if len(dots.counted) < TOP:
        return tuple(one.pile for one in dots.counted if one.both)
    line = dots.counted[TOP - 1].both
    first = {one.pile.id for one in dots.counted if one.both and one.both >= line}
    return tuple(one.pile for one in dots.counted if one.pile.id in first)


def link(room: Room, pile_id: str, standard: str, reason: str, *, staff_id: str) -> bool:
    """Keep that a pile is about a standard (or NONE), and why; False where the rules, or a held idea, hold the reason.

    A pile may be about several. Again with another reason keeps both, and the newest counts; NONE takes the place of
    standards, and a standard that of NONE. Raises NoSuchPile, NoSuchStandard, NoReason, NotNow.
    """
    refuse_out_of_time(room)
    said = " ".join(reason.split())
    if not 1 <= len(said) <= LONGEST_REASON:
        raise NoReason
    opening = opening_of(room.area_id, room.opening_id)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        pile = board_of(session, room.area_id, room.id).pile(pile_id)
        known = {one.id for choice in _choices(session, room.area_id, opening.wave_id) for one in choice.standards}
        if standard not in known | {NONE}:
            raise NoSuchStandard
        if _replayed(rows.links(session, room.area_id, room.id)).get((pile.id, standard)) == said:
            return True
        if check_words(session, opening, None, PILE_REASON, said, language="en"):
            return False
        ideas = ideas_in(session, room, said)
        if check_copied(session, opening, ideas, PILE_REASON, said):
            return False
        rows.link(session, room.area_id, room.id, pile.id, standard, said, staff_id=staff_id, ideas=ideas)
    return True


def unlink(room: Room, pile_id: str, standard: str, *, staff_id: str) -> None:
    """Take a link away; that it was there stays as a row. Raises NoSuchPile, NotNow."""
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        pile = board_of(session, room.area_id, room.id).pile(pile_id)
        if (pile.id, standard) in _replayed(rows.links(session, room.area_id, room.id)):
            rows.link(session, room.area_id, room.id, pile.id, standard, None, staff_id=staff_id)


def undo(room: Room, link_id: str) -> None:
    """Take back the last press, as the page showed it: pressed twice it takes back one. Raises NotNow."""
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        found = rows.links(session, room.area_id, room.id)
        if found and found[-1].id == link_id:
            rows.undo(session, room.area_id, room.id, link_id)


def mark(room: Room) -> str:
    """Another one whenever something was linked, taken away or undone: what pages ask for."""
    with reading() as session:
        return rows.mark(session, room.area_id, room.id)


def _replayed(found: Sequence[Record]) -> dict[tuple[str, str], str]:
    """The reason of each link that counts, by its pile and standard, in the order in which they were made."""
    linked: dict[tuple[str, str], str] = {}
    for row in found:
        reason = rows.open_reason(row)
        if reason is None:
            linked.pop((row.pile_id, row.standard), None)
            continue
        is_none = row.standard == NONE
        for pile_id, standard in [one for one in linked if one[0] == row.pile_id]:
            if (standard == NONE) != is_none:
                del linked[pile_id, standard]
        linked[row.pile_id, row.standard] = reason
    return linked


def _choices(session: Connection, area_id: str, wave_id: str) -> tuple[Choice, ...]:
    every = [(strategy, one) for strategy in strategies_of(session, area_id, wave_id) for one in strategy.sets]
    promises = [
        Choice(one.name, strategy.title, tuple(standard for standard in one.standards if standard.is_promise))
        for strategy, one in every
        if one.is_promise
    ]
    found = promises or [Choice(one.name, strategy.title, one.standards) for strategy, one in every]
    return tuple(one for one in found if one.standards)
