"""What labels teach about standards, over what was believed before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

from analysis.text_kernel import Read, alike_in_all

PENALTY: Final = 1.0
MEANING: Final = 2.0  # labels teach more by likeness in meaning than by likeness in words
BELIEFS: Final = 0.3  # how much it counts, of very many texts, that the same was believed of two
MANY: Final = 500  # texts with which it counts for half of that: few would only learn which standards are common
FARTHEST: Final = 4.0  # standard deviations
TRUST: Final = 50.0  # labels that it takes to doubt the scale of the prior as much as to believe it
SHARES: Final = np.linspace(0.0, 1.0, 5)
SURE: Final = 1.0  # standard errors by which what is learned must be better than the prior
TOO_FEW: Final = 10  # labelled texts, which change nothing: they would as often make it worse as better
CAUTION: Final = 50  # with n texts at most (n - TOO_FEW) / (n + CAUTION) of what was learned is believed


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: `scores` blends it with a prior.

    Attributes
    ----------
    rows : Read
        The labelled texts.
    weights : ndarray of shape (rows, standards)
        How far each speaks for or against each standard, beyond the prior.
    level, slope : float
        How a score of the prior is read as a share of yeses.
    share : float
        How much of it is believed, 0 to 1.
    unseen : ndarray of shape (rows, standards)
        The score of each labelled text as if it alone had no label.
    afresh : ndarray of shape (rows, standards)
        The same as if none of its copies had one either.
    beliefs : _Beliefs
        What was believed of them before.
    """

    rows: Read
    weights: NDArray[np.float64]
    level: float
    slope: float
    share: float
    unseen: NDArray[np.float64]
    afresh: NDArray[np.float64]
    beliefs: _Beliefs

    def scores(self, read: Read, prior: NDArray[np.float64]) -> NDArray[np.float64]:
        """Prior and learned together, shape (n, standards)."""
        believed = self.level + self.slope * prior
        if not self.share:
            return np.asarray(believed)
        alike = alike_in_all(read, self.rows, meaning=MEANING) + self.beliefs.alike(prior)
        return np.asarray(believed + self.share * (alike @ self.weights))


@dataclass(frozen=True, slots=True)
class _Beliefs:
    """What was believed of each labelled text: two of which the same was believed, of every standard, are alike."""

    middle: NDArray[np.float64]
    spread: NDArray[np.float64]
    rows: NDArray[np.float64]

    @staticmethod
    def of(prior: NDArray[np.float64]) -> _Beliefs:
        middle, spread = prior.mean(axis=0), np.maximum(prior.std(axis=0), 1e-9)
        return _Beliefs(middle, spread, _standard_scores(prior, middle, spread))

    def alike(self, prior: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = _standard_scores(prior, self.middle, self.spread)
        weight = BELIEFS * len(self.rows) / (len(self.rows) + MANY)
        return np.asarray(weight / prior.shape[1] * (scores @ self.rows.T))


def learn(
    rows: Read, truth: NDArray[np.float64], prior: NDArray[np.float64], copies: NDArray[np.int64] | None = None
) -> Learned:
    """Learn from labelled texts: a Gaussian process whose mean is the prior (Rasmussen and Williams 2006, 2.7).

    Parameters
    ----------
    rows : Read
        n labelled texts, sorted, so that the order of labels never matters.
    truth : ndarray of shape (n, standards)
        1 where it speaks to the standard, 0 where not, NaN where nobody said.
    prior : ndarray of shape (n, standards)
        What was believed of them before.
    copies : ndarray of int of shape (n,), optional
        The same number for texts that are copies of one; without it each is its own.

    Returns
    -------
    Learned
        Its share is the one that is nearest to the truth on texts whose own label is left out (in closed form), 0
        unless that is better than the prior alone by `SURE` standard errors, and small where labels are few.
    """
    level, slope = _scale(truth, prior)
    believed = level + slope * prior
    beliefs = _Beliefs.of(prior)
    alike = alike_in_all(rows, rows, meaning=MEANING) + beliefs.alike(prior)
    weights, unseen, afresh = _beyond(alike, truth, believed, np.arange(len(rows)) if copies is None else copies)
    share = _share(truth, believed, unseen)
    unseen, afresh = (believed + share * (one - believed) for one in (unseen, afresh))
    return Learned(rows, weights, level, slope, share, unseen, afresh, beliefs)


def _standard_scores(
    prior: NDArray[np.float64], middle: NDArray[np.float64], spread: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.asarray(np.clip((prior - middle) / spread, -FARTHEST, FARTHEST))


def _scale(truth: NDArray[np.float64], prior: NDArray[np.float64]) -> tuple[float, float]:
    """A line from scores to shares of yeses, held to the line through 0 and 1 by `TRUST` labels' weight."""
    known = ~np.isnan(truth)
    scores, said = prior[known], truth[known]
    design = np.column_stack([np.ones_like(scores), scores])
    weight = len(truth) / max(known.sum(), 1)  # a text counts once, of however many standards it tells
    normal = weight * design.T @ design + np.diag([TRUST, TRUST])
    level, slope = linalg.solve(normal, weight * design.T @ said + np.array([0.0, TRUST]))
    return float(level), float(max(slope, 0.1))


def _beyond(
    alike: NDArray[np.float64], truth: NDArray[np.float64], believed: NDArray[np.float64], copies: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Weights beyond the prior; each text's score without its own label, and without any of its copies.

    Columns that are labelled alike share the sums.
    """
    weights, unseen, afresh = np.zeros_like(truth), believed.copy(), believed.copy()
    known = ~np.isnan(truth)
    patterns: dict[bytes, list[int]] = {}  # columns by which texts they are labelled in
    for column in range(truth.shape[1]):
        patterns.setdefault(np.packbits(known[:, column]).tobytes(), []).append(column)
    for columns in patterns.values():
        rows = np.flatnonzero(known[:, columns[0]])
        if not len(rows):
            continue
        cells = np.ix_(rows, np.array(columns, dtype=np.intp))
        inverse = linalg.inv(alike[np.ix_(rows, rows)] + PENALTY * np.eye(len(rows)))
        weights[cells] = inverse @ (truth[cells] - believed[cells])
        unseen[cells] = truth[cells] - weights[cells] / np.diag(inverse)[:, None]
        afresh[cells] = unseen[cells]
        for group in _groups(copies[rows]):
            own = np.ix_(rows[group], np.array(columns, dtype=np.intp))
            afresh[own] = truth[own] - linalg.solve(inverse[np.ix_(group, group)], weights[own], assume_a="pos")
    return weights, unseen, afresh


def _groups(copies: NDArray[np.int64]) -> list[NDArray[np.intp]]:
    """The places of the texts of each number that stands more than once."""
    order = np.argsort(copies, kind="stable")
    runs = np.split(order, np.flatnonzero(np.diff(copies[order])) + 1)
    return [run for run in runs if len(run) > 1]


def _share(truth: NDArray[np.float64], believed: NDArray[np.float64], unseen: NDArray[np.float64]) -> float:
    known = ~np.isnan(truth)
    misses = [
        np.where(known, (believed + share * (unseen - believed) - truth) ** 2, 0.0).sum(axis=1) for share in SHARES
    ]
    best = int(np.argmin([miss.sum() for miss in misses]))
    gain = misses[0] - misses[best]
    if gain.mean() <= SURE * gain.std() / np.sqrt(len(gain)):
        return 0.0
    n = len(truth)
    return float(min(SHARES[best], max(n - TOO_FEW, 0) / (n + CAUTION)))
