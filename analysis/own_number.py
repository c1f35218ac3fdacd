"""How many groups the data choose by themselves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.clustered import clustered
from analysis.cut import Labels
from analysis.points import Points, smoothed

SIZES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60)
STARTS = 8  # of k-means for each number
SEGMENTS_A_THEME = 5  # at least, where the data choose the number


def own_groups(points: Points, random_state: int) -> Labels:
    """The groups, of all numbers tried, that are most joined inside and most apart."""
    return own_starts(points, random_state)[0]


def own_starts(points: Points, random_state: int) -> Sequence[Labels]:
    """Groups of the data's own number from every start of k-means, the best first.

    One start is luck: a number is worth what several starts and its neighbours are worth on average.
    """
    tried = [starts_of(points, size, random_state) for size in numbers(points)]
    worth = points.worth(tried)
    chosen = int(smoothed(worth.mean(axis=1)).argmax())
    return [tried[chosen][start] for start in np.argsort(-worth[chosen], kind="stable")]


def starts_of(points: Points, size: int, random_state: int) -> Sequence[Labels]:
    """So many groups from several starts of k-means."""
    seeds = range(random_state * STARTS, (random_state + 1) * STARTS)
    return [clustered(points.map, size, points.weights, seed, starts=1) for seed in seeds]


def numbers(points: Points) -> Sequence[int]:
    """The numbers of groups that are tried."""
    most = max(min(2, points.size), points.size // SEGMENTS_A_THEME)
    return [size for size in SIZES if size <= most]
