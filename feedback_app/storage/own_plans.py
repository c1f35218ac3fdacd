"""Queries about the plans that an area built for itself."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.tables import new_id, now, own_plan, own_plan_version


def add(session: Connection, area_id: str) -> str:
    """A plan that has no version yet."""
    plan_id = new_id()
    session.execute(own_plan.insert().values(id=plan_id, area_id=area_id))
    return plan_id


def change(session: Connection, area_id: str, plan_id: str, version: int, plan: str, *, staff_id: str) -> bool:
    """Keep one more version; False where somebody else has kept one with this number."""
    values = {"id": new_id(), "area_id": area_id, "plan_id": plan_id, "version": version, "plan": plan}
    return insert_once(session, own_plan_version, **values, staff_id=staff_id, changed_at=now())


def newest(session: Connection, area_id: str, plan_id: str) -> Record | None:
    """The version that counts, of a plan that is on the list."""
    return session.execute(_newest(area_id).where(own_plan_version.c.plan_id == plan_id)).one_or_none()


def version(session: Connection, area_id: str, plan_id: str, number: int) -> Record | None:
    mine = (own_plan_version.c.area_id == area_id, own_plan_version.c.plan_id == plan_id)
    found = sa.select(own_plan_version).where(*mine, own_plan_version.c.version == number)
    return session.execute(found).one_or_none()


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The version that counts of every plan that is on the list, the last changed first."""
    found = _newest(area_id).order_by(own_plan_version.c.changed_at.desc(), own_plan_version.c.plan_id)
    return session.execute(found).all()


def take_off(session: Connection, area_id: str, plan_id: str) -> None:
    mine = (own_plan.c.area_id == area_id, own_plan.c.id == plan_id, own_plan.c.off_at.is_(None))
    session.execute(own_plan.update().where(*mine).values(off_at=now()))


def _newest(area_id: str) -> Query:
    last = (
        sa.select(own_plan_version.c.plan_id, sa.func.max(own_plan_version.c.version).label("version"))
        .where(own_plan_version.c.area_id == area_id)
        .group_by(own_plan_version.c.plan_id)
        .subquery()
    )
    same = (last.c.plan_id == own_plan_version.c.plan_id) & (last.c.version == own_plan_version.c.version)
    return (
        sa.select(own_plan_version)
        .join(last, same)
        .join(own_plan, own_plan.c.id == own_plan_version.c.plan_id)
        .where(own_plan_version.c.area_id == area_id, own_plan.c.area_id == area_id, own_plan.c.off_at.is_(None))
    )
