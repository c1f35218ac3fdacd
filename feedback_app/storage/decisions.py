"""Queries about decisions about themes: a row for each, none is ever changed, and its words are sealed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import decision, new_id, now, seat, seat_concern, staff

THEME = "theme"


def add(
    session: Connection,
    area_id: str,
    wave_id: str,
    *,
    what: str,
    subject: str,
    details: Mapping[str, object],
    name: str,
    why: str,
    said_by: str,
    seat_id: str | None = None,
    staff_id: str | None = None,
    replaces_id: str | None = None,
    concern_id: str | None = None,
) -> str:
    """One more decision about a theme; `said_by` is a role or a group, never a person's name."""
    decision_id = new_id()
    session.execute(
        decision.insert().values(
            id=decision_id,
            area_id=area_id,
            wave_id=wave_id,
            staff_id=staff_id,
            seat_id=seat_id,
            replaces_id=replaces_id,
            said_by=said_by,
            subject_kind=THEME,
            subject=subject,
            what=what,
            details=dict(details),
            words=seal(json.dumps({"name": name, "why": why}), f"decision:{decision_id}"),
            concern_id=concern_id,
            decided_at=now(),
        )
    )
    return decision_id


def of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """Every decision about a wave's themes, oldest first. What a concern holds is not among them."""
    held = sa.and_(decision.c.concern_id.is_not(None), seat_concern.c.released_at.is_(None))
    return session.execute(
        sa.select(decision, seat.c.number.label("seat_number"), staff.c.name.label("staff_name"))
        .outerjoin(seat, sa.and_(seat.c.id == decision.c.seat_id, seat.c.area_id == decision.c.area_id))
        .outerjoin(staff, staff.c.id == decision.c.staff_id)
        .outerjoin(
            seat_concern,
            sa.and_(seat_concern.c.id == decision.c.concern_id, seat_concern.c.area_id == decision.c.area_id),
        )
        .where(decision.c.area_id == area_id, decision.c.wave_id == wave_id, decision.c.subject_kind == THEME)
        .where(sa.not_(held))
        .order_by(decision.c.decided_at, decision.c.id)
    ).all()


def newest_at(session: Connection, area_id: str, wave_id: str) -> dt.datetime | None:
    """When a wave's themes were last decided about; None where they never were."""
    found = sa.select(decision.c.decided_at).where(decision.c.area_id == area_id, decision.c.wave_id == wave_id)
    found = found.where(decision.c.subject_kind == THEME).order_by(decision.c.decided_at.desc()).limit(1)
    return session.execute(found).scalar()


def words_of(row: Record) -> tuple[str, str]:
    """The name that a decision gives, and its reason."""
    opened = json.loads(unseal(row.words, f"decision:{row.id}"))
    return opened["name"], opened["why"]
