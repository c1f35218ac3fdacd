"""Comments and the standards that a person said each speaks to."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.bench.draws import split_of
from analysis.bench.labelled_sets import SetWrong, Split
from analysis.bench.standard_sets import LabelledStandards
from analysis.copies import copy_numbers

Truth = NDArray[np.bool_]  # shape (rows, standards)


@dataclass(frozen=True, slots=True)
class Rows:
    """Comments in the file's order, what was asked and of which service, and whether each speaks to each standard.

    `groups` has one number for all the copies of a text, capitals and marks aside; `passed_over` counts rows whose
    labels were all left out.
    """

    set: str
    labelled: LabelledStandards
    texts: tuple[str, ...]
    services: tuple[str, ...]
    questions: tuple[str, ...]
    truth: Truth
    groups: NDArray[np.int64]
    passed_over: int = 0

    def __len__(self) -> int:
        return len(self.texts)

    def take(self, places: Sequence[int] | NDArray[np.int64]) -> Rows:
        """Some of the rows, in the order of their places."""
        chosen = [int(place) for place in places]
        return replace(
            self,
            texts=tuple(self.texts[one] for one in chosen),
            services=tuple(self.services[one] for one in chosen),
            questions=tuple(self.questions[one] for one in chosen),
            truth=self.truth[chosen],
            groups=self.groups[chosen],
        )


def one_label_rows(folder: Path, name: str, labelled: LabelledStandards, split: Split) -> Rows:
    """Rows of one half with one label each (`label`); those whose label is left out are passed over.

    Raises
    ------
    SetWrong
        The file cannot be read, lacks a column, has no such rows, or has a label that nobody described.
    """
    every = read_lines(folder, name, ("text", "label"))
    there = {line["label"] for line in every}
    narrowed = replace(
        labelled.only([label for label in labelled.columns if label in there]), left_out=labelled.left_out
    )
    lines = [line for line in every if split in ("all", split_of(line["text"]))]
    return rows_of(name, lines, narrowed, [(line["label"],) for line in lines])


def frequent_label_rows(folder: Path, name: str, labelled: LabelledStandards, least: int) -> Rows:
    """All rows with several labels each (`labels`, parted by a bar), of the labels that so many rows have.

    Raises
    ------
    SetWrong
        As above.
    """
    lines = read_lines(folder, name, ("text", "labels", "service", "question"))
    given = [tuple(line["labels"].split("|")) for line in lines]
    counts = Counter(label for labels in given for label in set(labels))
    frequent = sorted(label for label in counts if counts[label] >= least)
    kept = [tuple(label for label in labels if counts[label] >= least) for labels in given]
    return rows_of(name, lines, labelled.only(frequent), kept)


def rows_of(
    name: str,
    lines: Sequence[Mapping[str, str]],
    labelled: LabelledStandards,
    given: Sequence[Sequence[str]],
    services: Mapping[str, str] | None = None,
) -> Rows:
    """Rows of lines and their labels. A line with labels of which none is described is passed over.

    Raises
    ------
    SetWrong
        A label is neither described nor left out, or no row is left.
    """
    known = labelled.columns.keys() | set(labelled.left_out)
    if unknown := sorted({label for labels in given for label in labels} - known):
        raise SetWrong(f"{name}: nobody has described the label {unknown[0]!r}; it is none of the set's own")
    kept = [
        place for place, labels in enumerate(given) if not labels or any(label in labelled.columns for label in labels)
    ]
    if not kept:
        raise SetWrong(f"{name}: no row with a label that is described")
    truth = np.zeros((len(kept), len(labelled.standards)), dtype=bool)
    for row, place in enumerate(kept):
        truth[row, [labelled.columns[label] for label in given[place] if label in labelled.columns]] = True
    texts = tuple(lines[place]["text"] for place in kept)
    known_services = services or {}
    return Rows(
        name,
        labelled,
        texts,
        tuple(
            known_services.get(lines[place].get("survey", ""), "") or lines[place].get("service", "") for place in kept
        ),
        tuple(" ".join(lines[place].get("question", "").split()) for place in kept),
        truth,
        np.array(copy_numbers(texts), dtype=np.int64),
        len(lines) - len(kept),
    )


def read_lines(folder: Path, name: str, needed: Sequence[str]) -> list[dict[str, str]]:
    """The lines of a set's file. "N/A" and "None" are words like any others.

    Raises
    ------
    SetWrong
        The file cannot be read as CSV in UTF-8, or lacks one of the columns.
    """
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file, restval=""))
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise SetWrong(f"{path}: cannot be read as CSV in UTF-8") from wrong
    missing = [column for column in needed if not lines or column not in lines[0]]
    if missing:
        raise SetWrong(f"{path}: needs rows, and the column {missing[0]!r}")
    return lines
