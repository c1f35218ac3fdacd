"""How strongly some words speak to each standard of a strategy, and the words that made it so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from analysis.concepts import Concepts, load_concepts
from analysis.findings import Strength
from analysis.standard_evidence import Evidence, EvidenceReader
from analysis.standard_labels import StandardLabel, labels_of, settled
from analysis.strategy import Standard, Strategy

POSSIBLE = 0.75  # more than the strongest hint together with the least likeness; less than one telling phrase
LIKELY = 1.25  # a telling phrase, and something that agrees with it


@dataclass(frozen=True, slots=True)
class Spoken:
    """How strongly some words speak to a standard. `strength` is None where that is too little to say so."""

    score: float
    strength: Strength | None
    reason: tuple[str, ...]


class StandardMapper(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Maps segments to none, one or several standards, by the words that speak of them.

    Families rarely use the name of a standard. So a standard is looked for by the words that families use for what it
    is about (`concepts.toml`), by its own keywords, weighed by how rare they are, and a little by likeness of all its
    words. Rarity is weighed as in TF-IDF (Spärck Jones 1972).

    Parameters
    ----------
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    concepts : Concepts, optional
        The package's own unless told.

    Attributes
    ----------
    standards_ : tuple of Standard
        The columns of what is predicted.
    labels_ : tuple of StandardLabel
        Those that were of these standards, each segment and standard once.
    """

    def __init__(self, strategies: Sequence[Strategy], concepts: Concepts | None = None) -> None:
        self.strategies = strategies
        self.concepts = concepts

    def fit(self, texts: Sequence[str], labels: Sequence[StandardLabel] | None = None) -> Self:
        """Learn how rare the standards' words are among redacted segments, shape (n,), in any order.

        Parameters
        ----------
        texts : sequence of str
        labels : sequence of StandardLabel, optional
            What people said of segments, of these or of others, in any order.
        """
        self.standards_: tuple[Standard, ...] = tuple(one for strategy in self.strategies for one in strategy.standards)
        self.labels_ = labels_of(settled(labels or ()), (standard.id for standard in self.standards_))
        self.reader_ = EvidenceReader(self.standards_, self.concepts or load_concepts(), texts)
        return self

    def predict_scores(self, texts: Sequence[str], services: Sequence[str] = ()) -> NDArray[np.float64]:
        """How strongly each text speaks to each standard, shape (n, standards): 0 no sign of it, 1 a telling phrase."""
        scores = np.zeros((len(texts), len(self.standards_)))
        for row, found in enumerate(self.evidence(texts, services)):
            for column, evidence in found.items():
                scores[row, column] = evidence.score
        return scores

    def predict(self, texts: Sequence[str], services: Sequence[str] = ()) -> NDArray[np.bool_]:
        """Which standards each text may speak to, shape (n, standards): none is an answer too."""
        return np.asarray(self.predict_scores(texts, services) >= POSSIBLE)

    def map(self, texts: Sequence[str], services: Sequence[str] = ()) -> list[dict[int, Spoken]]:
        """By the standard's column, how strongly each text speaks to it and why."""
        return [
            {column: _spoken(evidence) for column, evidence in found.items()}
            for found in self.evidence(texts, services)
        ]

    def evidence(self, texts: Sequence[str], services: Sequence[str] = ()) -> list[dict[int, Evidence]]:
        """What each text holds for which standard (by its column); `services` names what each is about."""
        check_is_fitted(self, "reader_")
        return self.reader_.read(texts, services or [""] * len(texts))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags


def _spoken(evidence: Evidence) -> Spoken:
    strength: Strength | None = "possible" if evidence.score >= POSSIBLE else None
    if evidence.is_told and evidence.score >= LIKELY:
        strength = "likely"
    return Spoken(evidence.score, strength, evidence.reason)
