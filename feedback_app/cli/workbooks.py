"""Excel files as rows of words: no formula is ever written, and none is read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException

from feedback_app import spreadsheets

LONGEST_CELL = 32_767  # characters; Excel's own limit
MOST_ROWS = 5_000
MOST_BYTES = 50_000_000  # of a file unpacked


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    """Write each sheet with a heading for every column that any of its rows has."""
    if path.suffix.lower() != ".xlsx":
        raise click.ClickException(f"{path}: give a name that ends in .xlsx")
    for sheet, rows in sheets.items():
        for number, row in enumerate(rows, start=2):
            if long := [heading for heading, cell in row.items() if len(cell) > LONGEST_CELL]:
                raise click.ClickException(f"{sheet} row {number}, {long[0]}: is too long for a cell: shorten it")
    try:
        spreadsheets.write_workbook(path, sheets)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        cause = next((part for part in (error, *error.args) if isinstance(part, OSError)), None)
        reason = cause.strerror if cause else error
        raise click.ClickException(f"{path}: cannot be written ({reason}): choose another place") from None


def read_workbook(path: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of each sheet by the headings of its first row; a row without words is empty."""
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                raise click.ClickException(f"{path}: is too large: keep the sheets of one survey in it")
        book = load_workbook(path)
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}: check the file's name and place") from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise click.ClickException(f"{path}: is no Excel file that can be read: save it again as .xlsx") from None
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS:
            raise click.ClickException(f"{path}: sheet {sheet.title} has more than {MOST_ROWS} rows: take some away")
    return {sheet.title: _rows(path, sheet.title, sheet.iter_rows()) for sheet in book.worksheets}


def _rows(path: Path, sheet: str, lines: Iterable[tuple[Cell | MergedCell, ...]]) -> list[dict[str, str]]:
    headings, *rows = [[_words(path, sheet, cell) for cell in line] for line in lines] or [[]]
    named = [heading for heading in headings if heading.strip()]
    if twice := next((heading for heading in named if named.count(heading) > 1), ""):
        raise click.ClickException(f"{path}: sheet {sheet} has two columns `{twice}`: take one away")
    for number, row in enumerate(rows, 2):
        for column, (heading, words) in enumerate(zip(headings, row, strict=True), 1):
            if words.strip() and not heading.strip():
                place = f"sheet {sheet}, row {number}, column {column}"
                raise click.ClickException(f"{path}: {place} has words under no heading: name the column")
    return [{heading: words for heading, words in zip(headings, row, strict=True) if words.strip()} for row in rows]


def _words(path: Path, sheet: str, cell: Cell | MergedCell) -> str:
    if cell.data_type == "f":
        raise click.ClickException(f"{path}: sheet {sheet}, {cell.coordinate} is a formula: put its value there")
    if isinstance(cell.value, float) and cell.value.is_integer():
        return str(int(cell.value))
    return "" if cell.value is None else str(cell.value)
