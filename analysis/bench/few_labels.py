"""What a few labels are worth: chosen by Heard, or by chance, and held against the rows that are left."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.bench.heard_standards import Remembered, heard, picked, vectors_for_all_folds
from analysis.bench.standard_figures import Mapped
from analysis.bench.standard_peers import SVC, Scores, svc_scores
from analysis.bench.standard_rows import Rows
from analysis.bench.standard_ways import HEARD, Told, Way, one_standard_each

COUNTS: Final[Sequence[int]] = (5, 10, 25, 50, 100)
PICKED: Final = "picked by Heard"
BY_CHANCE: Final = "by chance"
UNTAUGHT: Final = f"{HEARD}, no labels"


def few_labels(rows: Rows, pool: int, seed: int, told: Told, counts: Sequence[int] = COUNTS) -> Iterator[Mapped]:
    """A learning curve over one draw of the rows: each count of labels, and beside it no labels on the same rows."""
    draw = rows.take(np.sort(np.random.default_rng(seed).permutation(len(rows))[:pool]))
    vectors = vectors_for_all_folds()
    untaught = heard(draw, whole=True, vectors=vectors).scores
    chance = np.random.default_rng([seed, 1]).permutation(len(draw))
    chosen = np.array([], dtype=np.int64)
    for count in counts:
        told(f"{rows.set}: {count} labels, seed {seed}")
        chosen = np.concatenate([chosen, picked(draw, chosen, count - len(chosen), vectors=vectors)])
        yield from _held(draw, chosen, untaught, PICKED, seed, vectors)
        yield from _held(draw, chance[:count], untaught, BY_CHANCE, seed, vectors)


def _held(
    draw: Rows, labelled: NDArray[np.int64], untaught: Scores, how: str, seed: int, vectors: Remembered | None
) -> Iterator[Mapped]:
    """Each way that is taught these rows, on all the others."""
    taught, count = draw.take(labelled), len(labelled)
    places = np.setdiff1d(np.arange(len(draw)), labelled)
    rest = draw.take(places)
    began = time.perf_counter()
    ours = heard(draw, taught, whole=True, vectors=vectors).scores[places]
    seconds = time.perf_counter() - began
    for name, scores, wall in (
        (f"{HEARD}, {how}", ours, seconds),
        (f"{UNTAUGHT}, the rest of those {how}", untaught[places], 0.0),
        (f"{SVC}, {how}", svc_scores(taught.texts, taught.truth, rest.texts), 0.0),
    ):
        way = Way(name, scores, scores > 0, wall)
        yield one_standard_each(rest, way, f"{count} labels", labels=count, seed=seed)
