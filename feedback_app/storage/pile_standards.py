"""Queries about the standards that piles were linked to: every press of a button, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage import copies
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import new_id, now, pile_standard


def link(
    session: Connection,
    area_id: str,
    workshop_id: str,
    pile_id: str,
    standard: str,
    reason: str | None,
    *,
    staff_id: str,
    ideas: Iterable[str] = (),
) -> None:
    """Link a pile to a standard for a reason; without one the link is taken away. One more row either way.

    Words of `ideas`, which are ids of answers, stand in the reason.
    """
    mine = (pile_standard.c.area_id == area_id, pile_standard.c.workshop_id == workshop_id)
    last = session.execute(sa.select(sa.func.max(pile_standard.c.ordinal)).where(*mine)).scalar()
    link_id = new_id()
    session.execute(
        pile_standard.insert().values(
            id=link_id,
            area_id=area_id,
            workshop_id=workshop_id,
            pile_id=pile_id,
            ordinal=(last or 0) + 1,
            standard=standard,
            reason=None if reason is None else seal(reason, f"pile_standard:{link_id}"),
            undone=False,
            staff_id=staff_id,
            linked_at=now(),
        )
    )
    copies.keep(session, area_id, workshop_id, link_id, ideas)


def links(session: Connection, area_id: str, workshop_id: str) -> Sequence[Record]:
    """What nobody has undone, in its order."""
    mine = (pile_standard.c.area_id == area_id, pile_standard.c.workshop_id == workshop_id)
    found = sa.select(pile_standard, copies.is_off(pile_standard).label("is_off")).where(
        *mine, pile_standard.c.undone.is_(False)
    )
    return session.execute(found.order_by(pile_standard.c.ordinal)).all()


def open_reason(row: Record) -> str | None:
    """Why, in words; None where the link was taken away, and empty where the words must not be shown."""
    if row.reason is None or row.is_off:
        return None if row.reason is None else ""
    return unseal(row.reason, f"pile_standard:{row.id}")


def undo(session: Connection, area_id: str, workshop_id: str, link_id: str) -> None:
    mine = (pile_standard.c.area_id == area_id, pile_standard.c.workshop_id == workshop_id)
    session.execute(pile_standard.update().where(*mine, pile_standard.c.id == link_id).values(undone=True))


def mark(session: Connection, area_id: str, workshop_id: str) -> str:
    """Another one whenever something was linked, taken away or undone."""
    mine = (pile_standard.c.area_id == area_id, pile_standard.c.workshop_id == workshop_id)
    counts = sa.select(sa.func.count(), sa.func.count().filter(pile_standard.c.undone)).select_from(pile_standard)
    made = session.execute(counts.where(*mine)).one()
    return f"{made[0]}-{made[1]}"
