"""What a facilitator writes down: how many came of which group, and notes apart from anything young people said."""

from __future__ import annotations

from collections.abc import Sequence

from feedback_app.errors import HeardError
from feedback_app.storage import areas
from feedback_app.storage import workshops as rows
from feedback_app.storage.db import reading, transaction

MOST_PEOPLE = 500
LONGEST_NOTE = 2_000


class NotACount(HeardError):
    words = f"Write how many people came: a whole number from 1 to {MOST_PEOPLE}."


class NotANote(HeardError):
    words = f"A note is between 1 and {LONGEST_NOTE:,} letters long."


def count_people(area_slug: str, workshop_id: str, group_name: str, people: int, *, staff_id: str) -> None:
    """Keep how many of a group came, never who; again corrects it. Raises NotACount, NoSuchWorkshop."""
    if not 1 <= people <= MOST_PEOPLE:
        raise NotACount
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        rows.count_people(session, row.area_id, row.id, group_name or row.group_name, people, staff_id)


def counts(area_slug: str, workshop_id: str) -> Sequence[tuple[str, int]]:
    """Groups by name, and how many came of each."""
    with reading() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        return [(one.group_name, one.people) for one in rows.attendances(session, row.area_id, row.id)]


def note(area_slug: str, workshop_id: str, words: str, *, staff_id: str) -> None:
    """Keep a facilitator's note, sealed, with the step that was on. Raises NotANote, NoSuchWorkshop."""
    if not 1 <= len(words.strip()) <= LONGEST_NOTE:
        raise NotANote
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        step = None if row.position is None else rows.step_at(session, row.area_id, row.id, row.position).step
        rows.add_note(session, row.area_id, row.id, staff_id=staff_id, step=step, words=words.strip())


def notes(area_slug: str, workshop_id: str) -> Sequence[tuple[str | None, str]]:
    """The step in which each note was written, and its words; the oldest first."""
    with reading() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        return rows.notes(session, row.area_id, row.id)
