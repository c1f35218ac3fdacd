"""The words and phrases that say how something feels, VADER's with those of the field over them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from analysis.errors import AnalysisError

_APOSTROPHES = re.compile(r"['’‘`´]")

Phrase = tuple[str, ...]


class SentimentWordsWrong(AnalysisError):
    """The file of words and phrases has a value that is no number."""


@dataclass(frozen=True, slots=True)
class SentimentLexicon:
    """What each word and phrase adds, from -4 to 4, and the words that turn others; the file says what each is for."""

    words: Mapping[str, float]
    phrases: Mapping[tuple[str, ...], float]
    longest: int
    negations: frozenset[str]
    boosters: frozenset[str]
    dampers: frozenset[str]
    contrasts: frozenset[str]
    hopes: frozenset[str]
    advice: frozenset[str]
    lengths: frozenset[str]
    shortly: frozenset[str]
    sooner: frozenset[str]
    nothing: frozenset[Phrase]
    nothing_longest: int
    lacking: frozenset[str]
    after_no: frozenset[str]


def load_sentiment_lexicon() -> SentimentLexicon:
    """Read VADER's words, and over them those of `lexicons/sentiment.toml`."""
    words = {}
    for line in files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, weight, *_ = line.split("\t")
        words[without_apostrophes(word)] = float(weight)
    ours = tomllib.loads(files("analysis").joinpath("lexicons", "sentiment.toml").read_text(encoding="utf-8"))
    for place in ("words", "phrases"):
        for word, weight in ours[place].items():
            if not isinstance(weight, int | float):
                raise SentimentWordsWrong(f"lexicons/sentiment.toml, {place}: give {word!r} a number from -4 to 4")
    words.update(ours["words"])
    nothing = frozenset(tuple(phrase.split()) for phrase in ours["nothing"]["openings"])
    phrases = {tuple(phrase.split()): weight for phrase, weight in ours["phrases"].items()}
    return SentimentLexicon(
        words=MappingProxyType(words),
        phrases=MappingProxyType(phrases),
        longest=max(map(len, phrases)),
        nothing=nothing,
        nothing_longest=max(map(len, nothing)),
        **{name: frozenset(listed.split()) for name, listed in ours["lists"].items()},
    )


def without_apostrophes(words: str) -> str:
    """Read "can't", "can’t" and "cant" as one word."""
    return _APOSTROPHES.sub("", words)
