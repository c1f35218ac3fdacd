"""Queries about workshops: the room, its steps, its passes, how many came, and the facilitator's notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import (
    area,
    attendance,
    facilitator_note,
    new_id,
    now,
    opening,
    staff,
    today,
    workshop,
    workshop_pass,
    workshop_step,
)

ANY_AREA = {"any_area": "a code, or an id that nobody can guess, is how people in the room find their workshop"}


class NoSuchWorkshop(NotFound):
    words = "There is no such workshop here."


def add(session: Connection, area_id: str, steps: Sequence[str], **values: Any) -> str:
    """Keep a workshop that has not begun, with its steps in their order."""
    workshop_id = new_id()
    made = {"id": workshop_id, "area_id": area_id, "turn": 0, "blank": False, "made_at": now()}
    session.execute(workshop.insert().values(**made, **values))
    for position, step in enumerate(steps):
        session.execute(
            workshop_step.insert().values(
                id=new_id(),
                area_id=area_id,
                workshop_id=workshop_id,
                position=position,
                step=step,
                paused_seconds=0,
                added_seconds=0,
            )
        )
    return workshop_id


def one_at_a_time(session: Connection, area_id: str, workshop_id: str) -> None:
    """Until this transaction ends, no other that says so too changes this workshop.

    SQLite has one writer anyway. On PostgreSQL two facilitators who press at once would number two rows alike.
    """
    mine = (workshop.c.area_id == area_id, workshop.c.id == workshop_id)
    session.execute(sa.select(workshop.c.id).where(*mine).with_for_update())


def by_id(session: Connection, area_id: str, workshop_id: str) -> Record:
    """Raises NoSuchWorkshop."""
    found = _workshops().where(workshop.c.area_id == area_id, workshop.c.id == workshop_id)
    row = session.execute(found).one_or_none()
    if row is None:
        raise NoSuchWorkshop
    return row


def area_slug(session: Connection, workshop_id: str) -> str:
    """Raises NoSuchWorkshop."""
    found = sa.select(area.c.slug).join(workshop, workshop.c.area_id == area.c.id).where(workshop.c.id == workshop_id)
    slug = session.execute(found.execution_options(**ANY_AREA)).scalar()
    if slug is None:
        raise NoSuchWorkshop
    return str(slug)


def by_code(session: Connection, code: str) -> Record:
    """Raises NoSuchWorkshop."""
    row = session.execute(_workshops().where(opening.c.code == code).execution_options(**ANY_AREA)).one_or_none()
    if row is None:
        raise NoSuchWorkshop
    return row


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The newest first."""
    found = _workshops().where(workshop.c.area_id == area_id)
    return session.execute(found.order_by(workshop.c.made_at.desc(), workshop.c.id)).all()


def turn_of(session: Connection, code: str) -> tuple[int, bool] | None:
    """How far a workshop is, and whether it is over: all that a phone asks every other second."""
    found = sa.select(workshop.c.turn, workshop.c.ended_at).join(opening, opening.c.id == workshop.c.opening_id)
    row = session.execute(found.where(opening.c.code == code).execution_options(**ANY_AREA)).one_or_none()
    return None if row is None else (row.turn, row.ended_at is not None)


def change(session: Connection, area_id: str, workshop_id: str, turn: int, **values: Any) -> bool:
    """Change a workshop for whoever saw it at this turn; of two who press at once, one does."""
    changed = session.execute(
        workshop.update()
        .where(workshop.c.area_id == area_id, workshop.c.id == workshop_id, workshop.c.turn == turn)
        .values(turn=turn + 1, **values)
    )
    return changed.rowcount == 1


def turn_on(session: Connection, area_id: str, workshop_id: str) -> None:
    """Pages must show something else now, in whatever order it came about."""
    mine = workshop.update().where(workshop.c.area_id == area_id, workshop.c.id == workshop_id)
    session.execute(mine.values(turn=workshop.c.turn + 1))


def safety_was_seen(session: Connection, area_id: str, workshop_id: str) -> None:
    """The safety adult's page is open. No page in the room changes by it."""
    mine = workshop.update().where(workshop.c.area_id == area_id, workshop.c.id == workshop_id)
    session.execute(mine.values(safety_seen_at=now()))


def step_at(session: Connection, area_id: str, workshop_id: str, position: int) -> Record:
    return session.execute(
        sa.select(workshop_step).where(
            workshop_step.c.area_id == area_id,
            workshop_step.c.workshop_id == workshop_id,
            workshop_step.c.position == position,
        )
    ).one()


def change_step(session: Connection, area_id: str, step_id: str, **values: Any) -> None:
    mine = workshop_step.update().where(workshop_step.c.area_id == area_id, workshop_step.c.id == step_id)
    session.execute(mine.values(**values))


