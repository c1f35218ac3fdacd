"""Refuses, in every test, a query that could reach another area's rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql import operators
from sqlalchemy.sql.expression import ColumnElement, Delete, FromClause, Join, Select, TextClause, Update
from sqlalchemy.sql.visitors import ExternallyTraversible

from feedback_app.storage.tables import metadata

OWNED = frozenset(table.name for table in metadata.tables.values() if "area_id" in table.c)


class QueryWithoutArea(AssertionError):
    """A query reads or changes rows of an area without saying whose; `any_area` would have to say why it may."""


@dataclass(frozen=True, slots=True)
class Restricted:
    """Column is fixed when the one it is `like` is fixed; `like` is None for one that stands equal to a value."""

    table: FromClause
    like: FromClause | None


def watch() -> None:
    sa.event.listen(Engine, "before_execute", _look)


def unwatch() -> None:
    sa.event.remove(Engine, "before_execute", _look)


def _look(
    connection: Connection,
    query: Any,
    _many: object,
    _values: object,
    execution_options: Mapping[str, object],
) -> None:
    reason = {**execution_options, **query.get_execution_options()}.get("any_area")
    free = sorted(set(_free_tables(query, frozenset())))
    if free and not (isinstance(reason, str) and reason):
        raise QueryWithoutArea(f"{', '.join(free)} without an area in:\n{query}")


def _free_tables(query: Any, fixed_outside: frozenset[FromClause]) -> Iterator[str]:
    """The tables that a query and the queries inside it leave open to every area."""
    if isinstance(query, TextClause):
        yield from (name for name in OWNED if name in query.text.split())
    if not isinstance(query, Select | Update | Delete):
        for inner in _inner(query):
            yield from _free_tables(inner, fixed_outside)
        return
    sources = query.get_final_froms() if isinstance(query, Select) else [query.table]
    tables = {table for source in sources for table in _tables(source)}
    conditions = list(_conditions(query.whereclause))
    for source in sources:
        conditions += _join_conditions(source)
    fixed = _fixed(conditions, fixed_outside)
    yield from (_name(table) for table in tables - fixed if _name(table) in OWNED)
    for inner in _inner(query):
        yield from _free_tables(inner, fixed)


def _inner(element: ExternallyTraversible) -> Iterator[Any]:
    """The next queries inside an element, however deep they lie in it."""
    for child in element.get_children():
        if isinstance(child, Select | Update | Delete):
            yield child
        else:
            yield from _inner(child)


def _tables(source: FromClause) -> Iterator[FromClause]:
    if isinstance(source, Join):
        yield from _tables(source.left)
        yield from _tables(source.right)
    else:
        yield source


def _join_conditions(source: FromClause) -> Iterator[Restricted]:
    if not isinstance(source, Join):
        return
    inside_right = set(_tables(source.right))
    for condition in _conditions(source.onclause):
        # an outer join keeps the rows of its left side whatever its condition says
        if not source.isouter or condition.table in inside_right:
            yield condition
    yield from _join_conditions(source.left)
    yield from _join_conditions(source.right)


def _conditions(clause: ColumnElement[Any] | None) -> Iterator[Restricted]:
    """What must be true of area columns: only the parts joined by AND count."""
    if isinstance(clause, sa.BooleanClauseList) and clause.operator is operators.and_:
        for part in clause.clauses:
            yield from _conditions(part)
    if isinstance(clause, sa.BinaryExpression) and clause.operator is operators.eq:
        for one, other in ((clause.left, clause.right), (clause.right, clause.left)):
            if isinstance(one, sa.Column) and one.name == "area_id":
                if isinstance(other, sa.BindParameter) and other.value is not None:
                    yield Restricted(one.table, None)
                elif isinstance(other, sa.Column) and other.name == "area_id":
                    yield Restricted(one.table, other.table)


def _fixed(conditions: list[Restricted], fixed_outside: frozenset[FromClause]) -> frozenset[FromClause]:
    fixed = set(fixed_outside) | {one.table for one in conditions if one.like is None}
    for _ in conditions:
        fixed |= {one.table for one in conditions if one.like in fixed}
    return frozenset(fixed)


def _name(table: FromClause) -> str:
    return str(getattr(getattr(table, "element", table), "name", ""))
