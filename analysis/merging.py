"""Groups merged step by step into fewer, so that levels stand one inside the other."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from analysis.neighbours import links_between
from analysis.vectors import Vectors

EVENLY = 0.3


def merged(graph: sparse.csr_matrix, labels: np.ndarray, size: int) -> np.ndarray:
    """Merge groups until `size` are left, always the two that are joined most for what they are joined to at all.

    Parameters
    ----------
    graph : csr_matrix of shape (n, n)
        Symmetric links.
    labels : ndarray of shape (n,)
        Groups from 0.
    size : int

    Returns
    -------
    ndarray of shape (n,)
        Labels from 0 to size - 1.

    Notes
    -----
    The links between two groups are weighed by what the normalised cut (Shi and Malik 2000) would lose without them,
    and by how many more they are than by chance, 0.7 to 0.3: the first alone lets a large theme take in small ones, the
    second alone never lets one theme be larger than the others, and what people say is not spread so evenly.
    """
    links = links_between(graph, labels)
    groups = [[one] for one in range(len(links))]
    while len(groups) > size:
        first, second = _nearest_two(links)
        groups[first] += groups.pop(second)
        links[first] += links[second]
        links[:, first] += links[:, second]
        links = np.delete(np.delete(links, second, axis=0), second, axis=1)
    renamed = np.zeros(int(labels.max()) + 1, dtype=np.int64)
    for label, group in enumerate(groups):
        renamed[group] = label
    return np.asarray(renamed[labels])


def _nearest_two(links: Vectors) -> tuple[int, int]:
    whole = np.maximum(links.sum(axis=1), 1e-12)
    cut = 1 / whole[:, None] + 1 / whole[None]
    chance = whole.sum() / np.outer(whole, whole)
    nearness = links * cut ** (1 - EVENLY) * chance**EVENLY
    nearness[np.tril_indices(len(links))] = -1.0
    first, second = np.unravel_index(int(nearness.round(12).argmax()), nearness.shape)
    return int(first), int(second)
