"""Every way of mapping comments to standards, on the same rows and the same folds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold, KFold

from analysis.bench.encoding import Encoded
from analysis.bench.heard_standards import Remembered, heard, vectors_for_all_folds
from analysis.bench.standard_figures import Mapped, Reliability, best_cut, best_of, reliability
from analysis.bench.standard_peers import (
    KEYWORDS,
    MINILM,
    SVC,
    TFIDF,
    Scores,
    keyword_scores,
    meaning_scores,
    svc_scores,
    tfidf_scores,
)
from analysis.bench.standard_rows import Rows
from analysis.bench.zeroshot_peer import BERTOPIC, zeroshot_scores
from analysis.f1 import Said, interval, macro_f1, micro_f1

Told = Callable[[str], None]
Taught = Callable[[Rows, Rows], tuple[Scores, Said, Scores]]
Fold = tuple[NDArray[np.int64], NDArray[np.int64]]  # places of rows taught, and of rows asked

HEARD: Final = "Heard"
FOLDS: Final = 5
_INNER: Final = 3


@dataclass(frozen=True, slots=True)
class Way:
    """What one way makes of some rows: scores, what it says of several standards, and the seconds that it took.

    `chances` are how likely each standard is, NaN where that is not known.
    """

    name: str
    scores: Scores
    said: Said
    wall_seconds: float
    note: str = ""
    chances: Scores | None = None


def without_labels(
    rows: Rows, encoded: Encoded | None, python: str | None, told: Told, *, whole: bool
) -> Iterator[Way]:
    """Every way that needs no labels. A cosine says yes from a cut, which other folds' labels choose for it.

    `whole` is whether Heard maps comments in one piece, as the peers do.
    """
    standards = rows.labelled.standards
    told(f"{rows.set}: {HEARD}, no labels")
    began = time.perf_counter()
    found = heard(rows, whole=whole)
    yield Way(HEARD, found.scores, found.said, time.perf_counter() - began)
    told(f"{rows.set}: the peers, no labels")
    began = time.perf_counter()
    scores = keyword_scores(rows.texts, standards)
    yield Way(KEYWORDS, scores, scores > 0, time.perf_counter() - began)
    began = time.perf_counter()
    scores = tfidf_scores(rows.texts, standards)
    yield Way(TFIDF, scores, _cut_by_others(scores, rows), time.perf_counter() - began)
    if encoded:
        encoding = encoded.seconds_a_text * len(rows)
        began = time.perf_counter()
        scores = meaning_scores(rows.texts, standards, encoded)
        yield Way(MINILM, scores, _cut_by_others(scores, rows), time.perf_counter() - began + encoding)
    if encoded and python:
        began = time.perf_counter()
        scores, crash = zeroshot_scores(python, rows.texts, standards, encoded)
        seconds = time.perf_counter() - began + encoded.seconds_a_text * len(rows)
        yield Way(BERTOPIC, scores, scores > 0, seconds, f"crashed: {crash}" if crash else "")


def with_labels(rows: Rows, folds: Sequence[Fold], told: Told, *, whole: bool) -> Iterator[Way]:
    """What each way that learns says of each fold when it has learnt from the others; other rows stay at nothing."""
    vectors = vectors_for_all_folds()
    ways: dict[str, Taught] = {HEARD: partial(_heard_taught, whole=whole, vectors=vectors), SVC: _svc_taught}
    for name, run in ways.items():
        told(f"{rows.set}: {name}, with labels")
        scores, chances = np.zeros(rows.truth.shape), np.full(rows.truth.shape, np.nan)
        said = np.zeros(rows.truth.shape, dtype=bool)
        began = time.perf_counter()
        for taught, asked in folds:
            scores[asked], said[asked], chances[asked] = run(rows.take(taught), rows.take(asked))
        yield Way(name, scores, said, time.perf_counter() - began, chances=chances)


def folds_of(rows: Rows, *, copies_together: bool = True) -> list[Fold]:
    """Five folds; copies of a text stand in one of them, unless they are told to fall as they may."""
    groups = rows.groups if copies_together else np.arange(len(rows))
    return list(GroupKFold(FOLDS, shuffle=True, random_state=0).split(groups, groups=groups))


def one_standard_each(rows: Rows, way: Way, over: str, *, labels: int | None, seed: int = 0) -> Mapped:
    """Held against rows of one standard each: its strongest is what it says."""
    return mapped(rows, way, over, best_of(way.scores), labels=labels, seed=seed)


def mapped(rows: Rows, way: Way, over: str, said: Said, *, labels: int | None, seed: int = 0) -> Mapped:
    low, high = interval(rows.truth, said)
    return Mapped(
        set=rows.set,
        over=over,
        way=way.name,
        rows=len(rows),
        standards=rows.truth.shape[1],
        labels=labels,
        seed=seed,
        accuracy=round(float((said == rows.truth).all(axis=1).mean()), 4),
        micro_f1=round(micro_f1(rows.truth, said), 4),
        low=round(low, 4),
        high=round(high, 4),
        macro_f1=round(macro_f1(rows.truth, said), 4),
        assigned=round(float(said.any(axis=1).mean()), 4),
        wall_seconds=round(way.wall_seconds, 1),
        note=way.note,
    )


def worth_of_chances(rows: Rows, way: Way, over: str, places: NDArray[np.int64] | None = None) -> Iterator[Reliability]:
    """Chances against what is so, where every fold had labels enough to say any."""
    there = np.arange(len(rows)) if places is None else places
    if way.chances is not None and np.isfinite(way.chances[there]).all():
        yield reliability(rows.set, over, way.chances[there], rows.truth[there])


def _cut_by_others(scores: Scores, rows: Rows) -> Said:
    said = np.zeros(scores.shape, dtype=bool)
    for taught, asked in folds_of(rows):
        said[asked] = scores[asked] >= best_cut(scores[taught], rows.truth[taught])
    return said


def _heard_taught(taught: Rows, asked: Rows, *, whole: bool, vectors: Remembered | None) -> tuple[Scores, Said, Scores]:
    found = heard(asked, taught, whole=whole, vectors=vectors)
    return found.scores, found.said, found.chances


def _svc_taught(taught: Rows, asked: Rows) -> tuple[Scores, Said, Scores]:
    """With few labels an SVC says no to nearly everything, so its cut too comes from folds of what it is taught."""
    inner = np.zeros(taught.truth.shape)
    for some, others in KFold(_INNER, shuffle=True, random_state=0).split(taught.texts):
        part = taught.take(some)
        inner[others] = svc_scores(part.texts, part.truth, taught.take(others).texts)
    scores = svc_scores(taught.texts, taught.truth, asked.texts)
    return scores, scores >= best_cut(inner, taught.truth), np.full(scores.shape, np.nan)
