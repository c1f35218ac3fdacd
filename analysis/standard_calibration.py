"""What a score is worth: how often it was right, and how well that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold

from analysis.copies import copy_numbers, same_words

FEWEST: Final = 100  # labels with which a score may be told as a chance
OF_EACH: Final = 10  # yeses, and noes
SUPPORT: Final = 30  # labels on which every chance stands, at least
CAUTION: Final = 2.0  # labels' weight with which a chance is held to how many yeses there are
BINS: Final = 10
FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Worth:
    """What scores are worth: a share of yeses from each score on, up to the next."""

    scores: NDArray[np.float64]
    shares: NDArray[np.float64]

    def of(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of the same shape."""
        place = np.searchsorted(self.scores, scores, side="right") - 1
        return np.asarray(self.shares[np.clip(place, 0, len(self.shares) - 1)])


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Scores as chances. `error` is the expected calibration error on labels that were left out, 0 to 1.

    Attributes
    ----------
    worth : Worth
        Of words that nobody labelled, in any copy.
    of_copies : Worth or None
        Of words that somebody labelled in another comment, where enough labels are of such words to know it.
    known : frozenset of str
        The words that are labelled, without capitals and marks.
    """

    worth: Worth
    of_copies: Worth | None
    known: frozenset[str]
    error: float
    labels: int

    def chances(self, scores: NDArray[np.float64], texts: Sequence[str]) -> NDArray[np.float64]:
        """How likely the scores of each text, shape (n, standards), are to be right."""
        found = self.worth.of(scores)
        if self.of_copies is not None:
            copied = np.array([same_words(text) in self.known for text in texts], dtype=bool)
            found[copied] = self.of_copies.of(scores[copied])
        return found


def calibrate(
    afresh: NDArray[np.float64], unseen: NDArray[np.float64], truth: NDArray[np.float64], words: Sequence[str]
) -> Calibrated | None:
    """Learn what scores are worth by isotonic regression (Zadrozny and Elkan 2002), each step of it on enough labels.

    Words of which a copy is labelled are surer than others: what they are worth is told apart. What words without a
    labelled copy are worth is learned from labelled words without one: they are as new words will be. Where these are
    too few, from all, each as if no copy had a label.

    Parameters
    ----------
    afresh, unseen : ndarray of shape (n, standards)
        The score of each labelled text as if neither it nor a copy of it had a label; as if it alone had none.
    truth : ndarray of shape (n, standards)
        1, 0, or NaN where nobody said.
    words : sequence of str

    Returns
    -------
    Calibrated or None
        None with fewer than `FEWEST` labels, or fewer than `OF_EACH` yeses or noes among them.
    """
    if not _is_enough(truth):
        return None
    groups = np.array(copy_numbers(words))
    copied = (np.bincount(groups) > 1)[groups]
    alone = ~copied
    new = (unseen[alone], truth[alone], groups[alone]) if _is_enough(truth[alone]) else (afresh, truth, groups)
    told = [_told(*new)]
    if _is_enough(truth[copied]):
        told.append(_told(unseen[copied], truth[copied], groups[copied]))
    worths = [_worth(scores, yes) for scores, yes, _ in told]
    return Calibrated(
        worths[0],
        worths[1] if len(worths) > 1 else None,
        frozenset(map(same_words, words)),
        _error(told),
        int(np.count_nonzero(~np.isnan(truth))),
    )


def expected_calibration_error(chances: NDArray[np.float64], truth: NDArray[np.int_]) -> float:
    """How far, on average, chances are from how often they come true, in ten bins (Naeini et al. 2015); 0 is best."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    off = [
        np.count_nonzero(bins == one) * abs(chances[bins == one].mean() - truth[bins == one].mean())
        for one in np.unique(bins)
    ]
    return float(sum(off) / len(truth))


def _is_enough(truth: NDArray[np.float64]) -> bool:
    said = truth[~np.isnan(truth)] >= 0.5
    return len(said) >= FEWEST and min(said.sum(), len(said) - said.sum()) >= OF_EACH


def _told(
    scores: NDArray[np.float64], truth: NDArray[np.float64], groups: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.int64]]:
    """Every score of which somebody said yes or no, in an order that does not hang on the order of the labels."""
    known = ~np.isnan(truth)
    of_each = np.broadcast_to(groups[:, None], truth.shape)[known]
    order = np.lexsort((of_each, truth[known], scores[known]))
    return scores[known][order], (truth[known][order] >= 0.5).astype(int), of_each[order]


def _worth(scores: NDArray[np.float64], yes: NDArray[np.int_]) -> Worth:
    """The steps of an isotonic curve, joined from the top down until each stands on `SUPPORT` labels."""
    rising = IsotonicRegression().fit(scores, yes).predict(scores)
    starts = np.array([0, *(np.flatnonzero(np.diff(rising) > 0) + 1)])
    cuts = [len(yes)]
    while cuts[-1] >= 2 * SUPPORT:  # so that the lowest step stands on enough too
        own = starts[np.searchsorted(starts, cuts[-1]) - 1]
        cuts.append(int(min(own, cuts[-1] - SUPPORT)))
    if cuts[-1] < SUPPORT:
        cuts.pop()
    cuts.append(0)
    steps = list(pairwise(reversed(cuts)))
    usual = float(yes.mean())
    shares = [(yes[start:end].sum() + CAUTION * usual) / (end - start + CAUTION) for start, end in steps]
    return Worth(scores[[start for start, _ in steps]], np.maximum.accumulate(shares))


def _error(told: Sequence[tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.int64]]]) -> float:
    """On folds; copies of a text stand in one of them."""
    held_out = []
    for scores, yes, groups in told:
        said = np.full(len(yes), yes.mean())  # of one text alone nothing can be left out
        if (texts := len(np.unique(groups))) > 1:
            for train, test in GroupKFold(min(FOLDS, texts)).split(scores, groups=groups):
                said[test] = _worth(scores[train], yes[train]).of(scores[test])
        held_out.append(said)
    return expected_calibration_error(np.concatenate(held_out), np.concatenate([yes for _, yes, _ in told]))
