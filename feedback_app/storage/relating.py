"""Queries about standards that may be about the same: who decided what, one row for each decision."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from analysis.related import Said
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import new_id, now, related_decision, staff


def keep(
    session: Connection, area_id: str, pair: Collection[str], *, said: Said, why: str | None, staff_id: str
) -> None:
    """One more decision about two standards; the ones before it stay."""
    one, other = sorted(pair)
    session.execute(
        related_decision.insert().values(
            id=new_id(),
            area_id=area_id,
            staff_id=staff_id,
            one_id=one,
            other_id=other,
            said=said,
            why=why,
            decided_at=now(),
        )
    )


def every(session: Connection, area_id: str) -> Sequence[Record]:
    """Every decision of an area about two standards, oldest first, with the name of whoever made it."""
    return session.execute(
        sa.select(related_decision, staff.c.name.label("who"))
        .join(staff, staff.c.id == related_decision.c.staff_id)
        .where(related_decision.c.area_id == area_id)
        .order_by(related_decision.c.decided_at, related_decision.c.id)
    ).all()
