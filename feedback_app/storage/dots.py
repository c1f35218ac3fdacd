"""Queries about dots: what each phone has put where, what was counted on paper, and whether the count may be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.tables import dot, dots_closed, new_id, now, paper_dots, response


def put(session: Connection, area_id: str, workshop_id: str, response_id: str, dots: Mapping[str, int]) -> None:
    """What a phone puts stands in place of what it had put: the same again changes nothing."""
    mine = sa.select(response.c.id).where(response.c.area_id == area_id, response.c.id == response_id)
    session.execute(mine.with_for_update())  # of one phone that sends twice at once, one waits for the other
    session.execute(dot.delete().where(dot.c.area_id == area_id, dot.c.response_id == response_id))
    for pile_id, number in dots.items():
        session.execute(
            dot.insert().values(
                id=new_id(),
                area_id=area_id,
                workshop_id=workshop_id,
                response_id=response_id,
                pile_id=pile_id,
                dots=number,
            )
        )


def of_response(session: Connection, area_id: str, response_id: str) -> Mapping[str, int]:
    """What one phone has put, by pile."""
    found = sa.select(dot.c.pile_id, dot.c.dots).where(dot.c.area_id == area_id, dot.c.response_id == response_id)
    return {row.pile_id: row.dots for row in session.execute(found)}


def by_phones(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, int]:
    """How many dots phones have put on each pile."""
    found = sa.select(dot.c.pile_id, sa.func.sum(dot.c.dots).label("dots"))
    found = found.where(dot.c.area_id == area_id, dot.c.workshop_id == workshop_id).group_by(dot.c.pile_id)
    return {row.pile_id: int(row.dots) for row in session.execute(found)}


def phones(session: Connection, area_id: str, workshop_id: str) -> int:
    """How many phones have put any."""
    found = sa.select(sa.func.count(sa.distinct(dot.c.response_id)))
    found = found.where(dot.c.area_id == area_id, dot.c.workshop_id == workshop_id)
    return int(session.execute(found).scalar_one())


def count_paper(
    session: Connection, area_id: str, workshop_id: str, pile_id: str, number: int, *, staff_id: str
) -> None:
    """How many paper dots a pile has: a later count corrects the one before, which stays."""
    last = sa.select(sa.func.max(paper_dots.c.ordinal))
    last = last.where(paper_dots.c.area_id == area_id, paper_dots.c.pile_id == pile_id)
    session.execute(
        paper_dots.insert().values(
            id=new_id(),
            area_id=area_id,
            workshop_id=workshop_id,
            pile_id=pile_id,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            dots=number,
            staff_id=staff_id,
            counted_at=now(),
        )
    )


def on_paper(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, tuple[int, dt.datetime]]:
    """The newest count of paper dots on each pile, and when it was typed in."""
    found = sa.select(paper_dots).where(paper_dots.c.area_id == area_id, paper_dots.c.workshop_id == workshop_id)
    rows = session.execute(found.order_by(paper_dots.c.pile_id, paper_dots.c.ordinal))
    return {row.pile_id: (row.dots, row.counted_at) for row in rows}


def close(session: Connection, area_id: str, workshop_id: str, *, staff_id: str) -> bool:
    """From now on the count may be seen and no phone changes it; False where it was closed before."""
    values = {"id": new_id(), "area_id": area_id, "workshop_id": workshop_id, "staff_id": staff_id}
    return insert_once(session, dots_closed, **values, closed_at=now())


def closed_at(session: Connection, area_id: str, workshop_id: str) -> dt.datetime | None:
    found = sa.select(dots_closed.c.closed_at)
    found = found.where(dots_closed.c.area_id == area_id, dots_closed.c.workshop_id == workshop_id)
    closed: dt.datetime | None = session.execute(found).scalar()
    return closed


def are_there(session: Connection, area_id: str, workshop_id: str) -> bool:
    """Whether a phone has put any, paper was counted, or they are closed."""
    return any(
        session.execute(
            sa.select(table.c.id).where(table.c.area_id == area_id, table.c.workshop_id == workshop_id).limit(1)
        ).first()
        for table in (dot, paper_dots, dots_closed)
    )


def forget(session: Connection, area_id: str, workshop_id: str) -> None:
    """Take every dot off, from phones and from paper, so that the ideas can be sorted again."""
    for table in (dot, paper_dots):
        session.execute(table.delete().where(table.c.area_id == area_id, table.c.workshop_id == workshop_id))


def mark(session: Connection, area_id: str, workshop_id: str) -> str:
    """Another one whenever a phone has put its first dots, paper was counted, or it was closed; it says no count."""
    counted = sa.select(sa.func.count()).select_from(paper_dots)
    counted = counted.where(paper_dots.c.area_id == area_id, paper_dots.c.workshop_id == workshop_id)
    is_closed = closed_at(session, area_id, workshop_id) is not None
    return f"{phones(session, area_id, workshop_id)}-{session.execute(counted).scalar_one()}-{is_closed:d}"
