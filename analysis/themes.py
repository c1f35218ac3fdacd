"""Themes at levels: groups of segments that say the same kind of thing, found by the data alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import check_is_fitted, validate_data
from threadpoolctl import threadpool_limits

from analysis.clustered import clustered
from analysis.cut import NO_THEME, Cut, Labels, nothing, placed
from analysis.meaning import unit
from analysis.merging import merged
from analysis.own_number import own_groups
from analysis.points import Points, Sets, WeighedSegments
from analysis.told_number import groups_to_merge, so_many_groups
from analysis.vectors import Vectors

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
    merged_from : int, optional
        How many finer groups `themes` are merged from; not more than `themes` is none. Without it, as many as the data
        choose, where these are far more than `themes`.

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
    merged_from_ : int
        How many finer groups the themes were merged from; their own number where from none.
    """

    def __init__(
        self, themes: int | None = None, least_people: int = 3, random_state: int = 0, merged_from: int | None = None
    ) -> None:
        self.themes = themes
        self.least_people = least_people
        self.random_state = random_state
        self.merged_from = merged_from

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
            self.read_, self.broad_of_, self.merged_from_ = self._read_level(segments)
            self.fine_, self.fine_of_ = self._fine_level(segments)
        self.labels_ = self.read_.labels
        return self

    def predict(self, X: Vectors) -> Labels:  # noqa: N803
        """The theme at the read level of other segments, by the nearest centre."""
        check_is_fitted(self, "read_")
        vectors = unit(validate_data(self, X, dtype=[np.float64, np.float32], reset=False))
        return placed(vectors, self.read_.centres).labels

    def _read_level(self, segments: WeighedSegments) -> tuple[Cut, Labels | None, int]:
        points = Points.of(segments)
        if points is None:
            return nothing(segments.vectors), None, 0
        finer = None
        if self.themes is None:
            labels = own_groups(points, self.random_state)
            cut = self._settled(segments, points, labels)
        else:
            finer = groups_to_merge(points, self.themes, self.random_state, self.merged_from)
            labels, cut = self._nearest(segments, points, self.themes, finer)
        cut = self._told(segments, cut)
        return cut, _broad(points, labels, cut), cut.size if finer is None else int(finer.max()) + 1

    def _nearest(
        self, segments: WeighedSegments, points: Points, wanted: int, finer: Labels | None
    ) -> tuple[Labels, Cut]:
        """Some groups turn out to be no themes, so ask for as many more as are missing, a few times."""
        size = min(max(wanted, 1), max(1, points.size // 2))
        tried: list[tuple[Labels, Cut]] = []
        while len(tried) < MOST_TRIES and (not tried or (tried[-1][1].size < wanted and size < points.size)):
            size = min(points.size, size + wanted - tried[-1][1].size) if tried else size
            labels = so_many_groups(points, size, finer, self.random_state)
            tried.append((labels, self._settled(segments, points, labels)))
        return min(tried, key=lambda found: abs(found[1].size - wanted))

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
        labels = clustered(segments.vectors, size, segments.weights(), self.random_state)
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
