"""Queries about samples: comments drawn for a table to code, and which seats code them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.tables import new_id, now, sample, sample_quote, sample_seat, seat, wave, wave_agreement

Key = tuple[str, int]  # a part of a comment: its answer's id, and its place in it


class NoSuchSample(NotFound):
    words = "There is no such sample here."


def add(
    session: Connection, area_id: str, quotes: Sequence[Key], machine: Mapping[Key, Sequence[str]], **values: Any
) -> str:
    """Keep a draw, in its order, with what the computer had chosen for each."""
    sample_id = new_id()
    session.execute(sample.insert().values(id=sample_id, area_id=area_id, drawn_at=now(), **values))
    rows = [
        {"id": new_id(), "area_id": area_id, "sample_id": sample_id, "place": place}
        | {"answer_id": answer_id, "ordinal": ordinal, "machine": list(machine.get((answer_id, ordinal), ()))}
        for place, (answer_id, ordinal) in enumerate(quotes, start=1)
    ]
    session.execute(sample_quote.insert(), rows)
    return sample_id


def by_id(session: Connection, area_id: str, sample_id: str, *, lock: bool = False) -> Record:
    """Raises NoSuchSample. `lock` has whoever changes it wait their turn."""
    found = _samples().where(sample.c.area_id == area_id, sample.c.id == sample_id)
    row = session.execute(found.with_for_update(of=sample) if lock else found).one_or_none()
    if row is None:
        raise NoSuchSample
    return row


def newest_of(session: Connection, area_id: str, sitting_id: str) -> Record | None:
    """The sample that a table works on."""
    found = _samples().where(sample.c.area_id == area_id, sample.c.sitting_id == sitting_id)
    return session.execute(found.order_by(sample.c.drawn_at.desc(), sample.c.id).limit(1)).one_or_none()


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The newest first."""
    found = _samples().where(sample.c.area_id == area_id)
    return session.execute(found.order_by(sample.c.drawn_at.desc(), sample.c.id)).all()


def of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The oldest first."""
    found = _samples().where(sample.c.area_id == area_id, sample.c.wave_id == wave_id)
    return session.execute(found.order_by(sample.c.drawn_at, sample.c.id)).all()


def quotes(session: Connection, area_id: str, sample_id: str) -> Sequence[Record]:
    """What was drawn and is still there, by its place: what somebody takes back leaves a gap."""
    found = sa.select(sample_quote).where(sample_quote.c.area_id == area_id, sample_quote.c.sample_id == sample_id)
    return session.execute(found.order_by(sample_quote.c.place)).all()


def drawn_before(session: Connection, area_id: str, wave_id: str) -> set[Key]:
    """Whatever a table of the wave was given already."""
    rows = session.execute(
        sa.select(sample_quote.c.answer_id, sample_quote.c.ordinal)
        .join(sample, sample.c.id == sample_quote.c.sample_id)
        .where(sample_quote.c.area_id == area_id, sample.c.area_id == area_id, sample.c.wave_id == wave_id)
    )
    return {(row.answer_id, row.ordinal) for row in rows}


def sorted_alone(session: Connection, area_id: str, sitting_id: str) -> set[Key]:
    """What the seats of a table code alone now, before anybody talks."""
    rows = session.execute(
        sa.select(sample_quote.c.answer_id, sample_quote.c.ordinal)
        .join(sample, sample.c.id == sample_quote.c.sample_id)
        .where(sample_quote.c.area_id == area_id, sample.c.area_id == area_id)
        .where(sample.c.sitting_id == sitting_id, sample.c.talking_at.is_(None))
    )
    return {(row.answer_id, row.ordinal) for row in rows}


def change(session: Connection, area_id: str, sample_id: str, **values: Any) -> None:
    """Write when they began to talk or closed it, or how far they agree."""
    session.execute(sample.update().where(sample.c.area_id == area_id, sample.c.id == sample_id).values(**values))


def keep_pooled(session: Connection, area_id: str, wave_id: str, figures: Mapping[str, Any]) -> None:
    """Keep how far all tables of a wave agree, in place of what was found before."""
    mine = wave_agreement.update().where(wave_agreement.c.area_id == area_id, wave_agreement.c.wave_id == wave_id)
    if session.execute(mine.values(figures=figures)).rowcount == 0:
        insert_once(session, wave_agreement, id=new_id(), area_id=area_id, wave_id=wave_id, figures=figures)


def pooled(session: Connection, area_id: str, wave_id: str) -> Mapping[str, Any] | None:
    """What was kept of it; None before."""
    found = sa.select(wave_agreement.c.figures)
    found = found.where(wave_agreement.c.area_id == area_id, wave_agreement.c.wave_id == wave_id)
    figures: Mapping[str, Any] | None = session.execute(found).scalar()
    return figures


def coders(session: Connection, area_id: str, sample_id: str) -> Sequence[Record]:
    """The seats that began, by their numbers, with what they are called (sealed)."""
    return session.execute(
        sa.select(sample_seat.c.seat_id, sample_seat.c.begun_at, sample_seat.c.done_at, seat)
        .join(seat, seat.c.id == sample_seat.c.seat_id)
        .where(sample_seat.c.area_id == area_id, seat.c.area_id == area_id, sample_seat.c.sample_id == sample_id)
        .order_by(seat.c.number)
    ).all()


def begin_coding(session: Connection, area_id: str, sample_id: str, seat_id: str) -> None:
    """A seat begins. It must not have begun before."""
    values = {"id": new_id(), "area_id": area_id, "sample_id": sample_id, "seat_id": seat_id}
    session.execute(sample_seat.insert().values(**values, begun_at=now()))


def finish_coding(session: Connection, area_id: str, sample_id: str, seat_id: str) -> None:
    """A seat is done."""
    mine: Mapping[str, object] = {"area_id": area_id, "sample_id": sample_id, "seat_id": seat_id}
    where = [sample_seat.c[name] == value for name, value in mine.items()]
    session.execute(sample_seat.update().where(*where).values(done_at=now()))


def _samples() -> Query:
    return sa.select(sample, wave.c.slug.label("wave_slug"), wave.c.title.label("wave_title")).join(
        wave, sa.and_(wave.c.id == sample.c.wave_id, wave.c.area_id == sample.c.area_id)
    )
