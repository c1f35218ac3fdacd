"""A comment as numbers for a classifier of sentiment: words with their negation, the question, what the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, Self

import numpy as np
from nltk.sentiment.util import mark_negation
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import OneHotEncoder
from sklearn.utils.validation import check_is_fitted

from analysis.feeling import feeling_of, tokens_of
from analysis.nonanswers import is_answer
from analysis.sentiment import three_classes_of
from analysis.taken_as import Taken, as_said, how_taken
from analysis.voices import Comment

Reply = tuple[str, str]  # the words, and the question they answer ("" if none is known)

MOST_FELT: Final = 3.0  # a comment that praises ten things is no more than clearly positive
VECTOR_WEIGHT: Final = 2.0
_CLASSES: Final = ("positive", "neutral", "negative")


class SaidFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """TF-IDF of words and pairs of words, negation marked, and of letters; the question; the rules; sentence vectors.

    Parameters
    ----------
    vectors : estimator, optional
        With `transform` over texts, as `SentenceVectors`; without it, words alone.

    Notes
    -----
    A word after a negation is another word until the clause ends (Pang, Lee and Vaithyanathan 2002, by NLTK).

    Attributes
    ----------
    taken_ : mapping of str to Taken
        How each question was taken by those who answered it.
    """

    def __init__(self, vectors: Any = None) -> None:
        self.vectors = vectors

    def fit(self, said: Sequence[Reply], y: object = None) -> Self:
        """Learn which words and questions there are, from pairs of words and question, shape (n,)."""
        texts = [words for words, _ in said]
        self.taken_ = questions_taken(said)
        least = 1 if len(texts) < 100 else 2
        self.words_ = TfidfVectorizer(analyzer=negated_words, sublinear_tf=True, min_df=least)
        self.letters_ = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=least)
        self.questions_ = OneHotEncoder(handle_unknown="ignore", dtype=np.float64)
        self.words_.fit(texts)
        self.letters_.fit(texts)
        self.questions_.fit([[question] for _, question in said])
        return self

    def transform(self, said: Sequence[Reply]) -> sparse.csr_matrix:
        """Rows of shape (n, features)."""
        check_is_fitted(self, "words_")
        texts = [words for words, _ in said]
        parts = [
            self.words_.transform(texts),
            self.letters_.transform(texts),
            self.questions_.transform([[question] for _, question in said]),
            sparse.csr_matrix(
                np.array([_by_rules(words, taken_of(question, self.taken_)) for words, question in said])
            ),
        ]
        if self.vectors is not None:
            parts.append(sparse.csr_matrix(VECTOR_WEIGHT * self.vectors.transform(texts)))
        return sparse.hstack(parts).tocsr()

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags


def negated_words(words: str) -> Iterable[str]:
    """Words and pairs of words; after "not" and the like each carries a mark until the clause ends."""
    marked = mark_negation([token[-1] if token[0] in ".!?;,:\n" else token for token in tokens_of(words)])
    kept = [token for token in marked if token[0].isalnum() or len(token) > 1]
    return [*kept, *(f"{first} {second}" for first, second in pairwise(kept))]


def questions_taken(said: Iterable[Reply]) -> Mapping[str, Taken]:
    """How people took each question, by its words."""
    comments = (Comment("", "", words, question=question) for words, question in said)
    return {question: taken for (question, _), taken in how_taken(comments).items()}


def taken_of(question: str, taken: Mapping[str, Taken]) -> Taken:
    """How a question was taken, or what its words say where nobody has answered it yet."""
    return taken.get(question) or as_said(question)


def _by_rules(words: str, taken: Taken) -> list[float]:
    feeling = feeling_of(words)
    good, bad = min(feeling.good, MOST_FELT), min(feeling.bad, MOST_FELT)
    said = three_classes_of(words, asks=taken.asks, silence=taken.silence)
    kinds = [taken.asks == kind for kind in ("strengths", "challenges", "change")]
    facts = [feeling.contrast, feeling.nothing, not is_answer(words), *kinds, *(said == one for one in _CLASSES)]
    return [good / MOST_FELT, bad / MOST_FELT, (good - bad) / MOST_FELT, *map(float, facts)]
