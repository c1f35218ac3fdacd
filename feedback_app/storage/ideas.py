"""Queries about ideas. What a concern holds is in none of them, whoever asks, until the lead releases it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import answer, concern, idea, new_id


def add(
    session: Connection,
    area_id: str,
    workshop_id: str,
    *,
    answer_id: str,
    step: str,
    together: str,
    people: int,
    source: str,
) -> None:
    """Make an answer an idea that waits to be checked."""
    last = sa.select(sa.func.max(idea.c.ordinal)).where(idea.c.area_id == area_id, idea.c.workshop_id == workshop_id)
    session.execute(
        idea.insert().values(
            id=new_id(),
            area_id=area_id,
            workshop_id=workshop_id,
            answer_id=answer_id,
            step=step,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            together=together,
            people=people,
            source=source,
            state="waiting",
        )
    )


def of_state(session: Connection, area_id: str, workshop_id: str, state: str) -> Sequence[Record]:
    """The ideas of one state that nothing holds, words still sealed, in the order in which they came."""
    found = _free(area_id, workshop_id).where(idea.c.state == state)
    return session.execute(found.order_by(idea.c.ordinal, idea.c.id)).all()


def one(session: Connection, area_id: str, workshop_id: str, idea_id: str) -> Record | None:
    """An idea that nothing holds."""
    return session.execute(_free(area_id, workshop_id).where(idea.c.id == idea_id)).one_or_none()


def decide(session: Connection, area_id: str, idea_id: str, *, was: str, state: str, staff_id: str) -> bool:
    """Decide about an idea as it was seen; of two who decide at once, the first has done it."""
    changed = session.execute(
        idea.update()
        .where(idea.c.area_id == area_id, idea.c.id == idea_id, idea.c.state == was)
        .values(state=state, decided_by=staff_id)
    )
    return changed.rowcount == 1


def counts(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, int]:
    """How many ideas of each state there are that nothing holds."""
    free = _free(area_id, workshop_id).subquery()
    rows = session.execute(sa.select(free.c.state, sa.func.count().label("number")).group_by(free.c.state))
    return {row.state: row.number for row in rows}


def open_words(row: Record) -> str:
    return unseal(row.words, f"answer:{row.answer_id}")


def _free(area_id: str, workshop_id: str) -> Query:
    held = sa.exists(
        sa.select(concern.c.id).where(
            concern.c.area_id == area_id, concern.c.answer_id == idea.c.answer_id, concern.c.released_at.is_(None)
        )
    )
    return (
        sa.select(idea, answer.c.words)
        .join(answer, answer.c.id == idea.c.answer_id)
        .where(idea.c.area_id == area_id, answer.c.area_id == area_id, idea.c.workshop_id == workshop_id, ~held)
    )
