"""Whole comments against standards: a comment has the strongest of its segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.findings import Segment, Sentiment
from analysis.redaction import redact
from analysis.segmenting import read_comments
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.standard_polarity import COMPLAINTS, may_speak_to
from analysis.standards import MOST_PER_SET
from analysis.strategy import Standard, Strategy
from analysis.voices import Comment

Scores = NDArray[np.float64]
NO_SIGN = -np.inf  # the score of a comment that says nothing, and of praise for what is worded as bad news


@dataclass(frozen=True, slots=True)
class CommentScores:
    """Scores, what is said of them, and how likely that is to be right (NaN where labels have not shown it).

    Each of shape (comments, standards), in the order of the comments given.
    """

    scores: Scores
    said: NDArray[np.bool_]
    chances: Scores


def map_comments(
    comments: Sequence[Comment],
    strategies: Sequence[Strategy],
    labels: Sequence[StandardLabel] = (),
    services: Sequence[str] = (),
    *,
    places: Sequence[str] = (),
    whole: bool = False,
    vectors: Any = "installed",
) -> CommentScores:
    """Read, redact, split and map comments as an analysis does, and gather the segments of each by the maximum.

    Parameters
    ----------
    comments : sequence of Comment
        Each with an id of its own, and the question that it answers.
    strategies : sequence of Strategy
        Narrowed to the sets that are read against.
    labels : sequence of StandardLabel
        What people said of other comments.
    services : sequence of str
        The name of the service that each comment is about, or nothing.
    places : sequence of str
        Names of towns and villages to redact.
    whole : bool
        Map each comment in one piece, non-answers too: as the labels were given, where whole comments were labelled.
        It may speak to three standards of a set for each segment that it holds.
    vectors : estimator or "installed" or None
        As `StandardMapper` takes it.
    """
    segments, pieces = _in_one_piece(comments, places) if whole else _in_segments(comments, places)
    words = [segment.words for segment in segments]
    place = {comment.id: number for number, comment in enumerate(comments)}
    owner = np.array([place[segment.comment] for segment in segments], dtype=int)
    asked = [comments[number].question for number in owner]
    about = [services[number] if services else "" for number in owner]
    if not segments:
        nothing = np.zeros((len(comments), sum(len(strategy.standards) for strategy in strategies)))
        return CommentScores(nothing + NO_SIGN, nothing.astype(bool), nothing)
    mapper = StandardMapper(strategies, vectors=vectors).fit(words, labels)
    may = may_speak_to([segment.sentiment for segment in segments], mapper.heeds_praise_)
    found = mapper.predict_scores(words, asked, about)
    scores = np.where(may, found, NO_SIGN)
    said = (scores >= mapper.lines_) & _strongest_of_each_set(scores, mapper.standards_, pieces)
    known = mapper.calibrated_
    chances = np.where(may, np.nan if known is None else known.chances(found, words), 0.0)
    return CommentScores(
        _gathered(scores, owner, len(comments), NO_SIGN),
        _gathered(said.astype(float), owner, len(comments), 0.0) > 0,
        _gathered(chances, owner, len(comments), 0.0),
    )


def labels_of(
    comment: Comment,
    standards: Sequence[Standard],
    speaks: Sequence[bool | None],
    *,
    by: str,
    at: str = "",
    service: str = "",
) -> Iterator[StandardLabel]:
    """What a person said of one comment, in words redacted before: a yes, a no, or nothing (None) of each standard."""
    for standard, one in zip(standards, speaks, strict=True):
        if one is not None:
            yield StandardLabel(comment.id, comment.words, standard.id, one, by, at, comment.question, service)


def _in_segments(comments: Sequence[Comment], places: Sequence[str]) -> tuple[list[Segment], NDArray[np.int64]]:
    segments = [segment for segment in read_comments(comments, places=places).segments if segment.is_answer]
    return segments, np.ones(len(segments), dtype=np.int64)


def _in_one_piece(comments: Sequence[Comment], places: Sequence[str]) -> tuple[list[Segment], NDArray[np.int64]]:
    """Comments, and how many segments each would be. A comment complains where any of its segments does."""
    felt: dict[str, Sentiment] = {}
    pieces: Counter[str] = Counter()
    for segment in read_comments(comments, places=places).segments:
        pieces[segment.comment] += segment.is_answer
        felt[segment.comment] = max(
            segment.sentiment, felt.get(segment.comment, "positive"), key=COMPLAINTS.__contains__
        )
    whole = [
        Segment(
            one.id, 0, 0, len(one.words), one.words, redact(one.words, places=places).words, felt.get(one.id, "neutral")
        )
        for one in comments
    ]
    return whole, np.array([max(1, pieces[one.id]) for one in comments], dtype=np.int64)


def _strongest_of_each_set(
    scores: Scores, standards: Sequence[Standard], pieces: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """The strongest few of each segment, or of each that a comment in one piece holds; of equals the earlier."""
    kept = np.zeros(scores.shape, dtype=bool)
    sets = np.array([standard.id.rpartition("/")[0] for standard in standards])
    for one in dict.fromkeys(sets.tolist()):
        columns = np.flatnonzero(sets == one)
        order = np.argsort(-scores[:, columns], axis=1, kind="stable")
        is_kept = np.arange(len(columns))[None, :] < MOST_PER_SET * pieces[:, None]
        np.put_along_axis(kept, columns[order], is_kept, axis=1)
    return kept


def _gathered(values: Scores, owner: NDArray[np.int64], comments: int, least: float) -> Scores:
    found = np.full((comments, values.shape[1]), least)
    np.maximum.at(found, owner, values)
    return found
