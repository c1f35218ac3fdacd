"""Points sorted into so many groups by k-means."""

from __future__ import annotations

import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

from analysis.cut import Labels
from analysis.vectors import Vectors


def clustered(vectors: Vectors, size: int, weights: Vectors, random_state: int, *, starts: int = 3) -> Labels:
    """Labels from 0, of the best of several starts; of fewer groups where there are not so many distinct points.

    Parameters
    ----------
    vectors : ndarray of shape (n, dimensions)
    size : int
        At most n.
    weights : ndarray of shape (n,)
    random_state : int
    starts : int
    """
    means = KMeans(size, n_init=starts, random_state=random_state % 2**32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # fewer distinct points than groups
        labels: Labels = means.fit_predict(vectors, sample_weight=weights).astype(np.int64)
    return np.unique(labels, return_inverse=True)[1]
