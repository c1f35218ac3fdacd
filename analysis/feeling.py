"""How much good and how much bad some words say, part by part, by a list of words and a few rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from analysis.sentiment_lexicon import load_sentiment_lexicon, without_apostrophes

_NEGATED: Final = -0.74  # how far "not" turns a word round (Hutto and Gilbert, 2014)
_STRONGER, _WEAKER = 1.3, 0.7
_REACH: Final = 3  # words over which a negation or a "very" carries

_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[\U0001f000-\U0001faff☀-➿]|:-?[)(DP/]|[.!?;,:\n]+")
_MARK = re.compile(r"[.!?;,:\n]+")
_LACKS: Final = -0.7  # "nobody rang", "you cant get in": what is not there is mostly a complaint
_ASKS: Final = -0.5  # so is a question back ("who is on this panel?")
_LONG: Final = -0.8  # and a length of time


@dataclass(frozen=True, slots=True)
class Feeling:
    """What the parts of a comment add up to. Both are 0 or more; 1 is a clear word ("helpful").

    `contrast` is True where the writer sets one part against another ("but"), `nothing` where the comment opens with
    "Nothing", "Not really" or the like and goes on: what that means hangs on the question.
    """

    good: float
    bad: float
    contrast: bool = False
    nothing: bool = False


def feeling_of(words: str) -> Feeling:
    """Weigh the words of a comment or a segment."""
    tokens = tokens_of(words)
    after = _after_nothing(tokens)
    parts = [_weight(part) for part in _parts(tokens[after:]) if part]
    return Feeling(
        good=sum(part for part in parts if part > 0),
        bad=-sum(part for part in parts if part < 0),
        contrast=not _LEXICON.contrasts.isdisjoint(tokens),
        nothing=after > 0,
    )


def tokens_of(words: str) -> list[str]:
    """Small letters, no apostrophes; a picture, a face of marks and a run of marks are tokens too."""
    return [match.group() for match in _TOKEN.finditer(without_apostrophes(words.casefold()))]


def _after_nothing(tokens: Sequence[str]) -> int:
    """How many words an opening "Nothing" takes; 0 where what follows belongs to it ("Nothing works")."""
    start = 0
    while start < len(tokens) and _MARK.fullmatch(tokens[start]):
        start += 1
    for length in range(min(_LEXICON.nothing_longest, len(tokens) - start), 0, -1):
        end = start + length
        if tuple(tokens[start:end]) in _LEXICON.nothing:
            return 0 if end < len(tokens) and _belongs(tokens[end - 1], tokens[end]) else end
    return 0


def _belongs(opening: str, following: str) -> bool:
    if opening == "no":
        return following[0] not in _LEXICON.after_no and following not in _LEXICON.after_no
    return following in _LEXICON.lacking


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
    if not _LEXICON.negations.isdisjoint(part):
        return _LACKS
    if part and (part[-1] == "?" or not _LEXICON.sooner.isdisjoint(part)):
        return _ASKS
    long = any(number.isdigit() and unit in _LEXICON.lengths for number, unit in pairwise(part))
    return _LONG if long and _LEXICON.shortly.isdisjoint(part) else 0.0


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
    return 0.3 * factor if said > 0 and not _LEXICON.hopes.isdisjoint(before) else factor


_LEXICON = load_sentiment_lexicon()
