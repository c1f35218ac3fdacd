"""How long many comments take and how much memory: beside the peer, and from reading to pack."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.bench.contestants import FINDER, HEARD, PEER, Contestant, peers
from analysis.bench.encoding import encode
from analysis.bench.fits import Task, fit_in_a_process
from analysis.bench.goals import Goal
from analysis.bench.made_up import made_up, write_made_up
from analysis.bench.watching import watch

Told = Callable[[str], None]

BESIDE: Final = 5_000
WHOLE: Final = (10_000, 100_000)
PACK: Final = "heard analyse"
FASTER, TIMES, MOST_MIB = 5, 13, 2_048
SECONDS: Final = {10_000: 60, 100_000: 480}


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds and MiB of what `what` names, over so many comments."""

    what: str
    comments: int
    wall_seconds: float
    cpu_seconds: float
    peak_mib: float

    @property
    def words(self) -> str:
        figures = f"{self.wall_seconds:9.1f} s {self.cpu_seconds:9.1f} s CPU {self.peak_mib:8.0f} MiB"
        return f"{self.what:<15} {self.comments:>9,} comments {figures}"


def run_speed(
    data: Path, python: str | None, told: Told, *, beside: int = BESIDE, whole: Sequence[int] = WHOLE
) -> Iterator[Timed]:
    """Themes of some comments by Heard from their words, and by Heard's finder and the peer (by its Python, None to
    leave it out) from the same vectors; then whole analyses.

    Raises
    ------
    SetWrong, ProcessFailed
    """
    texts = tuple(made_up(data, beside))
    told(f"sentence vectors, {beside:,} comments")
    encoded = encode(texts)
    for contestant in (HEARD, FINDER, *(peers(python)[:1] if python else ())):
        told(f"{contestant.name}, {beside:,} comments")
        yield _fitted(contestant, texts, encoded.of(texts) if contestant.needs_vectors else None)
    for rows in whole:
        told(f"{PACK}, {rows:,} comments")
        yield _analysed(data, rows)


def speed_goals(timed: Sequence[Timed]) -> Iterator[Goal]:
    """What it may take, and whether it does."""
    alone = {one.what: one.cpu_seconds for one in timed if one.what != PACK}
    if PEER in alone:
        times = alone[PEER] / alone[FINDER.name]
        words = f"{FASTER} times faster than BERTopic on the same vectors: {times:.1f} times"
        yield Goal(words, times >= FASTER)
    packs = [one for one in timed if one.what == PACK]
    for one in packs:
        most = SECONDS.get(one.comments)
        if most:
            words = f"{one.comments:,} comments to a pack in {most} s: {one.wall_seconds:.0f} s"
            yield Goal(words, one.wall_seconds <= most)
        yield Goal(f"under {MOST_MIB:,} MiB: {one.peak_mib:,.0f}", one.peak_mib < MOST_MIB)
    for few, many in pairwise(packs):
        times = many.cpu_seconds / few.cpu_seconds
        yield Goal(
            f"{many.comments / few.comments:.0f} times the comments, at most {TIMES} times the CPU: {times:.1f} times",
            times <= TIMES,
        )


def write_speed(timed: Sequence[Timed], path: Path) -> None:
    path.write_text(json.dumps([asdict(one) for one in timed], indent=1) + "\n", encoding="utf-8")


def _fitted(contestant: Contestant, texts: Sequence[str], vectors: NDArray[np.float32] | None) -> Timed:
    (fit,), peak = fit_in_a_process(contestant, Task(texts, None, 0, [list(range(len(texts)))], vectors))
    return Timed(contestant.name, len(texts), fit.wall_seconds, fit.cpu_seconds, peak)


def _analysed(data: Path, rows: int) -> Timed:
    """`heard analyse` as anybody runs it: a file in, an evidence pack out, everything counted."""
    heard = Path(sys.executable).with_name("heard")
    with TemporaryDirectory(prefix="heard-bench-") as name:
        file = Path(name) / "comments.csv"
        write_made_up(file, data, rows)
        used = watch([heard, "analyse", file, "--text-column", "text", "--out", Path(name) / "out.pack.db"])
    return Timed(PACK, rows, used.wall_seconds, used.cpu_seconds, used.peak_mib)
