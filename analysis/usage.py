"""Who uses which phrase, in one theme and in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.findings import Sentiment
from analysis.phrases import Phrase, PhraseBook

MOST_READ = 600  # segments of one theme: the others would not change its name
FEWEST_READ = 150
MOST_READ_IN_ALL = 20_000

NEARLY_ALL = 0.75


@dataclass(frozen=True, slots=True)
class Said:
    """One segment's redacted words, who said it, and how."""

    words: str
    respondent: str
    sentiment: Sentiment = "neutral"


@dataclass(frozen=True, slots=True)
class Usage:
    """What a group says. `read` of its `size` people were read: who of them used a phrase, who wrote a sentence.

    `headings` are the phrases that somebody typed as they can stand in one ("kind staff", not "the staff are kind").
    `voice` is what nearly all say who say anything good or bad: "mixed" where some say the one and some the other.
    """

    people: Mapping[Phrase, frozenset[str]]
    typed: Mapping[Phrase, Counter[str]]
    headings: frozenset[Phrase]
    sentences: Mapping[str, frozenset[str]]
    read: int
    size: int
    voice: Sentiment = "neutral"

    def share(self, phrase: Phrase) -> float:
        return len(self.people.get(phrase, ())) / self.read if self.read else 0.0


@dataclass(frozen=True, slots=True)
class Everybody:
    """All groups together, each with the weight of its size."""

    people: Mapping[Phrase, int]
    shares: Mapping[Phrase, float]
    headings: frozenset[Phrase]


def usage_of(members: Sequence[int], said: Sequence[Said], book: PhraseBook, *, groups: int = 1) -> Usage:
    """What the segments with these indexes say; of many, every second, third, ... is read, fewer among many groups."""
    most = max(FEWEST_READ, min(MOST_READ, MOST_READ_IN_ALL // max(1, groups)))
    read = members[:: max(1, -(-len(members) // most))]
    people: dict[Phrase, set[str]] = defaultdict(set)
    typed: dict[Phrase, Counter[str]] = defaultdict(Counter)
    headings: set[Phrase] = set()
    sentences: dict[str, set[str]] = defaultdict(set)
    for index in read:
        as_headings, of_things = book.phrases(index)
        headings |= as_headings.keys()
        for phrase, words in (*as_headings.items(), *of_things.items()):
            people[phrase].add(said[index].respondent)
            typed[phrase][words] += 1
        sentence = book.sentence(index)
        if sentence:
            sentences[sentence].add(said[index].respondent)
    return Usage(
        {phrase: frozenset(found) for phrase, found in people.items()},
        typed,
        frozenset(headings),
        {sentence: frozenset(found) for sentence, found in sentences.items()},
        len({said[index].respondent for index in read}),
        len({said[index].respondent for index in members}),
        _voice([said[index].sentiment for index in read]),
    )


def _voice(sentiments: Sequence[Sentiment]) -> Sentiment:
    good, bad = sentiments.count("positive"), sentiments.count("negative")
    if not good + bad:
        return "neutral"
    if max(good, bad) < NEARLY_ALL * (good + bad):
        return "mixed"
    return "positive" if good > bad else "negative"


def everybody(groups: Iterable[Usage]) -> Everybody:
    groups = [group for group in groups if group.size]
    total = sum(group.size for group in groups)
    people: dict[Phrase, set[str]] = defaultdict(set)
    shares: dict[Phrase, float] = defaultdict(float)
    for group in groups:
        for phrase, found in group.people.items():
            people[phrase] |= found
            shares[phrase] += group.share(phrase) * group.size / total
    headings = frozenset[Phrase]().union(*(group.headings for group in groups))
    return Everybody({phrase: len(found) for phrase, found in people.items()}, shares, headings)
