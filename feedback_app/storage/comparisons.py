"""Queries about comparisons of two lists: which were asked for, and which pairs were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import comparison, new_id, now, staff, strategy_version

List = tuple[str, str]  # the id of a strategy's version, and a set of it


class NoSuchComparison(NotFound):
    words = "There is no such comparison of two lists."


def add(session: Connection, area_id: str, one: List, other: List, *, staff_id: str) -> str:
    """Return the id of a new comparison."""
    comparison_id = new_id()
    session.execute(
        comparison.insert().values(
            id=comparison_id,
            area_id=area_id,
            staff_id=staff_id,
            one_version_id=one[0],
            one_set=one[1],
            other_version_id=other[0],
            other_set=other[1],
            asked_at=now(),
        )
    )
    return comparison_id


def find(session: Connection, area_id: str, one: List, other: List) -> str | None:
    """The comparison of these two lists, whichever way round they were chosen."""
    columns = (comparison.c.one_version_id, comparison.c.one_set, comparison.c.other_version_id, comparison.c.other_set)
    ways = (
        sa.and_(*(column == value for column, value in zip(columns, way, strict=True)))
        for way in ((*one, *other), (*other, *one))
    )
    query = sa.select(comparison.c.id).where(comparison.c.area_id == area_id, sa.or_(*ways))
    return session.execute(query.order_by(comparison.c.asked_at, comparison.c.id)).scalars().first()


def tell(session: Connection, area_id: str, comparison_id: str, found: Sequence[Mapping[str, Any]]) -> None:
    session.execute(
        comparison.update()
        .where(comparison.c.area_id == area_id, comparison.c.id == comparison_id)
        .values(found=[dict(one) for one in found], made_at=now())
    )


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The newest first, each with its two strategies as they were then and the name of whoever asked."""
    return session.execute(_all(area_id).order_by(comparison.c.asked_at.desc(), comparison.c.id)).all()


def by_id(session: Connection, area_id: str, comparison_id: str) -> Record:
    """Raises NoSuchComparison."""
    row = session.execute(_all(area_id).where(comparison.c.id == comparison_id)).one_or_none()
    if row is None:
        raise NoSuchComparison
    return row


def _all(area_id: str) -> sa.Select[*tuple[object, ...]]:
    one, other = strategy_version.alias("one"), strategy_version.alias("other")
    return (
        sa.select(
            comparison,
            one.c.definition.label("one_definition"),
            other.c.definition.label("other_definition"),
            staff.c.name.label("asked_by"),
        )
        .join(one, sa.and_(one.c.id == comparison.c.one_version_id, one.c.area_id == comparison.c.area_id))
        .join(other, sa.and_(other.c.id == comparison.c.other_version_id, other.c.area_id == comparison.c.area_id))
        .join(staff, staff.c.id == comparison.c.staff_id)
        .where(comparison.c.area_id == area_id)
    )
