"""Which segments would show a theme well: for each sentiment typical ones, and one that says it unlike the rest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from analysis.findings import QuoteCandidate, Segment, Sentiment

FEWEST_WORDS, MOST_WORDS = 4, 40
TYPICAL = 5  # for each theme, and one outlier for each sentiment: what a group is shown when it names a theme
OF_EACH = 2  # typical ones of each sentiment that is there, before the next best of any
IS_THERE = 0.1  # of a theme's quotable segments, and two at least: less is no voice of the theme
ENOUGH_FOR_OUTLIER = 6  # segments of one sentiment
MOST_OF_ONE = 2  # quotes of one respondent, over all themes
SAME_GROUP, SAME_WORDS = 0.1, 0.3  # what it costs a quote to be of a group, or in words, that are there already
MOST_WEIGHED = 200
_WORD = re.compile(r"\[[^\]]*\]|[\w'’-]+")
_LEANING_ON_WHAT_WENT_BEFORE = re.compile(
    r"^\W*(?:but|and|because|cos|so|also|however|although|though|or|which|then|that|this|it|they|he|she)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotable:
    """A segment of a theme that may be quoted.

    `nearness` is its likeness to the middle of the theme, `margin` by how much that is more than to any other, 0 to 1.
    """

    segment: Segment
    respondent: str
    nearness: float
    shared: int  # how many of the theme's words it uses
    group: str = ""
    margin: float = 0.0


def choose_quotes(themes: Iterable[tuple[str, Sequence[Quotable]]]) -> tuple[QuoteCandidate, ...]:
    """Choose quotes for each theme, largest theme first.

    Parameters
    ----------
    themes : iterable of (theme id, quotables)

    Returns
    -------
    tuple of QuoteCandidate
        4 to 40 words each, at most two of one respondent over all themes. For each theme two typical ones of each
        sentiment that is there, the commonest first, then the next best up to `TYPICAL`, of several groups and in
        different words where they can be; and for each sentiment one outlier: as clearly of the theme as most, and
        far from its middle.
    """
    taken = _Taken(Counter(), set())
    chosen: list[QuoteCandidate] = []
    for theme, quotables in themes:
        fit = sorted((one for one in quotables if _fits(one.segment.words)), key=_worth)
        by_sentiment = _voices(fit)
        typical: list[Quotable] = []
        for voice in by_sentiment.values():
            typical += _typical(voice, typical, taken, OF_EACH)
        typical += _typical(fit, typical, taken, TYPICAL - len(typical))
        outliers = [one for voice in by_sentiment.values() for one in _outlier(voice, taken)]
        chosen += [QuoteCandidate(one.segment.key, theme, "typical", one.segment.sentiment) for one in typical]
        chosen += [QuoteCandidate(one.segment.key, theme, "outlier", one.segment.sentiment) for one in outliers]
    return tuple(chosen)


@dataclass(frozen=True, slots=True)
class _Taken:
    """How many quotes each respondent has given, and which words are quoted: over all themes."""

    of_one: Counter[str]
    words: set[str]

    def is_free(self, one: Quotable) -> bool:
        return _bare(one) not in self.words and self.of_one[one.respondent] < MOST_OF_ONE

    def take(self, one: Quotable) -> None:
        self.words.add(_bare(one))
        self.of_one[one.respondent] += 1


def _voices(fit: Sequence[Quotable]) -> Mapping[Sentiment, Sequence[Quotable]]:
    """Quotables by sentiment, the commonest first; those of a sentiment that hardly anybody has are left out."""
    found: dict[Sentiment, list[Quotable]] = defaultdict(list)
    for one in fit:
        found[one.segment.sentiment].append(one)
    there = [kind for kind, voice in found.items() if len(voice) >= max(2, IS_THERE * len(fit))]
    return {kind: found[kind] for kind in sorted(there, key=lambda kind: (-len(found[kind]), kind))}


def _typical(fit: Sequence[Quotable], beside: Sequence[Quotable], taken: _Taken, most: int) -> list[Quotable]:
    """The best by `_worth`, each weighed again for what the ones before it already show."""
    chosen: list[Quotable] = []
    free = [one for one in fit if taken.is_free(one)][:MOST_WEIGHED]
    while free and len(chosen) < most:
        best = min(free, key=lambda one: (round(_shown(one, [*beside, *chosen]) - _value(one), 6), _worth(one)))
        taken.take(best)
        chosen.append(best)
        free = [one for one in free if taken.is_free(one)]
    return chosen


def _shown(one: Quotable, beside: Sequence[Quotable]) -> float:
    same_group = sum(one.group == other.group for other in beside)
    words = _words(one)
    shared = max((len(words & _words(other)) / len(words | _words(other)) for other in beside), default=0.0)
    return SAME_GROUP * same_group + SAME_WORDS * shared


def _outlier(voice: Sequence[Quotable], taken: _Taken) -> Iterator[Quotable]:
    """Of those that are as clearly of the theme as most of their sentiment, the one farthest from its middle."""
    if len(voice) < ENOUGH_FOR_OUTLIER:
        return
    clear = median(one.margin for one in voice)
    apart = sorted((one for one in voice if one.margin >= clear), key=lambda one: (one.nearness, _worth(one)))
    found = next((one for one in apart if taken.is_free(one)), None)
    if found:
        taken.take(found)
        yield found


def _fits(words: str) -> bool:
    return FEWEST_WORDS <= len(_WORD.findall(words)) <= MOST_WORDS


def _bare(one: Quotable) -> str:
    return one.segment.words.casefold().strip(" .!")


def _words(one: Quotable) -> frozenset[str]:
    return frozenset(_WORD.findall(one.segment.words.casefold()))


def _value(one: Quotable) -> float:
    """A quote is worth more near the middle, in the theme's own words, as a whole thought, little of it redacted."""
    words = one.segment.words
    worth = one.nearness + 0.12 * min(one.shared, 4) - 0.15 * words.count("[")
    worth += 0.15 if 8 <= len(_WORD.findall(words)) <= 25 else 0.0
    return worth - (0.25 if _LEANING_ON_WHAT_WENT_BEFORE.match(words) else 0.0)


def _worth(one: Quotable) -> tuple[float, str, str, str, tuple[str, int]]:
    """Best first, and the same order whatever the order of the rows."""
    words = one.segment.words
    return (-round(_value(one), 6), words.casefold(), words, one.group, one.segment.key)
