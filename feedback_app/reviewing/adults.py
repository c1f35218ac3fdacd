"""The adults who may be in the room with a table, one of whom is named for it."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.people import LEAD, Role
from feedback_app.storage import areas, staff
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record

# who may be the adult in the room
ADULTS: tuple[Role, ...] = ("participation_officer", "facilitator", "safety_adult", LEAD)


class NoAdult(HeardError):
    words = (
        "A table does not open without a named adult who is in the room. Choose somebody from the list, or ask whoever "
        "looks after Heard to add one."
    )


def to_choose(area_slug: str) -> list[tuple[str, str]]:
    """Who may be the adult at a table: ids and names."""
    with reading() as session:
        found = adults_of(session, areas.by_slug(session, area_slug).id)
    return list(dict.fromkeys((row.id, row.name) for row in found))


def adults_of(session: Connection, area_id: str) -> list[Record]:
    return [row for row in staff.everybody(session, area_id) if row.role in ADULTS]
