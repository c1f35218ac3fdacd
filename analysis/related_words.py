"""Which standards of different sets are alike in their words: a suggestion, for a person to confirm or refuse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.concepts import load_concepts
from analysis.cues import WordReader
from analysis.likeness import Likeness
from analysis.related import RelatedStandards, set_of
from analysis.sentences import SentenceVectors
from analysis.strategy import Standard, Strategy

# Among the standards that come with Heard, each of the 20 that were modelled on another is nearest to that one in its
# set, at .53 or more; of 133 pairs of Barnsley's, Durham's and Rotherham's first sets one in twenty reaches this.
ALIKE = 0.48
ALIKE_IN_WORDS = 0.12  # the same of stems, where the sentence model is not installed: 18 of the 20 reach it


def related_by_words(strategies: Sequence[Strategy]) -> tuple[RelatedStandards, ...]:
    """Pairs of standards of different sets whose names, descriptions and words are alike.

    Parameters
    ----------
    strategies : sequence of Strategy
        Narrowed to the sets that are read against.

    Returns
    -------
    tuple of RelatedStandards
        In the order of the standards. `likeness` is the cosine of their sentence vectors (Reimers and Gurevych 2019),
        or of their stems where there is no model, 0 to 1.
    """
    standards = [standard for strategy in strategies for standard in strategy.standards]
    if len({set_of(one.id) for one in standards}) < 2:
        return ()
    alike, enough = likeness(standards)
    return tuple(
        RelatedStandards(one.id, other.id, round(float(alike[place, place + 1 + after]), 3))
        for place, one in enumerate(standards)
        for after, other in enumerate(standards[place + 1 :])
        if set_of(one.id) != set_of(other.id) and alike[place, place + 1 + after] >= enough
    )


def likeness(standards: Sequence[Standard]) -> tuple[NDArray[np.floating], float]:
    """Cosines of shape (standards, standards), and from where on two are alike."""
    texts = [f"{one.name}. {one.description} {one.easy_read} {', '.join(one.keywords)}" for one in standards]
    if SentenceVectors.available():
        vectors = SentenceVectors(n_jobs=1).transform(texts)
        return vectors @ vectors.T, ALIKE
    return Likeness(standards, (), WordReader(load_concepts().spellings)).of(texts), ALIKE_IN_WORDS
