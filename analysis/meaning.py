"""Segments as unit vectors: what they mean beside the words that they use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from analysis.sentences import SentenceVectors
from analysis.vectors import Vectors, WordVectors

WORDS = 0.4  # how much the words weigh beside the meaning
# How long the mean of unit vectors is where all say one thing: .72 to .81 for many askings of one question, at most .65
# under one label of patients' comments, .2 to .5 in whole waves.
ONE_THING = 0.7
_SHORTEST = 1e-6


class MeaningVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Sentence vectors round their own middle, beside vectors of words; words alone where there is no sentence model.

    A wave is about one thing, so all of its sentence vectors lean one way: what is left when their mean is taken away
    tells its segments apart (Mu and Viswanath 2018). Where all say one thing it stays: chance alone would be left.

    Parameters
    ----------
    words : WordVectors
    sentences : SentenceVectors, optional
        Without it, words alone.
    share : float
        The length of the vectors of words beside sentence vectors of length one.

    Attributes
    ----------
    is_one_thing_ : bool
        Whether all of the texts say one thing, by the length of the mean of their sentence vectors.
    """

    def __init__(self, words: WordVectors, sentences: SentenceVectors | None = None, share: float = WORDS) -> None:
        self.words = words
        self.sentences = sentences
        self.share = share

    def fit(self, texts: Sequence[str], y: object = None) -> Self:
        """Learn words and the middle from texts, shape (n,)."""
        self.fit_transform(texts)
        return self

    def fit_transform(
        self, texts: Sequence[str], y: object = None, *, meaning: NDArray[np.floating] | None = None
    ) -> Vectors:
        """Fit, and return vectors of shape (n, dimensions), each of length one or zero.

        Parameters
        ----------
        meaning : ndarray of shape (n, 384), optional
            The texts' sentence vectors, where they are there already.
        """
        words = self.words.fit_transform(texts)
        self.is_one_thing_ = False
        if meaning is None:
            if self.sentences is None:
                return words
            meaning = self.sentences.transform(texts)
        middle = meaning.mean(axis=0) if len(meaning) > 1 else np.zeros(meaning.shape[1])
        self.is_one_thing_ = bool(np.linalg.norm(middle) >= ONE_THING)
        self.middle_ = np.zeros_like(middle) if self.is_one_thing_ else middle
        return self._beside(meaning, words)

    def transform(self, texts: Sequence[str]) -> Vectors:
        """Vectors of other texts by what was learnt, shape (n, dimensions)."""
        words = self.words.transform(texts)
        return words if self.sentences is None else self._beside(self.sentences.transform(texts), words)

    def _beside(self, meaning: NDArray[np.floating], words: Vectors) -> Vectors:
        says = meaning.any(axis=1, keepdims=True)
        apart = np.where(says, meaning - self.middle_, np.float32(0.0))
        single = np.hstack(
            [unit(apart), (self.share * words).astype(np.float32)]
        )  # half the memory, as exact as the meaning
        return unit(single)


def unit(vectors: NDArray[np.floating]) -> Vectors:
    """The same directions, each of length one, in the same precision; what has no direction stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions: Vectors = vectors / np.maximum(lengths, _SHORTEST)
    directions[lengths[:, 0] <= _SHORTEST] = 0.0
    return directions
