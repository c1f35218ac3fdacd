"""Sentiment learnt from a council's own labels, over the rules that need none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from analysis.prior_blend import PriorBlend
from analysis.sentences import SentenceVectors
from analysis.sentiment import sentiment_of, three_classes_of
from analysis.sentiment_features import Reply, SaidFeatures, questions_taken, taken_of

CLASSES: Final = ("mixed", "negative", "neutral", "positive")
_TRUST: Final = 20  # labels that it takes to say as much about a class of the rules as the rules themselves
_RIGHT: Final = 0.76  # how often the rules are right before any label has spoken


class SentimentClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Learn how comments feel from labelled ones; where the labels are too few to help, the rules stand.

    Parameters
    ----------
    vectors : estimator or "installed", optional
        What makes vectors of texts. "installed" takes `SentenceVectors` where its model is installed; None takes words
        alone.
    C : float
        The inverse of the regression's penalty.

    Attributes
    ----------
    classes_ : ndarray of str
        The sentiments among the labels: three, or four with "mixed".
    share_ : float
        How much of the answer is learnt (0: the rules alone).

    Notes
    -----
    Input is a list of texts, or of pairs (words, question). Row order never matters, and same labels, same answer.
    What is learnt is a `PriorBlend` over `SaidFeatures`, with the rules as its prior.

    Examples
    --------
    >>> from analysis.sentiment_classifier import SentimentClassifier
    >>> few = SentimentClassifier(vectors=None).fit(["kind drivers", "nobody rang"], ["positive", "negative"])
    >>> str(few.predict([("more staff", "What would you change?")])[0])
    'negative'
    """

    def __init__(self, vectors: Any = "installed", C: float = 1.0) -> None:  # noqa: N803  # scikit-learn's own name
        self.vectors = vectors
        self.C = C

    def fit(self, X: Sequence[str] | Sequence[Reply], y: ArrayLike) -> Self:  # noqa: N803
        """Learn from labelled comments; with "" for a label, a comment teaches how its question was taken, and words.

        Raises
        ------
        ValueError
            There are none, their number is not that of the labels, none has a label, or a label is no sentiment.
        """
        said, labels = _said(X), np.asarray(y, dtype=str)
        if not said or labels.shape != (len(said),):
            raise ValueError(f"{len(said)} comments and {labels.size} labels: give one label to each, and one at least")
        if unknown := sorted(set(labels.tolist()) - {*CLASSES, ""}):
            raise ValueError(f"{unknown[0]!r} is no sentiment; the labels are {', '.join(CLASSES)}")
        if not any(labels):
            raise ValueError("no comment has a label")
        ordered = sorted(range(len(said)), key=lambda row: (said[row], labels[row]))
        said, labels = [said[row] for row in ordered], labels[ordered]
        self.classes_ = np.array([one for one in CLASSES if one in labels or one != "mixed"])
        self.taken_ = questions_taken(said)
        self.features_ = SaidFeatures(self._vectors()).fit(said)
        said, labels = [said[row] for row in np.flatnonzero(labels)], labels[labels != ""]
        self.prior_ = self._calibrated(said, labels)
        self.blend_ = PriorBlend(self.C).fit(self.features_.transform(said), labels, self._prior(said, set(labels)))
        self.share_ = self.blend_.share_
        return self

    def predict_proba(self, X: Sequence[str] | Sequence[Reply]) -> NDArray[np.float64]:  # noqa: N803
        """How likely each class is, shape (n, classes)."""
        check_is_fitted(self, "blend_")
        said = _said(X)
        if not self.share_:
            return self._prior(said, set(self.classes_))
        known = [int(np.flatnonzero(self.classes_ == one)[0]) for one in self.blend_.classes_]
        chances = np.zeros((len(said), len(self.classes_)))
        rows = self.features_.transform(said)
        chances[:, known] = self.blend_.predict_proba(rows, self._prior(said, set(self.blend_.classes_)))
        return chances

    def predict(self, X: Sequence[str] | Sequence[Reply]) -> NDArray[np.str_]:  # noqa: N803
        """The likeliest class of each comment, shape (n,)."""
        chances = self.predict_proba(X)
        return np.asarray(self.classes_[np.argmax(chances, axis=1)])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags

    def _vectors(self) -> Any:
        if self.vectors == "installed":
            return SentenceVectors() if SentenceVectors.available() else None
        return self.vectors

    def _calibrated(self, said: Sequence[Reply], labels: NDArray[np.str_]) -> dict[str, NDArray[np.float64]]:
        """How likely each class is where the rules say this or that, by the labels and a belief in the rules."""
        by_rules = np.array(self._by_rules(said))
        others = (1 - _RIGHT) / (len(self.classes_) - 1)
        table = {}
        for one in self.classes_:
            believed = np.where(self.classes_ == one, _RIGHT, others) * _TRUST
            seen = np.array([np.sum((by_rules == one) & (labels == other)) for other in self.classes_])
            table[str(one)] = (believed + seen) / (believed + seen).sum()
        return table

    def _prior(self, said: Sequence[Reply], among: set[str]) -> NDArray[np.float64]:
        kept = [number for number, one in enumerate(self.classes_) if one in among]
        chances = np.array([self.prior_[one][kept] for one in self._by_rules(said)]).reshape(len(said), len(kept))
        return np.asarray(chances / chances.sum(axis=1, keepdims=True))

    def _by_rules(self, said: Sequence[Reply]) -> list[str]:
        rule = sentiment_of if "mixed" in self.classes_ else three_classes_of
        taken = [taken_of(question, self.taken_) for _, question in said]
        return [
            rule(words, asks=as_taken.asks, silence=as_taken.silence)
            for (words, _), as_taken in zip(said, taken, strict=True)
        ]


def _said(rows: Sequence[str] | Sequence[Reply]) -> list[Reply]:
    """Texts alone answer a question that nobody knows."""
    return [(row, "") if isinstance(row, str) else (str(row[0]), str(row[1])) for row in rows]
