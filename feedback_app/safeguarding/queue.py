"""The lead's queue: which concerns wait and who asked to be reached, never what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from feedback_app.storage import areas, concerns, responses, seat_concerns
from feedback_app.storage.db import reading

LEVELS = ("red", "amber", "review")
AT_A_TABLE = ("young_commissioner", "Young commissioners’ table")  # audience and place of words that a seat wrote


@dataclass(frozen=True, slots=True)
class Listed:
    """A concern as the queue shows it: no words."""

    reference: str
    level: str
    received_at: dt.datetime
    audience: str
    survey_title: str
    is_opened: bool


def waiting(area_id: str) -> list[Listed]:
    """The queue: what waits, never what was said."""
    with reading() as session:
        rows = concerns.waiting(session, area_id)
        at_tables = seat_concerns.waiting(session, area_id)
    listed = [
        *(
            Listed(row.reference, row.level, row.received_at, row.audience, row.survey_title, row.is_opened)
            for row in rows
        ),
        *(Listed(row.reference, row.level, row.received_at, *AT_A_TABLE, row.is_opened) for row in at_tables),
    ]
    return sorted(listed, key=lambda one: (LEVELS.index(one.level), one.received_at, one.reference))


def shown_again(area_id: str) -> list[tuple[str, dt.datetime]]:
    """The concerns whose words may be shown again: reference and since when, the newest first."""
    with reading() as session:
        rows = [*concerns.released(session, area_id), *seat_concerns.released(session, area_id)]
    found = [(str(row.reference), row.released_at) for row in rows]
    return sorted(found, key=lambda one: (one[1], one[0]), reverse=True)


def contacts_waiting(area_id: str) -> list[tuple[str, dt.datetime]]:
    """Who asked to be talked to: an id and a time, no words."""
    with reading() as session:
        return [(row.id, row.asked_at) for row in responses.contacts(session, area_id)]


def area_of(slug: str) -> str:
    with reading() as session:
        return str(areas.by_slug(session, slug).id)
