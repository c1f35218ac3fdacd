"""F1 over several standards, and between which figures chance alone would put it."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Said = NDArray[np.bool_]  # shape (rows, standards)

_DRAWS: Final = 1_000


def micro_f1(truth: Said, said: Said) -> float:
    """Over every yes alike; 0 where nothing was found."""
    return _f1((truth & said).sum(), (truth ^ said).sum())


def macro_f1(truth: Said, said: Said) -> float:
    """The mean over the standards that a row speaks to; a standard that was never found counts 0."""
    spoken = truth.any(axis=0)
    hits, misses = (truth & said).sum(axis=0), (truth ^ said).sum(axis=0)
    return float(np.mean([_f1(hits[one], misses[one]) for one in np.flatnonzero(spoken)])) if spoken.any() else 0.0


def interval(truth: Said, said: Said) -> tuple[float, float]:
    """Between which 95 of 100 bootstrap draws of the rows put the micro-F1 (percentiles; Efron 1979)."""
    hits, misses = (truth & said).sum(axis=1), (truth ^ said).sum(axis=1)
    chance = np.random.default_rng(0)
    rows = len(truth)
    drawn = [chance.integers(0, rows, rows) for _ in range(_DRAWS)]
    low, high = np.quantile([_f1(hits[one].sum(), misses[one].sum()) for one in drawn], [0.025, 0.975])
    return float(low), float(high)


def _f1(hits: int, misses: int) -> float:
    return float(2 * hits / (2 * hits + misses)) if hits else 0.0
