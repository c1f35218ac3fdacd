"""A theme's name comes from its own comments: phrases that most of its people use and few others do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.candidates import Candidates, Meaning
from analysis.phrases import Phrase, PhraseBook
from analysis.pieces import Outlook, Piece, best_pieces, heading, middle, middle_of, reach, says_more
from analysis.stems import Stemmer
from analysis.thesaurus import Thesaurus
from analysis.unfit_words import telling_words
from analysis.usage import Everybody, Said, Usage, everybody, usage_of
from analysis.word_kinds import load_word_kinds

MOST_TERMS = 6
# Where the phrases of a name reach fewer of a theme's people, a whole sentence that many wrote may say it better.
FEW = 0.2
MUCH_PLAINER = 0.25
FITS = 0.2  # a further term's meaning: it is of this theme, and about as much as of any other


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A name, the pieces it is made of, and further words of the theme, strongest first."""

    name: str
    pieces: tuple[str, ...]
    terms: tuple[str, ...]


class Namer:
    """Names groups of segments so that they can be told apart, knowing how everybody else speaks.

    A name is made of one to three phrases that together reach most of a theme's people, differ in meaning from each
    other (Carbonell and Goldstein 1998) and from every other theme; or it is a sentence that many wrote. Every piece
    of a name was used by `least_people` people. Same segments, same names, whatever their order.
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
        self._meaning = meaning
        stemmer, kinds = Stemmer(thesaurus, telling_words()), load_word_kinds()
        self._evaluation = stemmer.stem_all(thesaurus.evaluation)
        self._book = PhraseBook([one.words for one in said], stemmer, kinds)
        encode = meaning.encode if meaning else None
        self._candidates = Candidates(self._book, stemmer, kinds, thesaurus, least_people=least_people, encode=encode)

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
        usage = {
            label: usage_of(members, self._said, self._book, groups=len(groups)) for label, members in groups.items()
        }
        all_of_them = everybody([*usage.values(), usage_of(sorted(elsewhere), self._said, self._book)])
        outlooks = self._outlooks(groups)
        unfree = {self._candidates.stems(one) for one in taken}
        names: dict[int, ThemeName] = {}
        for label in sorted(groups, key=lambda label: (-usage[label].size, tuple(groups[label]))):
            name = self._name(usage[label], all_of_them, outlooks.get(label), unfree)
            if name:
                names[label] = name
                unfree |= {self._candidates.stems(one) for one in (name.name, *name.pieces)}
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
        pieces = self._candidates.phrases(usage, all_of_them, outlook, unfree)
        sentences: list[Piece] = []
        chosen = best_pieces(pieces, usage.read, outlook)
        if not chosen or reach(chosen, usage.read) < FEW:
            sentences = self._candidates.sentences(usage, outlook, unfree)
            chosen = _plainer(chosen, sentences, outlook)
        if all(one.praises for one in chosen):
            manners = [one.typed for one in self._candidates.manners(usage, all_of_them, unfree)]
            if manners:
                return ThemeName(f"Being {' and '.join(manners)}", tuple(manners), ())
        if not chosen:
            return None
        if chosen[0] in sentences:
            pieces = sentences
        known = frozenset[str]().union(*(one.stems for one in chosen))
        further = sorted(
            (one for one in pieces if one.vector is None or one.fit >= FITS), key=lambda one: (-one.worth, one.typed)
        )
        terms = tuple(one.typed for one in says_more(further, known)[:MOST_TERMS])
        return ThemeName(heading(chosen), tuple(one.typed for one in chosen), terms)


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
