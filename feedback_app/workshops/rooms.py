"""A workshop in a room: made from a plan with a named safety adult, looked at, and found by its code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app import asking, people
from feedback_app.codes import tidy_code
from feedback_app.errors import HeardError
from feedback_app.storage import areas, responses, staff, waves
from feedback_app.storage import workshops as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now, today
from feedback_app.workshops.clocks import Clock, behind, clock_of
from feedback_app.workshops.own_plans import ready_plan
from feedback_app.workshops.plans import Plan, PlannedStep
from surveys import load_survey

CODE_HOURS = 2  # after the end of a workshop its code still leads to its last page
OPEN_DAYS = 1  # a workshop that goes on past midnight still takes ideas


class NoSafetyAdult(HeardError):
    words = (
        "A workshop does not start without a named safety adult who is not running it. Choose somebody from the list, "
        "or ask whoever looks after Heard to add one: heard staff add AREA NAME safety_adult."
    )


@dataclass(frozen=True, slots=True)
class Room:
    """A workshop as its pages see it. `step` is the step that is on, with its `clock`; None before and after.

    `turn` rises with every change that a page must show. `slack` is what can still be lost, in minutes.
    """

    id: str
    area_id: str
    area_slug: str
    area_name: str
    example: bool
    opening_id: str
    code: str
    group_name: str
    plan: Plan
    facilitator: str
    safety_adult: str
    safety_id: str
    safety_seen_at: dt.datetime | None
    turn: int
    position: int | None
    step: PlannedStep | None
    clock: Clock | None
    behind: int
    blank: bool
    begun_at: dt.datetime | None
    ended_at: dt.datetime | None

    @property
    def is_on(self) -> bool:
        return self.begun_at is not None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        return self.clock is not None and not self.clock.runs

    @property
    def is_gone(self) -> bool:
        """Whether its code leads nowhere any more."""
        return self.ended_at is not None and now() - self.ended_at > dt.timedelta(hours=CODE_HOURS)

    @property
    def slack(self) -> int:
        return sum(step.slack for step in self.plan.steps[self.position or 0 :])

    def said(self, words: str) -> str:
        """Words of the plan with the names of this room in them."""
        names = {"safety_adult": self.safety_adult, "facilitator": self.facilitator, "area_name": self.area_name}
        for name, value in names.items():
            words = words.replace(f"{{{name}}}", value)
        return words


def make_room(
    area_slug: str, wave_slug: str, plan_id: str, group_name: str, *, facilitator_id: str, safety_id: str
) -> str:
    """Make a workshop that has not begun, with an opening of its own, and return its id.

    Raises NoSafetyAdult, NoSuchPlan, PlanNotReady, and what opening a survey raises.
    """
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        plan = ready_plan(session, area.id, plan_id)
        survey = load_survey(plan.survey)
        if safety_id == facilitator_id or safety_id not in {row.id for row in _safety_adults(session, area.id)}:
            raise NoSafetyAdult
        safety_adult = next(row.name for row in _safety_adults(session, area.id) if row.id == safety_id)
        values = {"safety_adult": safety_adult}
        closes_on = today() + dt.timedelta(days=OPEN_DAYS)
        code = asking.open_within(
            session, area_slug, wave_slug, survey, "workshop", today(), closes_on, "workshop", values
        )
        workshop_id = rows.add(
            session,
            area.id,
            [step.id for step in plan.steps],
            opening_id=waves.opening_by_code(session, code).id,
            group_name=group_name,
            plan=plan.model_dump_json(),
            facilitator_id=facilitator_id,
            safety_id=safety_id,
        )
        staff.note(session, "workshop made", area_id=area.id, staff_id=facilitator_id, subject=workshop_id)
    return workshop_id


def safety_adults(area_slug: str, facilitator_id: str) -> list[tuple[str, str]]:
    """Who can be the safety adult of a workshop that this facilitator runs: ids and names."""
    with reading() as session:
        found = _safety_adults(session, areas.by_slug(session, area_slug).id)
    return list(dict.fromkeys((row.id, row.name) for row in found if row.id != facilitator_id))


def area_with(workshop_id: str) -> str:
    """The slug of the area whose workshop it is, for a page that is of no area's staff. Raises NoSuchWorkshop."""
    with reading() as session:
        return rows.area_slug(session, workshop_id)


def room_of(area_slug: str, workshop_id: str) -> Room:
    """Raises NoSuchWorkshop."""
    with reading() as session:
        return seen(session, rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id))


def room_with(code: str) -> Room:
    """The workshop that a code leads to. Raises NoSuchWorkshop, once it has been over for CODE_HOURS too."""
    with reading() as session:
        room = seen(session, rows.by_code(session, tidy_code(code)))
    if room.is_gone:
        raise rows.NoSuchWorkshop
    return room


def rooms_of(area_slug: str) -> Sequence[Room]:
    """The workshops of an area, the newest first."""
    with reading() as session:
        return [seen(session, row) for row in rows.of_area(session, areas.by_slug(session, area_slug).id)]


def turn_of(code: str) -> tuple[int, bool]:
    """How far a workshop is and whether it is over, from one row. Raises NoSuchWorkshop."""
    with reading() as session:
        found = rows.turn_of(session, code)
    if found is None:
        raise rows.NoSuchWorkshop
    return found


def phones(room: Room) -> int:
    """How many phones have joined; groups that write on one of them are not counted again."""
    with reading() as session:
        return responses.how_many(session, room.area_id, room.opening_id, "phone")


def seen(session: Connection, row: Record) -> Room:
    """A workshop's row as its pages see it, with the clock of its step."""
    plan = Plan.model_validate_json(row.plan)
    step = clock = None
    late = 0
    if row.position is not None:
        step, at = plan.steps[row.position], now()
        timed = rows.step_at(session, row.area_id, row.id, row.position)
        clock, late = clock_of(step, timed, at), behind(plan, row.position, timed, row.begun_at, at)
    return Room(
        id=row.id,
        area_id=row.area_id,
        area_slug=row.area_slug,
        area_name=row.area_name,
        example=row.example,
        opening_id=row.opening_id,
        code=row.code,
        group_name=row.group_name,
        plan=plan,
        facilitator=row.facilitator_name,
        safety_adult=row.safety_name,
        safety_id=row.safety_id,
        safety_seen_at=row.safety_seen_at,
        turn=row.turn,
        position=row.position,
        step=step,
        clock=clock,
        behind=late,
        blank=row.blank,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
    )


def _safety_adults(session: Connection, area_id: str) -> list[Record]:
    return [row for row in staff.everybody(session, area_id) if row.role in people.SAFETY_ROLES]
