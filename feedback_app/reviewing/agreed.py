"""How far a table's seats agree, for whoever analyses: the figures that the worker kept, as a page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from feedback_app.reviewing.released import key_of, readable
from feedback_app.reviewing.samples import COMPARE, Sample, seen
from feedback_app.storage import areas, samples, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record


@dataclass(frozen=True, slots=True)
class Agreed:
    """A sample and what the worker kept of it, as `analysis.agreement_file` writes it; None where nothing is told.

    `coders` compares what each chose alone; `computer` what stands among people with the computer's own choice. Both
    are None where `is_stale`: since they were worked out, words were taken away or given back, and no figure counts
    what is held.
    """

    sample: Sample
    coders: Mapping[str, Any] | None
    computer: Mapping[str, Any] | None
    is_awaited: bool
    is_stale: bool = False


def samples_of(area_slug: str) -> Sequence[Sample]:
    """Every sample of an area, the newest first."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        return [seen(session, row) for row in samples.of_area(session, area.id)]


def figures_of(area_slug: str, sample_id: str) -> Agreed:
    """Raises NoSuchSample."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        row = samples.by_id(session, area.id, sample_id)
        sample, kept = seen(session, row), row.figures or {}
        is_awaited = work.waits(session, area.id, COMPARE, row.id)
        if kept and kept["places"] != _places(session, row):
            return Agreed(sample, None, None, is_awaited, is_stale=True)
    return Agreed(sample, kept.get("coders"), kept.get("computer"), is_awaited)


def work_out_again(area_slug: str, sample_id: str, *, staff_id: str) -> None:
    """Ask the worker for the figures of what may be read now. Raises NoSuchSample."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        row = samples.by_id(session, area.id, sample_id)
        if row.talking_at is not None and not work.waits(session, area.id, COMPARE, row.id):
            work.queue(session, area.id, COMPARE, row.id, asked_by=staff_id)


def _places(session: Connection, row: Record) -> list[int]:
    """Which of the drawn comments may still be read by anybody."""
    words = readable(session, row.area_id, row.wave_id)
    return [one.place for one in samples.quotes(session, row.area_id, row.id) if key_of(one) in words]
