"""A theme's name comes from its own comments: the phrase that most of its people use and few others do."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from analysis.stems import Stemmer, Token
from analysis.thesaurus import Thesaurus

LONGEST_NAME = 4  # words
MOST_TERMS = 6
# A second word joins a name ("Food and coffee") when it brings in this share of the people of the first.
ENOUGH_MORE = 0.2
COMMON_PHRASE = 0.1
COMMON_PAIR = 0.03
# Only these may stand between the words of a name: "lack of communication", not "book must be increased".
_JOINING = frozenset({"of", "for", "to", "the", "a", "an", "and", "with", "in", "on", "at", "my", "our", "your", "who"})
_WEAK_ENDS = frozenset({"more", "less"})  # "staff more" is no name; "more staff" is
_LENGTH_BONUS = (0.0, 1.0, 1.9, 2.0, 1.6)
_DESCRIBING = ("ful", "ous", "ive", "able", "ible", "ient", "ic", "less", "ly", "al")

Phrase = frozenset[str]


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


class Namer:
    """Names groups of segments, knowing how everybody else speaks.

    Class-based TF-IDF (Grootendorst 2022) counted in people: how many in the group use a phrase, against how many
    do at all. A phrase needs `least_people` people, holds no redacted word, no name of a person or place (a word mostly
    written with a capital inside sentences), no negation and no word of `lexicons/unfit_for_names.txt`.
    """

    def __init__(self, said: Sequence[Said], thesaurus: Thesaurus, *, least_people: int = 3) -> None:
        self._stemmer = Stemmer(thesaurus)
        self._said = said
        self._least_people = least_people
        self._evaluation = self._stemmer.stem_all(thesaurus.evaluation)
        tokens = [self._stemmer.tokens(one.words) for one in said]
        self._unfit = self._stemmer.stem_all(_unfit_words()) | _proper(tokens)
        self._phrases = [self._phrases_in(found) for found in tokens]
        self._shown = _shown(tokens)
        self._all_uses = self._uses(range(len(said)))
        self._people = len({one.respondent for one in said})

    def words(self, index: int) -> frozenset[str]:
        """The stems of one segment that a theme may be known by: none of praise or blame, none that is unfit."""
        singles = (phrase for phrase in self._phrases[index] if len(phrase) == 1)
        return frozenset().union(*singles) - self._evaluation

    def name(self, members: Iterable[int], taken: Iterable[str] = ()) -> ThemeName | None:
        """The name of the group of segments with these indexes; None where no phrase is shared by enough people.

        `taken` are names, and words, that it must not be.
        """
        members = tuple(members)
        uses = self._uses(members)
        size = len({self._said[index].respondent for index in members})
        scores = {
            phrase: self._score(phrase, found.people, size)
            for phrase, found in uses.items()
            if len(found.people) >= self._least_people
        }
        ranked = sorted(scores, key=lambda phrase: (-scores[phrase], uses[phrase].typed))
        if not ranked:
            return None
        terms = tuple(uses[phrase].typed for phrase in ranked[:MOST_TERMS])
        head = uses[next((phrase for phrase in ranked if len(phrase) == 1), ranked[0])].typed
        unfree = {name.casefold() for name in taken}
        names = (_as_name(name) for name in self._candidates(ranked, uses, size))
        chosen = next((name for name in names if name.casefold() not in unfree), None)
        return ThemeName(chosen, terms, head) if chosen else None

    def _candidates(self, ranked: Sequence[Phrase], uses: Mapping[Phrase, _Uses], size: int) -> Iterable[str]:
        for first in ranked:
            if len(first) == 1:
                yield from self._longer(first, ranked, uses, size)
            yield uses[first].typed

    def _longer(
        self, first: Phrase, ranked: Sequence[Phrase], uses: Mapping[Phrase, _Uses], size: int
    ) -> Iterable[str]:
        """What says more than one word: "clean and tidy" as people typed it, two words, or a common phrase."""
        around = [phrase for phrase in ranked if first < phrase]
        typed_pair = next((phrase for phrase in around if _is_pair(uses[phrase], COMMON_PAIR * size)), None)
        second = self._second(first, ranked, uses, size)
        if second and typed_pair:
            yield uses[typed_pair].typed
        if second:
            yield f"{uses[first].typed} and {uses[second].typed}"
        for phrase in around:
            if len(uses[phrase].people) >= COMMON_PHRASE * size:
                yield uses[phrase].typed

    def _second(
        self, first: Phrase, ranked: Sequence[Phrase], uses: Mapping[Phrase, _Uses], size: int
    ) -> Phrase | None:
        """The word that brings most people in beside the first, of the same shape if it can be."""
        best, best_score = None, 0.0
        for other in ranked:
            more = uses[other].people - uses[first].people
            is_word = (
                len(other) == 1 and not other <= self._evaluation and not _alike(uses[first].typed, uses[other].typed)
            )
            if not is_word or len(more) < max(2, ENOUGH_MORE * len(uses[first].people)):
                continue
            alike = _shape(uses[other].typed) == _shape(uses[first].typed)
            score = self._score(other, more, size) * (1.6 if alike else 1.0)
            if score > best_score:
                best, best_score = other, score
        return best

    def _score(self, phrase: Phrase, people: frozenset[str], size: int) -> float:
        coverage = len(people) / size
        lift = coverage / (len(self._all_uses[phrase].people) / self._people)
        weight = _LENGTH_BONUS[len(phrase)] * (0.4 if phrase <= self._evaluation else 1.0)
        return round(float(weight * coverage**0.6 * math.log1p(lift)), 9)

    def _uses(self, members: Iterable[int]) -> Mapping[Phrase, _Uses]:
        people: dict[Phrase, set[str]] = defaultdict(set)
        typed: dict[Phrase, Counter[str]] = defaultdict(Counter)
        for index in members:
            for phrase, words in self._phrases[index].items():
                people[phrase].add(self._said[index].respondent)
                typed[phrase][words] += 1
        return {phrase: _Uses(frozenset(found), self._typed(typed[phrase])) for phrase, found in people.items()}

    def _typed(self, counts: Counter[str]) -> str:
        """The commonest way of typing a phrase; of two as common, the one that reads as a thing ("waiting")."""
        most = min(counts, key=lambda words: (-counts[words], not words.endswith("ing"), len(words), words))
        return " ".join(self._shown.get(word, word) for word in most.split())

    def _phrases_in(self, tokens: Sequence[Token]) -> Mapping[Phrase, str]:
        found: dict[Phrase, str] = {}
        for start, first in enumerate(tokens):
            if not first.stem or first.stem in self._unfit:
                continue
            stems: set[str] = set()
            for end in range(start, min(start + LONGEST_NAME, len(tokens))):
                token = tokens[end]
                if _breaks(token, is_first=end == start) or token.stem in stems or token.stem in self._unfit:
                    break
                if token.stem:
                    stems.add(token.stem)
                    if token.stem in _WEAK_ENDS and end > start:
                        continue
                    found.setdefault(frozenset(stems), _plain(tokens[start : end + 1]))
        return found


def _is_pair(uses: _Uses, least: float) -> bool:
    return " and " in uses.typed and uses.typed.count(" ") == 2 and len(uses.people) >= least


def _breaks(token: Token, *, is_first: bool) -> bool:
    empty = not token.stem and _bare(token.surface) not in _JOINING
    return token.is_redacted or (token.starts_phrase and not is_first) or empty


def _proper(tokens: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Stems that are mostly written with a capital where no sentence starts: names of people and places."""
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for found in tokens:
        for token in found:
            if token.stem and not token.starts_phrase:
                inside[token.stem] += 1
                capital[token.stem] += token.is_capitalised
    return frozenset(stem for stem, uses in inside.items() if 2 * capital[stem] > uses)


