"""Releasing: the lead says that held words may be shown again, and why; or holds them again. No code path else does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.safeguarding.opened import NoSuchConcern
from feedback_app.storage import concerns, copies, seat_concerns, staff, waves, work
from feedback_app.storage.db import transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now

RELEASED, HELD_AGAIN = "may be shown again", "held again"


class NotOpened(HeardError):
    status = 409
    words = "Nobody has opened this concern yet. Open it and read it first."


class NothingToShow(HeardError):
    status = 409
    words = "There is nothing to show again: the words were taken back, or were never kept as an answer."


class NoReason(HeardError):
    words = "Write why the words may be shown again, or may not."


def release(area_id: str, reference: str, why: str, *, staff_id: str) -> None:
    """Let words back into counts and pages, at the next analysis. Again changes nothing.

    The concern, its own copy and its trail stay. Where another concern holds the same answer, it stays held. Raises
    NoSuchConcern, NotOpened, NothingToShow, NoReason.
    """
    _decide(area_id, reference, why, at=now(), staff_id=staff_id)


def hold_again(area_id: str, reference: str, why: str, *, staff_id: str) -> None:
    """Take words out of everything again, as `hold_by_hand` does. Raises as `release`."""
    _decide(area_id, reference, why, at=None, staff_id=staff_id)


def _decide(area_id: str, reference: str, why: str, *, at: dt.datetime | None, staff_id: str) -> None:
    if not why.strip():
        raise NoReason
    step = {"what": RELEASED if at else HELD_AGAIN, "staff_id": staff_id, "why": why.strip()}
    with transaction() as session:
        row = concerns.by_reference(session, area_id, reference)
        at_a_table = seat_concerns.by_reference(session, area_id, reference) if row is None else None
        if row is not None:
            is_new = _of_an_answer(session, row, at, step)
        elif at_a_table is not None:
            is_new = _of_a_table(session, at_a_table, at, step)
        else:
            raise NoSuchConcern
        if is_new:
            staff.note(session, f"concern {step['what']}", area_id=area_id, staff_id=staff_id, subject=reference)


def _of_an_answer(session: Connection, row: Record, at: dt.datetime | None, step: Mapping[str, str]) -> bool:
    if not any(one.what == "opened" for one in concerns.steps(session, row.area_id, row.id)):
        raise NotOpened
    if row.answer_id is None:
        raise NothingToShow
    if not concerns.release(session, row.area_id, row.id, at):
        return False
    concerns.add_step(session, row.area_id, row.id, **step)
    copies.turn_rooms(session, row.area_id, row.answer_id)
    if at is None and waves.by_id(session, row.area_id, row.wave_id).closed_on is not None:
        work.queue(session, row.area_id, "next_edition", row.wave_id)
    return True


def _of_a_table(session: Connection, row: Record, at: dt.datetime | None, step: Mapping[str, str]) -> bool:
    if row.opened_at is None:
        raise NotOpened
    if not seat_concerns.release(session, row.area_id, row.id, at):
        return False
    seat_concerns.add_step(session, row.area_id, row.id, **step)
    return True
