"""Where a command writes: never over what it reads, and no two things in one place."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from analysis.reading import FileWrong


def not_over(file: Path, *outs: Path | None) -> None:
    """Refuse places to write to (None is no place) that are the file itself, or named twice.

    Raises
    ------
    FileWrong
    """
    for out in outs:
        if out is not None and out.resolve() == file.resolve():
            raise FileWrong(f"{out}: this is the file that is read; choose another name to write to")
    named = [out.resolve() for out in outs if out is not None]
    if len(set(named)) < len(named):
        raise FileWrong(f"{outs[0]}: this is written twice; give each of --out, --assignments and so on its own name")


def write_csv(path: Path, heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table. Raises FileWrong where it cannot be written."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows(rows)
    except OSError as error:
        raise FileWrong(f"{path}: cannot be written ({error.strerror}); choose another place with --out") from error
