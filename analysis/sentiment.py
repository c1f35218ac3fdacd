"""How a comment feels about what it is about: positive, negative, mixed or neutral."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from analysis.errors import AnalysisError
from analysis.nonanswers import is_answer
from analysis.voices import Asks

if TYPE_CHECKING:
    from analysis.findings import Sentiment

CLEAR = 1.0  # what good and bad must each reach for a comment to be mixed
CLEAR_IN_CONTRAST = 0.5  # the same, where the writer sets one against the other with "but"
SAID = 0.5  # what the sum must reach, up or down, to be no longer neutral
CLEAR_PRAISE = 2.0  # what an answer to "what was hard?" must reach to be praise

_NEGATED = -0.74  # how far "not" turns a word round (Hutto and Gilbert, 2014)
_STRONGER, _WEAKER = 1.3, 0.7
_REACH = 3  # words over which a negation or a "very" carries

_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[\U0001f000-\U0001faff☀-➿]|:-?[)(DP/]|[.!?;,:\n]+")
_MARK = re.compile(r"[.!?;,:\n]+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_LACKS = -0.7  # "nobody rang", "you cant get in": what is not there is mostly a complaint
_ASKS = -0.5  # so is a question back ("who is on this panel?")
_LONG = -0.8  # and a length of time in years or months


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


def sentiment_of(words: str, *, asks: Asks = "open") -> Sentiment:
    """Say how a comment or a segment feels.

    Parameters
    ----------
    words : str
        The words as they came in, or redacted.
    asks : {"strengths", "challenges", "change", "open"}
        What the question asked for. An answer to "what was hard?" or "what would you change?" is negative unless it
        clearly praises; one to "what is good?" is positive unless something in it complains.

    Returns
    -------
    {"positive", "negative", "mixed", "neutral"}
        "mixed" needs a clear good and a clear bad. A non-answer is neutral whatever the question.

    Notes
    -----
    Words weigh as in VADER (Hutto and Gilbert, 2014), with the words of this field over them; each part of a
    sentence is summed by itself, negation and "very" reach over three words.
    """
    if not is_answer(words):
        return "neutral"
    tokens = _tokens(words)
    parts = [_weight(part) for part in _parts(tokens)]
    clear = CLEAR_IN_CONTRAST if _LEXICON.contrasts.intersection(tokens) else CLEAR
    good = sum(part for part in parts if part > 0)
    bad = -sum(part for part in parts if part < 0)
    if asks in ("challenges", "change"):
        return _to_a_hard_question(good, bad)
    if good >= clear and bad >= clear:
        return "mixed"
    if good - bad >= SAID:
        return "positive"
    if bad - good >= SAID:
        return "negative"
    return "positive" if asks == "strengths" else "neutral"


def _to_a_hard_question(good: float, bad: float) -> Sentiment:
    if good < CLEAR_PRAISE:
        return "negative"
    return "mixed" if bad >= CLEAR else "positive"


def _tokens(words: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(_APOSTROPHES.sub("", words.casefold()))]


def _parts(tokens: Sequence[str]) -> Iterator[list[str]]:
    """Part a comment at the ends of sentences, at "but" and at commas."""
    part: list[str] = []
    for token in tokens:
        if _MARK.fullmatch(token) or token in _LEXICON.contrasts:
            yield [*part, "?"] if "?" in token else part
            part = []
        else:
            part.append(token)
    yield part


def _weight(part: Sequence[str]) -> float:
    total, at = 0.0, 0
    while at < len(part):
        said, length = _said(part, at)
        if said:
            total += said if length > 1 else said * _turned(part[max(0, at - _REACH) : at], said)
        at += length
    if part and part[0] in _LEXICON.advice:
        return _ASKS + min(total, 0.0)
    return total or _weight_of_facts(part)


def _weight_of_facts(part: Sequence[str]) -> float:
    """Weigh a part without a telling word by what it is about: something lacking, a question back, a long time."""
    if any(word in _LEXICON.negations for word in part):
        return _LACKS
    if part and part[-1] == "?":
        return _ASKS
    long = any(number.isdigit() and unit in _LEXICON.lengths for number, unit in pairwise(part))
    return _LONG if long and not _LEXICON.shortly.intersection(part) else 0.0


def _said(part: Sequence[str], at: int) -> tuple[float, int]:
    """Give the weight of the longest phrase that starts here, or of the word, and how many words it takes."""
    for length in range(min(_LEXICON.longest, len(part) - at), 0, -1):
        weight = _LEXICON.phrases.get(tuple(part[at : at + length]))
        if weight is not None:
            return weight, length
    return _LEXICON.words.get(part[at], 0.0), 1


def _turned(before: Sequence[str], said: float) -> float:
    factor = 1.0
    for word in before:
        if word in _LEXICON.negations:
            factor *= _NEGATED
        elif word in _LEXICON.boosters:
            factor *= _STRONGER
        elif word in _LEXICON.dampers:
            factor *= _WEAKER
    return 0.3 * factor if said > 0 and any(word in _LEXICON.hopes for word in before) else factor


def load_sentiment_lexicon() -> SentimentLexicon:
    """Read VADER's words, and over them those of `lexicons/sentiment.toml`."""
    words = {}
    for line in files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, weight, *_ = line.split("\t")
        words[_APOSTROPHES.sub("", word)] = float(weight)
    ours = tomllib.loads(files("analysis").joinpath("lexicons", "sentiment.toml").read_text(encoding="utf-8"))
    for place in ("words", "phrases"):
        for word, weight in ours[place].items():
            if not isinstance(weight, int | float):
                raise SentimentWordsWrong(f"lexicons/sentiment.toml, {place}: give {word!r} a number from -4 to 4")
    words.update(ours["words"])
    phrases = {tuple(phrase.split()): weight for phrase, weight in ours["phrases"].items()}
    return SentimentLexicon(
        words=MappingProxyType(words),
        phrases=MappingProxyType(phrases),
        longest=max(map(len, phrases)),
        **{name: frozenset(listed.split()) for name, listed in ours["lists"].items()},
    )


_LEXICON = load_sentiment_lexicon()
