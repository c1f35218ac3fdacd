"""How often sentiment is as people labelled it: VADER, a plain classifier, and ours without and with labels."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

from analysis.bench.sentiment_rows import CLASSES, LabelledRow
from analysis.sentences import SentenceVectors
from analysis.sentiment import three_classes_of
from analysis.sentiment_classifier import SentimentClassifier
from analysis.sentiment_features import questions_taken

FOLDS: Final = 5
_RESAMPLES: Final = 1_000
_CLEAR: Final = 0.05  # VADER's own thresholds

Felt = NDArray[np.str_]
Way = Callable[[Sequence[LabelledRow]], Felt]


@dataclass(frozen=True, slots=True)
class Right:
    """How often one way was right over some rows; `low` and `high` hold 95 of 100 bootstrap draws of the accuracy."""

    set: str
    way: str
    over: str
    rows: int
    accuracy: float
    low: float
    high: float
    macro_f1: float
    cpu_seconds: float

    def write(self) -> dict[str, Any]:
        return asdict(self)


def measure(name: str, rows: Sequence[LabelledRow], told: Callable[[str], None]) -> Iterator[Right]:
    """Run every way over the same rows, those that learn over the same folds, and count by half and by question."""
    parts = _parts(rows)
    feels = np.array([row.feels for row in rows])
    for way, run in _ways(rows):
        told(f"{name}: {way}")
        start = time.process_time()
        said = run(rows)
        seconds = time.process_time() - start
        for over, kept in parts:
            yield _right(name, way, over, feels[kept], said[kept], seconds)


def write(measured: Sequence[Right], path: Path) -> None:
    path.write_text(json.dumps([one.write() for one in measured], indent=2) + "\n", encoding="utf-8")


def in_folds(rows: Sequence[LabelledRow], learn: Callable[[], Any], given: Sequence[Any]) -> Felt:
    """What an estimator says of each fold when it has learnt from the others."""
    feels = np.array([row.feels for row in rows])
    said = np.empty(len(rows), dtype=feels.dtype)
    for taught, asked in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(feels, feels):
        learnt = learn().fit([given[row] for row in taught], feels[taught])
        said[asked] = learnt.predict([given[row] for row in asked])
    return said


class KnownVectors:
    """Vectors of these texts, made once for all folds; a vector hangs on its own text alone."""

    def __init__(self, texts: Sequence[str]) -> None:
        distinct = sorted(set(texts))
        self.vectors = dict(zip(distinct, SentenceVectors(n_jobs=1).transform(distinct), strict=True))

    def transform(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.vectors[text] for text in texts])


def _ways(rows: Sequence[LabelledRow]) -> Iterator[tuple[str, Way]]:
    yield "the largest class, always", _largest
    yield "VADER", _vader
    yield "Heard, no labels", heard_without_labels
    yield "TF-IDF + logistic regression, 5-fold", _plain
    yield "Heard with labels, 5-fold", _heard_with_labels


def _largest(rows: Sequence[LabelledRow]) -> Felt:
    classes, counts = np.unique([row.feels for row in rows], return_counts=True)
    return np.full(len(rows), classes[np.argmax(counts)])


def _vader(rows: Sequence[LabelledRow]) -> Felt:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader = SentimentIntensityAnalyzer()
    sums = [vader.polarity_scores(row.words)["compound"] for row in rows]
    return np.array([CLASSES[1 + (one >= _CLEAR) - (one <= -_CLEAR)] for one in sums])


def heard_without_labels(rows: Sequence[LabelledRow]) -> Felt:
    """What `analyse` does: the rules, and each question as it was taken."""
    taken = questions_taken((row.words, row.question) for row in rows)
    read = [(row.words, taken[row.question]) for row in rows]
    return np.array([three_classes_of(words, asks=one.asks, silence=one.silence) for words, one in read])


def _plain(rows: Sequence[LabelledRow]) -> Felt:
    return in_folds(
        rows,
        lambda: make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=2), LogisticRegression(max_iter=1000)),
        [row.words for row in rows],
    )


def _heard_with_labels(rows: Sequence[LabelledRow]) -> Felt:
    known = KnownVectors([row.words for row in rows]) if SentenceVectors.available() else None
    return in_folds(rows, lambda: SentimentClassifier(known), [(row.words, row.question) for row in rows])


def _parts(rows: Sequence[LabelledRow]) -> list[tuple[str, NDArray[np.bool_]]]:
    tuned = np.array([row.tuned for row in rows])
    asked = np.array([row.question for row in rows])
    halves = [("all", np.ones(len(rows), bool)), ("the half tuned on", tuned), ("the other half", ~tuned)]
    return [*halves, *((str(question), asked == question) for question in np.unique(asked))]


def _right(name: str, way: str, over: str, feels: Felt, said: Felt, seconds: float) -> Right:
    hits = feels == said
    chance = np.random.default_rng(0)
    drawn = [hits[chance.integers(0, len(hits), len(hits))].mean() for _ in range(_RESAMPLES)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Right(
        set=name,
        way=way,
        over=over,
        rows=len(feels),
        accuracy=round(float(accuracy_score(feels, said)), 4),
        low=round(float(low), 4),
        high=round(float(high), 4),
        macro_f1=round(float(f1_score(feels, said, average="macro", labels=CLASSES, zero_division=0)), 4),
        cpu_seconds=round(seconds, 1),
    )
