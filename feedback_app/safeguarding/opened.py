"""A concern that only the lead opens, with its words; that it was opened, when and by whom is on its trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.safeguarding.queue import AT_A_TABLE
from feedback_app.storage import concerns, responses, seat_concerns, staff, waves
from feedback_app.storage.db import transaction
from feedback_app.storage.sealing import unseal
from feedback_app.uploads import Upload
from surveys import Survey, survey_from_json

OTHER_FORMAT = "another_format"
PILE_NAME, PILE_REASON, ACTION, STATEMENT = "pile_name", "pile_reason", "action", "statement"
# what stands for a question where words came without one
WITHOUT_QUESTION = {
    OTHER_FORMAT: "Ask for another format",
    PILE_NAME: "The name of a pile in a workshop",
    PILE_REASON: "Why a pile in a workshop is about a standard",
    ACTION: "The action that a workshop chose",
    STATEMENT: "What a workshop says together",
}


class NoSuchConcern(NotFound):
    words = "There is no concern with that reference."


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file of a concern that is open: its id and kind. What is in it has an address of its own."""

    id: str
    kind: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Step:
    """What was done with a concern, when and by whom (empty for the machine), and why where somebody said so."""

    at: dt.datetime
    what: str
    name: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A concern as only the lead sees it. `found` has category, start and end (characters) of each find.

    `is_kept` says whether the words are still kept where they were written; `is_held` that no page shows them.
    `written_on` is the day on which words were written that waited on a phone without a signal; None of all others.
    """

    reference: str
    level: str
    source: str
    received_at: dt.datetime
    audience: str
    question: str
    words: str
    found: Sequence[Mapping[str, object]]
    written_on: dt.date | None
    trail: Sequence[Step]
    is_held: bool
    is_kept: bool
    files: Sequence[OpenedFile] = ()


def open_concern(area_id: str, reference: str, *, staff_id: str) -> Opened:
    """Open one concern for the lead; that it was opened, when and by whom is on its trail. Raises NoSuchConcern."""
    with transaction() as session:
        row = concerns.by_reference(session, area_id, reference)
        if row is None:
            return _open_from_a_table(session, area_id, reference, staff_id)
        concerns.add_step(session, area_id, row.id, what="opened", staff_id=staff_id)
        staff.note(session, "concern opened", area_id=area_id, staff_id=staff_id, subject=row.reference)
        opening = waves.opening_by_id(session, area_id, row.opening_id)
        steps = concerns.steps(session, area_id, row.id)
        files = concerns.files(session, area_id, row.id)
        answer = responses.answer_by_id(session, area_id, row.answer_id) if row.answer_id else None
    return Opened(
        reference=row.reference,
        level=row.level,
        source=row.source,
        received_at=row.received_at,
        audience=row.audience,
        question=_asked(survey_from_json(opening.definition), row.question),
        words=unseal(row.words, f"concern:{row.id}"),
        found=row.found,
        written_on=answer.answered_on if answer is not None and answer.received_on is not None else None,
        trail=[
            Step(one.at, one.what, one.name or "", unseal(one.why, f"concern_step:{one.id}") if one.why else "")
            for one in steps
        ],
        is_held=row.released_at is None,
        is_kept=answer is not None,
        files=[OpenedFile(file.id, file.kind, file.media_type) for file in files],
    )


def open_file(area_id: str, reference: str, file_id: str, *, staff_id: str) -> Upload:
    """A drawing or a recording, for the lead alone; that it was opened is on the trail. Raises NoSuchConcern."""
    with transaction() as session:
        row = concerns.by_reference(session, area_id, reference)
        file = concerns.open_file(session, area_id, row.id, file_id) if row else None
        if row is None or file is None:
            raise NoSuchConcern
        concerns.add_step(session, area_id, row.id, what=f"{file.kind} opened", staff_id=staff_id)
        staff.note(session, f"concern {file.kind} opened", area_id=area_id, staff_id=staff_id, subject=row.reference)
    return file


def _open_from_a_table(session: Connection, area_id: str, reference: str, staff_id: str) -> Opened:
    """What somebody wrote at a young commissioners' table. Raises NoSuchConcern."""
    row = seat_concerns.by_reference(session, area_id, reference)
    if row is None:
        raise NoSuchConcern
    seat_concerns.open_one(session, area_id, row.id, staff_id)
    staff.note(session, "concern opened", area_id=area_id, staff_id=staff_id, subject=row.reference)
    opened = seat_concerns.opened(session, area_id, row.id)
    steps = seat_concerns.steps(session, area_id, row.id)
    audience, where = AT_A_TABLE
    return Opened(
        reference=row.reference,
        level=row.level,
        source="rules",
        received_at=row.received_at,
        audience=audience,
        question=f"{where}: {row.asked}",
        words=unseal(row.words, f"seat_concern:{row.id}"),
        found=row.found,
        written_on=None,
        trail=[
            Step(row.received_at, "received"),
            Step(opened.opened_at, "opened", opened.name),
            *(Step(one.at, one.what, one.name, unseal(one.why, f"seat_concern_step:{one.id}")) for one in steps),
        ],
        is_held=row.released_at is None,
        is_kept=True,
    )


def _asked(survey: Survey, question: str) -> str:
    return WITHOUT_QUESTION.get(question) or survey.question(question).words


def open_contact(area_id: str, contact_id: str, *, staff_id: str) -> tuple[dt.datetime, str]:
    """How to reach somebody who asked for it, for the lead alone. Raises NoSuchConcern."""
    with transaction() as session:
        row = responses.contact_by_id(session, area_id, contact_id)
        if row is None:
            raise NoSuchConcern
        staff.note(session, "contact opened", area_id=area_id, staff_id=staff_id, subject=contact_id)
    return row.asked_at, unseal(row.reach, f"contact:{row.id}")
