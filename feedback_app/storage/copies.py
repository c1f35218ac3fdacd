"""Queries about words of ideas that stand in other words of their room: they go when it is held or taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import answer, concern, idea, idea_copy, new_id, workshop


def keep(session: Connection, area_id: str, workshop_id: str, stands_in: str, answers: Iterable[str]) -> None:
    """The words of these answers stand in the name, reason, action or statement with this id."""
    for answer_id in answers:
        values = {"area_id": area_id, "workshop_id": workshop_id, "stands_in": stands_in, "answer_id": answer_id}
        insert_once(session, idea_copy, id=new_id(), **values)


def said(session: Connection, area_id: str, workshop_id: str) -> Sequence[tuple[str, str]]:
    """Every idea of a workshop, held or not: its answer's id and its words opened. They are for comparing only."""
    found = (
        sa.select(answer.c.id, answer.c.words)
        .join(idea, idea.c.answer_id == answer.c.id)
        .where(answer.c.area_id == area_id, idea.c.area_id == area_id, idea.c.workshop_id == workshop_id)
        .order_by(idea.c.ordinal, idea.c.id)
    )
    return [(row.id, unseal(row.words, f"answer:{row.id}")) for row in session.execute(found) if row.words is not None]


def any_held(session: Connection, area_id: str, answers: Collection[str]) -> bool:
    """Whether a concern holds one of these answers now."""
    found = sa.select(concern.c.id).where(concern.c.area_id == area_id, concern.c.answer_id.in_(answers))
    return bool(answers) and session.execute(found.where(concern.c.released_at.is_(None))).first() is not None


def is_off(table: sa.Table) -> sa.Exists:
    """Whether a row has words of an idea that a concern holds now, or whose author took it back."""
    held = sa.exists(
        sa.select(concern.c.id)
        .where(concern.c.area_id == idea_copy.c.area_id, concern.c.answer_id == idea_copy.c.answer_id)
        .where(concern.c.released_at.is_(None))
    )
    return sa.exists(
        sa.select(idea_copy.c.id)
        .where(idea_copy.c.area_id == table.c.area_id, idea_copy.c.stands_in == table.c.id)
        .where(sa.or_(idea_copy.c.answer_id.is_(None), held))
    )


def turn_rooms(session: Connection, area_id: str, answer_id: str) -> None:
    """Rooms in which words of this answer stand have another page to show now: it was held, or released."""
    _turn(session, area_id, idea_copy.c.answer_id == answer_id)


def turn_rooms_of(session: Connection, area_id: str, response_id: str) -> None:
    """The same for all that one person said, before it is deleted."""
    theirs = sa.select(answer.c.id).where(answer.c.area_id == area_id, answer.c.response_id == response_id)
    _turn(session, area_id, idea_copy.c.answer_id.in_(theirs))


def _turn(session: Connection, area_id: str, which: sa.ColumnElement[bool]) -> None:
    rooms = sa.select(idea_copy.c.workshop_id).where(idea_copy.c.area_id == area_id, which)
    mine = workshop.update().where(workshop.c.area_id == area_id, workshop.c.id.in_(rooms))
    session.execute(mine.values(turn=workshop.c.turn + 1))
