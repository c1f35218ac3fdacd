"""A theme's name comes from its own comments: the phrase that most of its people use and few others do."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.phrases import Phrase, PhraseBook
from analysis.stems import Stemmer, ideas_by_stem
from analysis.thesaurus import Thesaurus

MOST_TERMS = 6
# A second word joins a name ("Food and coffee") when it brings in this share of the people of the first.
ENOUGH_MORE = 0.2
COMMON_PHRASE = 0.1
COMMON_PAIR = 0.03
SAME_SHAPE = 1.6
SAME_IDEA = 1.6
_LENGTH_BONUS = (0.0, 1.0, 1.9, 2.0, 1.6)
_EVALUATION_WEIGHT = 0.4
_DESCRIBING = ("ful", "ous", "ive", "able", "ible", "ient", "ic", "less", "ly", "al")


@dataclass(frozen=True, slots=True)
class Said:
    """One segment's redacted words, and who said it."""

    words: str
    respondent: str


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A name, the words it was chosen from (strongest first), and the one word that says it shortest."""

    name: str
    terms: tuple[str, ...]
    head: str


@dataclass(frozen=True, slots=True)
class _Uses:
    """Who used a phrase, and how it was typed."""

    people: frozenset[str]
    typed: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A group's phrases, best first: `ranked` that enough of it use; `shared` that two of it and enough in all do."""

    ranked: tuple[Phrase, ...]
    shared: tuple[Phrase, ...]
    uses: Mapping[Phrase, _Uses]
    size: int


class Namer:
    """Names groups of segments, knowing how everybody else speaks.

    Class-based TF-IDF (Grootendorst 2022) counted in people: how many in the group use a phrase, against how many
    do at all. A phrase needs `least_people` people in the group; a name's second word two there, and as many in all.
    """

    def __init__(self, said: Sequence[Said], thesaurus: Thesaurus, *, least_people: int = 3) -> None:
        stemmer = Stemmer(thesaurus)
        self._said = said
        self._least_people = least_people
        self._evaluation = stemmer.stem_all(thesaurus.evaluation)
        self._ideas = ideas_by_stem(thesaurus, stemmer)
        self._book = PhraseBook([one.words for one in said], stemmer)
        self._all_uses = self._uses(range(len(said)))
        self._people = len({one.respondent for one in said})

    def words(self, index: int) -> frozenset[str]:
        """The stems of one segment that a theme may be known by: none of praise or blame, none that is unfit."""
        return self._book.stems(index) - self._evaluation

    def name(self, members: Iterable[int], taken: Iterable[str] = ()) -> ThemeName | None:
        """The name of the group of segments with these indexes; None where no phrase is shared by enough people.

        `taken` are names, and words, that it must not be.
        """
        group = self._group(tuple(members))
        if not group.ranked:
            return None
        uses, unfree = group.uses, {name.casefold() for name in taken}
        names = (words[:1].upper() + words[1:] for words in self._candidates(group))
        chosen = next((name for name in names if name.casefold() not in unfree), None)
        terms = tuple(uses[phrase].typed for phrase in group.ranked[:MOST_TERMS])
        head = uses[next((phrase for phrase in group.ranked if len(phrase) == 1), group.ranked[0])].typed
        return ThemeName(chosen, terms, head) if chosen else None

    def _group(self, members: Sequence[int]) -> _Group:
        uses = self._uses(members)
        size = len({self._said[index].respondent for index in members})
        scores = {
            phrase: self._score(phrase, found.people, size)
            for phrase, found in uses.items()
            if len(found.people) > 1 and len(self._all_uses[phrase].people) >= self._least_people
        }
        shared = sorted(scores, key=lambda phrase: (-scores[phrase], uses[phrase].typed))
        ranked = tuple(phrase for phrase in shared if len(uses[phrase].people) >= self._least_people)
        return _Group(ranked, tuple(shared), uses, size)

    def _candidates(self, group: _Group) -> Iterable[str]:
        for first in group.ranked:
            if len(first) == 1:
                yield from self._longer(first, group)
            yield group.uses[first].typed

    def _longer(self, first: Phrase, group: _Group) -> Iterable[str]:
        """What says more than one word: "clean and tidy" as people typed it, two words, or a common phrase."""
        around = [group.uses[phrase] for phrase in group.ranked if first < phrase and not phrase & self._evaluation]
        typed_pair = next((uses for uses in around if _is_pair(uses, COMMON_PAIR * group.size)), None)
        second = self._second(first, group)
        if second and typed_pair:
            yield typed_pair.typed
        if second:
            yield f"{group.uses[first].typed} and {group.uses[second].typed}"
        for phrase in group.ranked:
            if first < phrase and len(group.uses[phrase].people) >= COMMON_PHRASE * group.size:
                yield group.uses[phrase].typed

    def _second(self, first: Phrase, group: _Group) -> Phrase | None:
        """The word that brings most people in beside the first, of the same shape and idea if it can be."""
        best, best_score = None, 0.0
        uses = group.uses
        for other in group.shared:
            more = uses[other].people - uses[first].people
            if not self._may_join(other, first, uses) or len(more) < max(2, ENOUGH_MORE * len(uses[first].people)):
                continue
            score = self._score(other, more, group.size)
            score *= SAME_SHAPE if _shape(uses[other].typed) == _shape(uses[first].typed) else 1.0
            score *= SAME_IDEA if self._ideas_of(other) & self._ideas_of(first) else 1.0
            if score > best_score:
                best, best_score = other, score
        return best

    def _may_join(self, other: Phrase, first: Phrase, uses: Mapping[Phrase, _Uses]) -> bool:
        is_word = len(other) == 1 and not other <= self._evaluation
        return is_word and not _alike(uses[first].typed, uses[other].typed)

    def _ideas_of(self, word: Phrase) -> set[str]:
        return {idea for stem in word for idea in self._ideas.get(stem, ())}

    def _score(self, phrase: Phrase, people: frozenset[str], size: int) -> float:
        coverage = len(people) / size
        lift = coverage / (len(self._all_uses[phrase].people) / self._people)
        weight = _LENGTH_BONUS[len(phrase)] * (_EVALUATION_WEIGHT if phrase <= self._evaluation else 1.0)
        return round(float(weight * coverage**0.6 * math.log1p(lift)), 9)

    def _uses(self, members: Iterable[int]) -> Mapping[Phrase, _Uses]:
        people: dict[Phrase, set[str]] = defaultdict(set)
        typed: dict[Phrase, Counter[str]] = defaultdict(Counter)
        for index in members:
            for phrase, words in self._book.phrases(index).items():
                people[phrase].add(self._said[index].respondent)
                typed[phrase][words] += 1
        return {phrase: _Uses(frozenset(found), self._book.as_typed(typed[phrase])) for phrase, found in people.items()}


def _is_pair(uses: _Uses, least: float) -> bool:
    return " and " in uses.typed and uses.typed.count(" ") == 2 and len(uses.people) >= least


def _alike(one: str, other: str) -> bool:
    """Words of one family, as "treated" and "treatment", say nothing beside each other."""
    return one[:5] == other[:5]


def _shape(word: str) -> str:
    if word.endswith(("ed", "ing")):
        return word[-2:]
    return "describing" if word.endswith(_DESCRIBING) or word in {"kind", "friendly", "clean", "polite"} else "thing"
