"""The fits of one contestant, in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.bench.contestants import Contestant
from analysis.bench.watching import watch

# Threads of one sum wait for each other in a loop, which costs every contestant more processor time than it saves.
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Task:
    """Texts to group, into `wanted` groups (None: as many as it chooses); `fits` are the rows of each fit, in order.

    `vectors` of shape (texts, dimensions), for a contestant that needs them.
    """

    texts: Sequence[str]
    wanted: int | None
    seed: int
    fits: Sequence[Sequence[int]]
    vectors: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """The group of each row and whether it is unclear there, how many groups, and seconds without imports."""

    groups: list[str] | list[int]
    unclear: list[bool]
    number: int
    wall_seconds: float
    cpu_seconds: float


def fit_in_a_process(contestant: Contestant, task: Task) -> tuple[list[Fit], float]:
    """Let a contestant make every fit of a task; with the most memory that its process had, in MiB.

    Raises
    ------
    ProcessFailed
    """
    asked = {
        "contestant": contestant.fit,
        "texts": task.texts,
        "wanted": task.wanted,
        "seed": task.seed,
        "fits": task.fits,
    }
    with TemporaryDirectory(prefix="heard-bench-") as name:
        folder = Path(name)
        (folder / "task.json").write_text(json.dumps(asked), encoding="utf-8")
        if task.vectors is not None:
            np.save(folder / "vectors.npy", task.vectors)
        # -P: the script's own folder is no place to import from
        script = files("analysis.bench") / "contestant.py"
        used = watch([contestant.python, "-P", str(script), folder], settings=ONE_THREAD)
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return [Fit(**one) for one in found], used.peak_mib
