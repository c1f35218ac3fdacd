"""Queries about what was chosen in a poll or at a check-out: by phones, and by hands and cards that were counted."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.tables import new_id, workshop_choice, workshop_hands


def put(session: Connection, area_id: str, workshop_id: str, step: str, response_id: str, choice: int) -> None:
    """Keep what a phone chose, in place of what it chose before. The same again changes nothing."""
    mine = (
        workshop_choice.update()
        .where(workshop_choice.c.area_id == area_id, workshop_choice.c.workshop_id == workshop_id)
        .where(workshop_choice.c.response_id == response_id, workshop_choice.c.step == step)
    )
    if session.execute(mine.values(choice=choice)).rowcount == 0:
        values = {"area_id": area_id, "workshop_id": workshop_id, "response_id": response_id, "step": step}
        insert_once(session, workshop_choice, id=new_id(), choice=choice, **values)


def of_response(session: Connection, area_id: str, workshop_id: str, step: str, response_id: str) -> int | None:
    """What this phone chose, or None."""
    found = sa.select(workshop_choice.c.choice).where(
        workshop_choice.c.area_id == area_id,
        workshop_choice.c.workshop_id == workshop_id,
        workshop_choice.c.response_id == response_id,
        workshop_choice.c.step == step,
    )
    choice: int | None = session.execute(found).scalar()
    return choice


def by_phones(session: Connection, area_id: str, workshop_id: str, step: str) -> Mapping[int, int]:
    """How many phones chose each option that somebody chose."""
    found = (
        sa.select(workshop_choice.c.choice, sa.func.count().label("phones"))
        .where(workshop_choice.c.area_id == area_id, workshop_choice.c.workshop_id == workshop_id)
        .where(workshop_choice.c.step == step)
        .group_by(workshop_choice.c.choice)
    )
    return {row.choice: row.phones for row in session.execute(found)}


def by_hands(session: Connection, area_id: str, workshop_id: str, step: str) -> Mapping[int, int]:
    """How many hands and cards were counted for each option."""
    found = sa.select(workshop_hands.c.choice, workshop_hands.c.people).where(
        workshop_hands.c.area_id == area_id,
        workshop_hands.c.workshop_id == workshop_id,
        workshop_hands.c.step == step,
    )
    return {row.choice: row.people for row in session.execute(found)}


def count_hands(
    session: Connection, area_id: str, workshop_id: str, step: str, counted: Mapping[int, int], staff_id: str
) -> None:
    """Keep what was counted; counting again puts all of it in place of what was counted before."""
    session.execute(
        workshop_hands.delete().where(
            workshop_hands.c.area_id == area_id,
            workshop_hands.c.workshop_id == workshop_id,
            workshop_hands.c.step == step,
        )
    )
    for choice, people in counted.items():
        values = {"area_id": area_id, "workshop_id": workshop_id, "step": step, "choice": choice, "people": people}
        session.execute(workshop_hands.insert().values(id=new_id(), counted_by=staff_id, **values))
