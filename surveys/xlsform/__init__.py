"""XLSForm in and out: a survey as the rows of a spreadsheet, and the rows of one as a definition."""

from surveys.xlsform.sheets import CHOICES, SETTINGS, SURVEY, Row, Sheets
from surveys.xlsform.writing import Exported, to_xlsform

__all__ = ["CHOICES", "SETTINGS", "SURVEY", "Exported", "Row", "Sheets", "to_xlsform"]
