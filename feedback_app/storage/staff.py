"""Queries about staff: who they are, what they may do where, their links, sessions and trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import area, audit, new_id, now, one_time_link, role, staff, throttle
from feedback_app.storage.tables import session as session_table

OWN_ROLES = {"any_area": "a person's roles tell which areas they may enter"}


def add(session: Connection, name: str) -> str:
    staff_id = new_id()
    session.execute(staff.insert().values(id=staff_id, name=name, added_at=now()))
    return staff_id


def find_by_name(session: Connection, name: str) -> Record | None:
    return session.execute(sa.select(staff).where(staff.c.name == name, staff.c.left_at.is_(None))).one_or_none()


def everybody(session: Connection, area_id: str) -> Sequence[Record]:
    return session.execute(
        sa.select(staff.c.id, staff.c.name, role.c.role)
        .join(role, role.c.staff_id == staff.c.id)
        .where(role.c.area_id == area_id, role.c.ended_at.is_(None), staff.c.left_at.is_(None))
        .order_by(staff.c.name, role.c.role)
    ).all()


def give_role(session: Connection, area_id: str, staff_id: str, what: str) -> None:
    if what not in roles_in(session, area_id, staff_id):
        values = {"id": new_id(), "area_id": area_id, "staff_id": staff_id, "role": what, "given_at": now()}
        session.execute(role.insert().values(**values))


def roles_in(session: Connection, area_id: str, staff_id: str) -> frozenset[str]:
    found = sa.select(role.c.role).where(
        role.c.area_id == area_id, role.c.staff_id == staff_id, role.c.ended_at.is_(None)
    )
    return frozenset(session.execute(found).scalars())


def holders(session: Connection, area_id: str, what: str) -> Sequence[str]:
    """The ids of the staff who have a role in an area."""
    found = (
        sa.select(role.c.staff_id)
        .join(staff, staff.c.id == role.c.staff_id)
        .where(role.c.area_id == area_id, role.c.role == what)
        .where(role.c.ended_at.is_(None), staff.c.left_at.is_(None))
        .order_by(role.c.given_at, role.c.id)
    )
    return session.execute(found).scalars().all()


def all_roles(session: Connection, staff_id: str) -> Sequence[Record]:
    return session.execute(
        sa.select(role.c.role, area.c.id, area.c.slug, area.c.name, area.c.example)
        .join(area, area.c.id == role.c.area_id)
        .where(role.c.staff_id == staff_id, role.c.ended_at.is_(None))
        .order_by(area.c.name, role.c.role)
        .execution_options(**OWN_ROLES)
    ).all()


def leave(session: Connection, staff_id: str) -> None:
    """End a person's roles, links and sessions at once; their name stays in the trail."""
    at = now()
    session.execute(staff.update().where(staff.c.id == staff_id).values(left_at=at))
    session.execute(
        role.update()
        .where(role.c.staff_id == staff_id, role.c.ended_at.is_(None))
        .values(ended_at=at)
        .execution_options(**OWN_ROLES)
    )
    session.execute(session_table.update().where(session_table.c.staff_id == staff_id).values(ended_at=at))
    session.execute(one_time_link.update().where(one_time_link.c.staff_id == staff_id).values(used_at=at))


def add_link(session: Connection, staff_id: str, token_hash: bytes, lead_to: str, ends_at: dt.datetime) -> None:
    values = {"id": new_id(), "staff_id": staff_id, "token_hash": token_hash, "lead_to": lead_to}
    session.execute(one_time_link.insert().values(**values, made_at=now(), ends_at=ends_at))


def look_at_link(session: Connection, token_hash: bytes) -> Record | None:
    """A link that can still be used, with its owner's name."""
    return session.execute(
        sa.select(one_time_link, staff.c.name)
        .join(staff, staff.c.id == one_time_link.c.staff_id)
        .where(one_time_link.c.token_hash == token_hash, one_time_link.c.used_at.is_(None))
        .where(one_time_link.c.ends_at > now(), staff.c.left_at.is_(None))
    ).one_or_none()


def use_link(session: Connection, token_hash: bytes) -> Record | None:
    """Use a link up: of two who try at once, one comes in."""
    link = look_at_link(session, token_hash)
    if link is None:
        return None
    used = session.execute(
        one_time_link.update()
        .where(one_time_link.c.id == link.id, one_time_link.c.used_at.is_(None))
        .values(used_at=now())
    )
    return link if used.rowcount == 1 else None


def start_session(session: Connection, staff_id: str, token_hash: bytes, ends_at: dt.datetime) -> None:
    at = now()
    values = {"id": new_id(), "staff_id": staff_id, "token_hash": token_hash, "ends_at": ends_at}
    session.execute(session_table.insert().values(**values, started_at=at, seen_at=at))


def find_session(session: Connection, token_hash: bytes) -> Record | None:
    return session.execute(
        sa.select(session_table.c.id, staff.c.id.label("staff_id"), staff.c.name)
        .join(staff, staff.c.id == session_table.c.staff_id)
        .where(session_table.c.token_hash == token_hash, session_table.c.ended_at.is_(None))
        .where(session_table.c.ends_at > now(), staff.c.left_at.is_(None))
    ).one_or_none()


def end_session(session: Connection, token_hash: bytes) -> None:
    session.execute(session_table.update().where(session_table.c.token_hash == token_hash).values(ended_at=now()))


def note(
    session: Connection,
    what: str,
    *,
    area_id: str | None,
    staff_id: str | None,
    subject: str,
    details: Mapping[str, object] | None = None,
) -> None:
    """Add a line to the audit trail. Never words that somebody wrote."""
    values = {"id": new_id(), "area_id": area_id, "staff_id": staff_id, "what": what, "subject": subject}
    session.execute(audit.insert().values(**values, at=now(), details=dict(details or {})))


def owe(session: Connection, bucket: str, more: dt.timedelta) -> None:
    """Put off the end of a bucket, from now or from where it stands; buckets that ended go."""
    session.execute(throttle.delete().where(throttle.c.ends_at < now()))
    insert_once(session, throttle, bucket=bucket, tries=0, ends_at=now())
    ends_at = session.execute(sa.select(throttle.c.ends_at).where(throttle.c.bucket == bucket).with_for_update())
    values = {"tries": throttle.c.tries + 1, "ends_at": ends_at.scalar_one() + more}
    session.execute(throttle.update().where(throttle.c.bucket == bucket).values(**values))


def ends_of(session: Connection, buckets: Sequence[str]) -> Mapping[str, dt.datetime]:
    """When each of these buckets ends that has not ended."""
    found = sa.select(throttle.c.bucket, throttle.c.ends_at)
    rows = session.execute(found.where(throttle.c.bucket.in_(buckets), throttle.c.ends_at > now()))
    return {row.bucket: row.ends_at for row in rows}
