"""A sheet's plain values as a PDF: written to PDF/UA-1, the same bytes for the same values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from feedback_app.errors import HeardError

FOLDER = Path(__file__).parents[1] / "templates" / "print"


class NotPrintable(HeardError):
    words = "This survey cannot be printed."


def sheet_pdf(sheet: Mapping[str, Any]) -> bytes:
    """Set the sheet. Its words travel as data and are never read as code; no font of the machine is used.

    Raises NotPrintable: the typesetter refuses or warns, as for a picture without words or a letter without a shape.
    """
    try:
        made, warnings = typst.compile_with_warnings(
            input=str(FOLDER / "sheet.typ"),
            root=str(FOLDER),
            font_paths=[str(FOLDER / "fonts")],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
            timestamp=0,
        )
    except typst.TypstError as problem:
        raise NotPrintable(f"This survey cannot be printed: {problem}") from problem
    if warnings:
        raise NotPrintable(f"This survey cannot be printed: {warnings[0]}")
    return bytes(made)
