"""Rows become one SQLite file: the same rows, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from sqlite_utils.db import Table

from analysis.errors import AnalysisError
from analysis.evidence.schema import SCHEMA

_SCHEMA_COOKIE_AT = 40


class PackNotWritten(AnalysisError):
    """The pack could not be written there; the message says what to change."""


def write_pack(tables: Mapping[str, Iterable[dict[str, Any]]], path: Path) -> None:
    """Write the pack, replacing what is there only when it is whole.

    Raises
    ------
    PackNotWritten
        The folder does not exist, or may not be written to.
    """
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        _write(tables, part)
        part.replace(path)
    except OSError as error:
        raise PackNotWritten(f"{path}: cannot be written ({error.strerror}); choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def _write(tables: Mapping[str, Iterable[dict[str, Any]]], part: Path) -> None:
    pack = Database(memory=True)
    try:
        pack.executescript(SCHEMA)
        for name, rows in tables.items():
            _table(pack, name).insert_all(rows)
        quotes = _table(pack, "quotes")
        quotes.enable_fts(["words"], tokenize="porter")
        quotes.optimize()
        broken = pack.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise PackNotWritten(f"rows of {sorted({row[0] for row in broken})} refer to rows that are not there")
        pack.conn.commit()
        part.touch()
        pack.execute("VACUUM INTO ?", [str(part)])
    finally:
        pack.close()
    _without_history(part)


def _without_history(part: Path) -> None:
    """What is left in the header tells how the file came about, not what is in it."""
    file = Database(part)
    file.execute("PRAGMA journal_mode=DELETE")
    file.close()
    with part.open("r+b") as header:
        header.seek(_SCHEMA_COOKIE_AT)
        header.write(b"\x00\x00\x00\x01")


def _table(pack: Database, name: str) -> Table:
    table = pack[name]
    assert isinstance(table, Table)  # noqa: S101  # a view has no rows of its own
    return table
