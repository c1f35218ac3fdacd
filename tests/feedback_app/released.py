"""Packs of invented rows as released editions, in place of the worker that writes and records them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from feedback_app.config import Settings
from feedback_app.storage import editions
from feedback_app.storage.db import transaction
from tests.feedback_app.invented_pack import Row, write_invented_pack, write_published_pack
from tests.term import Term


def release_report(
    term: Term, settings: Settings, *, edition: int = 1, tables: Mapping[str, list[Row]] | None = None
) -> Path:
    """Put a report of the wave where the worker puts it, inside the app's context; return its file."""
    file = write_invented_pack(settings.packs / f"report-{edition}.pack.db", **(tables or {}))
    _record(term, file, term.wave_id, edition)
    return file


def release_published(term: Term, settings: Settings) -> Path:
    """The same for results that somebody else published."""
    file = write_published_pack(settings.packs / "published.pack.db")
    _record(term, file, None, 1)
    return file


def _record(term: Term, file: Path, wave_id: str | None, edition: int) -> None:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    with transaction() as session:
        editions.add(
            session,
            term.area_id,
            wave_id=wave_id,
            edition=edition,
            file=file.name,
            digest=digest,
            released_by=None,
            quotes={},
        )
