"""Comments from a CSV or Excel file, with a clear word about what is wrong with it."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.voices import Comment, Voices

LONGEST_COMMENT = 100_000  # characters
_EXCEL = frozenset({".xlsx", ".xlsm"})
# openpyxl says in many ways that a file is damaged, or is no Excel file; XML's ParseError is a SyntaxError
_DAMAGED = (
    AttributeError, EOFError, LookupError, OSError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error
)  # fmt: skip
_PARTED_BY = (";", "\t", "|")

Row = Mapping[str, str]


class FileWrong(AnalysisError):
    """The file cannot be read as comments; the message says where and what to change, and quotes no words of it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what. Without `id`, a comment is known by its row (from 1, headings not counted)."""

    text: str
    id: str | None = None
    group: str | None = None
    respondent: str | None = None
    question: str | None = None

    @property
    def named(self) -> Iterator[tuple[str, str]]:
        options = ("text", self.text), ("id", self.id), ("group", self.group)
        more = ("respondent", self.respondent), ("question", self.question)
        return ((f"--{name}-column", column) for name, column in (*options, *more) if column is not None)


def read_voices(path: str | Path, columns: Columns) -> Voices:
    """Read comments from a file with one row for each.

    Parameters
    ----------
    path : str or Path
        CSV (UTF-8, with or without a byte order mark) or XLSX (its first sheet).
    columns : Columns

    Returns
    -------
    Voices
        Each row is one respondent unless a column says otherwise. Empty rows are left out; "N/A" and "None" are text.
        Every comment counts as one that may be quoted: a pack made of it marks its quotes as not checked.

    Raises
    ------
    FileWrong
        No such file or column, not UTF-8, no rows, an empty column, two rows with one id, a cell of more than
        100,000 characters.
    """
    comments = [comment for _, comment in read_rows(path, columns) if comment.words.strip()]
    if not comments:
        raise FileWrong(f"{path}: the column {columns.text!r} is empty in every row; choose another with --text-column")
    groups = sorted({comment.group for comment in comments} - {""})
    return Voices(comments=tuple(comments), groups=dict(zip(groups, groups, strict=True)))


def read_rows(path: str | Path, columns: Columns) -> list[tuple[Row, Comment]]:
    """Every row of the file as it stands there, beside its comment; `FileWrong` as in `read_voices`."""
    path = Path(path)
    rows = list(_rows(path))
    if not rows:
        raise FileWrong(f"{path}: there is a heading and nothing under it; give a file with at least one comment")
    _check_columns(path, list(rows[0]), columns.named)
    found = [(row, _comment(number, row, columns)) for number, row in enumerate(rows, start=1)]
    _check_cells(path, [comment for _, comment in found], columns)
    return found


def read_table(path: str | Path, columns: Sequence[str]) -> list[Row]:
    """Every row of a file that has these columns, as it stands there; `FileWrong` as in `read_voices`."""
    path = Path(path)
    rows = list(_rows(path))
    if not rows:
        raise FileWrong(f"{path}: there is a heading and nothing under it; give a file with at least one row")
    _check_columns(path, list(rows[0]), (("one", column) for column in columns))
    for number, row in enumerate(rows, start=1):
        if any(len(row[column]) > LONGEST_COMMENT for column in columns):
            raise FileWrong(f"{path}: row {number} has a cell of more than {LONGEST_COMMENT:,} characters; split it")
    return rows


def _rows(path: Path) -> Iterator[Row]:
    if not path.is_file():
        raise FileWrong(f"{path}: there is no such file")
    if path.stat().st_size == 0:
        raise FileWrong(f"{path}: the file is empty")
    lines = _excel_lines(path) if path.suffix.lower() in _EXCEL else _csv_lines(path)
    heading = next(lines, None)
    if not heading or not any(heading):
        raise FileWrong(f"{path}: the first row has no headings; name each column there")
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    if twice:
        raise FileWrong(f"{path}: two columns are called {twice[0]!r}; rename one")
    for line in lines:
        yield dict(zip(heading, [*line, *[""] * len(heading)], strict=False))


def _csv_lines(path: Path) -> Iterator[list[str]]:
    text = _decoded(path)
    if "\0" in text:
        raise FileWrong(f"{path}: this is not a CSV file; save the sheet as CSV UTF-8 or XLSX")
    limit = csv.field_size_limit(len(text) + 1)
    try:
        # a blank line is no row; a row of empty cells is one
        yield from (line for line in csv.reader(io.StringIO(text, newline=""), strict=True) if line)
    except csv.Error as error:
        mark = _other_mark(text)
        if mark:
            raise FileWrong(f"{path}: its columns are parted by {mark!r}; save it with commas, or as XLSX") from error
        raise FileWrong(f"{path}: not a CSV file that can be read ({error}); check its quotation marks") from error
    finally:
        csv.field_size_limit(limit)


def _other_mark(text: str) -> str | None:
    """What parts the headings where no comma does."""
    heading = text.partition("\n")[0]
    return next((mark for mark in _PARTED_BY if mark in heading and "," not in heading), None)


def _decoded(path: Path) -> str:
    """The text of the file; what is not UTF-8 is told by its line, never shown."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileWrong(
            f"{path}: not UTF-8 (line {line}, byte {error.start}). In Excel choose Save As, "
            f"“CSV UTF-8 (Comma delimited)”; or give the XLSX file itself"
        ) from error


def _excel_lines(path: Path) -> Iterator[list[str]]:
    try:
        yield from _sheet_lines(path)
    except _DAMAGED as error:
        raise FileWrong(
            f"{path}: not an Excel file that can be read; save it again as XLSX, or as CSV UTF-8"
        ) from error


def _sheet_lines(path: Path) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # slow to load, and most files are CSV

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like, which hold no comments
        book = load_workbook(file, read_only=True, data_only=True)
        for line in book.worksheets[0].iter_rows(values_only=True):
            if any(value is not None for value in line):
                yield ["" if value is None else str(value) for value in line]


def _check_columns(path: Path, there: Sequence[str], named: Iterable[tuple[str, str]]) -> None:
    for option, column in named:
        if column not in there:
            names = ", ".join(repr(name) for name in there if name)
            mark = next((mark for mark in _PARTED_BY if len(there) == 1 and mark in there[0]), None)
            if mark:
                raise FileWrong(f"{path}: its columns are parted by {mark!r}; save it with commas, or as XLSX")
            raise FileWrong(f"{path}: no column is called {column!r}; choose {option} from {names}")


def _comment(number: int, row: Row, columns: Columns) -> Comment:
    id = row[columns.id].strip() if columns.id else str(number)
    return Comment(
        id=id,
        respondent=(row[columns.respondent].strip() if columns.respondent else "") or f"row {number}",
        words=row[columns.text],
        group=row[columns.group].strip() if columns.group else "",
        question=row[columns.question].strip() if columns.question else "",
        quotable=True,
    )


def _check_cells(path: Path, comments: Iterable[Comment], columns: Columns) -> None:
    first: dict[str, int] = {}
    for number, comment in enumerate(comments, start=1):
        if len(comment.words) > LONGEST_COMMENT:
            raise FileWrong(
                f"{path}: row {number} has {len(comment.words):,} characters in {columns.text!r}; the most is "
                f"{LONGEST_COMMENT:,}. Is it a whole report? Split it, or take the row out"
            )
        if not comment.id:
            raise FileWrong(f"{path}: row {number} has nothing in {columns.id!r}; give every row its own id")
        if comment.id in first:
            raise FileWrong(
                f"{path}: rows {first[comment.id]} and {number} have the same {columns.id!r}; give every row its own"
            )
        first[comment.id] = number
