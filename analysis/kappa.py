"""Cohen's kappa: how far two coders agree about the units that both of them coded."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.alpha import Draws, Floats


@dataclass(frozen=True, slots=True)
class Compared:
    """What two coders said of the same units, as one column for each value: shape (units, values)."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]

    def kappas(self, draws: Draws) -> Floats:
        """Kappa of each draw, shape (draws,); nan where both said one and the same of everything in it."""
        units = np.maximum(draws.sum(axis=1), 1)
        alike = draws @ (self.one & self.other).any(axis=1) / units
        by_chance = ((draws @ self.one) * (draws @ self.other)).sum(axis=1) / units**2
        left = 1 - by_chance
        # nothing left but chance is exactly 0 or a rounding of it
        told = (left > 1e-12) & (draws.sum(axis=1) > 0)
        beyond: Floats = np.divide(alike - by_chance, left, out=np.full(len(draws), np.nan), where=told)
        return beyond


def compare(one: Sequence[Hashable], other: Sequence[Hashable]) -> Compared:
    """Set two coders' values side by side, unit by unit; both have the same length."""
    pairs = list(zip(one, other, strict=True))
    values = list(dict.fromkeys(value for pair in pairs for value in pair))
    first, second = (np.array([[pair[side] == value for value in values] for pair in pairs]) for side in (0, 1))
    shape = len(pairs), len(values)
    return Compared(first.reshape(shape).astype(np.int64), second.reshape(shape).astype(np.int64))


def kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Cohen's kappa: 1 where both agree throughout, 0 where they agree as often as chance would have it.

    Parameters
    ----------
    one, other : sequences of the same length
        What each coder said of each unit.

    Returns
    -------
    float
        From -1 to 1; nan where both said one and the same of every unit, or there is none.

    Notes
    -----
    Cohen (1960), "A coefficient of agreement for nominal scales". The same as scikit-learn's `cohen_kappa_score`,
    over many draws at once.
    """
    return float(compare(one, other).kappas(np.ones((1, len(one)), dtype=np.int64))[0])
