"""Opens an evidence pack, read-only, and reads what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from pysqlite3 import dbapi2 as sqlite

from feedback_app.errors import HeardError
from feedback_app.storage.drawings import checked_drawing
from feedback_app.storage.pack_rows import (
    Count,
    Decision,
    Fact,
    Figure,
    Group,
    Pack,
    PublishedResult,
    Question,
    Quote,
    QuoteStandard,
    Scale,
    ScalePart,
    Standard,
    Theme,
    ThemeStandard,
)
from feedback_app.storage.pack_standard_rows import (
    Gap,
    ListVoices,
    RelatedElsewhere,
    RelatedStandards,
    SharedVoices,
    StandardStrength,
    StandardWord,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

V = TypeVar("V", bound="DataclassInstance")
RELEASED = "SELECT * FROM quotes WHERE release = 'released' ORDER BY theme_id, position, id"


class PackMissing(HeardError):
    status = 410
    words = "The file of this report is not here any more. Ask whoever looks after Heard for the newest edition."


class NotAPack(HeardError):
    """A file that is no evidence pack, or one of another version of Heard. The message says what it lacks."""

    status = 500
    words = "The file of this report is not an evidence pack."


def read_pack(file: Path) -> Pack:
    """Everything in a pack, in its own order. Raises PackMissing, NotAPack, DrawingRefused."""
    with _open(file) as pack:
        return Pack(
            about={row["name"]: row["value"] for row in pack.execute("SELECT * FROM about ORDER BY rowid")},
            groups=_read(pack, Group, "SELECT * FROM people ORDER BY position"),
            facts=_read(pack, Fact, "SELECT * FROM people_facts ORDER BY id"),
            questions=_read(pack, Question, "SELECT * FROM questions ORDER BY position, id"),
            scales=_read(pack, Scale, "SELECT * FROM scales ORDER BY id"),
            scale_parts=_read(pack, ScalePart, "SELECT * FROM scale_counts ORDER BY scale_id, position, id"),
            themes=_read(pack, Theme, "SELECT * FROM themes ORDER BY level, position, id"),
            theme_counts=_read(pack, Count, "SELECT *, theme_id AS of_id FROM theme_counts ORDER BY id"),
            standards=_read(pack, Standard, "SELECT * FROM standards ORDER BY position, id"),
            standard_counts=_read(pack, Count, "SELECT *, standard_id AS of_id FROM standard_counts ORDER BY id"),
            theme_standards=_read(pack, ThemeStandard, "SELECT * FROM theme_standards ORDER BY rowid"),
            quotes=_read(pack, Quote, RELEASED),
            quote_standards=_read(pack, QuoteStandard, "SELECT * FROM quote_standards ORDER BY quote_id, rowid"),
            published_results=_read(pack, PublishedResult, "SELECT * FROM published_results ORDER BY id"),
            decisions=_read(pack, Decision, "SELECT * FROM decisions ORDER BY id"),
            figures=_read(pack, Figure, "SELECT * FROM figures ORDER BY position, id"),
            standard_strengths=_later(pack, StandardStrength, "standard_strengths", "id"),
            standard_words=_later(pack, StandardWord, "standard_words", "standard_id, position"),
            shared_voices=_later(pack, SharedVoices, "shared_voices", "rowid"),
            related_standards=_later(pack, RelatedStandards, "related_standards", "rowid"),
            related_elsewhere=_later(pack, RelatedElsewhere, "related_elsewhere", "rowid"),
            gaps=_later(pack, Gap, "gaps", "id"),
            list_voices=_later(pack, ListVoices, "list_voices", "rowid"),
        )


@contextmanager
def _open(file: Path) -> Iterator[Any]:
    if not file.is_file():
        raise PackMissing
    try:
        with closing(sqlite.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as pack:
            pack.row_factory = sqlite.Row
            pack.execute("PRAGMA trusted_schema = OFF")
            yield pack
    except sqlite.DatabaseError as wrong:
        raise NotAPack(f"{file.name} is not an evidence pack: {wrong}.") from wrong


def _read(pack: Any, kind: type[V], query: str) -> tuple[V, ...]:
    return tuple(_value(kind, row) for row in pack.execute(query))


def _later(pack: Any, kind: type[V], table: str, order: str) -> tuple[V, ...]:
    """The rows of a table that packs written before there was one do not have."""
    if not pack.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)).fetchone():
        return ()
    return _read(pack, kind, f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - names of our own


def _value(kind: type[V], row: Any) -> V:
    """One row; a field with a default may be lacking, in a pack that was written before there was such a column."""
    there = set(row.keys())
    lacking = sorted(field.name for field in fields(kind) if field.default is MISSING and field.name not in there)
    if lacking:
        raise NotAPack(f"This evidence pack has no column {', '.join(lacking)} for {kind.__name__.lower()}s.")
    return kind(**{field.name: _typed(field.type, row[field.name]) for field in fields(kind) if field.name in there})


def _typed(type_name: Any, value: Any) -> Any:
    if type_name == "bool":
        return bool(value)
    return checked_drawing(value) if type_name == "Markup" else value
