"""How far an installation has come: played once in a process of tests, and copied for each test that comes as far."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from flask import Flask

from feedback_app.config import Settings
from feedback_app.storage.db import Database

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
        if not settings.database_url.startswith("sqlite"):
            return _play(app, play, *given, **named)
        before = _bytes_of(app, settings), f"{play.__module__}.{play.__qualname__}"
        kept = self.folder / f"{before[1]}-{before[0]}"
        if before not in self.played:
            self.played[before] = _play(app, play, *given, **named)
            _bytes_of(app, settings)
            _copy(settings.instance, kept)
        else:
            _copy(kept, settings.instance)
        return self.played[before]  # type: ignore[no-any-return]  # each under the name of what returned it


def _play(app: Flask, play: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    with app.app_context():
        return play(*given, **named)


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target / "packs", ignore_errors=True)
    shutil.copytree(source / "packs", target / "packs")
    shutil.copyfile(source / "heard.db", target / "heard.db")


def _bytes_of(app: Flask, settings: Settings) -> str:
    """A digest of all that the installation holds, once its database is one closed file again."""
    database: Database = app.extensions["heard_database"]
    with database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    database.engine.dispose()
    for beside in ("heard.db-wal", "heard.db-shm"):
        (settings.instance / beside).unlink(missing_ok=True)
    digest = hashlib.sha256((settings.instance / "heard.db").read_bytes())
    for pack in sorted(settings.packs.iterdir()):
        digest.update(pack.name.encode())
    return digest.hexdigest()
