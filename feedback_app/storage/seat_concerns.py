"""Queries about words of a seat that the concern rules hold. Only the lead's pages open them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import area, new_id, now, seat_concern, seat_concern_step, staff


def add(
    session: Connection,
    area_id: str,
    *,
    sitting_id: str,
    seat_id: str,
    level: str,
    found: Sequence[Mapping[str, object]],
    asked: str,
    words: str,
) -> str:
    """Keep a concern with its own sealed copy of the words."""
    concern_id = new_id()
    session.execute(
        seat_concern.insert().values(
            id=concern_id,
            area_id=area_id,
            sitting_id=sitting_id,
            seat_id=seat_id,
            reference=_next_reference(session, area_id),
            level=level,
            found=[dict(one) for one in found],
            asked=asked,
            words=seal(words, f"seat_concern:{concern_id}"),
            received_at=now(),
        )
    )
    return concern_id


def waiting(session: Connection, area_id: str) -> Sequence[Record]:
    """Without their words: red first, then amber, each oldest first."""
    rank = sa.case({"red": 0, "amber": 1}, value=seat_concern.c.level, else_=2)
    return session.execute(
        sa.select(
            seat_concern.c.reference,
            seat_concern.c.level,
            seat_concern.c.received_at,
            seat_concern.c.opened_at.is_not(None).label("is_opened"),
        )
        .where(seat_concern.c.area_id == area_id, seat_concern.c.released_at.is_(None))
        .order_by(rank, seat_concern.c.received_at, seat_concern.c.reference)
    ).all()


def by_reference(session: Connection, area_id: str, reference: str) -> Record | None:
    found = sa.select(seat_concern).where(seat_concern.c.area_id == area_id, seat_concern.c.reference == reference)
    return session.execute(found).one_or_none()


def open_one(session: Connection, area_id: str, concern_id: str, staff_id: str) -> None:
    """Write down who opened it first; later openings are in the audit trail."""
    session.execute(
        seat_concern.update()
        .where(seat_concern.c.area_id == area_id, seat_concern.c.id == concern_id, seat_concern.c.opened_at.is_(None))
        .values(opened_at=now(), opened_by=staff_id)
    )


def opened(session: Connection, area_id: str, concern_id: str) -> Record:
    """When a concern that was opened was first, and by whom."""
    found = sa.select(seat_concern.c.opened_at, staff.c.name).join(staff, staff.c.id == seat_concern.c.opened_by)
    return session.execute(found.where(seat_concern.c.area_id == area_id, seat_concern.c.id == concern_id)).one()


def release(session: Connection, area_id: str, concern_id: str, at: dt.datetime | None) -> bool:
    """Write since when the words may be shown again, or None that they are held; say whether that is new."""
    is_other = seat_concern.c.released_at.is_(None) if at else seat_concern.c.released_at.is_not(None)
    found = seat_concern.update().where(seat_concern.c.area_id == area_id, seat_concern.c.id == concern_id, is_other)
    return session.execute(found.values(released_at=at)).rowcount == 1


def released(session: Connection, area_id: str) -> Sequence[Record]:
    """Concerns that somebody has released, without their words."""
    found = sa.select(seat_concern.c.reference, seat_concern.c.released_at).where(seat_concern.c.area_id == area_id)
    return session.execute(found.where(seat_concern.c.released_at.is_not(None))).all()


def add_step(session: Connection, area_id: str, concern_id: str, *, what: str, staff_id: str, why: str) -> None:
    step_id = new_id()
    values = {"id": step_id, "area_id": area_id, "seat_concern_id": concern_id, "staff_id": staff_id, "what": what}
    session.execute(
        seat_concern_step.insert().values(**values, at=now(), why=seal(why, f"seat_concern_step:{step_id}"))
    )


def steps(session: Connection, area_id: str, concern_id: str) -> Sequence[Record]:
    return session.execute(
        sa.select(seat_concern_step, staff.c.name)
        .join(staff, staff.c.id == seat_concern_step.c.staff_id)
        .where(seat_concern_step.c.area_id == area_id, seat_concern_step.c.seat_concern_id == concern_id)
        .order_by(seat_concern_step.c.at, seat_concern_step.c.id)
    ).all()


def _next_reference(session: Connection, area_id: str) -> str:
    # the area's row is the lock that keeps two references apart on PostgreSQL; T is for the table
    found = sa.select(area.c.slug, area.c.details).where(area.c.id == area_id).with_for_update()
    owner = session.execute(found).one()
    taken = session.execute(sa.select(sa.func.count()).where(seat_concern.c.area_id == area_id)).scalar_one()
    return f"{owner.details.get('short') or owner.slug[:2].upper()}-T{taken + 1:03d}"
