"""The score from which a text may speak to a standard, learned for each from labels."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

FEW_TEXTS: Final = 50  # labelled texts that count as much as the line before labels
FEW_YESES: Final = 5.0  # yeses of a standard that count as much as the line of all standards


def learned_lines(unseen: NDArray[np.float64], truth: NDArray[np.float64], default: float) -> NDArray[np.float64]:
    """One line for each standard, shape (standards,): where F1 is best on texts whose own label was left out.

    A standard with few yeses keeps near the line that is best for all of them together, and few labels keep near the
    `default` (as shrinkage in Yang 2001, "A study of thresholding strategies for text categorization").
    """
    known = ~np.isnan(truth)
    yes = np.where(known, truth >= 0.5, False)
    n = len(truth)
    if not yes.any():
        return np.full(truth.shape[1], default)
    together = (n * _best_line(unseen[known], yes[known]) + FEW_TEXTS * default) / (n + FEW_TEXTS)
    lines = np.full(truth.shape[1], together)
    for column in range(truth.shape[1]):
        rows = known[:, column]
        count = np.count_nonzero(yes[rows, column])
        if count and count < np.count_nonzero(rows):
            own = _best_line(unseen[rows, column], yes[rows, column])
            lines[column] = (count * own + FEW_YESES * together) / (count + FEW_YESES)
    return lines


def _best_line(scores: NDArray[np.float64], yes: NDArray[np.bool_]) -> float:
    """Half way between the last score that is worth taking for the best F1 and the next."""
    order = np.lexsort((yes, -scores))
    ranked, said = scores[order], yes[order]
    f1 = 2 * np.cumsum(said) / (np.arange(1, len(said) + 1) + said.sum())
    best = int(np.argmax(f1))
    return float((ranked[best] + ranked[min(best + 1, len(ranked) - 1)]) / 2)
