"""Heard's own mapping of comments to standards, as an analysis maps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from analysis.bench.standard_rows import Rows
from analysis.comment_standards import CommentScores, labels_of, map_comments
from analysis.redaction import redact
from analysis.sentences import SentenceVectors
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.voices import Comment


class Remembered(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Sentence vectors that are made once for all folds: a vector hangs on its own text alone."""

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}

    def fit(self, texts: Sequence[str], y: object = None) -> Self:
        return self

    def transform(self, texts: Sequence[str]) -> NDArray[np.float32]:
        new = sorted(set(texts) - self._known.keys())
        self._known.update(zip(new, SentenceVectors(n_jobs=1).transform(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32).reshape(len(texts), -1)


def vectors_for_all_folds() -> Remembered | None:
    """None where the sentence model is not installed."""
    return Remembered() if SentenceVectors.available() else None


def heard(rows: Rows, taught: Rows | None = None, *, whole: bool = False, vectors: Any = "installed") -> CommentScores:
    """Map the rows without labels, or with what a person said of other rows.

    Which of the words are rare is read from the rows asked; labels come from the rows taught alone.
    """
    labels = list(taught_labels(taught)) if taught else []
    comments, strategies = _comments(rows, "asked"), [rows.labelled.strategy]
    return map_comments(comments, strategies, labels, rows.services, whole=whole, vectors=vectors)


def taught_labels(rows: Rows) -> Iterator[StandardLabel]:
    """What a person said of whole comments: yes to their standards, and no to each other."""
    standards, truth = rows.labelled.standards, rows.truth.tolist()
    for comment, speaks, service in zip(_comments(rows, "taught"), truth, rows.services, strict=True):
        redacted = replace(comment, words=redact(comment.words).words)
        yield from labels_of(redacted, standards, speaks, by="coder", service=service)


def picked(rows: Rows, labelled: NDArray[np.int64], number: int, *, vectors: Any = "installed") -> NDArray[np.int64]:
    """The places of the rows that Heard would ask about next, when it has been told of some of them."""
    words = [redact(text).words for text in rows.texts]
    mapper = StandardMapper([rows.labelled.strategy], vectors=vectors)
    mapper.fit(words, list(taught_labels(rows.take(labelled))))
    known = set(labelled.tolist())
    found = [place for place in mapper.picks(words, number + len(known), rows.questions) if place not in known]
    return np.array(found[:number], dtype=np.int64)


def _comments(rows: Rows, what: str) -> list[Comment]:
    return [
        Comment(f"{what} {row}", f"row {row}", text, question=question)
        for row, (text, question) in enumerate(zip(rows.texts, rows.questions, strict=True))
    ]
