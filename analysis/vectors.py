"""Segments as unit vectors: segments about one thing point the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sklearn.utils.validation import check_is_fitted

from analysis.concept_reader import ConceptReader
from analysis.concepts import Concepts
from analysis.stems import Stemmer, ideas_by_stem
from analysis.thesaurus import Thesaurus

Vectors = NDArray[np.float64]

IDEA_WEIGHT = 2.5
CONCEPT_WEIGHT = 3.0
EVALUATION_WEIGHT = 0.2
FEWEST_DIMENSIONS = 20
LEAST_LEFT = 0.35
FEW_SEGMENTS, MANY_SEGMENTS = 50, 2000
_IDEA = "~"
_CONCEPT = "~~"


class WordVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Stems, pairs of stems, the ideas they belong to and the concepts they tell of, weighed by rarity, in fewer
    dimensions.

    Latent semantic analysis (Deerwester et al. 1990) over TF-IDF, with a thesaurus of the field as further features.
    Same segments in the same order and the same seed, same vectors. Another estimator with `fit` and `transform` over
    texts can stand in its place.

    Parameters
    ----------
    thesaurus : Thesaurus
        Which words are one, and which ideas they belong to.
    concepts : Concepts, optional
        What the field speaks of; without them, words and ideas alone.
    dimensions : int
        At most; fewer when there are fewer segments or words.
    ideas : bool
        False leaves ideas out: a sentence model that stands beside knows them.
    segments_a_dimension : int
        How many segments each dimension takes. Words that stand alone need many, so that chance is not read as a
        direction; beside vectors of meaning one will do.
    random_state : int

    Attributes
    ----------
    words_ : int
        How many features the segments gave.
    """

    def __init__(
        self,
        thesaurus: Thesaurus,
        concepts: Concepts | None = None,
        dimensions: int = 100,
        ideas: bool = True,
        segments_a_dimension: int = 40,
        random_state: int = 0,
    ) -> None:
        self.thesaurus = thesaurus
        self.concepts = concepts
        self.dimensions = dimensions
        self.ideas = ideas
        self.segments_a_dimension = segments_a_dimension
        self.random_state = random_state

    def fit(self, segments: Sequence[str], y: object = None) -> Self:
        """Learn words and dimensions from redacted segments, shape (n,)."""
        self.fit_transform(segments)
        return self

    def fit_transform(self, segments: Sequence[str], y: object = None, **_: Any) -> Vectors:
        """Fit, and return vectors of shape (n, dimensions); a segment without a known word is all zeros."""
        features = list(self._features(segments))
        self.tfidf_ = TfidfVectorizer(analyzer=list, min_df=_least_uses(len(features)), sublinear_tf=True, norm=None)
        try:
            weighed = self.tfidf_.fit_transform(features)
        except ValueError:  # no feature is in two segments: nothing can be grouped
            self.words_, self.svd_ = 0, None
            return np.zeros((len(segments), 1))
        self.words_ = weighed.shape[1]
        self.weights_ = sparse.diags(self._weights(self.tfidf_.get_feature_names_out()))
        rows = normalize(weighed @ self.weights_)
        size = min(
            self.dimensions, max(FEWEST_DIMENSIONS, rows.shape[0] // self.segments_a_dimension), min(rows.shape) - 1
        )
        if size < 2:
            self.svd_ = None
            return np.asarray(rows.toarray())
        self.svd_ = TruncatedSVD(size, n_iter=7, random_state=self.random_state)
        with np.errstate(invalid="ignore", divide="ignore"):  # segments that are all alike have no variance to explain
            return _unit(self.svd_.fit_transform(rows))

    def transform(self, segments: Sequence[str]) -> Vectors:
        """Vectors of other segments by the words learnt, shape (n, dimensions)."""
        check_is_fitted(self, "words_")
        if not self.words_:
            return np.zeros((len(segments), 1))
        rows = normalize(self.tfidf_.transform(list(self._features(segments))) @ self.weights_)
        if self.svd_ is None:
            return np.asarray(rows.toarray())
        return _unit(self.svd_.transform(rows))

    def _features(self, segments: Sequence[str]) -> Iterator[list[str]]:
        stemmer = Stemmer(self.thesaurus)
        ideas = ideas_by_stem(self.thesaurus, stemmer) if self.ideas else {}
        reader = ConceptReader(self.concepts) if self.concepts else None
        for segment in segments:
            stems = stemmer.stems(segment)
            pairs = [f"{first} {second}" for first, second in pairwise(stems)]
            told = reader.read(segment) if reader else ()
            yield [
                *stems,
                *pairs,
                *(f"{_IDEA}{idea}" for stem in stems for idea in ideas.get(stem, ())),
                *(f"{_CONCEPT}{concept}" for concept in told),
            ]

    def _weights(self, features: Sequence[str]) -> Vectors:
        evaluation = Stemmer(self.thesaurus).stem_all(self.thesaurus.evaluation)
        return np.array([_weight(feature, evaluation) for feature in features])


def _least_uses(segments: int) -> int:
    """In how many segments a feature must stand, so that chance does not fill the dimensions."""
    if segments < FEW_SEGMENTS:
        return 1
    return 2 if segments < MANY_SEGMENTS else 3


def _weight(feature: str, evaluation: frozenset[str]) -> float:
    if feature.startswith(_CONCEPT):
        return CONCEPT_WEIGHT
    if feature.startswith(_IDEA):
        return IDEA_WEIGHT
    return EVALUATION_WEIGHT if evaluation.issuperset(feature.split()) else 1.0


def _unit(projected: Vectors) -> Vectors:
    """Length one; zeros where little of what was said is left, so that chance is not blown up into a direction."""
    lengths = np.linalg.norm(projected, axis=1, keepdims=True)
    return np.where(lengths < LEAST_LEFT, 0.0, projected / np.maximum(lengths, LEAST_LEFT))