def add_pass(session: Connection, area_id: str, workshop_id: str, token_hash: bytes, ends_at: dt.datetime) -> None:
    """One link at a time: a new one ends those that nobody has used."""
    session.execute(
        workshop_pass.delete().where(
            workshop_pass.c.area_id == area_id,
            workshop_pass.c.workshop_id == workshop_id,
            workshop_pass.c.used_at.is_(None),
        )
    )
    values = {"id": new_id(), "area_id": area_id, "workshop_id": workshop_id, "token_hash": token_hash}
    session.execute(workshop_pass.insert().values(**values, made_at=now(), ends_at=ends_at))


def pass_by_token(session: Connection, area_id: str, workshop_id: str, token_hash: bytes) -> Record | None:
    """A pass that nobody has used and that has not ended."""
    return session.execute(
        sa.select(workshop_pass)
        .where(workshop_pass.c.area_id == area_id, workshop_pass.c.workshop_id == workshop_id)
        .where(workshop_pass.c.token_hash == token_hash, workshop_pass.c.used_at.is_(None))
        .where(workshop_pass.c.ends_at > now())
    ).one_or_none()


def use_pass(session: Connection, area_id: str, pass_id: str, key_hash: bytes) -> bool:
    """Use a pass up: of two who try at once, one comes in."""
    used = session.execute(
        workshop_pass.update()
        .where(workshop_pass.c.area_id == area_id, workshop_pass.c.id == pass_id, workshop_pass.c.used_at.is_(None))
        .values(used_at=now(), key_hash=key_hash)
    )
    return used.rowcount == 1


def has_pass(session: Connection, area_id: str, workshop_id: str, key_hash: bytes) -> bool:
    found = sa.select(workshop_pass.c.id).where(
        workshop_pass.c.area_id == area_id,
        workshop_pass.c.workshop_id == workshop_id,
        workshop_pass.c.key_hash == key_hash,
        workshop_pass.c.ends_at > now(),
    )
    return session.execute(found).first() is not None


def count_people(
    session: Connection, area_id: str, workshop_id: str, group_name: str, people: int, staff_id: str
) -> None:
    """How many of a group came; counting again corrects the count before."""
    session.execute(
        attendance.delete().where(
            attendance.c.area_id == area_id,
            attendance.c.workshop_id == workshop_id,
            attendance.c.group_name == group_name,
        )
    )
    values = {"id": new_id(), "area_id": area_id, "workshop_id": workshop_id, "group_name": group_name}
    session.execute(attendance.insert().values(**values, people=people, came_on=today(), counted_by=staff_id))


def attendances(session: Connection, area_id: str, workshop_id: str) -> Sequence[Record]:
    found = sa.select(attendance).where(attendance.c.area_id == area_id, attendance.c.workshop_id == workshop_id)
    return session.execute(found.order_by(attendance.c.group_name)).all()


def add_note(
    session: Connection, area_id: str, workshop_id: str, *, staff_id: str, step: str | None, words: str
) -> None:
    note_id = new_id()
    session.execute(
        facilitator_note.insert().values(
            id=note_id,
            area_id=area_id,
            workshop_id=workshop_id,
            staff_id=staff_id,
            step=step,
            words=seal(words, f"facilitator_note:{note_id}"),
            written_at=now(),
        )
    )


def notes(session: Connection, area_id: str, workshop_id: str) -> Sequence[tuple[str | None, str]]:
    """The step in which each note was written, and its words opened; the oldest first."""
    found = sa.select(facilitator_note).where(
        facilitator_note.c.area_id == area_id, facilitator_note.c.workshop_id == workshop_id
    )
    rows = session.execute(found.order_by(facilitator_note.c.written_at, facilitator_note.c.id))
    return [(row.step, unseal(row.words, f"facilitator_note:{row.id}")) for row in rows]


def _workshops() -> Query:
    facilitator, safety = staff.alias("facilitator"), staff.alias("safety")
    return (
        sa.select(
            workshop,
            opening.c.code,
            opening.c.wave_id,
            area.c.slug.label("area_slug"),
            area.c.name.label("area_name"),
            area.c.example,
            facilitator.c.name.label("facilitator_name"),
            safety.c.name.label("safety_name"),
        )
        .join(opening, sa.and_(opening.c.id == workshop.c.opening_id, opening.c.area_id == workshop.c.area_id))
        .join(area, area.c.id == workshop.c.area_id)
        .join(facilitator, facilitator.c.id == workshop.c.facilitator_id)
        .join(safety, safety.c.id == workshop.c.safety_id)
    )
