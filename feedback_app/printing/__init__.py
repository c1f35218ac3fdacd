"""Printing: any survey as a sheet of paper, written to PDF/UA-1 from the same definition as its pages."""

from feedback_app.printing.as_read import NotInThatLanguage, on_paper, translation_of
from feedback_app.printing.openings import opening_in, print_opening
from feedback_app.printing.pdf import NotPrintable
from feedback_app.printing.sheets import Layer, SheetFor, print_sheet

__all__ = [
    "Layer",
    "NotInThatLanguage",
    "NotPrintable",
    "SheetFor",
    "on_paper",
    "opening_in",
    "print_opening",
    "print_sheet",
    "translation_of",
]
