"""What unlabelled segments teach about the standards of one set, where a check says that they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

from analysis.text_kernel import Read, alike_in_all

FEWEST: Final = 100  # texts; of fewer there is nothing to learn how people speak
AGREED: Final = 1 / 3  # of all texts: the least that meaning and words must say alike
CLEAREST: Final = 0.6  # of those that they say alike of a standard
MOST: Final = 1500
PENALTY: Final = 1.0
HEAVIEST: Final = 5.0  # how much more a text of a rare standard counts than one of a common one
RECOGNISED: Final = 0.5  # share of the standards' own sentences that must be given to their standard


@dataclass(frozen=True, slots=True)
class SelfTaught:
    """What was taken from texts that nobody labelled: added to a prior as it stands, in its own scale."""

    rows: Read
    weights: NDArray[np.float64]
    scale: float

    def scores(self, read: Read) -> NDArray[np.float64]:
        return np.asarray(self.scale * (alike_in_all(read, self.rows) @ self.weights))


def teach_itself(
    texts: Read,
    prior: NDArray[np.float64],
    words: NDArray[np.float64],
    elsewhere: NDArray[np.float64],
    own: Read,
    standard_of: NDArray[np.intp],
) -> SelfTaught | None:
    """Learn from the texts of which two views, the prior and the words alone, say the same (Blum and Mitchell 1998).

    Parameters
    ----------
    texts : Read
        n texts, sorted.
    prior, words : ndarray of shape (n, standards)
        How strongly they speak to each standard of one set, by each view.
    elsewhere : ndarray of shape (n,)
        How much they are like what speaks to nothing.
    own : Read
        The standards' own sentences, which are not learned from, and `standard_of` each the place of its standard.

    Returns
    -------
    SelfTaught or None
        None where there are too few texts, where the views agree about too few, or where what would be learned does
        not recognise the standards' own sentences: it hurts where a standard is vague.
    """
    standards = prior.shape[1]
    if len(texts) < FEWEST or standards < 2:
        return None
    by_prior, by_words = prior.argmax(axis=1), words.argmax(axis=1)
    agreed = (by_prior == by_words) & (words.max(axis=1) > 0) & (prior.max(axis=1) > elsewhere)
    if agreed.mean() < AGREED:
        return None
    rows = _clearest(prior, np.where(agreed, by_prior, -1))
    said = by_prior[rows]
    counts = np.bincount(said, minlength=standards)
    if np.count_nonzero(counts) < 2:
        return None
    taken = texts.take(rows)
    weight = np.clip(len(rows) / standards / np.maximum(counts, 1), 1 / HEAVIEST, HEAVIEST)[said]
    truth = (said[:, None] == np.arange(standards)) - 1 / standards
    alike = alike_in_all(taken, taken).astype(np.float64)
    weights = linalg.solve(alike + PENALTY * np.diag(1 / weight), truth, assume_a="pos")
    recognised = (alike_in_all(own, taken) @ weights).argmax(axis=1) == standard_of
    each = [recognised[standard_of == place].mean() for place in np.unique(standard_of)]
    if np.mean(each) < RECOGNISED:
        return None
    learned = alike_in_all(texts, taken) @ weights
    return SelfTaught(taken, weights, float(prior.std() / max(learned.std(), 1e-9)))


def _clearest(prior: NDArray[np.float64], agreed: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of each standard the texts with the greatest lead, as many of one as of another at most."""
    ranked = np.sort(prior, axis=1)
    lead = ranked[:, -1] - ranked[:, -2]
    standards = prior.shape[1]
    rows: list[int] = []
    for place in range(standards):
        of_it = np.flatnonzero(agreed == place)
        kept = min(max(3, int(CLEAREST * len(of_it))), MOST // standards)
        rows += of_it[np.argsort(-lead[of_it], kind="stable")[:kept]].tolist()
    return np.array(sorted(rows), dtype=np.intp)
