"""Themes at levels: groups of segments that say the same kind of thing, found by the data alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.utils.validation import check_is_fitted

from analysis.vectors import Vectors

Labels = NDArray[np.int64]
Sets = Sequence[frozenset[str]]

NO_THEME = -1
# A group of segments that point every way at once is no theme; a segment that points away from all themes has none.
COHERENT = 0.45
CLEAR = 0.45
CLEAR_MARGIN = 0.02
MOST_THEMES = 20
MOST_TRIES = 6
MOST_PARTS = 5
SEGMENTS_A_PART = 30


@dataclass(frozen=True, slots=True)
class Cut:
    """One level: the label of each segment (`NO_THEME` for none), how clear it is (0 to 1), and the unit centres."""

    labels: Labels
    margins: Vectors
    centres: Vectors

    @property
    def size(self) -> int:
        return len(self.centres)


class ThemeFinder(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Spherical k-means at the level that is read, Ward's method above it, k-means again within each theme.

    Parameters
    ----------
    themes : int, optional
        How many themes are wanted at the level that is read; the nearest number that the data bears is found.
        Without it, the number with the best separation among a few that suit the data's size.
    least_people : int
        A theme needs the words of at least so many different people.
    random_state : int

    Attributes
    ----------
    read_ : Cut
        The level that is read.
    broad_of_ : ndarray of shape (themes,), or None
        The broad theme that each theme of the read level belongs to; None where there are too few to group.
    fine_, fine_of_ : Cut, ndarray of shape (fine themes,)
        The level below, and the theme that each of its themes is a part of.
    """

    def __init__(self, themes: int | None = None, least_people: int = 3, random_state: int = 0) -> None:
        self.themes = themes
        self.least_people = least_people
        self.random_state = random_state

    def fit(self, vectors: Vectors, y: None = None, *, people: Sets, words: Sets) -> Self:
        """Find themes in distinct segments.

        Parameters
        ----------
        vectors : ndarray of shape (n, dimensions)
            Unit vectors, or zeros for a segment that says nothing known.
        people : sequence of n frozensets
            Who said each segment. One that many said word by word counts more, but not in proportion.
        words : sequence of n frozensets
            The stems in each segment that a theme may be known by.
        """
        everything = _Segments(vectors, people, words)
        self.read_ = self._read_level(everything)
        self.labels_ = self.read_.labels
        self.broad_of_ = _broad(self.read_)
        self.fine_, self.fine_of_ = self._fine_level(everything)
        return self

    def predict(self, vectors: Vectors) -> Labels:
        """The theme at the read level of other segments, by the nearest centre."""
        check_is_fitted(self, "read_")
        return _assigned(vectors, self.read_.centres)[0]

    def _read_level(self, segments: _Segments) -> Cut:
        if self.themes is None:
            cuts = [self._cut(segments, size) for size in _sizes(segments.telling)]
            return max(cuts, key=lambda cut: (_separation(segments.vectors, cut), cut.size))
        return self._nearest(segments, self.themes)

    def _nearest(self, segments: _Segments, wanted: int) -> Cut:
        """Some groups turn out to be no themes, so ask for as many more as are missing, a few times."""
        best, size = _nothing(segments.vectors), min(wanted, max(1, segments.telling // 2))
        for _ in range(MOST_TRIES):
            cut = self._cut(segments, size)
            if (abs(cut.size - wanted), -cut.size) < (abs(best.size - wanted), -best.size):
                best = cut
            if cut.size >= wanted or size >= segments.telling:
                break
            size += wanted - cut.size
        return best

    def _cut(self, segments: _Segments, size: int) -> Cut:
        """Group into `size`, then let go of groups that are no theme and of segments that are near none."""
        told = segments.vectors[segments.that_tell()]
        if not len(told):
            return _nothing(segments.vectors)
        groups = KMeans(min(size, _distinct(told)), n_init=4, random_state=self.random_state)
        groups.fit(told, sample_weight=segments.weights()[segments.that_tell()])
        coherence = np.linalg.norm(groups.cluster_centers_, axis=1)
        return self._settled(segments, _unit(groups.cluster_centers_[coherence >= COHERENT]))

    def _settled(self, segments: _Segments, centres: Vectors) -> Cut:
        while len(centres):
            labels, margins = _assigned(segments.vectors, centres)
            is_theme = [segments.share_a_word(labels == theme, self.least_people) for theme in range(len(centres))]
            if all(is_theme):
                return Cut(labels, margins, centres)
            centres = centres[np.array(is_theme)]
        return _nothing(segments.vectors)

    def _fine_level(self, segments: _Segments) -> tuple[Cut, Labels]:
        labels = np.full(len(segments.vectors), NO_THEME)
        margins = np.zeros(len(segments.vectors))
        centres: list[Vectors] = []
        part_of: list[int] = []
        for theme in range(self.read_.size):
            members = np.flatnonzero(self.read_.labels == theme)
            parts = self._parts(segments.among(members))
            found = parts.labels != NO_THEME
            labels[members[found]] = parts.labels[found] + len(part_of)
            margins[members] = parts.margins
            centres.extend(parts.centres)
            part_of.extend([theme] * parts.size)
        shape = (len(centres), segments.vectors.shape[1])
        return Cut(labels, margins, np.array(centres).reshape(shape)), np.array(part_of, dtype=np.int64)

    def _parts(self, segments: _Segments) -> Cut:
        size = min(MOST_PARTS, len(segments.vectors) // SEGMENTS_A_PART)
        cut = self._cut(segments, size) if size > 1 else _nothing(segments.vectors)
        return cut if cut.size > 1 else _nothing(segments.vectors)


@dataclass(frozen=True, slots=True)
class _Segments:
    vectors: Vectors
    people: Sets
    words: Sets

    @property
    def telling(self) -> int:
        return len(self.that_tell())

    def that_tell(self) -> Labels:
        return np.flatnonzero(np.abs(self.vectors).sum(axis=1) > 0)

    def weights(self) -> Vectors:
        return 1.0 + np.log([max(1, len(people)) for people in self.people])

    def among(self, members: Labels) -> _Segments:
        chosen = members.tolist()
        return _Segments(
            self.vectors[members], [self.people[one] for one in chosen], [self.words[one] for one in chosen]
        )

    def share_a_word(self, members: NDArray[np.bool_], least_people: int) -> bool:
        """Whether enough different people use one word, so that the theme can be named and is nobody's alone."""
        users: dict[str, set[str]] = defaultdict(set)
        for index in np.flatnonzero(members).tolist():
            for word in self.words[index]:
                users[word] |= self.people[index]
                if len(users[word]) >= least_people:
                    return True
        return False


def _sizes(segments: int) -> tuple[int, ...]:
    """Numbers of themes to try: a reader can hold a dozen or two, and a small wave bears fewer."""
    middle = min(MOST_THEMES - 4, max(4, round(segments**0.45)))
    return tuple(sorted({max(2, middle + step) for step in (-2, 0, 2, 4)}))


def _assigned(vectors: Vectors, centres: Vectors) -> tuple[Labels, Vectors]:
    """The nearest centre of each segment, and by how much it is nearer than the next."""
    likeness = vectors @ centres.T
    ordered = np.sort(likeness, axis=1)
    nearest = ordered[:, -1]
    margins = nearest - ordered[:, -2] if len(centres) > 1 else nearest
    labels = likeness.argmax(axis=1)
    labels[(nearest < CLEAR) | (margins < CLEAR_MARGIN)] = NO_THEME
    return labels, np.clip(margins, 0.0, 1.0)


def _separation(vectors: Vectors, cut: Cut) -> float:
    """How far apart the themes are, counting a segment without one as nothing (the simplified silhouette)."""
    if cut.size < 2:
        return 0.0
    likeness = np.sort(vectors @ cut.centres.T, axis=1)
    away = 1 - likeness
    silhouette = (away[:, -2] - away[:, -1]) / np.maximum(away[:, -2], 1e-9)
    return float(round(np.where(cut.labels == NO_THEME, 0.0, silhouette).mean(), 6))


def _broad(cut: Cut) -> Labels | None:
    if cut.size < 8:
        return None
    size = max(3, round(cut.size / 3))
    found: Labels = AgglomerativeClustering(size, linkage="ward").fit_predict(cut.centres)
    return found


def _nothing(vectors: Vectors) -> Cut:
    size, dimensions = vectors.shape
    return Cut(np.full(size, NO_THEME), np.zeros(size), np.zeros((0, dimensions)))


def _distinct(vectors: Vectors) -> int:
    return len({row.tobytes() for row in vectors.round(6) + 0.0})


def _unit(centres: Vectors) -> Vectors:
    return np.asarray(centres / np.linalg.norm(centres, axis=1, keepdims=True))
