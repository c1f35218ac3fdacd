"""How steady a theme is: whether it is found again when a fifth of the segments are not there."""

from __future__ import annotations

import numpy as np
from sklearn.base import clone

from analysis.cut import NO_THEME, Labels
from analysis.points import Sets
from analysis.themes import ThemeFinder
from analysis.vectors import Vectors

DRAWS = 8
SHARE = 0.8
MOST = 1_500  # segments in a draw: more would tell the same and take longer


def steadiness(finder: ThemeFinder, vectors: Vectors, people: Sets, words: Sets, draws: int = DRAWS) -> Vectors:
    """The mean Jaccard likeness of each theme to the theme most like it in several smaller draws.

    Parameters
    ----------
    finder : ThemeFinder
        Fitted on all of the segments.
    vectors, people, words
        What it was fitted on.
    draws : int

    Returns
    -------
    ndarray of shape (themes,)
        From 0 to 1, for each theme of the level that is read; 0 for one that stands in no draw.

    Notes
    -----
    Hennig (2007), by draws without putting back: 80 % of the segments, the same number of themes, merged from as many
    finer groups: another choice of that number would be another way, not another draw.
    """
    way = {"themes": finder.read_.size, "merged_from": finder.merged_from_}
    size = min(round(SHARE * len(vectors)), MOST)
    found: list[list[float]] = [[] for _ in range(finder.read_.size)]
    for draw in range(draws):
        chance = np.random.default_rng([finder.random_state, draw])
        kept = np.sort(chance.permutation(len(vectors))[:size])
        again = clone(finder).set_params(**way)
        again.fit(vectors[kept], people=[people[one] for one in kept], words=[words[one] for one in kept])
        before, after = finder.read_.nearest[kept], again.read_.nearest
        for theme, likenesses in enumerate(found):
            if (before == theme).any():
                likenesses.append(_likest(before == theme, after))
    return np.array([np.mean(likenesses) if likenesses else 0.0 for likenesses in found])


def _likest(members: np.ndarray, labels: Labels) -> float:
    others = np.unique(labels[members & (labels != NO_THEME)])
    return max(
        (float((members & (labels == one)).sum() / (members | (labels == one)).sum()) for one in others), default=0.0
    )
