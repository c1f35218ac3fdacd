"""What several coders said, from a CSV or Excel file with a row for each label that each gave to each comment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.agreement import Coding
from analysis.coded_file import NONE
from analysis.reading import FileWrong, Row, read_table


@dataclass(frozen=True, slots=True)
class CoderColumns:
    """Which columns hold what. Several labels stand in rows of their own, or in one cell, parted by `parted_by`."""

    unit: str = "unit"
    coder: str = "coder"
    label: str = "label"
    parted_by: str = ";"


def read_codings(path: Path, columns: CoderColumns) -> tuple[Coding, ...]:
    """Read every row. An empty label, or "none", says that the coder looked and chose none; no row: they did not look.

    Raises
    ------
    FileWrong
        As in `read_voices`, or a row has no unit or no coder, or one coder gives a comment a label and none.
    """
    said: dict[tuple[str, str], set[str]] = {}
    none: dict[tuple[str, str], int] = {}
    rows = read_table(path, (columns.unit, columns.coder, columns.label))
    for number, row in enumerate(rows, start=1):
        key = row[columns.unit].strip(), row[columns.coder].strip()
        if not all(key):
            raise FileWrong(f"{path}: row {number} has no {columns.coder if key[0] else columns.unit!r}; fill it in")
        labels = _labels(row, columns)
        said.setdefault(key, set()).update(labels)
        if not labels:
            none[key] = number
    for key, number in none.items():
        if said[key]:
            raise FileWrong(
                f"{path}: row {number} says none of the labels, and another row of the same comment and coder gives "
                "one; take one of them out"
            )
    return tuple(Coding(unit, coder, frozenset(labels)) for (unit, coder), labels in said.items())


def _labels(row: Row, columns: CoderColumns) -> list[str]:
    parts = (part.strip() for part in row[columns.label].split(columns.parted_by))
    return [part for part in parts if part and part.casefold() not in NONE]
