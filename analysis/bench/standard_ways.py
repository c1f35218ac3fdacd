"""Every way of mapping comments to standards, on the same rows and the same folds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold, KFold

from analysis.bench.encoding import Encoded
from analysis.bench.heard_standards import heard
from analysis.bench.standard_figures import Mapped, best_cut, best_of
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
Fold = tuple[NDArray[np.int64], NDArray[np.int64]]  # places of rows taught, and of rows asked

HEARD: Final = "Heard"
FOLDS: Final = 5
_INNER: Final = 3


@dataclass(frozen=True, slots=True)
class Way:
    """What one way makes of some rows: scores, what it says of several standards, and the seconds that it took."""

    name: str
    scores: Scores
    said: Said
    wall_seconds: float
    note: str = ""


def without_labels(rows: Rows, encoded: Encoded | None, python: str | None, told: Told) -> Iterator[Way]:
    """Every way that needs no labels. A cosine says yes from a cut, which other folds' labels choose for it."""
    standards = rows.labelled.standards
    told(f"{rows.set}: {HEARD}, no labels")
    began = time.perf_counter()
    found = heard(rows)
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


def with_labels(rows: Rows, folds: Sequence[Fold], told: Told) -> Iterator[Way]:
    """What each way that learns says of each fold when it has learnt from the others; other rows stay at nothing."""
    for name, run in ((HEARD, _heard_taught), (SVC, _svc_taught)):
        told(f"{rows.set}: {name}, with labels")
        scores, said = np.zeros(rows.truth.shape), np.zeros(rows.truth.shape, dtype=bool)
        began = time.perf_counter()
        for taught, asked in folds:
            scores[asked], said[asked] = run(rows.take(taught), rows.take(asked))
        yield Way(name, scores, said, time.perf_counter() - began)


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


def _cut_by_others(scores: Scores, rows: Rows) -> Said:
    said = np.zeros(scores.shape, dtype=bool)
    for taught, asked in folds_of(rows):
        said[asked] = scores[asked] >= best_cut(scores[taught], rows.truth[taught])
    return said


def _heard_taught(taught: Rows, asked: Rows) -> tuple[Scores, Said]:
    found = heard(asked, taught)
    return found.scores, found.said


def _svc_taught(taught: Rows, asked: Rows) -> tuple[Scores, Said]:
    """With few labels an SVC says no to nearly everything, so its cut too comes from folds of what it is taught."""
    inner = np.zeros(taught.truth.shape)
    for some, others in KFold(_INNER, shuffle=True, random_state=0).split(taught.texts):
        part = taught.take(some)
        inner[others] = svc_scores(part.texts, part.truth, taught.take(others).texts)
    scores = svc_scores(taught.texts, taught.truth, asked.texts)
    # a single best needs a score above 0, and one that says no to everything still has a strongest
    return scores - scores.min() + 1.0, scores >= best_cut(inner, taught.truth)
