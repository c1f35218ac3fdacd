"""Running a workshop: it begins, goes on and back, pauses, is blank, gets minutes, and ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.storage import areas, staff, waves
from feedback_app.storage import workshops as rows
from feedback_app.storage.db import transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now, today
from feedback_app.workshops.plans import Plan

FEWEST_MINUTES, MOST_MINUTES = 1, 15


class SafetyAdultNotThere(HeardError):
    words = (
        "The workshop does not begin before the safety adult has opened their page, because nobody else is told when "
        "words need a safety check. Give them the link on this page."
    )


class SafetyAdultRunsNothing(HeardError):
    status = 403
    words = "You are the safety adult of this workshop, so somebody else runs it."


class NotNow(HeardError):
    status = 409
    words = "That cannot be done now: the workshop has not begun, or it is over."


Move = Callable[[Connection, Record, Plan, dt.datetime], dict[str, object]]


def begin(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """Begin with the first step. Raises SafetyAdultNotThere, SafetyAdultRunsNothing."""

    def first(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if row.begun_at is not None:
            raise NotNow
        if row.safety_seen_at is None:
            raise SafetyAdultNotThere
        _enter(session, row, 0, at)
        return {"position": 0, "begun_at": at}

    return _moved(area_slug, workshop_id, turn, staff_id, "workshop begun", first)


def go_on(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """To the next step; from the last one nowhere. Raises NotNow."""

    def on(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if row.position is None or row.position + 1 >= len(plan.steps):
            raise NotNow
        _leave(session, row, at)
        _enter(session, row, row.position + 1, at)
        return {"position": row.position + 1}

    return _moved(area_slug, workshop_id, turn, staff_id, "next step", on)


def go_back(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """To the step before, whose time went on meanwhile: it is for a Next that was pressed too soon. Raises NotNow."""

    def back(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if not row.position:
            raise NotNow
        _leave(session, row, at)
        _enter(session, row, row.position - 1, at)
        return {"position": row.position - 1}

    return _moved(area_slug, workshop_id, turn, staff_id, "step back", back)


def pause(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """Stop the clock and ask phones to look up; or go on where it is stopped. Raises NotNow."""

    def stop(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if row.position is None:
            raise NotNow
        step = rows.step_at(session, row.area_id, row.id, row.position)
        if step.paused_at is None:
            rows.change_step(session, row.area_id, step.id, paused_at=at)
        else:
            _resume(session, row, step, at)
        return {}

    return _moved(area_slug, workshop_id, turn, staff_id, "pause", stop)


def blank(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """Take everything off the projector, or put it back."""
    return _moved(
        area_slug, workshop_id, turn, staff_id, "screen", lambda _session, row, _plan, _at: {"blank": not row.blank}
    )


def add_minutes(area_slug: str, workshop_id: str, turn: int, minutes: int, *, staff_id: str) -> bool:
    """Give the step that is on more time. Raises NotNow."""

    def add(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if row.position is None or not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
            raise NotNow
        step = rows.step_at(session, row.area_id, row.id, row.position)
        rows.change_step(session, row.area_id, step.id, added_seconds=step.added_seconds + 60 * minutes)
        return {}

    return _moved(area_slug, workshop_id, turn, staff_id, "more time", add)


def end(area_slug: str, workshop_id: str, turn: int, *, staff_id: str) -> bool:
    """End the workshop: no phone can say anything more, and its last page stays for two hours. Raises NotNow."""

    def over(session: Connection, row: Record, plan: Plan, at: dt.datetime) -> dict[str, object]:
        if row.begun_at is None:
            raise NotNow
        if row.position is not None:
            _leave(session, row, at)
        waves.close_opening(session, row.area_id, row.opening_id, today(), "the workshop is over")
        return {"position": None, "ended_at": at, "blank": False}

    return _moved(area_slug, workshop_id, turn, staff_id, "workshop over", over)


def refuse_safety_adult(safety_id: str, staff_id: str) -> None:
    """Raises SafetyAdultRunsNothing."""
    if safety_id == staff_id:
        raise SafetyAdultRunsNothing


def _moved(area_slug: str, workshop_id: str, turn: int, staff_id: str, what: str, move: Move) -> bool:
    """Make one move for whoever saw the room at this turn; False when somebody else was quicker: nothing changes."""
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        refuse_safety_adult(row.safety_id, staff_id)
        if row.turn != turn:
            return False
        if row.ended_at is not None:
            raise NotNow
        changes = move(session, row, Plan.model_validate_json(row.plan), now())
        if not rows.change(session, row.area_id, row.id, turn, **changes):
            raise NotNow  # somebody else's move came between: nothing of this one is kept
        staff.note(session, what, area_id=row.area_id, staff_id=staff_id, subject=row.id)
    return True


def _enter(session: Connection, row: Record, position: int, at: dt.datetime) -> None:
    step = rows.step_at(session, row.area_id, row.id, position)
    rows.change_step(session, row.area_id, step.id, begun_at=step.begun_at or at, ended_at=None)


def _leave(session: Connection, row: Record, at: dt.datetime) -> None:
    step = rows.step_at(session, row.area_id, row.id, row.position)
    if step.paused_at is not None:
        _resume(session, row, step, at)
    rows.change_step(session, row.area_id, step.id, ended_at=at)


def _resume(session: Connection, row: Record, step: Record, at: dt.datetime) -> None:
    stopped = int((at - step.paused_at).total_seconds())
    rows.change_step(session, row.area_id, step.id, paused_at=None, paused_seconds=int(step.paused_seconds) + stopped)
