"""XLSForm in and out: a survey as the rows of a spreadsheet, and the rows of one as a definition."""

from surveys.xlsform.reading import Imported, from_xlsform
from surveys.xlsform.sheets import CHOICES, SETTINGS, SURVEY, Row, Sheets
from surveys.xlsform.writing import Exported, to_xlsform

__all__ = ["CHOICES", "SETTINGS", "SURVEY", "Exported", "Imported", "Row", "Sheets", "from_xlsform", "to_xlsform"]
