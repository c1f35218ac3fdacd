"""Whole comments against standards: a comment has the strongest of its segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.findings import Segment
from analysis.segmenting import read_comments
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.standards import MOST_PER_SET
from analysis.strategy import Standard, Strategy
from analysis.strategy_model import NEGATIVE
from analysis.voices import Comment

Number = TypeVar("Number", np.float64, np.bool_)


@dataclass(frozen=True, slots=True)
class CommentScores:
    """Scores, and what is said of them: both of shape (comments, standards), in the order of the comments given."""

    scores: NDArray[np.float64]
    said: NDArray[np.bool_]


def map_comments(
    comments: Sequence[Comment],
    strategies: Sequence[Strategy],
    labels: Sequence[StandardLabel] = (),
    services: Sequence[str] = (),
    *,
    places: Sequence[str] = (),
) -> CommentScores:
    """Read, redact, split and map comments as an analysis does, and gather the segments of each by the maximum.

    Parameters
    ----------
    comments : sequence of Comment
        Each with an id of its own.
    strategies : sequence of Strategy
        Narrowed to the sets that are read against.
    labels : sequence of StandardLabel
        What people said of other comments.
    services : sequence of str
        The name of the service that each comment is about, or nothing.
    places : sequence of str
        Names of towns and villages to redact.
    """
    segments = [segment for segment in read_comments(comments, places=places).segments if segment.is_answer]
    words = [segment.words for segment in segments]
    place = {comment.id: number for number, comment in enumerate(comments)}
    owner = np.array([place[segment.comment] for segment in segments], dtype=int)
    about = [services[number] if services else "" for number in owner]
    mapper = StandardMapper(strategies).fit(words, labels)
    may = _may_speak_to(segments, mapper.standards_)
    scores = np.where(may, mapper.predict_scores(words, services=about), 0.0)
    said = may & mapper.predict(words, services=about) & _strongest_of_each_set(scores, mapper.standards_)
    return CommentScores(_gathered(scores, owner, len(comments)), _gathered(said, owner, len(comments)))


def labels_of(
    comment: str, words: str, standards: Sequence[Standard], speaks: Sequence[bool | None], *, by: str, at: str = ""
) -> Iterator[StandardLabel]:
    """What a person said of one comment, in redacted words: a yes, a no, or nothing (None) of each standard."""
    for standard, one in zip(standards, speaks, strict=True):
        if one is not None:
            yield StandardLabel(comment, words, standard.id, one, by, at)


def _may_speak_to(segments: Sequence[Segment], standards: Sequence[Standard]) -> NDArray[np.bool_]:
    """A standard worded as bad news is spoken to by complaints only."""
    complains = np.array([segment.sentiment in ("negative", "mixed") for segment in segments], dtype=bool)
    negative = np.array([standard.polarity == NEGATIVE for standard in standards], dtype=bool)
    return np.asarray(~negative[None, :] | complains[:, None])


def _strongest_of_each_set(scores: NDArray[np.float64], standards: Sequence[Standard]) -> NDArray[np.bool_]:
    """The strongest few of each segment; of equals the earlier."""
    kept = np.zeros(scores.shape, dtype=bool)
    sets = np.array([standard.id.rpartition("/")[0] for standard in standards])
    for one in dict.fromkeys(sets.tolist()):
        columns = np.flatnonzero(sets == one)
        order = np.argsort(-scores[:, columns], axis=1, kind="stable")[:, :MOST_PER_SET]
        np.put_along_axis(kept, columns[order], True, axis=1)
    return kept & (scores > 0)


def _gathered(values: NDArray[Number], owner: NDArray[np.int64], comments: int) -> NDArray[Number]:
    found = np.zeros((comments, values.shape[1]), dtype=values.dtype)
    np.maximum.at(found, owner, values)
    return found
