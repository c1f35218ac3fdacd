"""Queries about the one action of a workshop: the newest is the action, and those before it stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage import copies
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import new_id, now, workshop_action

PARTS = ("what", "owner", "by_when", "hears")


def add(
    session: Connection,
    area_id: str,
    workshop_id: str,
    parts: Mapping[str, str],
    *,
    ideas: Iterable[str],
    staff_id: str,
) -> None:
    """Keep one more wording of the action, with the answers of which words stand in it; an empty part is none."""
    last = sa.select(sa.func.max(workshop_action.c.ordinal))
    last = last.where(workshop_action.c.area_id == area_id, workshop_action.c.workshop_id == workshop_id)
    action_id = new_id()
    sealed = {one: seal(parts[one], _place(one, action_id)) if parts[one] else None for one in PARTS}
    session.execute(
        workshop_action.insert().values(
            id=action_id,
            area_id=area_id,
            workshop_id=workshop_id,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            staff_id=staff_id,
            written_at=now(),
            **sealed,
        )
    )
    copies.keep(session, area_id, workshop_id, action_id, ideas)


def newest(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, str] | None:
    """The parts of the action, opened; None where there is none yet, or where it must not be shown."""
    found = (
        sa.select(workshop_action, copies.is_off(workshop_action).label("is_off"))
        .where(workshop_action.c.area_id == area_id, workshop_action.c.workshop_id == workshop_id)
        .order_by(workshop_action.c.ordinal.desc())
        .limit(1)
    )
    row = session.execute(found).mappings().one_or_none()
    if row is None or row["is_off"]:
        return None
    return {one: "" if row[one] is None else unseal(row[one], _place(one, row["id"])) for one in PARTS}


def _place(part: str, action_id: str) -> str:
    return f"workshop_action:{part}:{action_id}"
