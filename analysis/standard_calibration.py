"""What a score is worth: how often it was right, and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import StratifiedKFold

FEWEST: Final = 100  # labels with which a score may be told as a chance
OF_EACH: Final = 10  # yeses, and noes
BINS: Final = 10
FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Scores as chances. `error` is the expected calibration error on labels that were left out, 0 to 1."""

    curve: IsotonicRegression
    error: float
    labels: int

    def chances(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """How likely each score is to be right, of the same shape."""
        return np.asarray(self.curve.predict(scores.ravel()).reshape(scores.shape))


def calibrate(unseen: NDArray[np.float64], truth: NDArray[np.float64]) -> Calibrated | None:
    """Learn what scores are worth by isotonic regression (Zadrozny and Elkan 2002).

    Parameters
    ----------
    unseen : ndarray of shape (n, standards)
        The score of each labelled text as if it alone had no label.
    truth : ndarray of shape (n, standards)
        1, 0, or NaN where nobody said.

    Returns
    -------
    Calibrated or None
        None with fewer than `FEWEST` labels, or fewer than `OF_EACH` yeses or noes among them.
    """
    known = ~np.isnan(truth)
    scores, said = unseen[known], (truth[known] >= 0.5).astype(int)
    if len(said) < FEWEST or min(said.sum(), len(said) - said.sum()) < OF_EACH:
        return None
    order = np.lexsort((said, scores))  # so that folds do not hang on the order of the labels
    scores, said = scores[order], said[order]
    held_out = np.zeros(len(said))
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(scores, said):
        held_out[test] = _curve(scores[train], said[train]).predict(scores[test])
    return Calibrated(_curve(scores, said), expected_calibration_error(held_out, said), len(said))


def expected_calibration_error(chances: NDArray[np.float64], truth: NDArray[np.int_]) -> float:
    """How far, on average, chances are from how often they come true, in ten bins (Naeini et al. 2015); 0 is best."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    off = [
        np.count_nonzero(bins == one) * abs(chances[bins == one].mean() - truth[bins == one].mean())
        for one in np.unique(bins)
    ]
    return float(sum(off) / len(truth))


def _curve(scores: NDArray[np.float64], said: NDArray[np.int_]) -> IsotonicRegression:
    return IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(scores, said)
