"""Phones and the statement: “Yes, publish it” or “Not like this”, one voice a phone, hidden until they are closed.

A new wording asks everybody anew. What is closed stays closed, because whoever had said no could be talked round.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.codes import digest
from feedback_app.storage import areas, responses, staff
from feedback_app.storage import statements as statement_rows
from feedback_app.storage import taps as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import refuse_safety_adult

FLOOR = 5  # phones: where fewer have said anything, nobody is told how many said what


@dataclass(frozen=True, slots=True)
class Taps:
    """What phones say of one wording. `yes` is 0 until they are closed; `joined` is how many phones are in the room."""

    joined: int
    answered: int
    yes: int
    is_closed: bool

    @property
    def is_counted(self) -> bool:
        """Whether the room may know how many said what."""
        return self.is_closed and self.answered >= FLOOR

    @property
    def is_most(self) -> bool:
        """Whether more than half of those that said anything say yes."""
        return 2 * self.yes > self.answered


def of_wording(room: Room, statement_id: str) -> Taps:
    with reading() as session:
        return counted(session, room.area_id, room.opening_id, statement_id)


def counted(session: Connection, area_id: str, opening_id: str, statement_id: str) -> Taps:
    """The same, inside a transaction."""
    yes, answered = rows.count(session, area_id, statement_id)
    is_closed = rows.are_closed(session, area_id, statement_id)
    joined = responses.how_many(session, area_id, opening_id, "phone")
    return Taps(joined, answered, yes if is_closed else 0, is_closed)


def tap(room: Room, statement_id: str, *, is_yes: bool, key: str) -> None:
    """Keep what a phone says of the newest wording, in place of what it said before: sent again it counts once.

    Raises PlaceLost, SurveyClosed (there is another wording, they are closed, or the workshop is over).
    """
    with transaction() as session:
        row = workshop_rows.by_id(session, room.area_id, room.id)
        newest = statement_rows.of_workshop(session, row.area_id, row.id)[-1:]
        can_answer = [one.id for one in newest if one.yes_id is None and not one.is_held] == [statement_id]
        if row.ended_at is not None or not can_answer or rows.are_closed(session, row.area_id, statement_id):
            raise SurveyClosed
        response = responses.find_by_key(session, room.area_id, room.opening_id, digest(key))
        if response is None:
            raise PlaceLost
        rows.put(session, row.area_id, statement_id, response.id, is_yes=is_yes)


def said_by(room: Room, statement_id: str, *, key: str) -> bool | None:
    """What the phone with this key says of a wording, or None."""
    with reading() as session:
        response = responses.look_by_key(session, room.area_id, room.opening_id, digest(key))
        return None if response is None else rows.of_response(session, room.area_id, statement_id, response.id)


def close(area_slug: str, workshop_id: str, statement_id: str, *, staff_id: str) -> None:
    """Let no phone change it any more, and let the facilitator see what they said.

    Raises NoSuchWorkshop, SafetyAdultRunsNothing.
    """
    with transaction() as session:
        row = workshop_rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        refuse_safety_adult(row.safety_id, staff_id)
        if statement_id not in {one.id for one in statement_rows.of_workshop(session, row.area_id, row.id)}:
            return
        if rows.close(session, row.area_id, statement_id, staff_id=staff_id):
            workshop_rows.turn_on(session, row.area_id, row.id)
            staff.note(session, "phones closed", area_id=row.area_id, staff_id=staff_id, subject=statement_id)


def mark(room: Room) -> int:
    """Another one whenever one more phone has said something, in the step in which it can."""
    if room.step is None or room.step.kind != "statement":
        return 0
    with reading() as session:
        return rows.mark(session, room.area_id, room.id)
