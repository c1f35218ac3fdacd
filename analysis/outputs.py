"""Where a command writes: never over what it reads, and no two things in one place."""

from __future__ import annotations

from pathlib import Path

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
