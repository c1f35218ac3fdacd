"""What groups of an area say together, for anybody to read: only with their yes, and nothing that a concern holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.storage import areas
from feedback_app.storage import statements as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.workshops import tapping
from feedback_app.workshops.statements import NoSuchStatement

FLOOR = 10  # people, under which no number stands on a public page


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as anybody may read it. `people` is how many came, or None under the floor."""

    id: str
    group_name: str
    words: str
    differently: str
    agreed_on: dt.date
    people: int | None
    is_everybody: bool | None  # of those who were asked agree; None where so few phones said it that it is not told


@dataclass(frozen=True, slots=True)
class SaidHere:
    """All of one area, the newest first."""

    area_name: str
    is_example: bool
    statements: Sequence[Said]


def of_area(slug: str) -> SaidHere:
    """Raises NoSuchArea."""
    with reading() as session:
        area = areas.by_slug(session, slug)
        found = rows.public(session, area.id)
        counts = {row.workshop_id: workshop_rows.attendances(session, area.id, row.workshop_id) for row in found}
    return SaidHere(area.name, area.example, [_said(row, counts[row.workshop_id]) for row in found])


def newer(slug: str, statement_id: str) -> str:
    """The id of the statement that stands in place of an earlier one. Raises NoSuchArea, NoSuchStatement."""
    with reading() as session:
        area = areas.by_slug(session, slug)
        public = {row.workshop_id: row.id for row in rows.public(session, area.id)}
        workshop_id = rows.workshop_of(session, area.id, statement_id)
    if workshop_id not in public:
        raise NoSuchStatement
    return str(public[workshop_id])


def _said(row: Record, came: Sequence[Record]) -> Said:
    people = sum(one.people for one in came) or row.people
    return Said(
        row.id,
        row.group_name,
        rows.open_words(row),
        rows.open_differently(row),
        row.agreed_on,
        people if people >= FLOOR else None,
        None if 0 < row.phones < tapping.FLOOR else row.agree == row.people,
    )
