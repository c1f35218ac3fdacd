"""As many groups as somebody asks for: by k-means, or the data's own groups merged where these are far more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from sklearn.metrics import adjusted_rand_score

from analysis.clustered import clustered
from analysis.cut import Labels
from analysis.merging import merged
from analysis.own_number import numbers, own_starts, starts_of
from analysis.points import Points

FAR_MORE = 2  # groups of the data's own go on average into one that is wanted


def groups_to_merge(points: Points, wanted: int, random_state: int, number: int | None = None) -> Labels | None:
    """The finer groups that the wanted ones are put together from; None where k-means finds those as they are.

    k-means makes groups alike in size, and cuts a theme that is half of all before it joins two small ones. Where the
    data's own number is at least twice the wanted one, their own groups are joined instead, if what comes of that
    hangs less on where k-means starts: joined, all starts agree more with each other than each by itself does.

    Parameters
    ----------
    points : Points
    wanted : int
    random_state : int
    number : int, optional
        How many finer groups there are, where that is known: the data are then not asked again, and not more than
        wanted is none.
    """
    if number is not None:
        size = min(number, points.size // 2)
        return clustered(points.map, size, points.weights, random_state) if size > wanted else None
    if wanted < 2 or not any(size >= FAR_MORE * wanted for size in numbers(points)):
        return None
    own = own_starts(points, random_state)
    if any(len(set(start.tolist())) < FAR_MORE * wanted for start in own):
        return None
    joined = [merged(points.graph, start, wanted) for start in own]
    return own[0] if _agreement(joined) > _agreement(starts_of(points, wanted, random_state)) else None


def so_many_groups(points: Points, size: int, finer: Labels | None, random_state: int) -> Labels:
    """Merged from the finer groups, where there are at least so many of them."""
    if finer is not None and size <= finer.max() + 1:
        return merged(points.graph, finer, size)
    return clustered(points.map, size, points.weights, random_state)


def _agreement(starts: Sequence[Labels]) -> float:
    """The mean adjusted Rand index of every two."""
    return float(np.mean([adjusted_rand_score(one, other) for one, other in combinations(starts, 2)]))
