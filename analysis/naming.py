"""A theme's name comes from its own comments: phrases that most of its people use and few others do."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.phrases import Phrase, PhraseBook
from analysis.pieces import Outlook, Piece, best_pieces, heading, middle, middle_of, reach, says_more
from analysis.stems import Stemmer
from analysis.thesaurus import Thesaurus
from analysis.usage import Everybody, Said, Usage, everybody, usage_of
from analysis.word_kinds import Kind, load_word_kinds

MOST_TERMS = 6
MOST_CANDIDATES = 40
# Where the phrases of a name reach fewer of a theme's people, a whole sentence that many wrote may say it better.
FEW = 0.15
MUCH_PLAINER = 0.25
_LENGTH_BONUS = (0.0, 1.0, 1.3, 1.4, 1.4)  # by words: "waiting list" says more than "list"
_PRAISE_ALONE, _PRAISE, _PARTLY_PRAISE = 0.4, 0.8, 0.5

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What segments mean: unit vectors of distinct texts, the text of each segment, and vectors of further words."""

    vectors: Vectors
    text_of: Sequence[int]
    encode: Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A name, the pieces it is made of, and further words of the theme, strongest first."""

    name: str
    pieces: tuple[str, ...]
    terms: tuple[str, ...]


class Namer:
    """Names groups of segments so that they can be told apart, knowing how everybody else speaks.

    Class-based TF-IDF (Grootendorst 2022) counted in people: how many in the group use a phrase, against how many do
    at all. With `meaning` also how near the phrase's own sentence vector is to the middle of the group, and how much
    nearer than to the middle of any other; pieces of a name differ in meaning (Carbonell and Goldstein 1998). Every
    phrase of a name was used by `least_people` people.
    """

    def __init__(
        self,
        said: Sequence[Said],
        thesaurus: Thesaurus,
        *,
        least_people: int = 3,
        meaning: Meaning | None = None,
    ) -> None:
        self._said = said
        self._least_people = least_people
        self._meaning = meaning
        self._stemmer = Stemmer(thesaurus)
        self._kinds = load_word_kinds()
        self._evaluation = self._stemmer.stem_all(thesaurus.evaluation)
        self._book = PhraseBook([one.words for one in said], self._stemmer, self._kinds)

    def words(self, index: int) -> frozenset[str]:
        """The stems of one segment that a theme may be known by: none of praise or blame, none that is unfit."""
        return self._book.stems(index) - self._evaluation

    def names(self, groups: Mapping[int, Sequence[int]], taken: Iterable[str] = ()) -> dict[int, ThemeName]:
        """Names of the themes of one level, by label; a theme without words that enough people share has none.

        Parameters
        ----------
        groups : mapping of int to sequence of int
            The segments of each theme, by their indexes.
        taken : iterable of str
            Names, or pieces of them, that none of these may have.
        """
        elsewhere = set(range(len(self._said))).difference(*groups.values())
        usage = {label: usage_of(members, self._said, self._book) for label, members in groups.items()}
        all_of_them = everybody([*usage.values(), usage_of(sorted(elsewhere), self._said, self._book)])
        outlooks = self._outlooks(groups)
        unfree = {self._stems(one) for one in taken}
        names: dict[int, ThemeName] = {}
        for label in sorted(groups, key=lambda label: (-usage[label].size, tuple(groups[label]))):
            name = self._name(usage[label], all_of_them, outlooks.get(label), unfree)
            if name:
                names[label] = name
                unfree |= {self._stems(one) for one in (name.name, *name.pieces)}
        return names

    def _outlooks(self, groups: Mapping[int, Sequence[int]]) -> Mapping[int, Outlook]:
        if self._meaning is None:
            return {}
        texts = {label: [self._meaning.text_of[index] for index in members] for label, members in groups.items()}
        centres = np.array([middle(self._meaning.vectors[found]) for found in texts.values()])
        return {label: Outlook(centres, place) for place, label in enumerate(groups)}

    def _name(
        self, usage: Usage, all_of_them: Everybody, outlook: Outlook | None, unfree: Collection[Phrase]
    ) -> ThemeName | None:
        pieces = [one for one in self._pieces(usage, all_of_them, outlook) if one.stems not in unfree]
        chosen = best_pieces(pieces, usage.read, outlook)
        if not chosen or reach(chosen, usage.read) < FEW:
            sentences = [one for one in self._sentences(usage, outlook) if one.stems not in unfree]
            chosen = _plainer(chosen, sentences, outlook)
        if not chosen:
            return None
        known = frozenset[str]().union(*(one.stems for one in chosen))
        further = sorted((one for one in pieces if one.fit >= 0), key=lambda one: (-one.worth, one.typed))
        terms = tuple(one.typed for one in says_more(further, known)[:MOST_TERMS])
        return ThemeName(heading(chosen), tuple(one.typed for one in chosen), terms)

    def _pieces(self, usage: Usage, all_of_them: Everybody, outlook: Outlook | None) -> list[Piece]:
        """The phrases that tell most of the group by their numbers, each with what its meaning adds."""
        for least in (2, 1):  # few people have few words in common
            scores = {
                phrase: self._score(phrase, usage, all_of_them)
                for phrase, found in usage.people.items()
                if len(found) >= least and all_of_them.people[phrase] >= self._least_people
            }
            if scores:
                break
        best = sorted(scores, key=lambda phrase: (-scores[phrase], sorted(phrase)))[:MOST_CANDIDATES]
        pieces = []
        for phrase in best:
            typed = self._book.as_typed(usage.typed[phrase])
            weight = math.log(scores[phrase] / scores[best[0]])
            praises = len(phrase) == 1 and phrase <= self._evaluation
            pieces.append(Piece(phrase, typed, usage.people[phrase], weight, praises, self._describes(typed)))
        return self._with_meaning(pieces, outlook)

    def _sentences(self, usage: Usage, outlook: Outlook | None) -> list[Piece]:
        """Short sentences that enough people wrote alike, as pieces."""
        shared = [sentence for sentence, people in usage.sentences.items() if len(people) >= self._least_people]
        best = sorted(shared, key=lambda sentence: (-len(usage.sentences[sentence]), sentence))[:MOST_CANDIDATES]
        most = len(usage.sentences[best[0]]) if best else 1
        pieces = [
            Piece(self._stems(one), one, usage.sentences[one], math.log(len(usage.sentences[one]) / most))
            for one in best
        ]
        return self._with_meaning(pieces, outlook)

    def _with_meaning(self, pieces: list[Piece], outlook: Outlook | None) -> list[Piece]:
        if self._meaning is None or outlook is None or not pieces:
            return pieces
        vectors = self._meaning.encode([one.typed for one in pieces])
        fits = outlook.fit(vectors)
        return [
            replace(one, fit=round(float(fit), 6), vector=vector)
            for one, fit, vector in zip(pieces, fits, vectors, strict=True)
        ]

    def _score(self, phrase: Phrase, usage: Usage, all_of_them: Everybody) -> float:
        share = usage.share(phrase)
        weight = _LENGTH_BONUS[len(phrase)]
        if phrase <= self._evaluation:
            weight *= _PRAISE_ALONE if len(phrase) == 1 else _PRAISE
        elif phrase & self._evaluation:
            weight *= _PARTLY_PRAISE
        return round(weight * math.sqrt(share) * math.log1p(share / all_of_them.shares[phrase]), 9)

    def _describes(self, typed: str) -> bool:
        words = typed.split()
        return len(words) == 2 and self._kinds.of(words[0]) is Kind.DESCRIBING

    def _stems(self, words: str) -> Phrase:
        return frozenset(self._stemmer.stems(words)) or frozenset(words.casefold().split())


def _plainer(chosen: tuple[Piece, ...], sentences: Sequence[Piece], outlook: Outlook | None) -> tuple[Piece, ...]:
    """A whole sentence instead of the pieces, where it fits the theme better."""
    if not sentences:
        return chosen
    best = max(sentences, key=lambda one: (one.worth, one.typed))
    if not chosen:
        return (best,)
    if outlook is None:
        return (best,) if len(best.people) > max(len(one.people) for one in chosen) else chosen
    fit = outlook.fit(middle_of(chosen)[None, :])
    return (best,) if best.fit > float(fit[0]) + MUCH_PLAINER else chosen
