"""Somebody at a table asks for an adult: the one in the room, and the area's safeguarding lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.engine import Connection

from feedback_app import asking, safeguarding
from feedback_app.errors import NotFound
from feedback_app.reviewing.released import Key, readable
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import areas, material, seats, staff
from feedback_app.storage.db import reading, transaction

What = Literal["talk", "worried", "known"]
WORDS = {
    "talk": "Somebody would like to talk",
    "worried": "Words worried somebody. They are held, and with the safeguarding lead",
    "known": "Somebody might know who said some words. Nobody at the table sees them any more",
}


class NotOnTable(NotFound):
    words = "These words are not on this table any more."


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody at a seat asked for, and when it was seen to. Never words that anybody wrote."""

    id: str
    sitting_id: str
    number: int
    what: str
    at: dt.datetime
    seen_at: dt.datetime | None

    @property
    def words(self) -> str:
        return WORDS[self.what]


def call_adult(seat: Seat) -> None:
    """Somebody would like to talk: the adult in the room and the lead are told, and nobody else."""
    with transaction() as session:
        seats.add_call(session, seat.sitting.area_id, seat.sitting.id, seat.id, "talk")
        staff.note(session, "adult called", area_id=seat.sitting.area_id, staff_id=None, subject=seat.sitting.id)


def might_know(seat: Seat, key: Key) -> None:
    """Somebody may know who said these words: no table shows them any more, and the releaser looks again.

    Raises NotOnTable.
    """
    _refuse_unseen(seat, key)
    with transaction() as session:
        _keep_call(session, seat, "known", key)


def is_worried(seat: Seat, key: Key) -> None:
    """Words worry somebody: they are held like any concern, the lead has them, and nobody else sees them any more.

    Raises NotOnTable.
    """
    _refuse_unseen(seat, key)
    with reading() as session:
        opening_id = material.opening_of(session, seat.sitting.area_id, key[0])
    if opening_id is None:
        raise NotOnTable
    opening = asking.opening_of(seat.sitting.area_id, opening_id)
    safeguarding.hold_by_hand(opening, key[0], "amber", "Somebody at the young commissioners' table was worried")
    with transaction() as session:
        _keep_call(session, seat, "worried", key)


ABOUT_WORDS: Mapping[str, Callable[[Seat, Key], None]] = {"known": might_know, "worried": is_worried}


def calls_of(area_slug: str, sitting_id: str | None = None) -> Sequence[Call]:
    """The newest first: of one table, or of all of an area's."""
    with reading() as session:
        rows = seats.calls(session, areas.by_slug(session, area_slug).id, sitting_id)
    return [Call(row.id, row.sitting_id, row.number, row.what, row.called_at, row.seen_at) for row in rows]


def see_to(area_slug: str, call_id: str, *, staff_id: str) -> None:
    """An adult has seen to it; it stays on the trail."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        if seats.see_call(session, area_id, call_id, staff_id):
            staff.note(session, "call seen to", area_id=area_id, staff_id=staff_id, subject=call_id)


def _refuse_unseen(seat: Seat, key: Key) -> None:
    with reading() as session:
        if key not in readable(session, seat.sitting.area_id, seat.sitting.wave_id, seat.hidden):
            raise NotOnTable


def _keep_call(session: Connection, seat: Seat, what: What, key: Key) -> None:
    area_id, sitting_id = seat.sitting.area_id, seat.sitting.id
    seats.add_call(session, area_id, sitting_id, seat.id, what, answer_id=key[0], ordinal=key[1])
    staff.note(session, f"words {what} at a table", area_id=area_id, staff_id=None, subject=sitting_id)
