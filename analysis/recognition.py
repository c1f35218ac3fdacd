"""Known themes are recognised among found ones: the best pairs of their centres, if they are alike enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from analysis.centres import Centre, likeness


@dataclass(frozen=True, slots=True)
class Pair:
    """A found centre and a known one, by their places, and how alike they are."""

    found: int
    known: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Likenesses:
    """All pairs that are alike enough to be one theme; 0 elsewhere. Shape (found, known)."""

    values: np.ndarray[tuple[int, int], np.dtype[np.float64]]

    @classmethod
    def of(cls, found: Sequence[Centre], known: Sequence[Centre]) -> Likenesses:
        values = np.zeros((len(found), len(known)))
        for row, one in enumerate(found):
            for column, other in enumerate(known):
                alike, is_known = likeness(one, other)
                values[row, column] = alike if is_known else 0.0
        return cls(values)

    def best(self) -> tuple[Pair, ...]:
        """Each found and each known one once at most, so that the pairs are as alike as can be in all.

        The assignment problem (Kuhn 1955), solved as in Crouse (2016).
        """
        rows, columns = linear_sum_assignment(self.values, maximize=True)
        pairs = (
            Pair(int(row), int(column), float(self.values[row, column]))
            for row, column in zip(rows, columns, strict=True)
        )
        return tuple(pair for pair in pairs if pair.likeness > 0)

    def most_like(self, *, found: int) -> int | None:
        """The known one that a found one is most like, if it is like any."""
        row = self.values[found]
        return int(row.argmax()) if row.size and row.max() > 0 else None

    def most_like_known(self, known: int) -> int | None:
        """The found one that a known one is most like, if it is like any."""
        column = self.values[:, known]
        return int(column.argmax()) if column.size and column.max() > 0 else None


def best_pairs(found: Sequence[Centre], known: Sequence[Centre]) -> tuple[Pair, ...]:
    return Likenesses.of(found, known).best()
