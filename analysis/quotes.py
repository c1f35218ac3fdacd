"""Which segments would show a theme well: typical ones, and one that is unlike the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.findings import QuoteCandidate, Segment, Sentiment

FEWEST_WORDS, MOST_WORDS = 4, 40
TYPICAL = 5  # for each theme, and one outlier: what a group is shown when it names a theme
MOST_OF_ONE = 2  # quotes of one respondent, over all themes
_WORD = re.compile(r"\[[^\]]*\]|[\w'’-]+")
_LEANING_ON_WHAT_WENT_BEFORE = re.compile(
    r"^\W*(?:but|and|because|cos|so|also|however|although|though|or|which|then|that|this|it|they|he|she)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotable:
    """A segment of a theme that may be quoted. `nearness` is its likeness to the middle of the theme, 0 to 1."""

    segment: Segment
    respondent: str
    nearness: float
    shared: int  # how many of the theme's words it uses
    group: str = ""


def choose_quotes(themes: Iterable[tuple[str, Sequence[Quotable]]]) -> tuple[QuoteCandidate, ...]:
    """Choose quotes for each theme, largest theme first.

    Parameters
    ----------
    themes : iterable of (theme id, quotables)

    Returns
    -------
    tuple of QuoteCandidate
        Up to `TYPICAL` typical ones and one outlier a theme, 4 to 40 words each, at most two of one respondent. Where
        a theme has both good and bad to say, both are among the typical ones.
    """
    used: Counter[str] = Counter()
    seen: set[str] = set()
    chosen: list[QuoteCandidate] = []
    for theme, quotables in themes:
        fit = sorted((one for one in quotables if _fits(one.segment.words)), key=_worth)
        typical = _balanced(fit, used, seen)
        chosen += [QuoteCandidate(one.segment.key, theme, "typical") for one in typical]
        outlier = next(_takeable(reversed(fit), used, seen), None) if len(fit) > 2 * TYPICAL else None
        if outlier:
            chosen.append(QuoteCandidate(outlier.segment.key, theme, "outlier"))
    return tuple(chosen)


def _balanced(fit: Sequence[Quotable], used: Counter[str], seen: set[str]) -> list[Quotable]:
    """The best, then the best of each clear sentiment that is not there yet, then the next best."""
    chosen: list[Quotable] = []
    for sentiment in _common_sentiments(fit):
        chosen += islice(_takeable([one for one in fit if one.segment.sentiment == sentiment], used, seen), 2)
    return [*chosen, *islice(_takeable(fit, used, seen), TYPICAL - len(chosen))]


def _common_sentiments(fit: Sequence[Quotable]) -> tuple[Sentiment, ...]:
    counts = Counter(one.segment.sentiment for one in fit)
    clear: tuple[Sentiment, ...] = ("positive", "negative")
    both = [sentiment for sentiment in clear if counts[sentiment] >= max(2, len(fit) / 5)]
    return tuple(sorted(both, key=lambda sentiment: (-counts[sentiment], sentiment)))


def _takeable(quotables: Iterable[Quotable], used: Counter[str], seen: set[str]) -> Iterator[Quotable]:
    """Those that nobody has taken yet, marking each as taken when it is."""
    for one in quotables:
        said = one.segment.words.casefold().strip(" .!")
        if said in seen or used[one.respondent] >= MOST_OF_ONE:
            continue
        seen.add(said)
        used[one.respondent] += 1
        yield one


def _fits(words: str) -> bool:
    return FEWEST_WORDS <= len(_WORD.findall(words)) <= MOST_WORDS


def _worth(one: Quotable) -> tuple[float, str, str, str, tuple[str, int]]:
    """Best first: near the middle, in the theme's own words, a whole thought, little of it redacted."""
    words = one.segment.words
    length = len(_WORD.findall(words))
    worth = one.nearness + 0.12 * min(one.shared, 4) - 0.15 * words.count("[")
    worth += 0.15 if 8 <= length <= 25 else 0.0
    worth -= 0.25 if _LEANING_ON_WHAT_WENT_BEFORE.match(words) else 0.0
    return (-round(worth, 6), words.casefold(), words, one.group, one.segment.key)
