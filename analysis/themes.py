"""Themes at levels: groups of segments that say the same kind of thing, found by the data alone."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Self

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.validation import check_is_fitted, validate_data
from threadpoolctl import threadpool_limits

from analysis.cut import NO_THEME, Cut, Labels, nothing, placed
from analysis.meaning import unit
from analysis.merging import merged
from analysis.points import Points, Sets, WeighedSegments, smoothed
from analysis.vectors import Vectors

SIZES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60)
STARTS = 8  # of k-means for each number
SEGMENTS_A_THEME = 5  # at least, where the data choose the number
MOST_TRIES = 6
MOST_PARTS = 5
SEGMENTS_A_PART = 30
LEAST_COHERENT = 0.35
CLEAR_WITHOUT_WORDS = 0.4


class ThemeFinder(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Spectral clustering of a graph of neighbours; the nearest themes merged come under one heading.

    Parameters
    ----------
    themes : int, optional
        How many themes are wanted at the level that is read; the nearest number that the data bears is found.
        Without it, the number at which groups are most joined inside and most apart (modularity and silhouette), on the
        mean of several starts.
    least_people : int
        A theme needs the words of at least so many different people.
    random_state : int

    Attributes
    ----------
    read_ : Cut
        The level that is read.
    labels_ : ndarray of shape (n,)
        Its labels.
    broad_of_ : ndarray of shape (themes,), or None
        The broad theme that each theme of the read level belongs to; None where there are too few to group.
    fine_, fine_of_ : Cut, ndarray of shape (fine themes,)
        The level below, and the theme that each of its themes is a part of.
    """

    def __init__(self, themes: int | None = None, least_people: int = 3, random_state: int = 0) -> None:
        self.themes = themes
        self.least_people = least_people
        self.random_state = random_state

    def fit(self, X: Vectors, y: None = None, *, people: Sets | None = None, words: Sets | None = None) -> Self:  # noqa: N803 - scikit-learn's name
        """Find themes in distinct segments.

        Parameters
        ----------
        X : ndarray of shape (n, dimensions)
            Unit vectors, or zeros for a segment that says nothing known, in an order that says nothing of the rows
            that they came from (as sorted by their words).
        people : sequence of n frozensets, optional
            Who said each segment; each by somebody else when it is not told. One that many said word by word counts
            more, but not in proportion.
        words : sequence of n frozensets, optional
            The stems in each segment that a theme may be known by.
        """
        vectors = unit(validate_data(self, X, dtype=[np.float64, np.float32]))
        who = [frozenset({str(number)}) for number in range(len(vectors))] if people is None else people
        shared = [frozenset({""})] * len(vectors) if words is None else words
        segments = WeighedSegments(vectors, who, shared)
        with threadpool_limits(1):  # several threads wait for each other more than they help, and differ in last bits
            self.read_, self.broad_of_ = self._read_level(segments)
            self.fine_, self.fine_of_ = self._fine_level(segments)
        self.labels_ = self.read_.labels
        return self

    def predict(self, X: Vectors) -> Labels:  # noqa: N803
        """The theme at the read level of other segments, by the nearest centre."""
        check_is_fitted(self, "read_")
        vectors = unit(validate_data(self, X, dtype=[np.float64, np.float32], reset=False))
        return placed(vectors, self.read_.centres).labels

    def _read_level(self, segments: WeighedSegments) -> tuple[Cut, Labels | None]:
        points = Points.of(segments)
        if points is None:
            return nothing(segments.vectors), None
        if self.themes is None:
            labels = self._best(points)
            cut = self._settled(segments, points, labels)
        else:
            labels, cut = self._nearest(segments, points, self.themes)
        cut = self._told(segments, cut)
        return cut, _broad(points, labels, cut)

    def _best(self, points: Points) -> Labels:
        """The groups, of all numbers tried, that are most joined inside and most apart.

        One start of k-means is luck: a number is worth what several starts and its neighbours are worth on average.
        """
        most = max(min(2, points.size), points.size // SEGMENTS_A_THEME)
        tried = [[self._started(points, size, start) for start in range(STARTS)] for size in SIZES if size <= most]
        worth = points.worth(tried)
        chosen = int(smoothed(worth.mean(axis=1)).argmax())
        return tried[chosen][int(worth[chosen].argmax())]

    def _nearest(self, segments: WeighedSegments, points: Points, wanted: int) -> tuple[Labels, Cut]:
        """Some groups turn out to be no themes, so ask for as many more as are missing, a few times."""
        size = min(max(wanted, 1), max(1, points.size // 2))
        tried: list[tuple[Labels, Cut]] = []
        while len(tried) < MOST_TRIES and (not tried or (tried[-1][1].size < wanted and size < points.size)):
            size = min(points.size, size + wanted - tried[-1][1].size) if tried else size
            labels = self._groups(points, size)
            tried.append((labels, self._settled(segments, points, labels)))
        return min(tried, key=lambda found: abs(found[1].size - wanted))

    def _groups(self, points: Points, size: int) -> Labels:
        return self._clustered(points.map, size, points.weights)

    def _started(self, points: Points, size: int, start: int) -> Labels:
        return self._clustered(points.map, size, points.weights, starts=1, seed=self.random_state * STARTS + start)

    def _clustered(
        self, vectors: Vectors, size: int, weights: Vectors, *, starts: int = 3, seed: int | None = None
    ) -> Labels:
        seed = self.random_state if seed is None else seed
        clusters = KMeans(size, n_init=starts, random_state=seed % 2**32)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # fewer distinct points than groups: fewer groups
            labels: Labels = clusters.fit_predict(vectors, sample_weight=weights).astype(np.int64)
        return np.unique(labels, return_inverse=True)[1]

    def _settled(self, segments: WeighedSegments, points: Points, labels: Labels) -> Cut:
        """Let go of groups that are no theme: their segments have none, and a likeliest one."""
        groups = np.full(len(segments.vectors), NO_THEME)
        groups[points.rows] = labels[points.point_of]
        kept = [
            group for group in range(int(labels.max()) + 1) if segments.share_a_word(groups == group, self.least_people)
        ]
        weights = segments.weights()
        while kept:
            centres = unit(np.array([weights[groups == group] @ segments.vectors[groups == group] for group in kept]))
            place = np.full(int(labels.max()) + 1, NO_THEME)
            place[kept] = np.arange(len(kept))
            cut = placed(segments.vectors, centres, np.where(groups == NO_THEME, NO_THEME, place[groups]))
            clear = [
                group for at, group in enumerate(kept) if segments.share_a_word(cut.labels == at, self.least_people)
            ]
            if clear == kept:
                return cut
            kept = clear
        return nothing(segments.vectors)

    def _told(self, segments: WeighedSegments, cut: Cut) -> Cut:
        """A segment that uses none of the words of its theme is clear only where its meaning is near enough."""
        labels = cut.labels.copy()
        for theme in range(cut.size):
            members = cut.labels == theme
            far = members & (segments.vectors @ cut.centres[theme] < CLEAR_WITHOUT_WORDS)
            labels[far & ~segments.shares_a_word(members, self.least_people)] = NO_THEME
        return replace(cut, labels=labels)

    def _fine_level(self, segments: WeighedSegments) -> tuple[Cut, Labels]:
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
        return Cut(labels, labels, margins, np.array(centres).reshape(shape)), np.array(part_of, dtype=np.int64)

    def _parts(self, segments: WeighedSegments) -> Cut:
        """A part is a theme within a theme: spherical k-means, and groups that point every way let go."""
        size = min(MOST_PARTS, len(segments.vectors) // SEGMENTS_A_PART)
        if size < 2:
            return nothing(segments.vectors)
        labels = self._clustered(segments.vectors, size, segments.weights())
        means = np.array([segments.vectors[labels == part].mean(axis=0) for part in range(int(labels.max()) + 1)])
        centres = unit(means[np.linalg.norm(means, axis=1) >= LEAST_COHERENT])
        while len(centres) > 1:
            cut = placed(segments.vectors, centres)
            is_part = [segments.share_a_word(cut.labels == part, self.least_people) for part in range(len(centres))]
            if all(is_part):
                return cut
            centres = centres[np.array(is_part)]
        return nothing(segments.vectors)


def _broad(points: Points, labels: Labels, cut: Cut) -> Labels | None:
    """Merge on, up to a third of the themes; a theme's heading is that of most of its points."""
    if cut.size < 8:
        return None
    broad = merged(points.graph, labels, max(3, round(cut.size / 3)))
    theme_of = (points.centres @ cut.centres.T).argmax(axis=1)
    return np.array([np.bincount(broad[theme_of == theme]).argmax() for theme in range(cut.size)], dtype=np.int64)
