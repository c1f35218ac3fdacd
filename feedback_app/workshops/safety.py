"""What the safety adult's page knows: how many ideas were held, how urgent and when. Never what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.people import LEAD
from feedback_app.storage import areas, concerns, staff
from feedback_app.storage import workshops as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import now
from feedback_app.workshops.rooms import Room, seen

SEEN_SECONDS = 30  # how often at most it is written down that the page is open
LOST_SECONDS = 120  # after which nobody can be sure that the safety adult would be told


@dataclass(frozen=True, slots=True)
class Signal:
    """One idea that needs a safety check: its concern's reference, how urgent, and when it came."""

    reference: str
    level: str
    received_at: dt.datetime


def look(area_slug: str, workshop_id: str) -> tuple[Room, Sequence[Signal]]:
    """The room and what was held in it, the newest first; that the page is open is written down.

    Raises NoSuchWorkshop.
    """
    with reading() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        room = seen(session, row)
        held = concerns.of_opening(session, row.area_id, row.opening_id)
    if room.safety_seen_at is None or now() - room.safety_seen_at > dt.timedelta(seconds=SEEN_SECONDS):
        with transaction() as session:
            rows.safety_was_seen(session, room.area_id, room.id)
    return room, [Signal(one.reference, one.level, one.received_at) for one in held]


def leads(area_slug: str) -> list[str]:
    """The names of those who have the words: the area's safeguarding leads."""
    with reading() as session:
        everybody = staff.everybody(session, areas.by_slug(session, area_slug).id)
    return [row.name for row in everybody if row.role == LEAD]


def is_lost(room: Room) -> bool:
    """Whether the safety adult's page was open, and has not asked for two minutes."""
    return room.safety_seen_at is not None and now() - room.safety_seen_at > dt.timedelta(seconds=LOST_SECONDS)
