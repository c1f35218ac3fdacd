"""How alike texts are: in meaning, in words, in letters, and in what they answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from stop_words import get_stop_words

from analysis.concepts import load_concepts
from analysis.cues import WordReader
from analysis.sentences import SentenceVectors
from analysis.wording.reader import TextReader

Grid = NDArray[np.float32]

NEARNESS: Final = 3.75  # how fast likeness in meaning falls away with distance
SAME_ASKED: Final = 0.25  # how much more alike two answers to one question are, or two of one service
ASKED_ALONE: Final = 0.1
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = r"(?u)\b\w+\b"  # scikit-learn's own leaves out "I" and "a"


@dataclass(frozen=True, slots=True)
class Read:
    """Texts as they are compared, row by row. `meaning` has no columns without the sentence model."""

    meaning: Grid
    stems: sparse.csr_matrix
    words: sparse.csr_matrix
    letters: sparse.csr_matrix
    asked: NDArray[np.str_]
    services: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.asked)

    def take(self, rows: Sequence[int] | NDArray[np.intp]) -> Read:
        return Read(
            self.meaning[rows],
            self.stems[rows],
            self.words[rows],
            self.letters[rows],
            self.asked[rows],
            self.services[rows],
        )


class TextKernel(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Reads texts into what they are compared by.

    Rarity of words is taken from the texts that it is fitted on, in any order (TF-IDF, Spärck Jones 1972).

    Parameters
    ----------
    vectors : estimator or "installed", optional
        What makes vectors of meaning. "installed" takes `SentenceVectors` where its model is installed; None compares
        by words alone.
    """

    def __init__(self, vectors: Any = "installed") -> None:
        self.vectors = vectors

    def fit(self, texts: Sequence[str], y: object = None) -> Self:
        """Learn which words are common, which rare, and which are slips of others."""
        distinct = sorted(set(texts))
        self.reader_ = TextReader().fit(distinct)
        self.word_reader_ = WordReader(load_concepts().spellings)
        self._stop_words = frozenset(word.replace("'", "") for word in get_stop_words("en"))
        read = [*self.reader_.transform(distinct), "nothing"]  # so that there is a word, whatever the texts
        self.stems_ = TfidfVectorizer(analyzer=self._stems, sublinear_tf=True).fit(read)
        self.words_ = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), token_pattern=_WORD).fit(read)
        self.letters_ = TfidfVectorizer(analyzer="char_wb", sublinear_tf=True, ngram_range=(2, 5)).fit(read)
        return self

    def transform(
        self, texts: Sequence[str], asked: Sequence[str] = (), services: Sequence[str] = (), *, ours: bool = False
    ) -> Read:
        """Read texts, each with the question that it answers and the service that it is about ("" if none is known).

        Of sentences that are `ours`, and nobody's answers, the vectors are kept for the next analysis of this process.
        """
        # a picture alone is a mood, and speaks of nothing
        said = [
            read if _LETTER.search(text) else ""
            for text, read in zip(texts, self.reader_.transform(texts), strict=True)
        ]
        vectors = self._vectors()
        if vectors is None:
            meaning = np.zeros((len(texts), 0), np.float32)
        elif ours and self.vectors == "installed":
            meaning = _kept(tuple(said))
        else:
            meaning = vectors.transform(said)
        return Read(
            np.asarray(meaning, np.float32),
            *(one.transform(said).astype(np.float32) for one in (self.stems_, self.words_, self.letters_)),
            *(np.array(names if len(names) else [""] * len(texts), dtype=str) for names in (asked, services)),
        )

    @property
    def has_meaning(self) -> bool:
        return self._vectors() is not None

    def _vectors(self) -> Any:
        if self.vectors == "installed":
            return SentenceVectors() if SentenceVectors.available() else None
        return self.vectors

    def _stems(self, text: str) -> list[str]:
        stems = [word.stem for word in self.word_reader_.words(text) if word.form not in self._stop_words]
        return stems + [f"{one} {two}" for one, two in pairwise(stems)]


@lru_cache(maxsize=64)
def _kept(ours: tuple[str, ...]) -> NDArray[np.float32]:
    return SentenceVectors(n_jobs=1).transform(ours)


def alike_in_sense(these: Read, those: Read) -> Grid:
    """How alike texts are in meaning and a little in their stems, shape (these, those): what examples are read by."""
    stems = _cosines(these.stems, those.stems)
    if not these.meaning.shape[1]:
        return np.asarray(stems + _cosines(these.letters, those.letters) / 2, np.float32)
    return np.asarray(_near(these, those, NEARNESS) + 0.3 * stems, np.float32)


def alike_in_all(these: Read, those: Read, *, meaning: float = 1.0) -> Grid:
    """How alike texts are in meaning, words, letters and in what they answer: what labels are learned by.

    `meaning` is how much likeness in meaning counts beside likeness in words, or in letters.
    """
    alike = _cosines(these.words, those.words) + _cosines(these.letters, those.letters)
    if these.meaning.shape[1]:
        alike += meaning * _near(these, those, 2.0)
    same = np.zeros_like(alike)
    for mine, theirs in ((these.asked, those.asked), (these.services, those.services)):
        same += (mine[:, None] == theirs[None]) & (mine != "")[:, None]
    return np.asarray(alike * (1 + SAME_ASKED * same) + ASKED_ALONE * same, np.float32)


def _cosines(these: sparse.csr_matrix, those: sparse.csr_matrix) -> Grid:
    return np.asarray((these @ those.T).toarray(), np.float32)


def _near(these: Read, those: Read, fall: float) -> Grid:
    return np.asarray(np.exp(fall * (these.meaning @ those.meaning.T - 1)), np.float32)
