"""A few short texts that say the same kind of thing: what a computer can suggest where themes would need more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics.pairwise import cosine_distances

from analysis.concepts import load_concepts
from analysis.copies import same_words
from analysis.cut import NO_THEME, Labels
from analysis.meaning import unit
from analysis.sentences import SentenceVectors
from analysis.thesaurus import load_thesaurus
from analysis.vectors import Vectors, WordVectors

# The mean cosine between two groups from which they are one. In 24 ideas about 24 things it leaves no three together
# (at .25 five pairs, so two are no group); in 37 ideas about 7 things, 94 of 100 pairs inside its groups are right.
ALIKE = 0.22
LEAST = 3
WORDS = 0.8  # the length of a text's vector of words beside that of its meaning


class PileFinder(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Groups of ten to two hundred short texts that are alike in meaning and words; most may stand alone.

    Average linkage (Sokal and Michener 1958) over cosines, stopped at a likeness and not at a number of groups, so that
    texts of which none are alike give no group. Unlike `ThemeFinder` it learns no middle and no number from the texts,
    for which there are too few. Same texts, same groups, whatever their order.

    Parameters
    ----------
    alike : float
        The mean cosine between two groups from which they are one, -1 to 1.
    least : int
        A group has so many texts; fewer stand alone, because among few texts some two are always a little alike.
    sentences : SentenceVectors, optional
        Without it, and where the model is not installed, words alone are compared.
    random_state : int

    Attributes
    ----------
    labels_ : ndarray of shape (n,)
        Each text's group, the largest first and then in the order of the texts; -1 where a text stands alone.
    groups_ : int
        How many groups there are.
    """

    def __init__(
        self,
        alike: float = ALIKE,
        least: int = LEAST,
        sentences: SentenceVectors | None = None,
        random_state: int = 0,
    ) -> None:
        self.alike = alike
        self.least = least
        self.sentences = sentences
        self.random_state = random_state

    def fit(self, X: Sequence[str], y: object = None) -> Self:  # noqa: N803 - scikit-learn's name
        """Find groups in texts, shape (n,). Raises ModelMissing."""
        said = [same_words(text) for text in X]
        distinct = sorted(set(said))
        group_of = dict(zip(distinct, self._grouped(distinct).tolist(), strict=True))
        self.labels_ = _largest_first(np.array([group_of[text] for text in said], dtype=np.int64), self.least)
        self.groups_ = int(self.labels_.max(initial=NO_THEME)) + 1
        return self

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags

    def _grouped(self, texts: Sequence[str]) -> Labels:
        vectors = self._vectors(texts)
        says = np.flatnonzero(vectors.any(axis=1))
        labels = -1 - np.arange(len(texts))  # what says nothing known is a group of its own
        if len(says) > 1:
            clusters = AgglomerativeClustering(
                n_clusters=None, distance_threshold=1 - self.alike, metric="precomputed", linkage="average"
            )
            labels[says] = clusters.fit_predict(cosine_distances(vectors[says]).round(6))
        return labels

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        words = WordVectors(
            load_thesaurus(), load_concepts(), segments_a_dimension=1, random_state=self.random_state
        ).fit_transform(texts)
        if self.sentences is None:
            return unit(words)
        meaning: NDArray[np.floating] = self.sentences.transform(texts)
        return unit(np.hstack([unit(meaning), WORDS * words]))


def _largest_first(groups: Labels, least: int) -> Labels:
    """Number the groups of so many or more; what is in a smaller one stands alone."""
    found, first, place, size = np.unique(groups, return_index=True, return_inverse=True, return_counts=True)
    order = sorted((one for one in range(len(found)) if size[one] >= least), key=lambda one: (-size[one], first[one]))
    number = np.full(len(found), NO_THEME)
    number[order] = np.arange(len(order))
    return number[place]
