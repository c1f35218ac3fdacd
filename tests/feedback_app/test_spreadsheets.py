"""Rows as spreadsheets: words stay words, and the same rows are the same bytes."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from feedback_app.spreadsheets import as_csv, as_workbook

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_begins_a_formula_in_any_spreadsheet(words: str) -> None:
    rows = [{"Why": words}]

    (line,) = csv.DictReader(io.StringIO(as_csv(rows).decode("utf-8-sig"), newline=""))
    cell = load_workbook(io.BytesIO(as_workbook({"Scores": rows})))["Scores"]["A2"]

    assert line["Why"] == f"'{words}"
    assert (cell.data_type, str(cell.value)[-2:]) == ("s", words[-2:])


def test_the_same_rows_are_the_same_bytes() -> None:
    sheets = {"Scores": [{"About": "Physiotherapy", "Why": "They asked"}, {"About": "Bus", "Note": "late"}]}

    assert as_workbook(sheets, wide=["Why"]) == as_workbook(sheets, wide=["Why"])
    assert as_csv(sheets["Scores"]).startswith(b"\xef\xbb\xbfAbout,Why,Note\r\n")
