"""Queries about concerns. Only the safeguarding lead's pages and the answer's own transaction use them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal_bytes
from feedback_app.storage.tables import (
    area,
    concern,
    concern_file,
    concern_step,
    new_id,
    now,
    opening,
    staff,
    survey_version,
)
from feedback_app.uploads import Upload


def add(
    session: Connection,
    area_id: str,
    *,
    wave_id: str,
    opening_id: str,
    answer_id: str | None,
    question: str,
    audience: str,
    level: str,
    source: str,
    found: Sequence[Mapping[str, object]],
    words: str,
) -> str:
    """Keep a concern with its own sealed copy of the words, and the first step of its trail."""
    concern_id = new_id()
    session.execute(
        concern.insert().values(
            id=concern_id,
            area_id=area_id,
            wave_id=wave_id,
            opening_id=opening_id,
            answer_id=answer_id,
            reference=_next_reference(session, area_id),
            level=level,
            source=source,
            found=[dict(one) for one in found],
            question=question,
            audience=audience,
            words=seal(words, f"concern:{concern_id}"),
            received_at=now(),
        )
    )
    add_step(session, area_id, concern_id, what="received", staff_id=None)
    return concern_id


def add_file(session: Connection, area_id: str, concern_id: str, file: Upload) -> None:
    """The concern's own sealed copy, which stays when the answer is deleted."""
    file_id = new_id()
    session.execute(
        concern_file.insert().values(
            id=file_id,
            area_id=area_id,
            concern_id=concern_id,
            kind=file.kind,
            media_type=file.media_type,
            content=seal(file.content, f"concern_file:{file_id}"),
        )
    )


def files(session: Connection, area_id: str, concern_id: str) -> Sequence[Record]:
    """Which files a concern has, without what is in them."""
    return session.execute(
        sa.select(concern_file.c.id, concern_file.c.kind, concern_file.c.media_type)
        .where(concern_file.c.area_id == area_id, concern_file.c.concern_id == concern_id)
        .order_by(concern_file.c.kind, concern_file.c.id)
    ).all()


def open_file(session: Connection, area_id: str, concern_id: str, file_id: str) -> Upload | None:
    """One file of a concern, opened; None where the concern has no such file."""
    row = session.execute(
        sa.select(concern_file)
        .where(concern_file.c.area_id == area_id, concern_file.c.concern_id == concern_id)
        .where(concern_file.c.id == file_id)
    ).one_or_none()
    return Upload(row.kind, row.media_type, unseal_bytes(row.content, f"concern_file:{row.id}")) if row else None


def add_step(
    session: Connection, area_id: str, concern_id: str, *, what: str, staff_id: str | None, why: str | None = None
) -> None:
    step_id = new_id()
    session.execute(
        concern_step.insert().values(
            id=step_id,
            area_id=area_id,
            concern_id=concern_id,
            staff_id=staff_id,
            at=now(),
            what=what,
            why=None if why is None else seal(why, f"concern_step:{step_id}"),
        )
    )


def waiting(session: Connection, area_id: str) -> Sequence[Record]:
    """Concerns that nobody has released, without their words: red first, then amber, each oldest first."""
    rank = sa.case({"red": 0, "amber": 1}, value=concern.c.level, else_=2)
    opened = sa.exists(
        sa.select(concern_step.c.id).where(
            concern_step.c.area_id == area_id,
            concern_step.c.concern_id == concern.c.id,
            concern_step.c.what == "opened",
        )
    )
    return session.execute(
        sa.select(
            concern.c.id,
            concern.c.reference,
            concern.c.level,
            concern.c.received_at,
            concern.c.audience,
            survey_version.c.title.label("survey_title"),
            opened.label("is_opened"),
        )
        .join(opening, opening.c.id == concern.c.opening_id)
        .join(survey_version, survey_version.c.id == opening.c.survey_version_id)
        .where(concern.c.area_id == area_id, opening.c.area_id == area_id, survey_version.c.area_id == area_id)
        .where(concern.c.released_at.is_(None))
        .order_by(rank, concern.c.received_at, concern.c.reference)
    ).all()


def of_opening(session: Connection, area_id: str, opening_id: str) -> Sequence[Record]:
    """The concerns of one opening that nobody has released, without their words: the newest first."""
    return session.execute(
        sa.select(concern.c.reference, concern.c.level, concern.c.received_at)
        .where(concern.c.area_id == area_id, concern.c.opening_id == opening_id, concern.c.released_at.is_(None))
        .order_by(concern.c.received_at.desc(), concern.c.reference.desc())
    ).all()


def by_reference(session: Connection, area_id: str, reference: str) -> Record | None:
    found = sa.select(concern).where(concern.c.area_id == area_id, concern.c.reference == reference)
    return session.execute(found).one_or_none()


def release(session: Connection, area_id: str, concern_id: str, at: dt.datetime | None) -> bool:
    """Write since when the words may be shown again, or None that they are held; say whether that is new."""
    is_other = concern.c.released_at.is_(None) if at else concern.c.released_at.is_not(None)
    found = concern.update().where(concern.c.area_id == area_id, concern.c.id == concern_id, is_other)
    return session.execute(found.values(released_at=at)).rowcount == 1


def released(session: Connection, area_id: str) -> Sequence[Record]:
    """Concerns that somebody has released, without their words."""
    found = sa.select(concern.c.reference, concern.c.released_at).where(concern.c.area_id == area_id)
    return session.execute(found.where(concern.c.released_at.is_not(None))).all()


def steps(session: Connection, area_id: str, concern_id: str) -> Sequence[Record]:
    return session.execute(
        sa.select(concern_step.c.id, concern_step.c.at, concern_step.c.what, concern_step.c.why, staff.c.name)
        .outerjoin(staff, staff.c.id == concern_step.c.staff_id)
        .where(concern_step.c.area_id == area_id, concern_step.c.concern_id == concern_id)
        .order_by(concern_step.c.at, concern_step.c.id)
    ).all()


def held_answers(session: Connection, area_id: str, wave_id: str) -> frozenset[str]:
    """The answers of a wave that a concern holds back."""
    found = sa.select(concern.c.answer_id).where(
        concern.c.area_id == area_id,
        concern.c.wave_id == wave_id,
        concern.c.answer_id.is_not(None),
        concern.c.released_at.is_(None),
    )
    return frozenset(session.execute(found).scalars())


def _next_reference(session: Connection, area_id: str) -> str:
    # the area's row is the lock that keeps two references apart on PostgreSQL
    found = sa.select(area.c.slug, area.c.details).where(area.c.id == area_id).with_for_update()
    owner = session.execute(found).one()
    taken = session.execute(sa.select(sa.func.count()).where(concern.c.area_id == area_id)).scalar_one()
    return f"{owner.details.get('short') or owner.slug[:2].upper()}-{taken + 1:04d}"
