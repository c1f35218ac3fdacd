"""The two or three pieces of a name that together say most of a theme, and nothing of its neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST_PIECES = 3
MOST_TRIED = 12
# Weights of what makes a good name, chosen so that a reader who knows only the names finds most comments' themes.
MARGIN = 1.5
REACH = 1.0
TELLING, TELLING_ALONE = 0.2, 0.4
A_PIECE = 0.03
ONE_WORD = 0.2
SAYS_LITTLE = 0.1
TOO_ALIKE = 0.75
# of a lone word and a phrase, and of two lone words, "phone" and "call"
WORD_TOO_ALIKE, WORDS_TOO_ALIKE = 0.6, 0.52
MOST_WORDS, A_WORD_MORE = 5, 0.05  # of a whole name: a longer one is read by nobody
ALIKE = 0.4  # what a list of near synonyms is worth less: "phone, ringing and call"

_COMPARING = frozenset({"more", "less", "fewer", "same", "other", "better"})

Vectors = NDArray[np.float32]
Stems = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A phrase or short sentence that could stand in a name.

    `weight` is how telling it is by the numbers of people, as the logarithm of its share of the best one's; `fit` is
    how well its meaning fits the theme and no other, 0 where nothing is known of it.
    """

    stems: Stems
    typed: str
    people: frozenset[str]
    weight: float
    praises: bool = False  # one word that says nothing by itself: "service"
    describes: bool = False  # it begins with a word of describing: "friendly staff"
    fit: float = 0.0
    vector: Vectors | None = None

    @property
    def worth(self) -> float:
        return self.fit + (TELLING_ALONE if self.vector is None else TELLING) * self.weight


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """The middles of all themes of a level, and which of them is looked at."""

    centres: Vectors  # (themes, dimensions), unit vectors
    own: int

    def fit(self, vectors: Vectors) -> Vectors:
        """How near unit vectors of shape (n, dimensions) are to this theme, and how much nearer than to any other."""
        likeness = vectors @ self.centres.T
        own = likeness[:, self.own]
        others = np.delete(likeness, self.own, axis=1)
        return np.asarray(own + MARGIN * (own - others.max(axis=1, initial=0.0)))


def best_pieces(pieces: Sequence[Piece], size: int, outlook: Outlook | None) -> tuple[Piece, ...]:
    """The pieces of the best name for a theme of `size` people, the one that most use first."""
    tried = sorted(pieces, key=lambda one: (-one.worth, one.typed))[:MOST_TRIED]
    whole = {one.stems: len(one.people) for one in pieces if len(one.stems) > 1}
    tried_alone = [one for one in tried if not one.praises] or tried
    sets: list[tuple[Piece, ...]] = [(one,) for one in tried_alone]
    sets += [
        found
        for number in range(2, MOST_PIECES + 1)
        for found in combinations(tried, number)
        if _go_together(found, whole)
    ]
    if not sets:
        return ()
    fits = outlook.fit(np.array([middle_of(found) for found in sets])) if outlook else np.zeros(len(sets), np.float32)
    worth = [_worth(found, float(fit), size) for found, fit in zip(sets, fits, strict=True)]
    best = sets[max(range(len(sets)), key=lambda place: (worth[place], -place))]
    return tuple(sorted(best, key=lambda one: (-len(one.people) * len(one.stems) ** 0.5, one.typed)))


def heading(pieces: Sequence[Piece]) -> str:
    """Pieces as one heading: "Phone, waits and plan", "Friendly and helpful staff"."""
    said = [one.typed for one in pieces]
    pair = next((pair for pair in combinations(pieces, 2) if _of_one_thing(*pair)), None)
    if pair:
        first, second = (one.typed for one in pair)
        said[said.index(first)] = _together(first.split(), second.split())
        said.remove(second)
    last = ", " if any(" and " in one for one in said) else " and "
    words = said[0] if len(said) == 1 else f"{', '.join(said[:-1])}{last}{said[-1]}"
    return words[:1].upper() + words[1:]


