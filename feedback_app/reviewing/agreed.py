"""How far a table's seats agree, for whoever analyses: the figures that the worker kept, as a page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from feedback_app.reviewing.samples import COMPARE, Sample, seen
from feedback_app.storage import areas, samples, work
from feedback_app.storage.db import reading


@dataclass(frozen=True, slots=True)
class Agreed:
    """A sample and what the worker kept of it, as `analysis.agreement_file` writes it; None where nothing is told.

    `coders` compares what each chose alone; `computer` what stands among people with the computer's own theme.
    """

    sample: Sample
    drawn: int
    coders: Mapping[str, Any] | None
    computer: Mapping[str, Any] | None
    is_awaited: bool


def samples_of(area_slug: str) -> Sequence[Agreed]:
    """Every sample of an area, the newest first."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        return [
            _agreed(seen(session, row), row.figures, is_awaited=work.waits(session, area.id, COMPARE, row.id))
            for row in samples.of_area(session, area.id)
        ]


def figures_of(area_slug: str, sample_id: str) -> Agreed:
    """Raises NoSuchSample."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        row = samples.by_id(session, area.id, sample_id)
        is_awaited = work.waits(session, area.id, COMPARE, row.id)
        return _agreed(seen(session, row), row.figures, is_awaited=is_awaited)


def _agreed(sample: Sample, kept: Mapping[str, Any] | None, *, is_awaited: bool) -> Agreed:
    figures = kept or {}
    return Agreed(sample, figures.get("drawn", 0), figures.get("coders"), figures.get("computer"), is_awaited)
