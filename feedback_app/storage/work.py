"""Queries about work: queued with its cause, claimed with a lease, tried again when its worker dies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Query, Record
from feedback_app.storage.tables import new_id, now, work

ANY_AREA = {"any_area": "the worker serves every area"}
LEASE = dt.timedelta(seconds=60)
ATTEMPTS = 5


def queue(session: Connection, area_id: str, kind: str, subject: str, *, asked_by: str | None = None) -> str:
    """Queue work unless the same work already waits and nobody has begun it."""
    found = session.execute(_unfinished(area_id, kind, subject).where(work.c.lease.is_(None))).scalar()
    if found is not None:
        return str(found)
    work_id, at = new_id(), now()
    values = {"id": work_id, "area_id": area_id, "kind": kind, "subject": subject, "asked_by": asked_by}
    session.execute(work.insert().values(**values, queued_at=at, not_before=at))
    return work_id


def waits(session: Connection, area_id: str, kind: str, subject: str) -> bool:
    """Whether such work is queued or being done."""
    return session.execute(_unfinished(area_id, kind, subject)).first() is not None


def newest(session: Connection, area_id: str, kind: str, subject: str) -> Record | None:
    """The work of a kind that was queued last, done or not."""
    found = sa.select(work).where(work.c.area_id == area_id, work.c.kind == kind, work.c.subject == subject)
    return session.execute(found.order_by(work.c.queued_at.desc(), work.c.id.desc()).limit(1)).one_or_none()


def claim(session: Connection) -> Record | None:
    """Take the oldest work that is due and that no living worker holds."""
    at, lease = now(), new_id()
    due = (
        sa.select(work.c.id)
        .where(work.c.done_at.is_(None), work.c.failed_at.is_(None), work.c.not_before <= at)
        .where(sa.or_(work.c.lease_ends_at.is_(None), work.c.lease_ends_at < at))
        .order_by(work.c.queued_at, work.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(**ANY_AREA)
    )
    work_id = session.execute(due).scalar()
    if work_id is None:
        return None
    session.execute(
        work.update()
        .where(work.c.id == work_id)
        .values(lease=lease, lease_ends_at=at + LEASE, attempts=work.c.attempts + 1)
        .execution_options(**ANY_AREA)
    )
    found = sa.select(work).where(work.c.id == work_id).execution_options(**ANY_AREA)
    return session.execute(found).one()


def beat(session: Connection, work_id: str, lease: str) -> bool:
    """Keep hold of work for another minute; False when somebody else has taken it."""
    return _mine(session, work_id, lease, lease_ends_at=now() + LEASE)


def finish(session: Connection, work_id: str, lease: str) -> bool:
    return _mine(session, work_id, lease, done_at=now(), lease=None, lease_ends_at=None)


def put_back(session: Connection, row: Record, problem: str, *, for_good: bool = False) -> bool:
    """Try again later, twice as long each time; give up after ATTEMPTS or at once. Keep the reason, never words."""
    if for_good or row.attempts >= ATTEMPTS:
        return _mine(session, row.id, row.lease, failed_at=now(), problem=problem, lease=None, lease_ends_at=None)
    wait = dt.timedelta(seconds=2**row.attempts)
    values = {"not_before": now() + wait, "problem": problem, "lease": None, "lease_ends_at": None}
    return _mine(session, row.id, row.lease, **values)


def state(session: Connection, area_id: str, work_id: str) -> Record | None:
    found = sa.select(work).where(work.c.area_id == area_id, work.c.id == work_id)
    return session.execute(found).one_or_none()


def _unfinished(area_id: str, kind: str, subject: str) -> Query:
    return sa.select(work.c.id).where(
        work.c.area_id == area_id,
        work.c.kind == kind,
        work.c.subject == subject,
        work.c.done_at.is_(None),
        work.c.failed_at.is_(None),
    )


def _mine(session: Connection, work_id: str, held: str, **values: Any) -> bool:
    changed = session.execute(
        work.update().where(work.c.id == work_id, work.c.lease == held).values(**values).execution_options(**ANY_AREA)
    )
    return changed.rowcount == 1
