"""One level of themes: which segment stands where, and how clearly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.vectors import Vectors

Labels = NDArray[np.int64]

NO_THEME = -1
# A segment is unclear that is hardly nearer to its own theme than to another, or points hardly anywhere.
CLEAR = 0.25
CLEAR_MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Cut:
    """One level, for each segment and for each theme.

    Attributes
    ----------
    labels : ndarray of shape (n,)
        The theme of each segment; `NO_THEME` where it is unclear.
    nearest : ndarray of shape (n,)
        The same with the likeliest theme where it is unclear; `NO_THEME` only for a segment that says nothing known.
    margins : ndarray of shape (n,)
        By how much a segment is nearer to its theme than to the next, 0 to 1.
    centres : ndarray of shape (themes, dimensions)
        Unit vectors.
    """

    labels: Labels
    nearest: Labels
    margins: Vectors
    centres: Vectors

    @property
    def size(self) -> int:
        return len(self.centres)


def placed(vectors: Vectors, centres: Vectors, groups: Labels | None = None) -> Cut:
    """Where each segment stands: in its group, or nearest to a centre where it has none."""
    if not len(centres):
        return nothing(vectors)
    likeness = vectors @ centres.T
    rows = np.arange(len(vectors))
    nearest: Labels = likeness.argmax(axis=1).astype(np.int64)
    grouped = np.ones(len(vectors), dtype=bool) if groups is None else groups != NO_THEME
    if groups is not None:
        nearest = np.where(grouped, groups, nearest)
    own = likeness[rows, nearest]
    others = likeness.copy()
    others[rows, nearest] = -1.0
    margins = np.clip(own - others.max(axis=1, initial=-1.0), 0.0, 1.0) if len(centres) > 1 else np.clip(own, 0.0, 1.0)
    says = vectors.any(axis=1)
    nearest = np.where(says, nearest, NO_THEME)
    clear = says & grouped & (own >= CLEAR) & (margins >= CLEAR_MARGIN)
    return Cut(np.where(clear, nearest, NO_THEME), nearest, np.where(says, margins, 0.0), centres)


def nothing(vectors: Vectors) -> Cut:
    size, dimensions = vectors.shape
    nowhere = np.full(size, NO_THEME)
    return Cut(nowhere, nowhere, np.zeros(size), np.zeros((0, dimensions)))
