"""Who uses which phrase, in one theme and in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.phrases import Phrase, PhraseBook

MOST_READ = 600  # segments of one theme: the others would not change its name


@dataclass(frozen=True, slots=True)
class Said:
    """One segment's redacted words, and who said it."""

    words: str
    respondent: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a group says. `read` of its `size` people were read: who of them used a phrase, who wrote a sentence."""

    people: Mapping[Phrase, frozenset[str]]
    typed: Mapping[Phrase, Counter[str]]
    sentences: Mapping[str, frozenset[str]]
    read: int
    size: int

    def share(self, phrase: Phrase) -> float:
        return len(self.people.get(phrase, ())) / self.read if self.read else 0.0


@dataclass(frozen=True, slots=True)
class Everybody:
    """All groups together, each with the weight of its size."""

    people: Mapping[Phrase, int]
    shares: Mapping[Phrase, float]


def usage_of(members: Sequence[int], said: Sequence[Said], book: PhraseBook) -> Usage:
    """What the segments with these indexes say; of many, every second, third, ... is read."""
    read = members[:: max(1, -(-len(members) // MOST_READ))]
    people: dict[Phrase, set[str]] = defaultdict(set)
    typed: dict[Phrase, Counter[str]] = defaultdict(Counter)
    sentences: dict[str, set[str]] = defaultdict(set)
    for index in read:
        for phrase, words in book.phrases(index).items():
            people[phrase].add(said[index].respondent)
            typed[phrase][words] += 1
        sentence = book.sentence(index)
        if sentence:
            sentences[sentence].add(said[index].respondent)
    return Usage(
        {phrase: frozenset(found) for phrase, found in people.items()},
        typed,
        {sentence: frozenset(found) for sentence, found in sentences.items()},
        len({said[index].respondent for index in read}),
        len({said[index].respondent for index in members}),
    )


def everybody(groups: Iterable[Usage]) -> Everybody:
    groups = [group for group in groups if group.size]
    total = sum(group.size for group in groups)
    people: dict[Phrase, set[str]] = defaultdict(set)
    shares: dict[Phrase, float] = defaultdict(float)
    for group in groups:
        for phrase, found in group.people.items():
            people[phrase] |= found
            shares[phrase] += group.share(phrase) * group.size / total
    return Everybody({phrase: len(found) for phrase, found in people.items()}, shares)
