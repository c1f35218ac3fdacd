"""How alike a segment and a standard are in all their words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from stop_words import get_stop_words

from analysis.cues import WordReader
from analysis.strategy import Standard


class Likeness:
    """Cosines of TF-IDF vectors over stems and pairs of stems, rarity taken from `segments`."""

    def __init__(self, standards: Sequence[Standard], segments: Sequence[str], reader: WordReader) -> None:
        self._reader = reader
        self._stop_words = frozenset(word.replace("'", "") for word in get_stop_words("en"))
        texts = [" . ".join((one.name, one.description, one.easy_read, *one.keywords)) for one in standards]
        self._vectorizer = TfidfVectorizer(analyzer=self._features, sublinear_tf=True).fit([*segments, *texts])
        self._vectors = self._vectorizer.transform(texts)

    def of(self, segments: Sequence[str]) -> NDArray[np.float64]:
        """Cosines of shape (segments, standards), 0 to 1."""
        if not segments:
            return np.zeros((0, self._vectors.shape[0]))
        alike: NDArray[np.float64] = (self._vectorizer.transform(segments) @ self._vectors.T).toarray()
        return alike

    def _features(self, text: str) -> list[str]:
        stems = [word.stem for word in self._reader.words(text) if word.form not in self._stop_words]
        return stems + [f"{one} {two}" for one, two in pairwise(stems)]
