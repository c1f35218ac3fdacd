"""Segments with the people who said them, and the points that stand for them on a map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.metrics import silhouette_score
from sklearn.metrics.pairwise import cosine_distances

from analysis.cut import Labels
from analysis.meaning import unit
from analysis.micro_clusters import micro_clusters
from analysis.neighbours import modularity, neighbour_graph, neighbourhood_map
from analysis.vectors import Vectors

Sets = Sequence[frozenset[str]]

_SEEN = 1_000  # points on which a number of themes is tried out


@dataclass(frozen=True, slots=True)
class WeighedSegments:
    vectors: Vectors
    people: Sets
    words: Sets

    def weights(self) -> Vectors:
        return 1.0 + np.log([max(1, len(people)) for people in self.people])

    def among(self, members: Labels) -> WeighedSegments:
        chosen = members.tolist()
        return WeighedSegments(
            self.vectors[members], [self.people[one] for one in chosen], [self.words[one] for one in chosen]
        )

    def share_a_word(self, members: NDArray[np.bool_], least_people: int) -> bool:
        """Whether enough different people use one word, so that the theme can be named and is nobody's alone."""
        return any(len(users) >= least_people for users in self._users(np.flatnonzero(members).tolist()).values())

    def shares_a_word(self, members: NDArray[np.bool_], least_people: int) -> NDArray[np.bool_]:
        """Which of the members use a word that enough different people of them use."""
        places = np.flatnonzero(members).tolist()
        shared = {word for word, users in self._users(places).items() if len(users) >= least_people}
        found = np.zeros(len(self.vectors), dtype=bool)
        found[[place for place in places if self.words[place] & shared]] = True
        return found

    def _users(self, places: Sequence[int]) -> Mapping[str, set[str]]:
        users: dict[str, set[str]] = defaultdict(set)
        for place in places:
            for word in self.words[place]:
                users[word] |= self.people[place]
        return users


@dataclass(frozen=True, slots=True)
class Points:
    """The segments that say something, as points on a map: each by itself, or small clusters of very many.

    `rows` are those segments, `point_of` the point of each of them.
    """

    rows: Labels
    point_of: Labels
    centres: Vectors
    weights: Vectors
    graph: sparse.csr_matrix
    map: Vectors

    @classmethod
    def of(cls, segments: WeighedSegments) -> Points | None:
        rows = np.flatnonzero(segments.vectors.any(axis=1))
        if not len(rows):
            return None
        vectors, weights = segments.vectors[rows], segments.weights()[rows]
        point_of = micro_clusters(vectors, weights)
        together = sparse.csr_matrix((weights, (point_of, np.arange(len(rows)))))
        centres = unit(np.asarray(together @ vectors))
        graph = neighbour_graph(centres)
        heavy = np.asarray(together.sum(axis=1)).ravel()
        return cls(rows, point_of, centres, heavy, graph, neighbourhood_map(graph))

    @property
    def size(self) -> int:
        return len(self.centres)

    def worth(self, tried: Sequence[Sequence[Labels]]) -> Vectors:
        """How joined groups are inside and how far apart, by modularity and silhouette.

        Parameters
        ----------
        tried : sequence of sequences of ndarray of shape (size,)
            Several groupings into each of several numbers of groups.

        Returns
        -------
        ndarray of shape (numbers, groupings)
        """
        seen = np.linspace(0, self.size - 1, min(self.size, _SEEN)).astype(int)
        apart = cosine_distances(self.centres[seen])
        return np.array([[self._worth(labels, seen, apart) for labels in groupings] for groupings in tried])

    def _worth(self, labels: Labels, seen: Labels, apart: Vectors) -> float:
        if not 1 < len(set(labels[seen].tolist())) < len(seen):
            return -1.0
        silhouette = silhouette_score(apart, labels[seen], metric="precomputed")
        return round(modularity(self.graph, labels) + float(silhouette), 6)


def smoothed(values: Vectors) -> Vectors:
    """Each of a row of values with a quarter of each neighbour's; at the ends with its own in their place."""
    padded = np.pad(values, 1, mode="edge")
    return padded[1:-1] / 2 + (padded[:-2] + padded[2:]) / 4
