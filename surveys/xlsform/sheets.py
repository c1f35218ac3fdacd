"""The sheets of an XLSForm as plain rows, and the column headings that we write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Row = Mapping[str, str]
Sheets = Mapping[str, Sequence[Row]]
"""Rows by sheet, without the heading: the first row stands in line 2. An empty row is an empty mapping."""

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
SHEETS = (SURVEY, CHOICES, SETTINGS)

OURS = "heard::"
OURS_ON_CHOICES = "heard_"  # pyxform makes an element of each further column on choices, and `::` breaks its name

# what a row of ours is, where it is no question
SAY_FIRST, BEFORE, MEANING, VARIABLE, FACT = "say_first", "before", "meaning", "variable", "fact"
REST, SERVICES, ONE_SERVICE, SERVICE, WITHOUT, OTHERWISE = (
    "rest", "services", "one_service", "service", "without_service", "otherwise",
)  # fmt: skip


AGAIN = "again"
IMAGE = "media::image"
"""XLSForm's own column for a picture beside a question or a choice."""


def picture_file(name: str) -> str:
    """The file of one of our pictures, which somebody puts beside the form."""
    return f"{name}.svg"


def ours(key: str) -> str:
    """The heading of a column that only Heard reads."""
    return f"{OURS}{key}"
