"""Another format: somebody asks to be asked in large print, by telephone or in BSL, and staff deal with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.asking import Opening
from feedback_app.codes import digest
from feedback_app.errors import NotFound
from feedback_app.safeguarding import OTHER_FORMAT, check_words
from feedback_app.storage import areas, formats, staff
from feedback_app.storage.db import current_database, forget_deleted_words, reading, transaction
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import today


class NoSuchRequest(NotFound):
    words = "Nobody asked for a format with that reference."


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for, as the list shows it: no words."""

    id: str
    formats: Sequence[str]
    survey_title: str
    asked_on: dt.date
    dealt_on: dt.date | None
    wrote: bool


def ask(opening: Opening, wanted: Sequence[str], note: str, reach: str, *, send_key: str, language: str) -> None:
    """Keep what somebody asked for, apart from any answer. The concern rules read what they wrote."""
    # the words are in the key: whoever goes back and corrects their number must not be told that we have it when not
    key_hash = digest(f"{opening.id}:{send_key}:{sorted(wanted)}:{note}:{reach}")
    with transaction() as session:
        is_new = formats.keep(
            session,
            opening.area_id,
            opening_id=opening.id,
            formats=wanted,
            note=note,
            reach=reach,
            key_hash=key_hash,
        )
        if is_new and note:
            check_words(session, opening, None, OTHER_FORMAT, note, language=language)


def asked_in(area_slug: str) -> list[Asked]:
    """Everything that was asked for, what waits first."""
    with reading() as session:
        rows = formats.every(session, areas.by_slug(session, area_slug).id)
    return [Asked(row.id, tuple(row.formats), row.title, row.asked_on, row.dealt_on, bool(row.wrote)) for row in rows]


def open_words(area_slug: str, request_id: str, *, staff_id: str) -> tuple[str, str]:
    """What somebody wrote and how to reach them; that it was opened, and by whom, is noted. Raises NoSuchRequest."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        row = formats.by_id(session, area.id, request_id)
        if row is None:
            raise NoSuchRequest
        staff.note(session, "format request opened", area_id=area.id, staff_id=staff_id, subject=request_id)
    note = unseal(row.note, f"format_request:{row.id}:note") if row.note else ""
    reach = unseal(row.reach, f"format_request:{row.id}:reach") if row.reach else ""
    return note, reach


def deal(area_slug: str, request_id: str, *, staff_id: str) -> None:
    """Say that it has been dealt with; the words that came with it are deleted. Raises NoSuchRequest."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if formats.by_id(session, area.id, request_id) is None:
            raise NoSuchRequest
        formats.deal(session, area.id, request_id, staff_id=staff_id, on=today())
        staff.note(session, "format request dealt with", area_id=area.id, staff_id=staff_id, subject=request_id)
    forget_deleted_words(current_database())
