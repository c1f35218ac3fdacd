"""The sets of comments that people have sorted by hand, and which of them a folder has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from analysis.errors import AnalysisError

Split = Literal["tune", "judge", "all"]


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """One set: its file in the folder is `name`.csv with the columns text and label. `goal` is an ARI to reach."""

    name: str
    goal: float


SETS: Final[Sequence[LabelledSet]] = (
    LabelledSet("student_feedback_4w", 0.70),
    LabelledSet("polis_civic", 0.33),
    LabelledSet("nhs_fft_v6_single", 0.20),
    LabelledSet("nhsx_strategy", 0.14),
    LabelledSet("sttm_stackoverflow", 0.68),
    LabelledSet("banking77", 0.58),
)


class SetWrong(AnalysisError):
    """A labelled set is not there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Names of sets, in the order of `SETS`."""

    there: tuple[str, ...]
    absent: tuple[str, ...]


def choose_sets(folder: Path, names: Sequence[str] | None) -> Chosen:
    """The sets of these names (None for all of them) whose file is there, and those whose file is not.

    Raises
    ------
    SetWrong
        No set has such a name, or none of them is there.
    """
    known = [one.name for one in SETS]
    unknown = sorted(set(names or ()) - set(known))
    if unknown:
        raise SetWrong(f"{', '.join(unknown)}: no such set; they are {', '.join(known)}")
    chosen = [name for name in known if names is None or name in names]
    there = tuple(name for name in chosen if (folder / f"{name}.csv").is_file())
    if not there:
        raise SetWrong(f"{folder}: none of {', '.join(f'{name}.csv' for name in chosen)} is here")
    return Chosen(there, tuple(name for name in chosen if name not in there))
