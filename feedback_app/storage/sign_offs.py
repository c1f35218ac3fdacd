"""Queries about what young people say of the words at the end. Rows are added and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import new_id, now, seat_concern, sign_off


def add(session: Connection, area_id: str, sitting_id: str, seat_id: str, *, words: str, **values: Any) -> None:
    """One more row of what a seat, or the group through it, says."""
    row_id = new_id()
    last = sa.select(sa.func.max(sign_off.c.ordinal)).where(
        sign_off.c.area_id == area_id, sign_off.c.sitting_id == sitting_id
    )
    session.execute(
        sign_off.insert().values(
            id=row_id,
            area_id=area_id,
            sitting_id=sitting_id,
            seat_id=seat_id,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            words=seal(words, f"sign_off:{row_id}") if words else None,
            said_at=now(),
            **values,
        )
    )


def of(session: Connection, area_id: str, kind: str, subject: str) -> Sequence[Record]:
    """What counts now, of every sitting in turn: the newest row of each group and seat that was not taken back.

    `held` says whether the lead has its words, and nobody else.
    """
    joined = sa.and_(seat_concern.c.id == sign_off.c.concern_id, seat_concern.c.area_id == sign_off.c.area_id)
    held = sa.and_(sign_off.c.concern_id.is_not(None), seat_concern.c.released_at.is_(None)).label("held")
    rows = session.execute(
        sa.select(sign_off, held)
        .outerjoin(seat_concern, joined)
        .where(sign_off.c.area_id == area_id, sign_off.c.kind == kind, sign_off.c.subject == subject)
        .order_by(sign_off.c.said_at, sign_off.c.ordinal)
    )
    newest = {(row.sitting_id, "" if row.is_group else row.seat_id): row for row in rows}
    return [row for row in newest.values() if row.stance != "taken_back"]
