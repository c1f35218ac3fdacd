"""Queries about what groups say together. Words are opened here, and never those that must not be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage import copies
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import (
    area,
    new_id,
    now,
    statement,
    statement_off,
    statement_tap,
    statement_yes,
    today,
    workshop,
)


def add(
    session: Connection, area_id: str, workshop_id: str, words: str, *, ideas: Iterable[str], staff_id: str
) -> None:
    """Keep one more wording, with the answers whose words stand in it."""
    last = sa.select(sa.func.max(statement.c.ordinal))
    last = last.where(statement.c.area_id == area_id, statement.c.workshop_id == workshop_id)
    statement_id = new_id()
    session.execute(
        statement.insert().values(
            id=statement_id,
            area_id=area_id,
            workshop_id=workshop_id,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            words=seal(words, f"statement:{statement_id}"),
            staff_id=staff_id,
            written_at=now(),
        )
    )
    copies.keep(session, area_id, workshop_id, statement_id, ideas)


def of_workshop(session: Connection, area_id: str, workshop_id: str) -> Sequence[Record]:
    """Every wording with its yes, the oldest first."""
    found = _statements().where(statement.c.area_id == area_id, statement.c.workshop_id == workshop_id)
    return session.execute(found.order_by(statement.c.ordinal)).all()


def public(session: Connection, area_id: str) -> Sequence[Record]:
    """The newest wording to which each group of an area said yes, where anybody may read it; newest first."""
    later, later_yes = statement.alias("later"), statement_yes.alias("later_yes")
    overtaken = sa.exists(
        sa.select(later.c.id)
        .join(later_yes, later_yes.c.statement_id == later.c.id)
        .where(later.c.area_id == area_id, later_yes.c.area_id == area_id)
        .where(later.c.workshop_id == statement.c.workshop_id, later.c.ordinal > statement.c.ordinal)
    )
    found = _statements().where(statement.c.area_id == area_id, statement_yes.c.is_public, ~overtaken)
    found = found.where(statement_off.c.id.is_(None), ~copies.is_off(statement))
    return session.execute(found.order_by(statement_yes.c.agreed_on.desc(), statement.c.id)).all()


def workshop_of(session: Connection, area_id: str, statement_id: str) -> str | None:
    found = sa.select(statement.c.workshop_id).where(statement.c.area_id == area_id, statement.c.id == statement_id)
    workshop_id: str | None = session.execute(found).scalar()
    return workshop_id


def say_yes(
    session: Connection,
    area_id: str,
    statement_id: str,
    *,
    agree: int,
    people: int,
    differently: str,
    is_public: bool,
    staff_id: str,
) -> bool:
    """Keep the group's yes to one wording; False where it has one."""
    yes_id = new_id()
    return insert_once(
        session,
        statement_yes,
        id=yes_id,
        area_id=area_id,
        statement_id=statement_id,
        agree=agree,
        people=people,
        differently=seal(differently, f"statement_yes:{yes_id}") if differently else None,
        is_public=is_public,
        staff_id=staff_id,
        agreed_on=today(),
    )


def take_off(session: Connection, area_id: str, statement_id: str, *, staff_id: str) -> bool:
    """Nobody reads this wording on the public page any more; False where nobody did."""
    values = {"id": new_id(), "area_id": area_id, "statement_id": statement_id, "staff_id": staff_id}
    return insert_once(session, statement_off, **values, taken_at=now())


def open_words(row: Record) -> str:
    return "" if row.is_held else unseal(row.words, f"statement:{row.id}")


def open_differently(row: Record) -> str:
    if row.is_held or row.differently is None:
        return ""
    return unseal(row.differently, f"statement_yes:{row.yes_id}")


def _statements() -> Query:
    yes = sa.and_(statement_yes.c.statement_id == statement.c.id, statement_yes.c.area_id == statement.c.area_id)
    off = sa.and_(statement_off.c.statement_id == statement.c.id, statement_off.c.area_id == statement.c.area_id)
    tapped = sa.select(sa.func.count()).select_from(statement_tap)
    tapped = tapped.where(
        statement_tap.c.area_id == statement.c.area_id, statement_tap.c.statement_id == statement.c.id
    )
    return (
        sa.select(
            statement,
            statement_yes.c.id.label("yes_id"),
            statement_yes.c.agree,
            statement_yes.c.people,
            statement_yes.c.differently,
            statement_yes.c.is_public,
            statement_yes.c.agreed_on,
            statement_off.c.id.is_not(None).label("is_off"),
            copies.is_off(statement).label("is_held"),
            tapped.scalar_subquery().label("phones"),
            workshop.c.group_name,
            area.c.slug.label("area_slug"),
        )
        .join(workshop, sa.and_(workshop.c.id == statement.c.workshop_id, workshop.c.area_id == statement.c.area_id))
        .join(area, area.c.id == statement.c.area_id)
        .outerjoin(statement_yes, yes)
        .outerjoin(statement_off, off)
    )
