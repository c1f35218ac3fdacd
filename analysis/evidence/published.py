"""Rows of results that an area has published itself, as they were printed."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.evidence.counts import Row
from analysis.evidence.themes import numbered
from analysis.published import PublishedResult


def published_rows(results: Iterable[PublishedResult]) -> list[Row]:
    return numbered(
        {
            "area_id": result.area,
            "title": result.title,
            "question": result.question,
            "service": result.service,
            "respondents": result.respondents,
            "mean": result.mean,
            "scale": result.scale,
            "group_name": result.group,
            "source": result.source,
            "note": result.note,
        }
        for result in results
    )
