"""Who uses which phrase, in one theme and in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.denials import NOT
from analysis.findings import Sentiment
from analysis.phrases import Phrase, PhraseBook

MOST_READ = 600  # segments of one theme: the others would not change its name
FEWEST_READ = 150
MOST_READ_IN_ALL = 20_000

NEARLY_ALL = 0.75
MOST_MORE = 2  # times as many as typed a phrase itself


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

    words: Mapping[str, frozenset[str]]
    people: Mapping[Phrase, frozenset[str]]
    typed: Mapping[Phrase, Counter[str]]
    headings: frozenset[Phrase]
    describing: Mapping[str, Counter[str]]
    sentences: Mapping[str, frozenset[str]]
    read: int
    size: int
    voice: Sentiment = "neutral"

    def share(self, phrase: Phrase) -> float:
        return len(self.people.get(phrase, ())) / self.read if self.read else 0.0


@dataclass(frozen=True, slots=True)
class Everybody:
    """All groups together, each with the weight of its size."""

    words: Mapping[str, int]
    people: Mapping[Phrase, int]
    shares: Mapping[Phrase, float]
    headings: frozenset[Phrase]


def usage_of(members: Sequence[int], said: Sequence[Said], book: PhraseBook, *, groups: int = 1) -> Usage:
    """What the segments with these indexes say; of many, every second, third, ... is read, fewer among many groups."""
    most = max(FEWEST_READ, min(MOST_READ, MOST_READ_IN_ALL // max(1, groups)))
    read = members[:: max(1, -(-len(members) // most))]
    people: dict[Phrase, set[str]] = defaultdict(set)
    typed: dict[Phrase, Counter[str]] = defaultdict(Counter)
    words: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[int]] = defaultdict(set)
    headings: set[Phrase] = set()
    describing: dict[str, Counter[str]] = defaultdict(Counter)
    sentences: dict[str, set[str]] = defaultdict(set)
    for index in read:
        spoken = book.spoken(index)
        headings |= spoken.headings.keys()
        for word, as_typed in spoken.describing.items():
            describing[word][as_typed] += 1
        for word in spoken.words:
            words[word].add(said[index].respondent)
            if not spoken.denies:
                places[word].add(index)
        for phrase, as_typed in (*spoken.headings.items(), *spoken.of_things.items()):
            people[phrase].add(said[index].respondent)
            typed[phrase][as_typed] += 1
        sentence = book.sentence(index)
        if sentence:
            sentences[sentence].add(said[index].respondent)
    for phrase in headings:
        if len(phrase) > 1 and NOT not in phrase and all(len(words[stem]) > 1 for stem in phrase):
            people[phrase] |= _with_words_between(phrase, people, places, said)
    _settle_denials(people)
    return Usage(
        {word: frozenset(found) for word, found in words.items()},
        {phrase: frozenset(found) for phrase, found in people.items()},
        typed,
        frozenset(headings),
        describing,
        {sentence: frozenset(found) for sentence, found in sentences.items()},
        len({said[index].respondent for index in read}),
        len({said[index].respondent for index in members}),
        _voice([said[index].sentiment for index in read]),
    )


def _with_words_between(
    phrase: Phrase, people: Mapping[Phrase, set[str]], places: Mapping[str, set[int]], said: Sequence[Said]
) -> set[str]:
    """Who waited "for nearly two years" waited two years too; none where the words meet mostly in other phrases."""
    found = {said[index].respondent for index in set.intersection(*(places[stem] for stem in phrase))}
    return found if len(found) <= MOST_MORE * len(people[phrase]) else set()


def _settle_denials(people: dict[Phrase, set[str]]) -> None:
    """What nearly all deny is said with its "not"; of what some deny only, the "not" is left out."""
    for denied in [phrase for phrase in people if NOT in phrase]:
        plain = denied - {NOT}
        both = people[denied] | people.get(plain, set())
        if len(people[denied]) >= NEARLY_ALL * len(both):
            people.pop(plain, None)
            people[denied] = both
        else:
            people[plain] = both
            del people[denied]


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
    words: dict[str, set[str]] = defaultdict(set)
    shares: dict[Phrase, float] = defaultdict(float)
    for group in groups:
        for word, found in group.words.items():
            words[word] |= found
        for phrase, found in group.people.items():
            people[phrase] |= found
            shares[phrase] += group.share(phrase) * group.size / total
    headings = frozenset[Phrase]().union(*(group.headings for group in groups))
    return Everybody(
        {word: len(found) for word, found in words.items()},
        {phrase: len(found) for phrase, found in people.items()},
        shares,
        headings,
    )
