"""Very many segments stand for each other in small clusters, so that ten times as many take ten times as long."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import KMeans

from analysis.vectors import Vectors

MOST_POINTS = 2_500
_ROUNDS = 2


def micro_clusters(vectors: Vectors, weights: Vectors, most: int = MOST_POINTS) -> np.ndarray:
    """The small cluster of each vector, from 0: each vector its own where there are no more than `most`.

    Parameters
    ----------
    vectors : ndarray of shape (n, dimensions)
        Unit vectors, in an order that says nothing of the rows they came from.
    weights : ndarray of shape (n,)
    """
    if len(vectors) <= most:
        return np.arange(len(vectors))
    start = vectors[np.linspace(0, len(vectors) - 1, most).astype(int)].astype(np.float32)
    clusters = KMeans(most, init=start, n_init=1, max_iter=_ROUNDS, tol=0, copy_x=False)
    labels = clusters.fit_predict(vectors.astype(np.float32), sample_weight=weights)
    return np.unique(labels, return_inverse=True)[1]  # some of them may have ended empty
