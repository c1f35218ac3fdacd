"""Excel files as rows of words, each cell as it was typed: nothing in one is ever a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import xlsxwriter

LONGEST_CELL = 32_767  # characters; Excel's own limit


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    """Write each sheet with a heading for every column that any of its rows has."""
    if path.suffix.lower() != ".xlsx":
        raise click.ClickException(f"{path}: give a name that ends in .xlsx")
    for sheet, rows in sheets.items():
        for number, row in enumerate(rows, start=2):
            if long := [heading for heading, cell in row.items() if len(cell) > LONGEST_CELL]:
                raise click.ClickException(f"{sheet} row {number}, {long[0]}: is too long for a cell: shorten it")
    try:
        _write(path, sheets)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        cause = next((part for part in (error, *error.args) if isinstance(part, OSError)), None)
        reason = cause.strerror if cause else error
        raise click.ClickException(f"{path}: cannot be written ({reason}): choose another place") from None


def _write(path: Path, sheets: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        bold = book.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            headings = list(dict.fromkeys(heading for row in rows for heading in row))
            for column, heading in enumerate(headings):
                sheet.write_string(0, column, heading, bold)
                for line, row in enumerate(rows, start=1):
                    if row.get(heading):
                        sheet.write_string(line, column, row[heading])
            sheet.freeze_panes(1, 0)
