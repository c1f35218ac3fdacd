"""How often comments were mapped as a person mapped them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from analysis.f1 import Said, micro_f1

_EDGES: Final = np.linspace(0, 1, 11)


@dataclass(frozen=True, slots=True)
class Mapped:
    """One way on some rows. `labels` is how many it was taught (None: as many as its folds had), 0 for zero-shot.

    `accuracy` is the share of rows with exactly the right standards; `low` and `high` hold 95 of 100 bootstrap draws of
    `micro_f1`; `macro_f1` is over the standards that a row speaks to; `assigned` is the share of rows given any.
    """

    set: str
    over: str
    way: str
    rows: int
    standards: int
    labels: int | None
    seed: int
    accuracy: float
    micro_f1: float
    low: float
    high: float
    macro_f1: float
    assigned: float
    wall_seconds: float = 0.0
    note: str = ""

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Bin:
    """What was said with a chance in this tenth: how many, the mean of it, and the share that was right."""

    low: float
    number: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Chances against what was so. `error` is the expected calibration error (Naeini et al. 2015), over ten bins.

    `near_80` and `right_near_80` are how many were said with 75 to 85 %, and the share of them that was right.
    """

    set: str
    over: str
    bins: tuple[Bin, ...]
    error: float
    near_80: int
    right_near_80: float

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


def reliability(name: str, over: str, chances: NDArray[np.float64], truth: Said) -> Reliability:
    """Hold every chance, shape (rows, standards), against what is so."""
    said, so = chances.ravel(), truth.ravel()
    place = np.clip(np.digitize(said, _EDGES) - 1, 0, len(_EDGES) - 2)
    bins = [
        Bin(round(float(_EDGES[one]), 1), int((place == one).sum()), _mean(said[place == one]), _mean(so[place == one]))
        for one in range(len(_EDGES) - 1)
    ]
    error = sum(one.number * abs(one.said - one.right) for one in bins) / max(1, len(said))
    near = (said >= 0.75) & (said < 0.85)
    return Reliability(name, over, tuple(bins), round(error, 4), int(near.sum()), _mean(so[near]))


def best_of(scores: NDArray[np.float64]) -> Said:
    """The one standard with the highest score of each row, of equals the first; none where no score differs."""
    said = np.zeros(scores.shape, dtype=bool)
    some = np.flatnonzero(scores.max(axis=1) > scores.min(axis=1))
    said[some, scores.argmax(axis=1)[some]] = True
    return said


def best_cut(scores: NDArray[np.float64], truth: Said) -> float:
    """The score from which saying yes gives the best micro-F1 on these rows: what a cosine needs to be told."""
    tried: Sequence[float] = np.unique(np.quantile(scores, np.linspace(0.5, 1, 101))).tolist()
    return max(tried, key=lambda cut: micro_f1(truth, scores >= cut))


def _mean(values: NDArray[Any]) -> float:
    return round(float(values.mean()), 4) if len(values) else 0.0
