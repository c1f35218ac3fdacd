"""The segments from whose labels most would be learned."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.text_kernel import Read, alike_in_all

NOISE: Final = 1.0
UNSURE: Final = 0.15  # how near two scores, or a score and its line, must be for a text to be in doubt
MOST_READ: Final = 3000  # texts among which picks are made


def pick(
    read: Read, scores: NDArray[np.float64], known: NDArray[np.intp], n: int, line: NDArray[np.float64]
) -> list[int]:
    """Choose texts in doubt, unlike each other and unlike those that are labelled, from every standard in turn.

    Each text's worth is its doubt times what is not yet known about it: the variance of a Gaussian process after those
    that were labelled or chosen before (Rasmussen and Williams 2006, 2.3).

    Parameters
    ----------
    read : Read
        Texts, sorted.
    scores : ndarray of shape (n, standards)
    known : ndarray of int
        Which of the texts are labelled.
    n : int
    line : ndarray of shape (standards,)
        The score from which a text may speak to each.

    Returns
    -------
    list of int
        At most n rows, in the order in which they should be asked about.
    """
    rows = _read_among(scores, known, line)
    taken = [place for place, row in enumerate(rows) if row in set(known.tolist())]
    some = read.take(rows)
    alike = alike_in_all(some, some).astype(np.float64)
    left = _Variance(alike)
    for place in taken:
        left.learn(place)
    doubt = _doubt(scores[rows], line)
    # a standard's own texts: those that speak to it most, however faintly
    top = (scores[rows] - line).argmax(axis=1)
    chosen: list[int] = []
    free = np.ones(len(rows), dtype=bool)
    free[taken] = False
    while len(chosen) < n and free.any():
        for standard in range(scores.shape[1]):
            of_it = np.flatnonzero(free & (top == standard))
            if len(of_it) and len(chosen) < n:
                worth = doubt[of_it] * left.variance[of_it]
                best = int(of_it[int(np.argmax(worth))])
                chosen.append(best)
                free[best] = False
                left.learn(best)
    return [int(rows[place]) for place in chosen]


class _Variance:
    """What is not known yet about each text, as one after another is learned."""

    def __init__(self, alike: NDArray[np.float64]) -> None:
        self._alike = alike
        self._factors: list[NDArray[np.float64]] = []
        self.variance = np.diag(alike).copy()

    def learn(self, row: int) -> None:
        """One more column of the incomplete Cholesky factor."""
        column = self._alike[:, row] - sum(factor * factor[row] for factor in self._factors)
        factor = column / np.sqrt(self.variance[row] + NOISE)
        self._factors.append(factor)
        self.variance = np.maximum(self.variance - factor**2, 0.0)


def _doubt(scores: NDArray[np.float64], line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Near 1 where a text is on a standard's line, or between two standards; never 0."""
    above = np.sort(scores - line, axis=1)
    edge = np.abs(above[:, -1])
    between = above[:, -1] - above[:, -2] if scores.shape[1] > 1 else edge
    return np.asarray(0.1 + np.exp(-np.minimum(edge, between) / UNSURE))


def _read_among(scores: NDArray[np.float64], known: NDArray[np.intp], line: NDArray[np.float64]) -> NDArray[np.intp]:
    """All, or of very many those in doubt and those that are labelled."""
    if len(scores) <= MOST_READ:
        return np.arange(len(scores))
    doubtful = np.argsort(-_doubt(scores, line), kind="stable")[:MOST_READ]
    return np.array(sorted({*doubtful.tolist(), *known.tolist()}), dtype=np.intp)
