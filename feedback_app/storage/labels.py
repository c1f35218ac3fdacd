"""Queries about labels: what people said of segments and standards, each a row of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from analysis.standard_labels import StandardLabel
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import (
    assignment,
    concern,
    new_id,
    now,
    segment,
    standard_label,
    wave,
)


def say(
    session: Connection,
    area_id: str,
    wave_id: str,
    *,
    answer_id: str,
    ordinal: int,
    words: str,
    standard: str,
    speaks: bool | None,
    asked: str,
    service: str,
    said_by: str,
    said_on: dt.date,
    staff_id: str | None,
) -> None:
    """One more row; `speaks` is None where somebody takes back what they said, `staff_id` where a table said it."""
    label_id = new_id()
    session.execute(
        standard_label.insert().values(
            id=label_id,
            area_id=area_id,
            wave_id=wave_id,
            answer_id=answer_id,
            ordinal=ordinal,
            words=seal(words, f"standard_label:{label_id}"),
            standard=standard,
            speaks=speaks,
            asked=asked,
            service=service,
            said_by=said_by,
            said_on=said_on,
            staff_id=staff_id,
            kept_at=now(),
        )
    )


def bring(session: Connection, area_id: str, labels: Sequence[StandardLabel], *, staff_id: str | None) -> None:
    """Keep the labels of a file, which belong to no wave and no answer."""
    rows = []
    for label in labels:
        label_id = new_id()
        rows.append(
            {
                "id": label_id,
                "area_id": area_id,
                "comment": label.comment,
                "words": seal(label.words, f"standard_label:{label_id}"),
                "standard": label.standard,
                "speaks": label.speaks,
                "asked": label.asked,
                "service": label.service,
                "said_by": label.by,
                "said_on": dt.date.fromisoformat(label.at) if label.at else None,
                "staff_id": staff_id,
                "kept_at": now(),
            }
        )
    if rows:
        session.execute(standard_label.insert(), rows)


def of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The newest word of each person on each segment and standard of a wave, oldest first; held words are left out."""
    return _newest(session.execute(_unheld(area_id).where(standard_label.c.wave_id == wave_id)).all())


def until(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The same of this wave and of the area's earlier ones, and what files brought."""
    this = sa.select(wave.c.opens_on).where(wave.c.area_id == area_id, wave.c.id == wave_id).scalar_subquery()
    before = sa.select(wave.c.id).where(wave.c.area_id == area_id, wave.c.opens_on <= this)
    known = sa.or_(standard_label.c.wave_id.is_(None), standard_label.c.wave_id.in_(before))
    return _newest(session.execute(_unheld(area_id).where(known)).all())


def of_area(session: Connection, area_id: str) -> Sequence[Record]:
    """The same of every wave, and what files brought."""
    return _newest(session.execute(_unheld(area_id)).all())


def as_label(row: Record) -> StandardLabel:
    """A row as an analysis takes it, its words opened."""
    words = unseal(row.words, f"standard_label:{row.id}")
    at = row.said_on.isoformat() if row.said_on else ""
    comment = row.answer_id or row.comment
    return StandardLabel(comment, words, row.standard, row.speaks, row.said_by, at, row.asked, row.service)


def suggested(session: Connection, area_id: str, analysis_id: str) -> Sequence[Record]:
    """The standards that an analysis suggested, segment by segment, strongest first."""
    return session.execute(
        sa.select(
            segment.c.answer_id,
            segment.c.ordinal,
            assignment.c.standard,
            assignment.c.strength,
            assignment.c.chance,
            assignment.c.reason,
            assignment.c.examples,
        )
        .join(segment, segment.c.id == assignment.c.segment_id)
        .where(assignment.c.area_id == area_id, segment.c.area_id == area_id)
        .where(segment.c.analysis_id == analysis_id, assignment.c.standard.is_not(None))
        .order_by(segment.c.answer_id, segment.c.ordinal, assignment.c.score.desc(), assignment.c.standard)
    ).all()


def _unheld(area_id: str) -> sa.Select[*tuple[object, ...]]:
    held = sa.exists(
        sa.select(concern.c.id).where(
            concern.c.area_id == area_id,
            concern.c.answer_id == standard_label.c.answer_id,
            concern.c.released_at.is_(None),
        )
    )
    found = sa.select(standard_label).where(standard_label.c.area_id == area_id, ~held)
    return found.order_by(standard_label.c.kept_at, standard_label.c.id)


def _newest(rows: Sequence[Record]) -> Sequence[Record]:
    """Each row of a file stands for itself; of a person's the newest, unless it takes the label back."""
    newest: dict[object, Record] = {}
    for row in rows:
        key = row.id if row.answer_id is None else (row.answer_id, row.ordinal, row.standard, row.staff_id)
        newest.pop(key, None)  # the order is that of the words that stand
        newest[key] = row
    return [row for row in newest.values() if row.speaks is not None]
