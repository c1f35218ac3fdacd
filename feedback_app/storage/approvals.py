"""Queries about translations: which words of which language a named speaker has approved for an area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import new_id, translation_approval

BEFORE_ANY_AREA = {"any_area": "the first page and the help lines belong to no area: what any area approved is shown"}


def standing(session: Connection, area_id: str) -> Sequence[Record]:
    """The approvals of an area that nobody has withdrawn."""
    return session.execute(
        sa.select(translation_approval)
        .where(translation_approval.c.area_id == area_id, translation_approval.c.withdrawn_on.is_(None))
        .order_by(translation_approval.c.language, translation_approval.c.subject)
    ).all()


def standing_anywhere(session: Connection, subject: str) -> Sequence[Record]:
    """The approvals of one subject in any area."""
    found = sa.select(translation_approval.c.language, translation_approval.c.subject, translation_approval.c.digest)
    return session.execute(
        found.where(translation_approval.c.subject == subject, translation_approval.c.withdrawn_on.is_(None)),
        execution_options=BEFORE_ANY_AREA,
    ).all()


def approve(
    session: Connection,
    area_id: str,
    *,
    language: str,
    subject: str,
    digest: str,
    speaker: str,
    staff_id: str | None,
    on: dt.date,
) -> None:
    """Approve exactly these words; an approval of them that was withdrawn stands again, by its new speaker."""
    said = {"speaker": speaker, "staff_id": staff_id, "approved_on": on}
    values = {"id": new_id(), "area_id": area_id, "language": language, "subject": subject, "digest": digest}
    if not insert_once(session, translation_approval, **values, **said):
        session.execute(
            translation_approval.update()
            .where(translation_approval.c.area_id == area_id, translation_approval.c.digest == digest)
            .where(translation_approval.c.language == language, translation_approval.c.subject == subject)
            .values(withdrawn_on=None, **said)
        )


def withdraw(session: Connection, area_id: str, *, language: str, subject: str, on: dt.date) -> int:
    """Withdraw every approval of a subject and say how many stood."""
    found = session.execute(
        translation_approval.update()
        .where(translation_approval.c.area_id == area_id, translation_approval.c.withdrawn_on.is_(None))
        .where(translation_approval.c.language == language, translation_approval.c.subject == subject)
        .values(withdrawn_on=on)
    )
    return int(found.rowcount)
