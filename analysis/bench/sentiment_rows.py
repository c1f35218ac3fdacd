"""The comments whose sentiment people have labelled, read as three classes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from analysis.bench.labelled_sets import SetWrong
from analysis.sentiment import ThreeClasses

SETS: Final = ("nhs_fft_v6_single", "nhs_fft_v6_multi")
CLASSES: Final[Sequence[ThreeClasses]] = ("negative", "neutral", "positive")
_NEEDED: Final = frozenset({"text", "sentiment", "question"})
# the set's own scale is 1 (very positive) to 5 (very negative)
_CLASS_OF: Final[Mapping[float, ThreeClasses]] = {
    1.0: "positive",
    2.0: "positive",
    3.0: "neutral",
    4.0: "negative",
    5.0: "negative",
}


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """One comment, the question as it stood above it, and its class. `tuned` is True in the half rules were made on."""

    words: str
    question: str
    feels: ThreeClasses
    tuned: bool


def choose(folder: Path, names: Sequence[str]) -> tuple[str, ...]:
    """The sets of these names, or all that the folder has.

    Raises
    ------
    SetWrong
        No set has such a name, or none is there.
    """
    if unknown := sorted(set(names) - set(SETS)):
        raise SetWrong(f"{unknown[0]}: no such set; they are {', '.join(SETS)}")
    there = tuple(name for name in SETS if name in names or (not names and (folder / f"{name}.csv").is_file()))
    if not there:
        raise SetWrong(f"{folder}: neither {' nor '.join(f'{name}.csv' for name in SETS)} is here")
    return there


def labelled_rows(folder: Path, name: str) -> tuple[LabelledRow, ...]:
    """Read a set; a row without a label is left out.

    Raises
    ------
    SetWrong
        The file is not there, or lacks a column, or a label is none.
    """
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
    except OSError as error:
        raise SetWrong(f"{path}: cannot be read ({error.strerror})") from error
    if not lines or not lines[0].keys() >= _NEEDED:
        raise SetWrong(f"{path}: needs rows, and the columns {', '.join(sorted(_NEEDED))}")
    return tuple(_row(path, line) for line in lines if line["sentiment"].strip())


def _row(path: Path, line: Mapping[str, str]) -> LabelledRow:
    try:
        feels = _CLASS_OF[float(line["sentiment"])]
    except (KeyError, ValueError) as error:
        raise SetWrong(f"{path}: {line['sentiment']!r} is no sentiment; they are 1 (best) to 5") from error
    return LabelledRow(line["text"], " ".join(line["question"].split()), feels, _is_tuned(line["text"]))


def _is_tuned(words: str) -> bool:
    """The half by which the rules were made: capitals and spaces aside, so that copies stay together."""
    return hashlib.sha256(" ".join(words.casefold().split()).encode()).digest()[0] % 2 == 0
