"""Safeguarding: what the rules find in an answer is held at once, and only the lead opens it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.concerns import Concern, rules_found, worst
from feedback_app.asking import Opening
from feedback_app.errors import NotFound
from feedback_app.storage import areas, concerns, responses, seat_concerns, staff, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.sealing import unseal
from feedback_app.uploads import Upload
from surveys import Survey, survey_from_json

LEVELS = ("red", "amber", "review")
AT_A_TABLE = ("young_commissioner", "Young commissioners’ table")  # audience and place of words that a seat wrote
OTHER_FORMAT = "another_format"
PILE_NAME, PILE_REASON = "pile_name", "pile_reason"
# what stands for a question where words came without one
WITHOUT_QUESTION = {
    OTHER_FORMAT: "Ask for another format",
    PILE_NAME: "The name of a pile in a workshop",
    PILE_REASON: "Why a pile in a workshop is about a standard",
}


class NoSuchConcern(NotFound):
    words = "There is no concern with that reference."


@dataclass(frozen=True, slots=True)
class Listed:
    """A concern as the queue shows it: no words."""

    reference: str
    level: str
    received_at: dt.datetime
    audience: str
    survey_title: str
    is_opened: bool


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file of a concern that is open: its id and kind. What is in it has an address of its own."""

    id: str
    kind: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A concern as only the lead sees it. `found` has category, start and end (characters) of each find.

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
    trail: Sequence[tuple[dt.datetime, str, str]]
    files: Sequence[OpenedFile] = ()


def check_words(
    session: Connection, opening: Opening, answer_id: str | None, question: str, words: str, *, language: str
) -> bool:
    """Run the rules over one answer inside its own transaction; keep what they find and say whether it is held.

    Without an id they are words that were sent beside an answer: nothing is held, and a concern keeps its copy.
    """
    found = seen_by_rules(words, language)
    if not found:
        return False
    _hold(session, opening, answer_id, question, words, worst(found), found, source="rules")
    return True


def check_given(
    session: Connection,
    opening: Opening,
    answer_id: str | None,
    question: str,
    words: str | None,
    files: Sequence[Upload] = (),
    *,
    language: str,
) -> bool:
    """Check everything that came with one answer, inside its own transaction, and say whether it is held.

    No rule reads a drawing or a recording, so it goes to a person: one amber concern with its own copy of the file,
    and of the words beside it, whatever the rules saw in those.
    """
    if not files:
        return bool(words) and check_words(session, opening, answer_id, question, words or "", language=language)
    seen = seen_by_rules(words or "", language)
    found = (*seen, *(Concern("amber", file.kind, 0, 0) for file in files))
    concern_id = _hold(session, opening, answer_id, question, words or "", worst(found), found, source="rules")
    for file in files:
        concerns.add_file(session, opening.area_id, concern_id, file)
    return True


def hold_by_hand(opening: Opening, answer_id: str, level: str, why: str, *, staff_id: str | None = None) -> str:
    """A person holds an answer that the rules let through; the reason is kept with the concern's trail.

    Where its words are quoted in a pack already, the worker writes the next edition without them.
    """
    with transaction() as session:
        row = responses.answer_by_id(session, opening.area_id, answer_id)
        if row is None or row.words is None:
            raise NoSuchConcern("There are no words in that answer to hold.")
        words = responses.open_words(row)
        found = (Concern(level, "by_a_person", 0, len(words)),)  # type: ignore[arg-type]  # level comes from outside
        concern_id = _hold(session, opening, answer_id, row.question, words, level, found, source="person")
        concerns.add_step(session, opening.area_id, concern_id, what="held", staff_id=staff_id, why=why)
        if waves.by_id(session, opening.area_id, opening.wave_id).closed_on is not None:
            work.queue(session, opening.area_id, "next_edition", opening.wave_id)
        return concern_id


def held_answers(area_id: str, wave_id: str) -> frozenset[str]:
    """The ids of the answers of a wave that a concern holds back."""
    with reading() as session:
        return concerns.held_answers(session, area_id, wave_id)


def waiting(area_id: str) -> list[Listed]:
    """The queue: what waits, never what was said."""
    with reading() as session:
        rows = concerns.waiting(session, area_id)
        at_tables = seat_concerns.waiting(session, area_id)
    listed = [
        *(
            Listed(row.reference, row.level, row.received_at, row.audience, row.survey_title, row.is_opened)
            for row in rows
        ),
        *(Listed(row.reference, row.level, row.received_at, *AT_A_TABLE, row.is_opened) for row in at_tables),
    ]
    return sorted(listed, key=lambda one: (LEVELS.index(one.level), one.received_at, one.reference))


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
        trail=[(step.at, step.what, step.name or "") for step in steps],
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


def contacts_waiting(area_id: str) -> list[tuple[str, dt.datetime]]:
    """Who asked to be talked to: an id and a time, no words."""
    with reading() as session:
        return [(row.id, row.asked_at) for row in responses.contacts(session, area_id)]


def open_contact(area_id: str, contact_id: str, *, staff_id: str) -> tuple[dt.datetime, str]:
    """How to reach somebody who asked for it, for the lead alone. Raises NoSuchConcern."""
    with transaction() as session:
        row = responses.contact_by_id(session, area_id, contact_id)
        if row is None:
            raise NoSuchConcern
        staff.note(session, "contact opened", area_id=area_id, staff_id=staff_id, subject=contact_id)
    return row.asked_at, unseal(row.reach, f"contact:{row.id}")


def area_of(slug: str) -> str:
    with reading() as session:
        return str(areas.by_slug(session, slug).id)


def seen_by_rules(words: str, language: str) -> tuple[Concern, ...]:
    """What the rules find in words; where they themselves fail, that a person must look."""
    try:
        return rules_found(words, language=language)
    except Exception:  # the rules themselves failed: the answer is kept, and a person looks
        return (Concern("review", "rules_failed", 0, len(words)),)


def _open_from_a_table(session: Connection, area_id: str, reference: str, staff_id: str) -> Opened:
    """What somebody wrote at a young commissioners' table. Raises NoSuchConcern."""
    row = seat_concerns.by_reference(session, area_id, reference)
    if row is None:
        raise NoSuchConcern
    seat_concerns.open_one(session, area_id, row.id, staff_id)
    staff.note(session, "concern opened", area_id=area_id, staff_id=staff_id, subject=row.reference)
    opened = seat_concerns.opened(session, area_id, row.id)
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
        trail=[(row.received_at, "received", ""), (opened.opened_at, "opened", opened.name)],
    )


def _asked(survey: Survey, question: str) -> str:
    return WITHOUT_QUESTION.get(question) or survey.question(question).words


def _hold(
    session: Connection,
    opening: Opening,
    answer_id: str | None,
    question: str,
    words: str,
    level: str,
    found: Sequence[Concern],
    *,
    source: str,
) -> str:
    return concerns.add(
        session,
        opening.area_id,
        wave_id=opening.wave_id,
        opening_id=opening.id,
        answer_id=answer_id,
        question=question,
        audience=opening.audience,
        level=level,
        source=source,
        found=[{"category": one.category, "start": one.start, "end": one.end} for one in found],
        words=words,
    )
