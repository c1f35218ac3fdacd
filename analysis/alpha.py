"""Krippendorff's alpha: how far any number of coders agree, whoever is missing where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Draws = NDArray[np.int64]  # shape (draws, units): how often each unit stands in each draw
Chosen = frozenset[str]  # the labels that a coder gave to one unit; empty: none of them
Value = TypeVar("Value", bound=Hashable)
Distance = Callable[[Value, Value], float]

_ONE_HOLDS_THE_OTHER: Final = 2 / 3
_THEY_OVERLAP: Final = 1 / 3


def nominal(one: Hashable, other: Hashable) -> float:
    """0 for the same value, 1 for another."""
    return float(one != other)


def jaccard(one: Chosen, other: Chosen) -> float:
    """What two choices do not share, over all that either holds (Jaccard 1901); two empty ones are alike."""
    return 1 - len(one & other) / len(one | other) if one | other else 0.0


def masi(one: Chosen, other: Chosen) -> float:
    """Jaccard's distance, less forgiving where neither choice holds the other.

    Notes
    -----
    Passonneau (2006), "Measuring agreement on set-valued items (MASI)": Jaccard's likeness times 1 where the sets are
    the same, 2/3 where one holds the other, 1/3 where they overlap, 0 where they share nothing.
    """
    if one == other:
        return 0.0
    nested = one <= other or other <= one
    return 1 - (1 - jaccard(one, other)) * (_ONE_HOLDS_THE_OTHER if nested else _THEY_OVERLAP)


@dataclass(frozen=True, slots=True)
class Coincidences:
    """What alpha is counted from, so that a draw of units needs no second look at what was said.

    Attributes
    ----------
    counts : ndarray of shape (units, values)
        How often each unit was given each value. A unit with one value alone has nothing to agree with: its row is 0.
    apart : ndarray of shape (values, values)
        The distance of each value from each other, 0 to 1.
    """

    counts: Floats
    apart: Floats

    def alphas(self, draws: Draws) -> Floats:
        """Alpha of each draw, shape (draws,); nan where all that was said is the same, and nothing could differ."""
        within = np.einsum("uv,vw,uw->u", self.counts, self.apart, self.counts)
        observed = draws @ (within / np.maximum(self.counts.sum(axis=1) - 1, 1))
        said = draws @ self.counts
        by_chance = np.einsum("dv,vw,dw->d", said, self.apart, said) / np.maximum(said.sum(axis=1) - 1, 1)
        of_chance: Floats = np.divide(observed, by_chance, out=np.full(len(draws), np.nan), where=by_chance > 0)
        return 1 - of_chance


def coincidences(units: Sequence[Collection[Value]], distance: Distance[Value] = nominal) -> Coincidences:
    """Count what each unit was given.

    Parameters
    ----------
    units : sequence of collections
        For each unit its values, one for each coder who gave one, in any order. Whoever gave none is left out of it.
    distance : callable
        0 for the same value, to 1: `nominal`, `jaccard`, `masi`, or another.

    Returns
    -------
    Coincidences
    """
    values = list(dict.fromkeys(value for unit in units for value in unit))
    place = {value: number for number, value in enumerate(values)}
    counts = np.zeros((len(units), len(values)))
    for row, unit in enumerate(units):
        for value in unit if len(unit) > 1 else ():
            counts[row, place[value]] += 1
    apart = np.array([[distance(one, other) for other in values] for one in values]).reshape(len(values), len(values))
    return Coincidences(counts, apart)


def alpha(units: Sequence[Collection[Value]], distance: Distance[Value] = nominal) -> float:
    """Krippendorff's alpha: 1 where all agree, 0 where they agree as often as chance would have it.

    Parameters
    ----------
    units, distance
        As in `coincidences`.

    Returns
    -------
    float
        From under 0 to 1; nan where no two values differ, because then nothing could have been got wrong.

    Notes
    -----
    1 - observed / expected disagreement, over the coincidence matrix: Krippendorff (2011), "Computing Krippendorff's
    alpha-reliability"; Krippendorff (2019), "Content analysis", 4th edition, chapter 12.
    """
    return float(coincidences(units, distance).alphas(np.ones((1, len(units)), dtype=np.int64))[0])
