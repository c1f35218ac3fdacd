"""Heard and its peers on the same draws of comments that people have sorted by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analysis.bench.contest import Measured, compete
from analysis.bench.contestants import contestants
from analysis.bench.draws import draw, read_set
from analysis.bench.encoding import encode
from analysis.bench.goals import Goal, goals
from analysis.bench.labelled_sets import Split
from analysis.sentences import SentenceVectors

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be run. A size of None is all rows; `python` is the peer's, None to leave it out."""

    data: Path
    sets: Sequence[str]
    sizes: Sequence[int | None]
    seeds: int
    split: Split
    python: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that was measured, and what became of the goals."""

    asked: Asked
    measured: tuple[Measured, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(goals(self.measured))

    def as_values(self) -> dict[str, Any]:
        return {
            "split": self.asked.split,
            "seeds": self.asked.seeds,
            "vectors": SentenceVectors.version() if SentenceVectors.available() else "none",
            "measured": [one.as_row() for one in self.measured],
            "goals": [{"words": goal.words, "reached": goal.reached} for goal in self.goals],
        }

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(self.as_values(), indent=1) + "\n", encoding="utf-8")


def run(asked: Asked, told: Told) -> Iterator[Result]:
    """One result after each set, which holds the sets before it too. `told` hears what is under way."""
    measured: list[Measured] = []
    for name in asked.sets:
        texts, labels = read_set(name, asked.data, asked.split)
        draws = [draw(name, texts, labels, size, seed) for size in asked.sizes for seed in range(asked.seeds)]
        if asked.python:
            told(f"{name}: sentence vectors")
        encoded = encode(text for one in draws for text in one.texts) if asked.python else None
        whole: dict[tuple[int, str], Measured] = {}  # sizes beyond the set are all the set, and are run once
        for one in draws:
            for contestant in contestants(asked.python):
                known = whole.get((one.seed, contestant.name))
                if not known:
                    told(f"{name}, {len(one.texts):,} of {len(texts):,}, seed {one.seed}: {contestant.name}")
                found = replace(known, size=one.size) if known else compete(contestant, one, encoded)
                measured.append(found)
                if len(one.texts) == len(texts):
                    whole[one.seed, contestant.name] = found
        yield Result(asked, tuple(measured))
