"""A council's own coded comments: a CSV or Excel file whose rows somebody has given labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from analysis.reading import FileWrong, read_table

Blank = Literal["not coded", "none"]

YES: Final = frozenset({"1", "1.0", "x", "y", "yes", "true", "✓", "✔"})
NO: Final = frozenset({"", "0", "0.0", "n", "no", "false", "-"})
NONE: Final = frozenset({"none", "no theme", "no standard", "none of these"})
_ROWS_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class Coding:
    """Where the labels stand: in one column, parted by `parted_by`, or each in a column of its own (yes or no).

    `blank` says what a row without any label means. A row that says "none" is coded as none.
    """

    text: str
    labels: str = ""
    columns: tuple[str, ...] = ()
    parted_by: str = ";"
    blank: Blank = "not coded"
    question: str = ""
    service: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Every column that the file must have."""
        every = (self.text, self.labels, *self.columns, self.question, self.service)
        return tuple(dict.fromkeys(column for column in every if column))


@dataclass(frozen=True, slots=True)
class CodedComment:
    """One row that was coded: its number from 1, headings not counted, the words as they came in, and its labels.

    `question` and `service` are what it answers and what it is about, where columns say so.
    """

    row: int
    words: str
    labels: tuple[str, ...]
    question: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class CodedFile:
    """The rows that can be learnt from, and the numbers of those that have no words or no coding."""

    comments: tuple[CodedComment, ...]
    without_words: tuple[int, ...]
    not_coded: tuple[int, ...]


def read_coded(path: Path, coding: Coding) -> CodedFile:
    """Read every row: each is a comment, or is counted among those that cannot be learnt from.

    Raises
    ------
    FileWrong
        As in `read_voices`, or a column of yes and no holds another word, or no row is coded.
    """
    rows = read_table(path, coding.named)
    comments, without_words, not_coded = [], [], []
    for number, row in enumerate(rows, start=1):
        labels = tuple(dict.fromkeys(_labels(path, number, row, coding)))
        if not row[coding.text].strip():
            without_words.append(number)
        elif not labels and coding.blank == "not coded" and not _says_none(row, coding):
            not_coded.append(number)
        else:
            about = (row[column].strip() if column else "" for column in (coding.question, coding.service))
            comments.append(CodedComment(number, row[coding.text], labels, *about))
    if not comments:
        raise FileWrong(f"{path}: no row has both words and a label; choose other columns, or say --blank none")
    return CodedFile(tuple(comments), tuple(without_words), tuple(not_coded))


def in_rows(numbers: Sequence[int]) -> str:
    """The first few row numbers, in words."""
    shown = ", ".join(str(number) for number in numbers[:_ROWS_TOLD])
    more = f" and {len(numbers) - _ROWS_TOLD} more" if len(numbers) > _ROWS_TOLD else ""
    return f"row{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _labels(path: Path, number: int, row: Mapping[str, str], coding: Coding) -> Iterator[str]:
    if coding.labels:
        parts = (part.strip() for part in row[coding.labels].split(coding.parted_by))
        yield from (part for part in parts if part and part.casefold() not in NONE)
        return
    for column in coding.columns:
        word = row[column].strip().casefold()
        if word not in YES | NO:
            raise FileWrong(
                f"{path}: row {number} has a word in {column!r} that is neither yes nor no; write 1, x or yes, or "
                "0, no or nothing. Are labels in one column? Say --labels-column"
            )
        if word in YES:
            yield column


def _says_none(row: Mapping[str, str], coding: Coding) -> bool:
    """In one column it says so in a word; over several, a no that was written is one."""
    if coding.labels:
        return row[coding.labels].strip().casefold() in NONE
    return any(row[column].strip() for column in coding.columns)
