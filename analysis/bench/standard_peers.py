"""The plain ways of mapping comments to standards that Heard is held against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import LinearSVC

from analysis.bench.encoding import Encoded
from analysis.strategy import Standard

Scores = NDArray[np.float64]  # shape (texts, standards): 0 is no sign of it

KEYWORDS: Final = "keywords"
TFIDF: Final = "TF-IDF cosine"
MINILM: Final = "MiniLM cosine"
SVC: Final = "TF-IDF + linear SVC"
_WORD: Final = re.compile(r"[\w'-]+")
# of .25, .5 and 1, each with classes weighed alike or not and with pairs of words or not: the best on the tuning halves
_SVC_COST: Final = 0.25
_FEW: Final = 500  # texts; among fewer, a word that stands in one only is kept


def described(standard: Standard) -> str:
    """What MiniLM and BERTopic read of a standard."""
    return f"{standard.name}: {standard.description}"


def keyword_scores(texts: Sequence[str], standards: Sequence[Standard]) -> Scores:
    """How many of a standard's keywords, and of the words of its name that are no stop words, stand in a text."""
    scores = np.zeros((len(texts), len(standards)))
    for column, standard in enumerate(standards):
        named = [word for word in _WORD.findall(standard.name.casefold()) if word not in ENGLISH_STOP_WORDS]
        phrases = dict.fromkeys([*named, *(word.casefold() for word in standard.keywords)])
        patterns = [re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)") for phrase in phrases]
        for row, text in enumerate(texts):
            scores[row, column] = sum(bool(pattern.search(text.casefold())) for pattern in patterns)
    return scores


def tfidf_scores(texts: Sequence[str], standards: Sequence[Standard]) -> Scores:
    """Cosine of a text and the name, description and keywords of a standard; words are weighed over both."""
    full = [" ".join([one.name, one.description, *one.keywords]) for one in standards]
    weighed = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit([*texts, *full])
    cosines: csr_matrix = weighed.transform(texts) @ weighed.transform(full).T
    return np.asarray(cosines.toarray(), dtype=np.float64)


def meaning_scores(texts: Sequence[str], standards: Sequence[Standard], encoded: Encoded) -> Scores:
    """Cosine of the sentence vectors of a text and of a standard's name and description."""
    return (encoded.of(texts) @ encoded.of([described(one) for one in standards]).T).astype(np.float64)


def svc_scores(taught: Sequence[str], truth: NDArray[np.bool_], asked: Sequence[str]) -> Scores:
    """A linear SVC for each standard over weighed words and pairs of words: above 0 it says yes.

    A standard that no text taught speaks to, or every one, is said of none, or of every one.
    """
    weighed = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2 if len(taught) > _FEW else 1)
    words, more = weighed.fit_transform(taught), weighed.transform(asked)
    scores = np.where(truth.all(axis=0), 1.0, -1.0) * np.ones((len(asked), 1))
    learnt = np.flatnonzero(truth.any(axis=0) & ~truth.all(axis=0))
    if learnt.size:
        machine = OneVsRestClassifier(LinearSVC(C=_SVC_COST, class_weight="balanced", max_iter=20_000))
        found = machine.fit(words, truth[:, learnt].astype(int)).decision_function(more)
        scores[:, learnt] = np.asarray(found).reshape(len(asked), len(learnt))
    return scores
