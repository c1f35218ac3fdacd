"""Who is near whom: the graph of nearest neighbours, and the map that it draws."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import eigsh
from sklearn.neighbors import NearestNeighbors

from analysis.meaning import unit
from analysis.vectors import Vectors

NEIGHBOURS = 10
FEWEST_NEIGHBOURS = 3
STEPS = 8
DIMENSIONS = 100
_ALONE = 1e-4  # so that a point without neighbours has a place
_ENOUGH = 1e-5  # how exactly the map is drawn


def neighbour_graph(vectors: Vectors) -> sparse.csr_matrix:
    """Join each vector to those most like it, by their cosine.

    Parameters
    ----------
    vectors : ndarray of shape (n, dimensions)
        Unit vectors.

    Returns
    -------
    csr_matrix of shape (n, n)
        Symmetric, with zeros on its diagonal; ten neighbours for each vector, fewer where there are few vectors.
    """
    if len(vectors) < 2:
        return sparse.csr_matrix((len(vectors), len(vectors)))
    several = max(FEWEST_NEIGHBOURS, min(NEIGHBOURS, len(vectors) // 15))
    several = min(several, len(vectors) - 1)
    search = NearestNeighbors(n_neighbors=several, metric="cosine", algorithm="brute").fit(vectors)
    apart = search.kneighbors_graph(mode="distance")  # without each vector itself
    apart.data = np.maximum(1.0 - apart.data, 0.0)
    return ((apart + apart.T) / 2).tocsr()


def neighbourhood_map(graph: sparse.csr_matrix, dimensions: int = DIMENSIONS) -> Vectors:
    """Place each vector so that those who share neighbours, and neighbours' neighbours, stand together.

    The diffusion map (Coifman and Lafon 2006) after eight steps of a walk on the graph, rows of length one (Ng, Jordan
    and Weiss 2002).

    Returns
    -------
    ndarray of shape (n, at most `dimensions`)
    """
    size = graph.shape[0]
    joined = graph + _ALONE * sparse.eye(size)
    scale = sparse.diags(1.0 / np.sqrt(np.asarray(joined.sum(axis=1)).ravel()))
    walk = scale @ joined @ scale
    wanted = min(dimensions, size - 2)
    if wanted < 1 or size < 12:  # too few for the method: solve all of it
        values, places = np.linalg.eigh(walk.toarray())
        values, places = values[-dimensions:], places[:, -dimensions:]
    else:
        start = np.random.default_rng(0).random(size)  # the method begins at chance: always at the same
        values, places = eigsh(walk, k=wanted, which="LA", v0=start, tol=_ENOUGH)
    return unit(places * np.maximum(values, 0.0) ** STEPS)


def modularity(graph: sparse.csr_matrix, labels: np.ndarray) -> float:
    """How much more is joined inside groups than chance would join (Newman 2006), at most 1."""
    between = links_between(graph, labels)
    total = between.sum()
    if not total:
        return 0.0
    return float(np.trace(between) / total - ((between.sum(axis=1) / total) ** 2).sum())


def links_between(graph: sparse.csr_matrix, labels: np.ndarray) -> Vectors:
    """The sum of links between each two groups, shape (groups, groups); inside a group on the diagonal."""
    rows = np.arange(len(labels))
    member = sparse.csr_matrix((np.ones(len(labels)), (rows, labels)), shape=(len(labels), int(labels.max()) + 1))
    return np.asarray((member.T @ graph @ member).todense())
