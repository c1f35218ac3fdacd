"""The labels of a sample as a table to take away: what each seat said before they talked, and what they said together.

`heard agreement` reads it as it is: its first three columns are what each said alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import xlsxwriter

from feedback_app.errors import HeardError
from feedback_app.reviewing.differences import Compared, standing
from feedback_app.reviewing.samples import Sample, seen
from feedback_app.storage import areas, samples, staff
from feedback_app.storage.db import transaction

HEADINGS = ("unit", "coder", "label", "together", "computer")
NONE = "none"  # somebody looked and chose none of the labels
PARTED_BY = ";"


class StillAlone(HeardError):
    status = 409
    words = "They still sort alone. Nobody sees a label before they begin to talk."


@dataclass(frozen=True, slots=True)
class LabelTable:
    """One row for each comment and seat that said something of it. No row holds words; `comments` are released ones.

    A comment's name is the same in every table of it, and nobody can find an answer by it.
    """

    sample: Sample
    rows: tuple[tuple[str, ...], ...]
    comments: tuple[tuple[str, str], ...]


def take_table(area_slug: str, sample_id: str, *, staff_id: str) -> LabelTable:
    """Whatever may still be read of a sample; that it was taken is written down. Raises NoSuchSample, StillAlone."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        sample = seen(session, samples.by_id(session, area.id, sample_id))
        if sample.is_alone:
            raise StillAlone
        found = {_name_in_file(*key): one for key, one in standing(session, sample).items()}
        staff.note(session, "table labels taken", area_id=area.id, staff_id=staff_id, subject=sample.id)
    return LabelTable(
        sample,
        tuple(row for unit, one in found.items() for row in _rows(unit, one)),
        tuple((unit, one.words) for unit, one in found.items()),
    )


def as_csv(table: LabelTable) -> str:
    """Same labels, same text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows(table.rows)
    return text.getvalue()


def as_xlsx(table: LabelTable) -> bytes:
    """The same rows; the released words and the names of the labels on sheets of their own. No formula is written."""
    names = [(one.id, one.name) for one in table.sample.choices]
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": table.sample.drawn_at.replace(tzinfo=None)})
        for title, headings, rows in (
            ("labels", HEADINGS, table.rows),
            ("comments", ("unit", "released words"), table.comments),
            ("names", ("label", "name"), names),
        ):
            _sheet(book, title, (headings, *rows))
    return file.getvalue()


def _rows(unit: str, one: Compared) -> Iterable[tuple[str, ...]]:
    together = "" if one.together is None else _cell(one.together)
    for said in one.each:
        yield unit, f"Seat {said.number}", _cell(said.chosen), together, _cell(one.machine)


def _cell(ids: Sequence[str]) -> str:
    return PARTED_BY.join(ids) or NONE


def _name_in_file(answer_id: str, ordinal: int) -> str:
    """From 128 random bits nobody can reckon back."""
    return f"{sha256(f'heard table {answer_id}'.encode()).hexdigest()[:12]}-{ordinal}"


def _sheet(book: xlsxwriter.Workbook, title: str, rows: Iterable[Sequence[str]]) -> None:
    sheet = book.add_worksheet(title)
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(line, column, cell)
    sheet.freeze_panes(1, 0)
