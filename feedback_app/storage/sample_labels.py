"""Queries about what was chosen for drawn comments: one row for each choice, and none is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import assignment as assignments
from feedback_app.storage.tables import new_id, now, sample_label, sample_quote, seat_concern, segment, theme


def say(
    session: Connection,
    area_id: str,
    quote_id: str,
    seat_id: str,
    chosen: Sequence[str],
    *,
    is_together: bool = False,
    is_skipped: bool = False,
    why: str = "",
    concern_id: str | None = None,
) -> None:
    """One more choice; `why` is sealed, and `concern_id` is the concern that holds it."""
    label_id = new_id()
    session.execute(
        sample_label.insert().values(
            id=label_id,
            area_id=area_id,
            quote_id=quote_id,
            seat_id=seat_id,
            is_together=is_together,
            is_skipped=is_skipped,
            chosen=list(chosen),
            why=seal(why, f"sample_label:{label_id}") if why else None,
            concern_id=concern_id,
            said_at=now(),
        )
    )


def alone(session: Connection, area_id: str, sample_id: str) -> Mapping[tuple[str, str], Record]:
    """What each seat chose for each drawn comment before anybody talked: its newest row, by quote and seat."""
    rows = _of_sample(session, area_id, sample_id, is_together=False)
    return {(row.quote_id, row.seat_id): row for row in rows}


def together(session: Connection, area_id: str, sample_id: str) -> Mapping[str, Record]:
    """What was chosen together for each drawn comment: the newest row, by quote."""
    return {row.quote_id: row for row in _of_sample(session, area_id, sample_id, is_together=True)}


def why_of(row: Record) -> str:
    """Empty where the lead has the words, and nobody else."""
    return unseal(row.why, f"sample_label:{row.id}") if row.why and not row.held else ""


def by_machine(session: Connection, area_id: str, analysis_id: str, level: int) -> Mapping[tuple[str, int], str]:
    """The theme that an analysis put each part of a comment under, at the level that is read: its slug."""
    rows = session.execute(
        sa.select(segment.c.answer_id, segment.c.ordinal, theme.c.slug)
        .join(assignments, assignments.c.segment_id == segment.c.id)
        .join(theme, theme.c.id == assignments.c.theme_id)
        .where(segment.c.area_id == area_id, assignments.c.area_id == area_id, theme.c.area_id == area_id)
        .where(segment.c.analysis_id == analysis_id, theme.c.level == level)
        .order_by(segment.c.answer_id, segment.c.ordinal, theme.c.slug)
    ).all()
    return {(row.answer_id, row.ordinal): row.slug for row in rows}


def _of_sample(session: Connection, area_id: str, sample_id: str, *, is_together: bool) -> Sequence[Record]:
    """The oldest first; `held` says whether the lead alone has the reason."""
    joined = sa.and_(seat_concern.c.id == sample_label.c.concern_id, seat_concern.c.area_id == sample_label.c.area_id)
    held = sa.and_(sample_label.c.concern_id.is_not(None), seat_concern.c.released_at.is_(None)).label("held")
    return session.execute(
        sa.select(sample_label, held)
        .outerjoin(seat_concern, joined)
        .join(sample_quote, sample_quote.c.id == sample_label.c.quote_id)
        .where(sample_label.c.area_id == area_id, sample_quote.c.area_id == area_id)
        .where(sample_quote.c.sample_id == sample_id, sample_label.c.is_together == is_together)
        .order_by(sample_label.c.said_at, sample_label.c.id)
    ).all()
