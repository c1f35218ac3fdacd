"""The contestants, and what one of them makes of one draw."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from analysis.bench.agreement import accuracy, adjusted_rand, mutual_information
from analysis.bench.draws import Draw
from analysis.bench.watching import watch

ORDERED: Final = 300  # the size at which a second order of the rows is tried


@dataclass(frozen=True, slots=True)
class Contestant:
    """`told` is whether it is told how many labels there are; `fit` is its name in the script `contestant.py`."""

    name: str
    fit: str
    told: bool
    python: str = sys.executable
    needs_vectors: bool = False


HEARD: Final = Contestant("Heard", "heard", told=False)
HEARD_TOLD: Final = Contestant("Heard, nearest number", "heard", told=True)
FACTORS: Final = Contestant("TF-IDF + NMF, true number", "factors", told=True)
MEANS: Final = Contestant("TF-IDF + KMeans, true number", "means", told=True)
PEER, PEER_TOLD = "BERTopic", "BERTopic, true number"


def peers(python: str) -> tuple[Contestant, Contestant]:
    """BERTopic by the Python that has it: with its defaults, and told the number and left without outliers."""
    return (
        Contestant(PEER, "bertopic", told=False, python=python, needs_vectors=True),
        Contestant(PEER_TOLD, "bertopic", told=True, python=python, needs_vectors=True),
    )


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentence vectors by text, and the seconds of processor time that one text took."""

    rows: dict[str, NDArray[np.float32]]
    seconds_a_text: float

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.rows[text] for text in texts])


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
    found, peak = _run(contestant, draw, fits, vectors)
    first, second = found[0], found[1]
    encoding = encoded.seconds_a_text * len(draw.texts) if encoded and contestant.needs_vectors else 0.0
    return Measured(
        set=draw.set,
        size=draw.size,
        rows=len(draw.texts),
        labels=draw.wanted,
        seed=draw.seed,
        contestant=contestant.name,
        nmi=round(mutual_information(draw.labels, first["groups"]), 4),
        ari=round(adjusted_rand(draw.labels, first["groups"]), 4),
        accuracy=round(accuracy(draw.labels, first["groups"]), 4),
        number=first["number"],
        unclear=round(float(np.mean(first["unclear"])), 4),
        steadiness=round(adjusted_rand([first["groups"][row] for row in shared], second["groups"]), 4),
        same_in_two_orders=_same(first["groups"], found[2]["groups"][::-1]) if len(found) > 2 else None,
        cpu_seconds=round(first["cpu_seconds"] + encoding, 2),
        wall_seconds=round(first["wall_seconds"], 2),
        peak_mib=round(peak, 1),
    )


def _run(
    contestant: Contestant, draw: Draw, fits: Sequence[Sequence[int]], vectors: NDArray[np.float32] | None
) -> tuple[list[dict[str, Any]], float]:
    task = {
        "contestant": contestant.fit,
        "texts": draw.texts,
        "wanted": draw.wanted if contestant.told else None,
        "seed": draw.seed,
        "fits": fits,
    }
    with TemporaryDirectory(prefix="heard-bench-") as name:
        folder = Path(name)
        (folder / "task.json").write_text(json.dumps(task), encoding="utf-8")
        if vectors is not None:
            np.save(folder / "vectors.npy", vectors)
        # -P: the script's own folder is no place to import from
        used = watch([contestant.python, "-P", str(files("analysis.bench") / "contestant.py"), folder])
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return found, used.peak_mib


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether the groups are the same, whatever they are called."""
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


def contestants(python: str | None) -> Iterator[Contestant]:
    """All of them in the order of the table; `python` is the peer's, None to leave it out."""
    peer = peers(python) if python else ()
    yield from (HEARD, *peer[:1], HEARD_TOLD, *peer[1:], FACTORS, MEANS)
