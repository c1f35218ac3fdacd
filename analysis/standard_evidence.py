"""The words of a segment that tell of a standard: telling phrases, hints, the standard's own keywords, and likeness."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from analysis.concepts import Concept, Concepts
from analysis.cues import EXACT, CueBook, Match, WordReader
from analysis.likeness import Likeness
from analysis.strategy import Standard

# What each sign adds to a score, in which one telling phrase is 1.
MORE = 0.25  # another telling phrase
HINT = 0.35
KEYWORD = 0.5  # a single word of a standard's own; its phrases tell as a concept's do
ONLY_KEYWORD = 0.75  # the same, where nothing but its own words is known of a standard
ONE_OF_SEVERAL = 0.6  # a phrase that tells of one of the several concepts in a name ("mental health waits")

COMMON_SHARE = 0.01  # a keyword that stands in one segment of a hundred, or in fewer, is as rare as can be

Kind = Literal["names", "says", "hints", "unless", "needs", "keyword", "match only"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase to look for, what it is a sign of, and of which concept or standard (their ids)."""

    kind: Kind
    owner: str
    phrase: str


Found = Mapping[tuple[Kind, str], Sequence[Match[Cue]]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a segment speaks of one standard, and the person's words that say so, strongest first.

    `is_told` is False where there are hints only, however many.
    """

    score: float
    reason: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class _Sign:
    match: Match[Cue]
    weight: float
    tells: bool


class EvidenceReader:
    """Reads segments for signs of some standards. From `segments` it takes which words are common and which rare."""

    def __init__(self, standards: Sequence[Standard], concepts: Concepts, segments: Sequence[str]) -> None:
        self._standards = standards
        self._reader = WordReader(concepts.spellings)
        self._book = CueBook([(cue, cue.phrase) for cue in _cues(standards, concepts)], self._reader)
        self._about = {standard.id: self._concepts_of(standard, concepts) for standard in standards}
        self._rarity = self._rarity_among(segments)
        self._likeness = Likeness(standards, segments, self._reader)

    def read(self, segments: Sequence[str], services: Sequence[str]) -> list[dict[int, Evidence]]:
        """The evidence of each segment by standard (its place among them), where there is any."""
        rows = zip(segments, services, self._likeness.of(segments), strict=True)
        return [dict(self._evidence(words, service, alike)) for words, service, alike in rows]

    def means_something_else(self, segments: Sequence[str], services: Sequence[str]) -> NDArray[np.bool_]:
        """Where likeness must not speak for a standard, shape (segments, standards).

        So where its concepts' words mean something else ("kind of") and nothing tells of it besides, and where none of
        the words stands that its concepts need, in the segment or in the name of the service.
        """
        barred = np.zeros((len(segments), len(self._standards)), dtype=bool)
        for row, (segment, service) in enumerate(zip(segments, services, strict=True)):
            found = self._find(segment)
            around = self._find(service) if service else found
            for column, standard in enumerate(self._standards):
                concepts = self._about[standard.id]
                else_meant = any(("unless", one.id) in found for one in concepts)
                lacking = bool(concepts) and not any(_has_what_it_needs(one, found, around) for one in concepts)
                barred[row, column] = lacking or (else_meant and not any(self._signs(standard, found, around)))
        return barred

    def _evidence(self, segment: str, service: str, alike: NDArray[np.float64]) -> Iterator[tuple[int, Evidence]]:
        found = self._find(segment)
        around = self._find(service) if service else found
        for column, standard in enumerate(self._standards):
            signs = list(self._signs(standard, found, around))
            if signs:
                yield column, _weighed(signs, float(alike[column]))

    def _signs(self, standard: Standard, found: Found, around: Found) -> Iterator[_Sign]:
        concepts = self._about[standard.id]
        weight = ONE_OF_SEVERAL if len(concepts) > 1 else 1.0
        for concept in concepts:
            if _has_what_it_needs(concept, found, around):
                yield from (_Sign(match, weight, tells=True) for match in meant(found, "says", concept.id, concept))
                yield from (_Sign(match, HINT, tells=False) for match in meant(found, "hints", concept.id, concept))
        single = KEYWORD if concepts else ONLY_KEYWORD
        own = meant(found, "keyword", standard.id, *concepts) + meant(found, "match only", standard.id, *concepts)
        for match in own:
            is_phrase = match.end - match.start > 1
            yield _Sign(match, self._rarity[match.name.phrase] * (weight if is_phrase else single), tells=is_phrase)

    def _find(self, text: str) -> Found:
        found: dict[tuple[Kind, str], list[Match[Cue]]] = defaultdict(list)
        for match in self._book.find(self._reader.words(text)):
            found[match.name.kind, match.name.owner].append(match)
        return found

    def _concepts_of(self, standard: Standard, concepts: Concepts) -> tuple[Concept, ...]:
        """Those it is said to be about, or that its name or else its description has: "mental health", not "health"."""
        if standard.about:
            return tuple(concept for concept in concepts.concepts if concept.id in standard.about)
        for text in (standard.name, standard.description):
            found = self._find(text)
            named = [match for one in concepts.concepts for match in meant(found, "names", one.id, one)]
            whole = {match.name.owner for match in named if not any(match.is_part_of(other) for other in named)}
            if whole:
                return tuple(concept for concept in concepts.concepts if concept.id in whole)
        return ()

    def _rarity_among(self, segments: Sequence[str]) -> dict[str, float]:
        seen: Counter[str] = Counter()
        for segment in segments:
            matches = self._book.find(self._reader.words(segment))
            seen.update({match.name.phrase for match in matches if match.name.kind in ("keyword", "match only")})
        own = [word for standard in self._standards for word in standard.keywords + standard.match_only_words]
        # in how many others it stands, with half a one in fifty beforehand: two of five do not make a word common
        shares = {word: (max(seen[word] - 1, 0) + 0.5) / (len(segments) + 50) for word in own}
        return {word: min(1.0, math.log(share) / math.log(COMMON_SHARE)) for word, share in shares.items()}


def meant(found: Found, kind: Kind, owner: str, *concepts: Concept) -> list[Match[Cue]]:
    """The matches that do not stand where the concepts' words mean something else ("kind of")."""
    other = [match for concept in concepts for match in found.get(("unless", concept.id), ())]
    return [match for match in found.get((kind, owner), ()) if not any(match.is_within(one) for one in other)]


def _has_what_it_needs(concept: Concept, found: Found, around: Found) -> bool:
    needs: tuple[Kind, str] = ("needs", concept.id)
    return not concept.needs or needs in found or needs in around


def concept_cues(concepts: Concepts) -> Iterator[Cue]:
    """Every phrase of every concept, with what it is a sign of."""
    for concept in concepts.concepts:
        lists: dict[Kind, tuple[str, ...]] = {
            "names": concept.names,
            "says": concept.says,
            "hints": concept.hints,
            "unless": concept.unless,
            "needs": concept.needs,
        }
        for kind, phrases in lists.items():
            yield from (Cue(kind, concept.id, _as_written(phrase)) for phrase in phrases)


def _cues(standards: Sequence[Standard], concepts: Concepts) -> Iterator[Cue]:
    yield from concept_cues(concepts)
    for standard in standards:
        yield from (Cue("keyword", standard.id, phrase) for phrase in standard.keywords)
        yield from (Cue("match only", standard.id, phrase) for phrase in standard.match_only_words)


def _as_written(phrase: str) -> str:
    """A concept's single words are listed in every form that is meant: by its stem, "lovely" would find "love"."""
    return phrase if " " in phrase or phrase.startswith(EXACT) else EXACT + phrase


def _weighed(signs: Sequence[_Sign], likeness: float) -> Evidence:
    """Each word of a segment counts once, for the strongest sign that it stands in, and each sign counts once."""
    taken: list[_Sign] = []
    for sign in sorted(signs, key=lambda sign: (-sign.weight, sign.match.start, -sign.match.end)):
        if not any(sign.match.overlaps(one.match) or sign.match.name == one.match.name for one in taken):
            taken.append(sign)
    telling = [sign.weight for sign in taken if sign.tells]
    hints = sum(sign.weight for sign in taken if not sign.tells)
    score = max(telling, default=0.0) + MORE * sum(telling[1:]) + hints + likeness
    # words that are only matched are never shown, as a reason either
    shown = (sign.match.typed for sign in taken if sign.match.name.kind != "match only")
    return Evidence(score, tuple(dict.fromkeys(shown)), bool(telling))
