"""What one contestant makes of one draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from analysis.bench.agreement import accuracy, adjusted_rand, mutual_information
from analysis.bench.contestants import Contestant
from analysis.bench.draws import Draw
from analysis.bench.encoding import Encoded
from analysis.bench.fits import Task, fit_in_a_process

ORDERED: Final = 300  # the size at which a second order of the rows is tried


@dataclass(frozen=True, slots=True)
class Measured:
    """One contestant on one draw. `size` is what was asked for (None for all), `rows` what there was.

    `steadiness` is the ARI with its own second fit, on four fifths of the rows; `same_in_two_orders` is whether the
    rows in reverse gave the same groups, None where that was not tried.
    """

    set: str
    size: int | None
    rows: int
    labels: int
    seed: int
    contestant: str
    nmi: float
    ari: float
    accuracy: float
    number: int
    unclear: float
    steadiness: float
    same_in_two_orders: bool | None
    cpu_seconds: float
    wall_seconds: float
    peak_mib: float

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


def compete(contestant: Contestant, draw: Draw, encoded: Encoded | None) -> Measured:
    """Let it group the draw, then four fifths of it, then (at one size) the draw in reverse.

    Raises
    ------
    ProcessFailed
    """
    everything, shared = list(range(len(draw.texts))), draw.shared().tolist()
    fits = [everything, shared, *([everything[::-1]] if draw.size == ORDERED else [])]
    vectors = encoded.of(draw.texts) if encoded and contestant.needs_vectors else None
    wanted = draw.wanted if contestant.told else None
    found, peak = fit_in_a_process(contestant, Task(draw.texts, wanted, draw.seed, fits, vectors))
    first, second = found[0], found[1]
    encoding = encoded.seconds_a_text * len(draw.texts) if encoded and contestant.needs_vectors else 0.0
    return Measured(
        set=draw.set,
        size=draw.size,
        rows=len(draw.texts),
        labels=draw.wanted,
        seed=draw.seed,
        contestant=contestant.name,
        nmi=round(mutual_information(draw.labels, first.groups), 4),
        ari=round(adjusted_rand(draw.labels, first.groups), 4),
        accuracy=round(accuracy(draw.labels, first.groups), 4),
        number=first.number,
        unclear=round(float(np.mean(first.unclear)), 4),
        steadiness=round(adjusted_rand([first.groups[row] for row in shared], second.groups), 4),
        same_in_two_orders=_same(first.groups, found[2].groups[::-1]) if len(found) > 2 else None,
        cpu_seconds=round(first.cpu_seconds + encoding, 2),
        wall_seconds=round(first.wall_seconds, 2),
        peak_mib=round(peak, 1),
    )


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether the groups are the same, whatever they are called."""
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))
