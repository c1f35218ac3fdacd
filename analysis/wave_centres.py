"""The centres of groups of one wave's segments."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.centres import Centre, unit_point, unit_weights
from analysis.decisions import Key
from analysis.distinct import DistinctSegments
from analysis.stems import Stemmer

Numbers = NDArray[np.float64]

LEAST_PEOPLE = 3
# A theme that is nearly everything that was said stands in its middle, where a direction would be chance.
LEAST_APART = 0.1
_AT_ONCE = 5_000  # segments whose vectors are copied at a time


@dataclass(frozen=True, slots=True)
class SentencePoints:
    """Unit vectors of shape (texts, dimensions), which row is a segment's, and the name of what encoded them."""

    vectors: NDArray[np.floating]
    row_of: Mapping[Key, int]
    encoder: str

    @classmethod
    def of(cls, said: DistinctSegments, vectors: NDArray[np.floating], encoder: str) -> SentencePoints:
        """From the vectors of the distinct texts, in their order."""
        rows = zip(said.segments, said.text_of, strict=True)
        return cls(vectors, {segment.key: row for segment, row in rows}, encoder)


class WaveCentres:
    """Reckons centres, and how near a segment is to one.

    Fewer than three people make no centre, and a stem that fewer use has no weight: a single segment's vector is never
    kept, because its words could be guessed from it.

    Parameters
    ----------
    said : mapping of (str, int) to str
        The redacted words of every segment that says something; "" where they must not stand anywhere.
    respondents : mapping of str to str
        Who wrote a comment, by its id.
    points : SentencePoints, optional
        Without them, stems alone.
    """

    def __init__(
        self,
        said: Mapping[Key, str],
        respondents: Mapping[str, str],
        stemmer: Stemmer,
        points: SentencePoints | None = None,
    ) -> None:
        stems = {words: frozenset(stemmer.stems(words)) for words in set(said.values())}
        self._stems = {key: stems[words] for key, words in said.items()}
        self._respondents = respondents
        self._points = points
        self._users = self._people_by_stem(self._stems)
        self._people = self._count(said)
        self._middle = self._mean(sorted(said), {}) if points is not None and said else None

    @property
    def encoder(self) -> str:
        return self._points.encoder if self._points else ""

    def of(self, members: Iterable[Key], weights: Mapping[Key, float] | None = None) -> Centre | None:
        """The centre of some segments; None where fewer than three people said them.

        `weights` is how many times a segment counts towards the point, 1 where it is not told.
        """
        keys = sorted(members)
        if self._count(keys) < LEAST_PEOPLE:
            return None
        return Centre(self._point(keys, weights or {}), self._weights(keys))

    def nearness(self, key: Key, centre: Centre) -> float:
        """The likeness of one segment to a centre (a cosine, -1 to 1)."""
        if centre.point and self._middle is not None:
            away = self._rows([key])[0] - self._middle
            return float(away @ np.array(centre.point) / max(float(np.linalg.norm(away)), 1e-9))
        stems = self._stems[key]
        return sum(centre.stems.get(stem, 0.0) for stem in stems) / math.sqrt(max(1, len(stems)))

    def nearnesses(self, keys: Sequence[Key], centres: Iterable[Centre]) -> Numbers:
        """The likeness of each segment to the centre that it is nearest to, by points alone: -1 where there is none."""
        points = [one.point for one in centres if one.point]
        if not points or self._middle is None:
            return np.full(len(keys), -1.0)
        away = self._rows(keys) - self._middle
        lengths = np.maximum(np.linalg.norm(away, axis=1), 1e-9)
        nearest: Numbers = (away @ np.array(points).T).max(axis=1) / lengths
        return nearest

    def _point(self, keys: Sequence[Key], weights: Mapping[Key, float]) -> tuple[float, ...]:
        if self._middle is None:
            return ()
        away = self._mean(keys, weights) - self._middle
        return unit_point(away.tolist()) if np.linalg.norm(away) >= LEAST_APART else ()

    def _mean(self, keys: Sequence[Key], weights: Mapping[Key, float]) -> Numbers:
        weighed = np.array([weights.get(key, 1.0) for key in keys])
        parts = [slice(start, start + _AT_ONCE) for start in range(0, len(keys), _AT_ONCE)]
        total: Numbers = np.sum([weighed[part] @ self._rows(keys[part]) for part in parts], axis=0)
        middle: Numbers = total / weighed.sum()
        return middle

    def _rows(self, keys: Sequence[Key]) -> Numbers:
        if self._points is None:
            return np.zeros((len(keys), 0))
        return np.asarray(self._points.vectors[[self._points.row_of[key] for key in keys]], dtype=np.float64)

    def _weights(self, keys: Sequence[Key]) -> Mapping[str, float]:
        """Class-based TF-IDF (Grootendorst 2022) counted in people."""
        size = self._count(keys)
        weights = {}
        for stem, people in self._people_by_stem({key: self._stems[key] for key in keys}).items():
            share = len(people) / size
            if len(people) >= LEAST_PEOPLE:
                weights[stem] = math.sqrt(share) * math.log1p(share * self._people / len(self._users[stem]))
        return unit_weights(weights)

    def _people_by_stem(self, stems: Mapping[Key, frozenset[str]]) -> Mapping[str, set[str]]:
        users: dict[str, set[str]] = defaultdict(set)
        for (comment, _), used in stems.items():
            for stem in used:
                users[stem].add(self._respondents[comment])
        return users

    def _count(self, keys: Iterable[Key]) -> int:
        return len({self._respondents[comment] for comment, _ in keys})
