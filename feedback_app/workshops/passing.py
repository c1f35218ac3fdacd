"""The safety adult comes in: by a one-time link that the facilitator gives them in the room, or as themselves.

The link opens one page of one workshop, which says that something needs a safety check and never what. Who made the
link could open it too: so it must not show words.
"""

from __future__ import annotations

import datetime as dt
import secrets

from feedback_app.codes import digest
from feedback_app.people import LinkUsed
from feedback_app.storage import areas, staff
from feedback_app.storage import workshops as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import now
from feedback_app.workshops.running import NotNow

PASS_HOURS = 12


def make_pass(area_slug: str, workshop_id: str, *, staff_id: str) -> str:
    """A token that lets the safety adult in once. A new one ends the one before, unless it was used.

    Raises NoSuchWorkshop, NotNow once the workshop is over.
    """
    token = secrets.token_urlsafe(24)
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        if row.ended_at is not None:
            raise NotNow
        rows.add_pass(session, row.area_id, row.id, digest(token), now() + dt.timedelta(hours=PASS_HOURS))
        staff.note(session, "safety link made", area_id=row.area_id, staff_id=staff_id, subject=row.id)
    return token


def can_be_used(area_slug: str, workshop_id: str, token: str) -> bool:
    """Whether a link can still be opened; looking uses nothing up."""
    with reading() as session:
        area_id = areas.by_slug(session, area_slug).id
        return rows.pass_by_token(session, area_id, workshop_id, digest(token)) is not None


def use_pass(area_slug: str, workshop_id: str, token: str) -> str:
    """Use a link up and return the key that the safety adult's browser keeps. Raises LinkUsed."""
    key = secrets.token_urlsafe(24)
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        found = rows.pass_by_token(session, area_id, workshop_id, digest(token))
        used = found is not None and rows.use_pass(session, area_id, found.id, digest(key))
        if used:
            staff.note(session, "safety link used", area_id=area_id, staff_id=None, subject=workshop_id)
    if not used:
        raise LinkUsed
    return key


def has_pass(area_slug: str, workshop_id: str, key: str) -> bool:
    with reading() as session:
        return rows.has_pass(session, areas.by_slug(session, area_slug).id, workshop_id, digest(key))
