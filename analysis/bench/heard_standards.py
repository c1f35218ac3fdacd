"""Heard's own mapping of comments to standards, as an analysis maps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.bench.standard_rows import Rows
from analysis.findings import Segment
from analysis.redaction import redact
from analysis.segmenting import read_comments
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.standards import MOST_PER_SET
from analysis.strategy_model import NEGATIVE
from analysis.voices import Comment

_DAY = "2026-11-28"


@dataclass(frozen=True, slots=True)
class HeardSaid:
    """Scores and what is said of them, both of shape (rows, standards), gathered from segments by the maximum."""

    scores: NDArray[np.float64]
    said: NDArray[np.bool_]


def heard(rows: Rows, taught: Rows | None = None) -> HeardSaid:
    """Map the rows without labels, or with what a person said of other rows.

    Which of the words are rare is read from the rows asked; labels come from the rows taught alone.
    """
    segments = segments_of(rows)
    words = [segment.words for segment in segments]
    mapper = StandardMapper([rows.labelled.strategy]).fit(words, list(labels_of(taught)) if taught else None)
    services = [rows.services[int(segment.comment)] for segment in segments]
    may = _may_speak_to(segments, rows) if taught is None else np.ones((len(segments), rows.truth.shape[1]), bool)
    scores = np.where(may, mapper.predict_scores(words, services), 0.0)
    said = _strongest(scores) & may & mapper.predict(words, services)
    owner = [int(segment.comment) for segment in segments]
    return HeardSaid(_gathered(scores, owner, len(rows)), _gathered(said, owner, len(rows)))


def segments_of(rows: Rows) -> list[Segment]:
    """The segments that say something; a comment's id is its row."""
    comments = [
        Comment(str(row), f"row {row}", text, question=question)
        for row, (text, question) in enumerate(zip(rows.texts, rows.questions, strict=True))
    ]
    return [segment for segment in read_comments(comments).segments if segment.is_answer]


def labels_of(rows: Rows) -> Iterator[StandardLabel]:
    """What a person said of whole comments: yes to their standards, and no to each other that was shown."""
    for row, text in enumerate(rows.texts):
        words = redact(text).words
        for standard, speaks in zip(rows.labelled.standards, rows.truth[row].tolist(), strict=True):
            yield StandardLabel(f"taught {row}", words, standard.id, speaks, "coder", _DAY)


def _may_speak_to(segments: Sequence[Segment], rows: Rows) -> NDArray[np.bool_]:
    """A standard worded as bad news is spoken to by complaints only."""
    complains = np.array([segment.sentiment in ("negative", "mixed") for segment in segments])
    negative = np.array([standard.polarity == NEGATIVE for standard in rows.labelled.standards])
    return np.asarray(~negative[None, :] | complains[:, None])


def _strongest(scores: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The strongest few of each segment; of equals the earlier."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :MOST_PER_SET]
    kept = np.zeros(scores.shape, dtype=bool)
    np.put_along_axis(kept, order, True, axis=1)
    return kept & (scores > 0)


def _gathered(values: NDArray, owner: Sequence[int], rows: int) -> NDArray:  # type: ignore[type-arg]
    found = np.zeros((rows, values.shape[1]), dtype=values.dtype)
    np.maximum.at(found, np.array(owner, dtype=int), values)
    return found
