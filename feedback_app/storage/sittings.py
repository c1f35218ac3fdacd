"""Queries about sittings: the meetings of young commissioners at a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.tables import area, new_id, now, sitting, staff, wave


class NoSuchSitting(NotFound):
    words = "There is no such table here."


def add(session: Connection, area_id: str, **values: Any) -> str:
    sitting_id = new_id()
    session.execute(sitting.insert().values(id=sitting_id, area_id=area_id, made_at=now(), **values))
    return sitting_id


def one_at_a_time(session: Connection, area_id: str, sitting_id: str) -> None:
    """Until this transaction ends, no other that says so too changes what is at this table; as `workshops` does."""
    mine = (sitting.c.area_id == area_id, sitting.c.id == sitting_id)
    session.execute(sa.select(sitting.c.id).where(*mine).with_for_update())


def by_id(session: Connection, area_id: str, sitting_id: str) -> Record:
    """Raises NoSuchSitting."""
    found = _sittings().where(sitting.c.area_id == area_id, sitting.c.id == sitting_id)
    row = session.execute(found).one_or_none()
    if row is None:
        raise NoSuchSitting
    return row


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The newest first."""
    order = (sitting.c.made_at.desc(), sitting.c.id)
    return session.execute(_sittings().where(sitting.c.area_id == area_id).order_by(*order)).all()


def change(session: Connection, area_id: str, sitting_id: str, **values: Any) -> None:
    """Write when it began or ended, or how it was judged."""
    session.execute(sitting.update().where(sitting.c.area_id == area_id, sitting.c.id == sitting_id).values(**values))


def _sittings() -> Query:
    columns: Mapping[str, sa.ColumnElement[Any]] = {
        "area_slug": area.c.slug,
        "area_name": area.c.name,
        "example": area.c.example,
        "adult": staff.c.name,
        "wave_slug": wave.c.slug,
        "wave_title": wave.c.title,
    }
    return (
        sa.select(sitting, *(column.label(name) for name, column in columns.items()))
        .join(area, area.c.id == sitting.c.area_id)
        .join(staff, staff.c.id == sitting.c.adult_id)
        .outerjoin(wave, sa.and_(wave.c.id == sitting.c.wave_id, wave.c.area_id == sitting.c.area_id))
    )
