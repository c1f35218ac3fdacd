"""Queries about people who asked to be asked in another format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import format_request, new_id, opening, survey_version, today


def keep(
    session: Connection,
    area_id: str,
    *,
    opening_id: str,
    formats: Sequence[str],
    note: str,
    reach: str,
    key_hash: bytes,
) -> bool:
    """Keep what somebody asked for, once, their words sealed to its row; say whether it is new."""
    request_id = new_id()
    return insert_once(
        session,
        format_request,
        id=request_id,
        area_id=area_id,
        opening_id=opening_id,
        formats=list(formats),
        note=seal(note, f"format_request:{request_id}:note") if note else None,
        reach=seal(reach, f"format_request:{request_id}:reach") if reach else None,
        asked_on=today(),
        key_hash=key_hash,
    )


def every(session: Connection, area_id: str) -> Sequence[Record]:
    """All of an area, what waits first, without a word of anybody's."""
    return session.execute(
        sa.select(
            format_request.c.id,
            format_request.c.formats,
            format_request.c.asked_on,
            format_request.c.dealt_on,
            sa.or_(format_request.c.note.is_not(None), format_request.c.reach.is_not(None)).label("wrote"),
            survey_version.c.title,
        )
        .join(opening, opening.c.id == format_request.c.opening_id)
        .join(survey_version, survey_version.c.id == opening.c.survey_version_id)
        .where(format_request.c.area_id == area_id, opening.c.area_id == area_id)
        .where(survey_version.c.area_id == area_id)
        .order_by(format_request.c.dealt_on.is_not(None), format_request.c.asked_on.desc(), format_request.c.id)
    ).all()


def by_id(session: Connection, area_id: str, request_id: str) -> Record | None:
    found = sa.select(format_request).where(format_request.c.area_id == area_id, format_request.c.id == request_id)
    return session.execute(found).one_or_none()


def deal(session: Connection, area_id: str, request_id: str, *, staff_id: str, on: dt.date) -> None:
    """Somebody has dealt with it: how to reach the person is not needed any more, and goes."""
    session.execute(
        format_request.update()
        .where(format_request.c.area_id == area_id, format_request.c.id == request_id)
        .values(dealt_on=on, dealt_by=staff_id, reach=None, note=None)
    )
