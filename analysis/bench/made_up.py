"""Comments of one length made out of real ones, as many as are asked for."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

from analysis.bench.draws import read_set
from analysis.bench.labelled_sets import choose_sets

WORDS: Final = 20
_SETS: Final = ("student_feedback_4w", "polis_civic", "nhs_fft_v6_single", "nhsx_strategy")  # comments, not requests


def made_up(folder: Path, rows: int, seed: int = 0) -> Iterator[str]:
    """Comments of 20 words: what people said under one label, one after the other. Same folder and seed, same words.

    Raises
    ------
    SetWrong
        No set of comments is in the folder.
    """
    said = list(_by_label(folder).values())
    sizes = [len(texts) for texts in said]
    chance = Random(seed)
    for _ in range(rows):
        (texts,) = chance.choices(said, sizes)
        words: list[str] = []
        while len(words) < WORDS:
            words += chance.choice(texts).split()
        yield " ".join(words[:WORDS])


def write_made_up(path: Path, folder: Path, rows: int) -> None:
    """A CSV with the column text."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text"])
        writer.writerows([text] for text in made_up(folder, rows))


def _by_label(folder: Path) -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in choose_sets(folder, _SETS).there:
        for text, label in zip(*read_set(name, folder, "all"), strict=True):
            if text.split():
                found[name, label].append(text)
    return found
