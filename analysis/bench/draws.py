"""The draws from a labelled set, which every contestant gets alike."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.bench.labelled_sets import SetWrong, Split


@dataclass(frozen=True, slots=True)
class Draw:
    """Some rows of one half of one set, in the order that the seed gave them."""

    set: str
    size: int | None
    seed: int
    texts: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def wanted(self) -> int:
        """How many labels are there."""
        return len(set(self.labels))

    def shared(self) -> NDArray[np.int64]:
        """Four fifths of the rows, by place: what a second fit gets. Same draw, same rows."""
        chance = np.random.default_rng([self.seed, 80])
        kept = chance.permutation(len(self.texts))[: round(0.8 * len(self.texts))]
        return np.sort(kept)


def split_of(text: str) -> Split:
    """The half that a text is in, for good, whatever stands beside it: by the SHA-256 of its UTF-8."""
    return "judge" if hashlib.sha256(text.encode()).digest()[0] % 2 else "tune"


def read_set(name: str, folder: Path, split: Split) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Texts and labels of one half, in the file's order. "N/A" and "None" are words like any others.

    Raises
    ------
    SetWrong
        The file is no CSV with the columns text and label, or this half of it is empty.
    """
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [(row["text"], row["label"]) for row in csv.DictReader(file)]
    except KeyError as missing:
        raise SetWrong(f"{path}: there is no column {missing}") from missing
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise SetWrong(f"{path}: cannot be read as CSV in UTF-8") from wrong
    chosen = [(text, label) for text, label in rows if split in ("all", split_of(text))]
    if not chosen:
        raise SetWrong(f"{path}: no rows in the half '{split}'")
    texts, labels = zip(*chosen, strict=True)
    return texts, labels


def draw(name: str, texts: Sequence[str], labels: Sequence[str], size: int | None, seed: int) -> Draw:
    """Rows by a seed; a smaller size is the beginning of a larger one. All of them where there are not so many."""
    places = np.random.default_rng(seed).permutation(len(texts))[:size].tolist()
    return Draw(name, size, seed, tuple(texts[one] for one in places), tuple(labels[one] for one in places))
