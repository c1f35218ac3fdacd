"""How far an installation has come: played once in a process of tests, and copied for each test that comes as far."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from flask import Flask

from feedback_app.config import Settings
from feedback_app.storage.db import Database
from feedback_app.storage.tables import metadata

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stages:
    """Copies below `folder`. What a copy is made for is told by its bytes, so that another beginning is played anew."""

    folder: Path
    played: dict[tuple[str, str], Any] = field(default_factory=dict)

    def come_to(self, app: Flask, play: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Bring an installation where `play` brings it, and return what it returned: ids and words, nothing alive."""
        settings: Settings = app.extensions["heard_settings"]
        before = _state(app, settings), f"{play.__module__}.{play.__qualname__}"
        kept = self.folder / f"{before[1]}-{before[0]}"
        if before not in self.played:
            self.played[before] = _play(app, play, *given, **named)
            _state(app, settings)
            shutil.copytree(settings.packs, kept / "packs")
            _keep(app, settings, kept)
        else:
            shutil.rmtree(settings.packs)
            shutil.copytree(kept / "packs", settings.packs)
            _give_back(app, settings, kept)
        return self.played[before]  # type: ignore[no-any-return]  # each under the name of what returned it


def _play(app: Flask, play: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    with app.app_context():
        return play(*given, **named)


def _is_a_file(settings: Settings) -> bool:
    return settings.database_url.startswith("sqlite")


def _state(app: Flask, settings: Settings) -> str:
    """A digest of all that the installation holds; SQLite's is one closed file afterwards."""
    digest = hashlib.sha256(_bytes_of(app, settings) if _is_a_file(settings) else json.dumps(_rows(app)).encode())
    for pack in sorted(settings.packs.iterdir()):
        digest.update(pack.name.encode())
    return digest.hexdigest()


def _keep(app: Flask, settings: Settings, kept: Path) -> None:
    if _is_a_file(settings):
        shutil.copyfile(settings.instance / "heard.db", kept / "heard.db")
    else:
        (kept / "rows.json").write_text(json.dumps(_rows(app)))


def _give_back(app: Flask, settings: Settings, kept: Path) -> None:
    if _is_a_file(settings):
        shutil.copyfile(kept / "heard.db", settings.instance / "heard.db")
        return
    engine = app.extensions["heard_database"].engine
    with engine.begin() as connection, connection.connection.driver_connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("; ".join(f'DELETE FROM "{name}"' for name in metadata.tables))  # noqa: S608  # ours
        for name, rows in json.loads((kept / "rows.json").read_text()).items():
            put = f'INSERT INTO "{name}" SELECT * FROM json_populate_recordset(null::public."{name}", %s)'  # noqa: S608  # ours
            cursor.execute(put, [rows])


def _rows(app: Flask) -> dict[str, str]:
    """Every row of a PostgreSQL, as JSON by table, in one question."""
    each = [f"SELECT '{one}', (SELECT json_agg(t)::text FROM \"{one}\" t)" for one in metadata.tables]  # noqa: S608  # ours
    asked = " UNION ALL ".join(each)
    engine = app.extensions["heard_database"].engine
    with engine.connect() as connection, connection.connection.driver_connection.cursor() as cursor:
        return {name: rows for name, rows in cursor.execute(asked).fetchall() if rows}


def _bytes_of(app: Flask, settings: Settings) -> bytes:
    database: Database = app.extensions["heard_database"]
    with database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    database.engine.dispose()
    for beside in ("heard.db-wal", "heard.db-shm"):
        (settings.instance / beside).unlink(missing_ok=True)
    return (settings.instance / "heard.db").read_bytes()
