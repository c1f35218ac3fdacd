"""Piles: the group says which ideas belong together, a facilitator moves them, and the last move can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.storage import dots as dot_rows
from feedback_app.storage import ideas as idea_rows
from feedback_app.storage import piles as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.workshops.board import Board, NoSuchPile, Pile
from feedback_app.workshops.ideas import Idea, seen_idea
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import NotNow

NEW, ALONE = "new", "alone"


class PilesStand(HeardError):
    status = 409
    words = "Dots are on these piles, so they stay as they are. Their names can still change."


class NothingTicked(HeardError):
    words = "Tick an idea first, then choose where it goes."


def of_room(room: Room) -> Board:
    """The piles of a workshop with the ideas in them that a person has shown: what is held or hidden is in none."""
    with reading() as session:
        return board_of(session, room.area_id, room.id)


def board_of(session: Connection, area_id: str, workshop_id: str) -> Board:
    """The same, inside a transaction."""
    sortings = rows.sortings(session, area_id, workshop_id)
    lies_in, there = _replayed(sortings, rows.sorted_ideas(session, area_id, workshop_id))
    numbers = rows.numbers(session, area_id, workshop_id)
    names = rows.names(session, area_id, workshop_id)
    inside: dict[str, list[Idea]] = {pile_id: [] for pile_id in sorted(there, key=numbers.__getitem__)}
    alone: list[Idea] = []
    for idea in map(seen_idea, idea_rows.of_state(session, area_id, workshop_id, "shown")):
        inside.get(lies_in.get(idea.id, ""), alone).append(idea)
    return Board(
        piles=tuple(Pile(one, numbers[one], tuple(names.get(one, ())), tuple(inside[one])) for one in inside),
        alone=tuple(alone),
        last=(sortings[-1].with_id or sortings[-1].id) if sortings else "",
    )


def refuse_other_piles(session: Connection, area_id: str, workshop_id: str, pile_ids: Iterable[str]) -> None:
    """Raises NoSuchPile. Reads no idea: a hall of phones asks this at once, and each waits while another writes."""
    _, there = _replayed(rows.sortings(session, area_id, workshop_id), {})
    if not set(pile_ids) <= set(there):
        raise NoSuchPile


def sort(room: Room, ideas: Sequence[str], to: str, *, send_key: str, staff_id: str) -> None:
    """Put ideas into a pile (its id), into a NEW one, or let them stand ALONE. The same page sent again sorts nothing.

    A new pile may be empty, for what lies on paper. Raises NothingTicked, NoSuchPile, NotNow,
    PilesStand.
    """
    refuse_out_of_time(room)
    if not ideas and to != NEW:
        raise NothingTicked
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        refuse_dotted(session, room)
        board = board_of(session, room.area_id, room.id)
        shown = {one.id for pile in board.piles for one in pile.ideas} | {one.id for one in board.alone}
        moved = [one for one in dict.fromkeys(ideas) if one in shown]  # one that was hidden meanwhile stays where it is
        if to == ALONE:
            kind, pile_id = "out", None
        elif to == NEW:
            kind, pile_id = "make", rows.add(session, room.area_id, room.id)
        else:
            kind, pile_id = "put", board.pile(to).id
        kept = rows.sort(
            session, room.area_id, room.id, kind, send_key=send_key, staff_id=staff_id, pile_id=pile_id, ideas=moved
        )
        if not kept and to == NEW and pile_id:
            rows.forget(session, room.area_id, pile_id)


def sort_whole(room: Room, pile_id: str, to: str, *, send_key: str, staff_id: str) -> None:
    """Put all of a pile into another, or let its ideas stand ALONE: the pile is no more.

    Raises NoSuchPile, NotNow, PilesStand.
    """
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        refuse_dotted(session, room)
        board = board_of(session, room.area_id, room.id)
        whole = board.pile(pile_id).id
        target = None if to == ALONE else board.pile(to).id
        if target != whole:
            rows.sort(
                session,
                room.area_id,
                room.id,
                "whole",
                send_key=send_key,
                staff_id=staff_id,
                pile_id=target,
                whole_id=whole,
            )


def undo(room: Room, sorting_id: str) -> None:
    """Take back the last sorting, as the page showed it: pressed twice it takes back one. Raises NotNow, PilesStand."""
    refuse_out_of_time(room)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        refuse_dotted(session, room)
        if board_of(session, room.area_id, room.id).last == sorting_id:
            rows.undo(session, room.area_id, room.id, sorting_id)


def mark(room: Room) -> str:
    """Another one whenever anything was sorted, undone or named: what pages ask for."""
    with reading() as session:
        return rows.mark(session, room.area_id, room.id)


def refuse_out_of_time(room: Room) -> None:
    """Piles can be changed from the beginning of a workshop until its code leads nowhere. Raises NotNow."""
    if room.begun_at is None or room.is_gone:
        raise NotNow


def refuse_dotted(session: Connection, room: Room) -> None:
    """Raises PilesStand where somebody has put dots on the piles, or the dots are counted."""
    if dot_rows.are_there(session, room.area_id, room.id):
        raise PilesStand


def _replayed(sortings: Sequence[Record], ideas: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], list[str]]:
    """In which pile each idea lies, and which piles there are."""
    lies_in: dict[str, str] = {}
    there: list[str] = []
    for one in sortings:
        if one.kind == "whole":
            there = [pile for pile in there if pile != one.whole_id]
            to = one.pile_id or ""
            lies_in = {idea: to if pile == one.whole_id else pile for idea, pile in lies_in.items()}
            continue
        if one.kind == "make":
            there.append(one.pile_id)
        lies_in.update(dict.fromkeys(ideas.get(one.id, ()), one.pile_id or ""))
    return lies_in, there
