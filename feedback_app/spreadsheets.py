"""Rows of words as a spreadsheet: nothing in a cell is ever a formula, and the same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

Row = Mapping[str, str]
MADE_AT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # a moment of the file's own making would change its bytes
# what a spreadsheet takes for the beginning of a formula, full-width marks among them
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NARROW, WIDE = 18, 44  # characters across


def as_csv(rows: Sequence[Row]) -> bytes:
    """Rows under the headings that any of them has, in UTF-8 with the mark that Excel looks for."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headings_of(rows), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({heading: _plain(cell) for heading, cell in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Mapping[str, Sequence[Row]], *, wide: Sequence[str] = ()) -> bytes:
    """An Excel file to read and to print: A4 across, headings on every page, `wide` columns wrapped."""
    out = io.BytesIO()
    write_workbook(out, sheets, wide=wide, to_print=True)
    return out.getvalue()


def write_workbook(
    place: Path | io.BytesIO, sheets: Mapping[str, Sequence[Row]], *, wide: Sequence[str] = (), to_print: bool = False
) -> None:
    """Write each sheet with a heading for every column that any of its rows has.

    Raises what xlsxwriter raises where the place cannot be written.
    """
    with xlsxwriter.Workbook(place, {"in_memory": isinstance(place, io.BytesIO)}) as book:
        book.set_properties({"created": MADE_AT})
        bold, top = book.add_format({"bold": True}), book.add_format({"valign": "top", "text_wrap": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for column, heading in enumerate(headings_of(rows)):
                sheet.write_string(0, column, heading, bold)
                if to_print:
                    sheet.set_column(column, column, WIDE if heading in wide else NARROW)
                for line, row in enumerate(rows, start=1):
                    if row.get(heading):
                        sheet.write_string(line, column, row[heading], top if to_print else None)
            sheet.freeze_panes(1, 0)
            if to_print:
                sheet.set_landscape()
                sheet.set_paper(9)  # A4
                sheet.fit_to_pages(1, 0)
                sheet.repeat_rows(0)


def headings_of(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(heading for row in rows for heading in row))


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
