"""Queries about standards that may be about the same: who decided what, one row for each decision."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.tables import decision, new_id, now, staff

RELATED = "related standards"
CONFIRMED, REFUSED = "confirmed", "refused"
_BETWEEN = " "  # ids of standards have no space in them


def keep(
    session: Connection,
    area_id: str,
    wave_id: str,
    pair: Collection[str],
    *,
    are_related: bool,
    why: str | None,
    staff_id: str,
) -> str:
    """One more decision about two standards; it replaces the one before, which stays."""
    decision_id, subject = new_id(), _BETWEEN.join(sorted(pair))
    earlier = (
        sa.select(decision.c.id)
        .where(decision.c.area_id == area_id, decision.c.subject_kind == RELATED, decision.c.subject == subject)
        .order_by(decision.c.decided_at.desc(), decision.c.id)
        .limit(1)
    )
    session.execute(
        decision.insert().values(
            id=decision_id,
            area_id=area_id,
            wave_id=wave_id,
            staff_id=staff_id,
            replaces_id=session.execute(earlier).scalar(),
            subject_kind=RELATED,
            subject=subject,
            what=CONFIRMED if are_related else REFUSED,
            details={},
            why=why,
            decided_at=now(),
        )
    )
    return decision_id


def every(session: Connection, area_id: str) -> Sequence[Record]:
    """Every decision of an area about two standards, whichever wave it was made in, oldest first."""
    return session.execute(
        sa.select(decision.c.subject, decision.c.what, decision.c.why, staff.c.name.label("who"))
        .join(staff, staff.c.id == decision.c.staff_id)
        .where(decision.c.area_id == area_id, decision.c.subject_kind == RELATED)
        .order_by(decision.c.decided_at, decision.c.id)
    ).all()


def pair_of(row: Record) -> tuple[str, str]:
    one, other = str(row.subject).split(_BETWEEN)
    return one, other