def says_more(pieces: Iterable[Piece], known: Stems) -> tuple[Piece, ...]:
    """The pieces that bring in a new word, one after the other."""
    kept = []
    for one in pieces:
        if not one.stems <= known:
            known |= one.stems
            kept.append(one)
    return tuple(kept)


def reach(pieces: Iterable[Piece], size: int) -> float:
    """The share of a theme's people who used one of the pieces."""
    return len(frozenset().union(*(one.people for one in pieces))) / size


def middle(vectors: Vectors) -> Vectors:
    """The unit vector in the middle of vectors of shape (n, dimensions)."""
    total = vectors.sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))


def middle_of(pieces: Sequence[Piece]) -> Vectors:
    return middle(np.array([one.vector for one in pieces]))


def _worth(pieces: Sequence[Piece], fit: float, size: int) -> float:
    telling = TELLING if pieces[0].vector is not None else TELLING_ALONE
    weight = sum(one.weight for one in pieces) / len(pieces)
    lone = ONE_WORD if sum(len(one.stems) for one in pieces) == 1 else 0.0
    taken_off = A_PIECE * len(pieces) + SAYS_LITTLE * sum(one.praises for one in pieces) + lone
    words = sum(len(one.typed.split()) for one in pieces)
    taken_off += ALIKE * _alike(pieces) + A_WORD_MORE * max(0, words - MOST_WORDS)
    return round(fit + REACH * math.sqrt(reach(pieces, size)) + telling * weight - taken_off, 6)


def _alike(pieces: Sequence[Piece]) -> float:
    """How alike the meanings of pieces are on average, where any two of them are not said as one."""
    likeness = [
        max(0.0, float(one.vector @ other.vector))
        for one, other in combinations(pieces, 2)
        if one.vector is not None and other.vector is not None and not _of_one_thing(one, other)
    ]
    return sum(likeness) / len(likeness) if likeness else 0.0


def _go_together(pieces: Sequence[Piece], whole: Mapping[Stems, int]) -> bool:
    """Whether pieces can stand beside each other: of other words and of another meaning, and no torn "waiting list"."""
    pairs = [*combinations(pieces, 2)]
    joined = sum(" and " in one.typed for one in pieces) + sum(_of_one_thing(*pair) for pair in pairs)
    torn = any(
        2 * whole.get(one.stems | other.stems, 0) >= min(len(one.people), len(other.people)) for one, other in pairs
    )
    return joined < 2 and not torn and all(_apart(*pair) for pair in pairs)


def _apart(one: Piece, other: Piece) -> bool:
    if _of_one_thing(one, other):
        return True
    if one.stems & other.stems or _are_family(one, other):
        return False
    lone = (len(one.stems) == 1) + (len(other.stems) == 1)
    most = (TOO_ALIKE, WORD_TOO_ALIKE, WORDS_TOO_ALIKE)[lone]
    return one.vector is None or other.vector is None or float(one.vector @ other.vector) <= most


def _of_one_thing(one: Piece, other: Piece) -> bool:
    """Whether two pieces can be said as one: "friendly and helpful staff", "care plans and pathways"."""
    words, others = one.typed.split(), other.typed.split()
    if not len(words) == len(others) == 2 or one.describes != other.describes or _COMPARING & {*words, *others}:
        return False
    differ = [(word, also) for word, also in zip(words, others, strict=True) if word != also]
    return len(differ) == 1 and not _of_one_family(*differ[0])


def _together(words: Sequence[str], others: Sequence[str]) -> str:
    if words[0] == others[0]:
        return f"{' '.join(words)} and {others[1]}"
    return f"{words[0]} and {' '.join(others)}"


def _are_family(one: Piece, other: Piece) -> bool:
    return any(_of_one_family(word, also) for word in one.typed.split() for also in other.typed.split())


def _of_one_family(word: str, other: str) -> bool:
    """Words of one family, as "treated" and "treatment" or "exam" and "examination", say nothing beside each other."""
    begin, also = word.removesuffix("s")[:5], other.removesuffix("s")[:5]
    return min(len(word), len(other)) > 3 and (begin.startswith(also) or also.startswith(begin))