def _shown(tokens: Iterable[Sequence[Token]]) -> Mapping[str, str]:
    """Short forms that people write in capitals ("EHCP") keep them."""
    typed: dict[str, Counter[bool]] = defaultdict(Counter)
    for found in tokens:
        shouting = sum(token.surface.isupper() and len(token.surface) > 1 for token in found) > 2
        for token in found:
            if 2 <= len(token.surface) <= 5 and not shouting:
                typed[token.surface.lower()][token.surface.isupper()] += 1
    return {word: word.upper() for word, counts in typed.items() if counts[True] > counts[False]}


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(token.surface.lower().replace("’", "'") for token in tokens)


def _as_name(words: str) -> str:
    return words[:1].upper() + words[1:]


def _alike(one: str, other: str) -> bool:
    """Words of one family, as "treated" and "treatment", say nothing beside each other."""
    return one[:5] == other[:5]


def _shape(word: str) -> str:
    if word.endswith(("ed", "ing")):
        return word[-2:]
    return "describing" if word.endswith(_DESCRIBING) or word in {"kind", "friendly", "clean", "polite"} else "thing"


def _bare(word: str) -> str:
    return word.lower().replace("’", "").replace("'", "")


def _unfit_words() -> tuple[str, ...]:
    lines = files("analysis").joinpath("lexicons", "unfit_for_names.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
