"""How well two ways of grouping the same rows agree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.metrics.cluster import contingency_matrix

Groups = Sequence[str] | Sequence[int]


def adjusted_rand(one: Groups, other: Groups) -> float:
    """Pairs that both put together or apart, 0 by chance and 1 when alike (Hubert and Arabie 1985)."""
    return float(adjusted_rand_score(one, other))


def mutual_information(one: Groups, other: Groups) -> float:
    """What one says of the other, over the mean of what each says, 0 to 1 (Strehl and Ghosh 2002)."""
    return float(normalized_mutual_info_score(one, other))


def accuracy(labels: Groups, groups: Groups) -> float:
    """The share of rows in the group that stands for their label, each label with one group of its own at most.

    Groups are matched to labels so that the share is largest (Kuhn 1955).
    """
    shared = contingency_matrix(labels, groups)
    matched = linear_sum_assignment(shared, maximize=True)
    return float(shared[matched].sum() / np.sum(shared))
