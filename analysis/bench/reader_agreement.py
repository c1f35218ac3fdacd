"""How far two ways of sorting the same comments agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.bench.readers import SheetWrong

RESAMPLED = 2_000

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Share of comments sorted alike, and Cohen's kappa, each with the middle 95 % of what resampling gives."""

    comments: int
    alike: int
    share: float
    share_between: tuple[float, float]
    kappa: float
    kappa_between: tuple[float, float]

    def in_words(self) -> str:
        low, high = self.share_between
        k_low, k_high = self.kappa_between
        return (
            f"{self.alike} of {self.comments} alike: {self.share:.2f} ({low:.2f} to {high:.2f}), "
            f"kappa {self.kappa:.2f} ({k_low:.2f} to {k_high:.2f})"
        )


def agreement(one: Mapping[int, str], other: Mapping[int, str], *, random_state: int = 0) -> Agreement:
    """Compare codes by number; an empty one is a code of its own, and no theme of the key's.

    Kappa is Cohen's (1960); the intervals are percentiles of a bootstrap over comments (Efron 1979).

    Raises
    ------
    SheetWrong
        The two are not about the same comments.
    """
    if set(one) != set(other) or not one:
        raise SheetWrong("the sheets are not about the same comments: their numbers differ")
    numbers = sorted(one)
    codes = {code: place for place, code in enumerate(sorted({*one.values(), *other.values()}))}
    first = np.array([codes[one[number]] for number in numbers])
    second = np.array([codes[other[number]] for number in numbers])
    chance = np.random.default_rng(random_state)
    drawn = chance.integers(0, len(numbers), (RESAMPLED, len(numbers)))
    shares = (first == second)[drawn].mean(axis=1)
    kappas = [_kappa(first[rows], second[rows]) for rows in drawn]
    same = first == second
    return Agreement(
        len(numbers),
        int(same.sum()),
        float(same.mean()),
        _middle(shares),
        _kappa(first, second),
        _middle(np.array(kappas)),
    )


def _kappa(first: Codes, second: Codes) -> float:
    """1 where both have everything under one code: they agree, though nothing could have differed."""
    most = int(max(first.max(), second.max())) + 1
    by_chance = float(np.bincount(first, minlength=most) @ np.bincount(second, minlength=most)) / len(first) ** 2
    alike = float((first == second).mean())
    return 1.0 if by_chance == 1.0 else (alike - by_chance) / (1 - by_chance)


def _middle(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.percentile(values, (2.5, 97.5))
    return round(float(low), 4), round(float(high), 4)
