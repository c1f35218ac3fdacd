"""As many groups as somebody asks for: by k-means, or the data's own groups merged where these are far more."""

from __future__ import annotations

from analysis.clustered import clustered
from analysis.cut import Labels
from analysis.merging import merged
from analysis.own_number import numbers, own_groups
from analysis.points import Points

FAR_MORE = 2  # groups of the data's own go on average into one that is wanted


def groups_to_merge(points: Points, wanted: int, random_state: int, number: int | None = None) -> Labels | None:
    """The finer groups that the wanted ones are put together from; None where k-means finds those as they are.

    k-means makes groups alike in size, and cuts a theme that is half of all before it joins two small ones. Where the
    data's own number is at least twice the wanted one, their own groups are joined instead.

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
    own = own_groups(points, random_state)
    return own if own.max() + 1 >= FAR_MORE * wanted else None


def so_many_groups(points: Points, size: int, finer: Labels | None, random_state: int) -> Labels:
    """Merged from the finer groups, where there are at least so many of them."""
    if finer is not None and size <= finer.max() + 1:
        return merged(points.graph, finer, size)
    return clustered(points.map, size, points.weights, random_state)
