"""Packing: the worker writes evidence packs, and the next edition when a person's words must go.

Only the worker and commands import this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from pathlib import Path

from flask import current_app

from analysis import evidence
from analysis.evidence import ReleasedQuote
from analysis.findings import Findings
from feedback_app import analysing
from feedback_app.config import Settings
from feedback_app.storage import areas, concerns, editions, findings, waves
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal

WITHDRAWN = "a person took their answers back"
REPLACED = "a newer edition was written"


def write_pack(area_id: str, wave_id: str) -> str:
    """Write the next edition of a closed wave's pack, with the quotations that a person released; return its id.

    A later edition is refused when a count in it would differ by 1 to 9 from the edition before.
    """
    found = analysing.find(area_id, wave_id)
    with reading() as session:
        about = _about(areas.by_id(session, area_id), waves.by_id(session, area_id, wave_id))
        released = _released(found, findings.decisions(session, area_id, wave_id))
        earlier = editions.newest(session, area_id, wave_id)
        number = editions.last_number(session, area_id, wave_id) + 1
    file = _new_file()
    quotes = evidence.write_evidence(
        found, file, about={**about, "edition": str(number)}, quotes=[quote for quote, _ in released]
    )
    if earlier is not None:
        evidence.refuse_small_changes(_packs() / earlier.file, file)
    with transaction() as session:
        edition_id = editions.add(
            session,
            area_id,
            wave_id=wave_id,
            analysis_id=None,
            edition=number,
            file=file.name,
            digest=_digest(file),
            released_by=None,
            quotes={ordinal: key[0] for ordinal, key in quotes.items()},
        )
        if earlier is not None:
            editions.bury(session, area_id, earlier.id, REPLACED)
    if earlier is not None:
        (_packs() / earlier.file).unlink(missing_ok=True)
    return edition_id
