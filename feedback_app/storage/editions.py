"""Queries about pack editions and results that somebody else published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.tables import new_id, now, pack_edition, pack_quote, published_result


def add(
    session: Connection,
    area_id: str,
    *,
    wave_id: str | None,
    edition: int,
    file: str,
    digest: str,
    released_by: str | None,
    quotes: Mapping[int, str],
) -> str:
    """Record an edition and which answer each of its quotations (by ordinal) came from."""
    edition_id = new_id()
    session.execute(
        pack_edition.insert().values(
            id=edition_id,
            area_id=area_id,
            wave_id=wave_id,
            edition=edition,
            file=file,
            digest=digest,
            released_by=released_by,
            released_at=now(),
            given_to=[],
        )
    )
    rows = [
        {"id": new_id(), "area_id": area_id, "pack_edition_id": edition_id, "answer_id": answer_id, "quote": quote}
        for quote, answer_id in quotes.items()
    ]
    if rows:
        session.execute(pack_quote.insert(), rows)
    return edition_id


def newest(session: Connection, area_id: str, wave_id: str | None) -> Record | None:
    """The edition whose file is still there. Without a wave: the area's pack of published results."""
    found = sa.select(pack_edition).where(pack_edition.c.area_id == area_id, pack_edition.c.deleted_at.is_(None))
    found = found.where(pack_edition.c.wave_id.is_(None) if wave_id is None else pack_edition.c.wave_id == wave_id)
    return session.execute(found.order_by(pack_edition.c.edition.desc()).limit(1)).one_or_none()


def last_number(session: Connection, area_id: str, wave_id: str | None) -> int:
    found = sa.select(sa.func.max(pack_edition.c.edition)).where(pack_edition.c.area_id == area_id)
    found = found.where(pack_edition.c.wave_id.is_(None) if wave_id is None else pack_edition.c.wave_id == wave_id)
    return session.execute(found).scalar() or 0


def lost_quotes(session: Connection, area_id: str, edition_id: str) -> Sequence[int]:
    """The quotations of an edition whose answer is gone."""
    found = sa.select(pack_quote.c.quote).where(
        pack_quote.c.area_id == area_id,
        pack_quote.c.pack_edition_id == edition_id,
        pack_quote.c.answer_id.is_(None),
    )
    return session.execute(found.order_by(pack_quote.c.quote)).scalars().all()


def quotes(session: Connection, area_id: str, edition_id: str) -> Mapping[int, str]:
    found = sa.select(pack_quote.c.quote, pack_quote.c.answer_id).where(
        pack_quote.c.area_id == area_id,
        pack_quote.c.pack_edition_id == edition_id,
        pack_quote.c.answer_id.is_not(None),
    )
    return {row.quote: row.answer_id for row in session.execute(found)}


def bury(session: Connection, area_id: str, edition_id: str, why: str) -> None:
    """The file is deleted; the row stays as its tombstone, with its hash and the reason."""
    session.execute(
        pack_edition.update()
        .where(pack_edition.c.area_id == area_id, pack_edition.c.id == edition_id)
        .values(deleted_at=now(), deleted_why=why)
    )


def buried_files(session: Connection, area_id: str) -> Sequence[str]:
    """The files of an area's replaced editions: none of them may still be there."""
    found = sa.select(pack_edition.c.file).where(
        pack_edition.c.area_id == area_id, pack_edition.c.deleted_at.is_not(None)
    )
    return session.execute(found).scalars().all()


def publish_result(session: Connection, area_id: str, **values: object) -> None:
    session.execute(published_result.insert().values(id=new_id(), area_id=area_id, **values))


def published_results(session: Connection, area_id: str) -> Sequence[Record]:
    found = sa.select(published_result).where(published_result.c.area_id == area_id)
    return session.execute(found.order_by(published_result.c.subject, published_result.c.position)).all()
