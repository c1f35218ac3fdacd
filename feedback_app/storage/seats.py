"""Queries about seats at a table: their one-time links, the keys that these were changed for, and who was called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import new_id, now, seat, seat_call, sitting

ANY_AREA = {"any_area": "a token or a key that nobody can guess is how a young commissioner's seat is found"}


class NoSuchSeat(NotFound):
    words = "There is no such seat at this table."


def add(session: Connection, area_id: str, sitting_id: str, *, role: str, hidden: Mapping[str, Sequence[str]]) -> str:
    """One more seat, with the next number. It has no link yet."""
    seat_id = new_id()
    taken = sa.select(sa.func.max(seat.c.number)).where(seat.c.area_id == area_id, seat.c.sitting_id == sitting_id)
    session.execute(
        seat.insert().values(
            id=seat_id,
            area_id=area_id,
            sitting_id=sitting_id,
            number=(session.execute(taken).scalar() or 0) + 1,
            role=role,
            hidden={name: list(ids) for name, ids in hidden.items()},
            made_at=now(),
            ends_at=now(),
        )
    )
    return seat_id


def of_sitting(session: Connection, area_id: str, sitting_id: str) -> Sequence[Record]:
    found = sa.select(seat).where(seat.c.area_id == area_id, seat.c.sitting_id == sitting_id)
    return session.execute(found.order_by(seat.c.number)).all()


def by_id(session: Connection, area_id: str, sitting_id: str, seat_id: str) -> Record:
    """Raises NoSuchSeat."""
    found = sa.select(seat).where(seat.c.area_id == area_id, seat.c.sitting_id == sitting_id, seat.c.id == seat_id)
    row = session.execute(found).one_or_none()
    if row is None:
        raise NoSuchSeat
    return row


def give_link(session: Connection, area_id: str, seat_id: str, token_hash: bytes, ends_at: dt.datetime) -> None:
    """A new link; the one before and the key that it was changed for lead nowhere any more."""
    session.execute(
        seat.update()
        .where(seat.c.area_id == area_id, seat.c.id == seat_id)
        .values(token_hash=token_hash, key_hash=None, ends_at=ends_at)
    )


def by_token(session: Connection, token_hash: bytes) -> Record | None:
    """The seat of a link that can still be used."""
    found = sa.select(seat).where(seat.c.token_hash == token_hash, seat.c.ends_at > now())
    return session.execute(found.execution_options(**ANY_AREA)).one_or_none()


def use_link(session: Connection, area_id: str, seat_id: str, token_hash: bytes, key_hash: bytes) -> bool:
    """Use a link up: of two who try at once, one sits down."""
    used = session.execute(
        seat.update()
        .where(seat.c.area_id == area_id, seat.c.id == seat_id, seat.c.token_hash == token_hash)
        .values(token_hash=None, key_hash=key_hash, used_at=sa.func.coalesce(seat.c.used_at, sa.bindparam("at", now())))
    )
    return used.rowcount == 1


def by_key(session: Connection, key_hash: bytes) -> Record | None:
    """The seat that a browser's key belongs to, while it lasts."""
    found = sa.select(seat).where(seat.c.key_hash == key_hash, seat.c.ends_at > now())
    return session.execute(found.execution_options(**ANY_AREA)).one_or_none()


def call_them(session: Connection, area_id: str, seat_id: str, called: str) -> None:
    """What they want to be called; nothing where they want no name."""
    words = seal(called, f"seat:{seat_id}") if called else None
    session.execute(seat.update().where(seat.c.area_id == area_id, seat.c.id == seat_id).values(called=words))


def name_of(row: Record) -> str:
    return unseal(row.called, f"seat:{row.id}") if row.called else ""


def add_call(
    session: Connection,
    area_id: str,
    sitting_id: str,
    seat_id: str,
    what: str,
    *,
    answer_id: str | None = None,
    ordinal: int | None = None,
) -> None:
    values = {"id": new_id(), "area_id": area_id, "sitting_id": sitting_id, "seat_id": seat_id, "what": what}
    session.execute(seat_call.insert().values(**values, answer_id=answer_id, ordinal=ordinal, called_at=now()))


def calls(session: Connection, area_id: str, sitting_id: str | None = None) -> Sequence[Record]:
    """Who called an adult, the newest first, with the number of their seat: of one table, or of an area's."""
    found = (
        sa.select(seat_call, seat.c.number, sitting.c.adult_id)
        .join(seat, sa.and_(seat.c.id == seat_call.c.seat_id, seat.c.area_id == seat_call.c.area_id))
        .join(sitting, sa.and_(sitting.c.id == seat_call.c.sitting_id, sitting.c.area_id == seat_call.c.area_id))
        .where(seat_call.c.area_id == area_id)
    )
    if sitting_id is not None:
        found = found.where(seat_call.c.sitting_id == sitting_id)
    return session.execute(found.order_by(seat_call.c.called_at.desc(), seat_call.c.id)).all()


def see_call(session: Connection, area_id: str, call_id: str, staff_id: str) -> bool:
    """Write down that somebody has seen to it; once."""
    seen = session.execute(
        seat_call.update()
        .where(seat_call.c.area_id == area_id, seat_call.c.id == call_id, seat_call.c.seen_at.is_(None))
        .values(seen_at=now(), seen_by=staff_id)
    )
    return seen.rowcount == 1
