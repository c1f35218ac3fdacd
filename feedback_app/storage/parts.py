"""Queries about how seats judged the part that they had. Rows are added and never changed."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.tables import new_id, now, part_judged


def add(session: Connection, area_id: str, sitting_id: str, seat_id: str, said: Mapping[str, str]) -> None:
    mine = (part_judged.c.area_id == area_id, part_judged.c.seat_id == seat_id)
    last = session.execute(sa.select(sa.func.max(part_judged.c.ordinal)).where(*mine)).scalar() or 0
    values = {"id": new_id(), "area_id": area_id, "sitting_id": sitting_id, "seat_id": seat_id, "ordinal": last + 1}
    session.execute(part_judged.insert().values(**values, said=dict(said), said_at=now()))


def newest(session: Connection, area_id: str, sitting_id: str) -> Mapping[str, Mapping[str, str]]:
    """By seat, what it said last."""
    found = sa.select(part_judged).where(part_judged.c.area_id == area_id, part_judged.c.sitting_id == sitting_id)
    return {row.seat_id: row.said for row in session.execute(found.order_by(part_judged.c.ordinal))}
