"""Sentence vectors for the contestants that cannot make them, and what making them took."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.sentences import SentenceVectors


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentence vectors by text, and the seconds of processor time that one text took."""

    rows: dict[str, NDArray[np.float32]]
    seconds_a_text: float

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.rows[text] for text in texts])


def encode(texts: Iterable[str]) -> Encoded:
    """Encode each distinct text once, in this process, so that its time can be read."""
    distinct = sorted(set(texts))
    before = os.times()
    vectors = SentenceVectors(n_jobs=1).fit_transform(distinct)
    after = os.times()
    spent = after.user + after.system - before.user - before.system
    return Encoded(dict(zip(distinct, vectors, strict=True)), spent / len(distinct))
