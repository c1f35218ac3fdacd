"""Queries about scorings, what each seat said alone, and what the group agreed. Rows are added and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import (
    new_id,
    now,
    score_agreed,
    score_alone,
    score_sent,
    score_yes,
    scoring,
    seat_concern,
    sitting,
)


class NoSuchScoring(NotFound):
    words = "There is nothing of that kind to score here."


def add(session: Connection, area_id: str, sitting_id: str, **values: Any) -> str:
    scoring_id = new_id()
    session.execute(
        scoring.insert().values(id=scoring_id, area_id=area_id, sitting_id=sitting_id, made_at=now(), **values)
    )
    return scoring_id


def by_id(session: Connection, area_id: str, scoring_id: str) -> Record:
    """Raises NoSuchScoring."""
    row = session.execute(_scorings(area_id).where(scoring.c.id == scoring_id)).one_or_none()
    if row is None:
        raise NoSuchScoring
    return row


def of_sitting(session: Connection, area_id: str, sitting_id: str) -> Sequence[Record]:
    """In the order in which they were set up."""
    return session.execute(_scorings(area_id).where(scoring.c.sitting_id == sitting_id)).all()


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    return session.execute(_scorings(area_id)).all()


def open_together(session: Connection, area_id: str, scoring_id: str) -> None:
    """Lay the sheets side by side; again changes nothing."""
    session.execute(
        scoring.update()
        .where(scoring.c.area_id == area_id, scoring.c.id == scoring_id, scoring.c.together_at.is_(None))
        .values(together_at=now())
    )


def put_alone(
    session: Connection,
    area_id: str,
    scoring_id: str,
    seat_id: str,
    item: str,
    *,
    said: str | None,
    source: str | None,
    words: str,
    concern_id: str | None,
) -> None:
    """One more row of a seat's own sheet."""
    row = score_alone.c
    place = sa.select(sa.func.max(row.ordinal)).where(
        row.area_id == area_id, row.scoring_id == scoring_id, row.seat_id == seat_id, row.item == item
    )
    values = {"scoring_id": scoring_id, "seat_id": seat_id, "item": item, "said": said, "source": source}
    _put(session, score_alone, area_id, place, words, concern_id=concern_id, **values)


def alone(session: Connection, area_id: str, scoring_id: str, seat_id: str | None = None) -> Sequence[Record]:
    """The newest row of each seat and item, of one seat or of all that have sent theirs; `held` says if words are."""
    found = _with_held(score_alone, area_id).where(score_alone.c.scoring_id == scoring_id)
    if seat_id is not None:
        found = found.where(score_alone.c.seat_id == seat_id)
    else:
        sent = sa.select(score_sent.c.seat_id).where(
            score_sent.c.area_id == area_id, score_sent.c.scoring_id == scoring_id
        )
        found = found.where(score_alone.c.seat_id.in_(sent))
    rows = session.execute(found.order_by(score_alone.c.ordinal)).all()
    return list({(row.seat_id, row.item): row for row in rows}.values())


def send(session: Connection, area_id: str, scoring_id: str, seat_id: str) -> bool:
    """A seat's sheet is done; False where it was before."""
    values = {"scoring_id": scoring_id, "seat_id": seat_id, "sent_at": now()}
    return insert_once(session, score_sent, id=new_id(), area_id=area_id, **values)


def sent(session: Connection, area_id: str, scoring_id: str) -> frozenset[str]:
    """The seats whose sheets are done."""
    found = sa.select(score_sent.c.seat_id).where(score_sent.c.area_id == area_id)
    return frozenset(session.execute(found.where(score_sent.c.scoring_id == scoring_id)).scalars())


def begun(session: Connection, area_id: str, scoring_id: str) -> frozenset[str]:
    """The seats that have said anything on their own."""
    found = sa.select(score_alone.c.seat_id).where(score_alone.c.area_id == area_id)
    return frozenset(session.execute(found.where(score_alone.c.scoring_id == scoring_id)).scalars())


def put_agreed(
    session: Connection,
    area_id: str,
    scoring_id: str,
    seat_id: str,
    item: str,
    *,
    said: str | None,
    words: str,
    concern_id: str | None,
    people: int,
) -> None:
    """One more row of what the group agreed."""
    row = score_agreed.c
    place = sa.select(sa.func.max(row.ordinal)).where(
        row.area_id == area_id, row.scoring_id == scoring_id, row.item == item
    )
    values = {"scoring_id": scoring_id, "seat_id": seat_id, "item": item, "said": said, "people": people}
    _put(session, score_agreed, area_id, place, words, concern_id=concern_id, **values)


def agreed(session: Connection, area_id: str, scoring_id: str) -> Mapping[str, Record]:
    """The newest row of each item; `held` says whether its words are."""
    found = _with_held(score_agreed, area_id).where(score_agreed.c.scoring_id == scoring_id)
    return {row.item: row for row in session.execute(found.order_by(score_agreed.c.ordinal))}


def say_yes(session: Connection, area_id: str, scoring_id: str, seat_id: str, *, yes: bool, people: int) -> None:
    """The group's yes, or its taking it back: one more row."""
    last = sa.select(sa.func.max(score_yes.c.ordinal)).where(
        score_yes.c.area_id == area_id, score_yes.c.scoring_id == scoring_id
    )
    ordinal = (session.execute(last).scalar() or 0) + 1
    values = {"scoring_id": scoring_id, "seat_id": seat_id, "yes": yes, "people": people, "said_at": now()}
    session.execute(score_yes.insert().values(id=new_id(), area_id=area_id, ordinal=ordinal, **values))


def newest_yes(session: Connection, area_id: str, scoring_id: str) -> Record | None:
    found = sa.select(score_yes).where(score_yes.c.area_id == area_id, score_yes.c.scoring_id == scoring_id)
    return session.execute(found.order_by(score_yes.c.ordinal.desc()).limit(1)).one_or_none()


def _scorings(area_id: str) -> Query:
    joined = sa.and_(sitting.c.id == scoring.c.sitting_id, sitting.c.area_id == scoring.c.area_id)
    found = sa.select(scoring, sitting.c.wave_id).join(sitting, joined).where(scoring.c.area_id == area_id)
    return found.order_by(scoring.c.made_at, scoring.c.id)


def _with_held(table: sa.Table, area_id: str) -> Query:
    """Rows with whether the lead has their words, and nobody else."""
    joined = sa.and_(seat_concern.c.id == table.c.concern_id, seat_concern.c.area_id == table.c.area_id)
    held = sa.and_(table.c.concern_id.is_not(None), seat_concern.c.released_at.is_(None)).label("held")
    return sa.select(table, held).outerjoin(seat_concern, joined).where(table.c.area_id == area_id)


def _put(session: Connection, table: sa.Table, area_id: str, place: sa.Select[Any], words: str, **values: Any) -> None:
    row_id = new_id()
    session.execute(
        table.insert().values(
            id=row_id,
            area_id=area_id,
            ordinal=(session.execute(place).scalar() or 0) + 1,
            words=seal(words, f"{table.name}:{row_id}") if words else None,
            kept_at=now(),
            **values,
        )
    )
