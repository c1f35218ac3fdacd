"""An area's own plans: each change is one more version, and a workshop keeps the version that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.storage import areas
from feedback_app.storage import own_plans as rows
from feedback_app.storage import staff as staff_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.workshops.building import copy_of, empty_plan
from feedback_app.workshops.plan_checks import Problem, found_in
from feedback_app.workshops.plans import NoSuchPlan, Plan, load_plan, load_plans

OWN = "own-"  # what the id of a plan of an area begins with, and that of none in the library


class PlanChanged(HeardError):
    status = 409
    words = "Somebody else has changed this plan meanwhile. Open it again: your change is not kept."


class PlanNotReady(HeardError):
    words = "Something must still be changed in this plan, so no workshop can start from it. Its page says what."


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan of an area as it is now, and what must still be changed in it."""

    id: str
    version: int
    plan: Plan
    problems: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        return not self.problems


def begin(area_slug: str, copied: str = "", *, staff_id: str) -> str:
    """Begin a plan, as a copy of one (of the library or the area's own) or nearly empty. Raises NoSuchPlan."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        source = plan_of(session, area_id, copied) if copied else None
        plan_id = rows.add(session, area_id)
        plan = copy_of(source, OWN + plan_id) if source else empty_plan(OWN + plan_id)
        rows.change(session, area_id, plan_id, 1, plan.model_dump_json(), staff_id=staff_id)
        staff_rows.note(session, "plan begun", area_id=area_id, staff_id=staff_id, subject=plan_id)
    return plan_id


def every(area_slug: str) -> Sequence[OwnPlan]:
    """The plans of an area, the last changed first."""
    with reading() as session:
        return [_seen(row) for row in rows.of_area(session, areas.by_slug(session, area_slug).id)]


def one(area_slug: str, plan_id: str) -> OwnPlan:
    """Raises NoSuchPlan."""
    with reading() as session:
        return _seen(_newest(session, areas.by_slug(session, area_slug).id, plan_id))


def keep(area_slug: str, plan_id: str, version: int, plan: Plan, *, staff_id: str) -> None:
    """Keep a change to the version that was seen; the same again is no version. Raises PlanChanged, NoSuchPlan."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        newest = _newest(session, area_id, plan_id)
        if newest.version != version:
            raise PlanChanged
        if plan != _seen(newest).plan:
            _keep(session, area_id, plan_id, version + 1, plan, staff_id)


def undo(area_slug: str, plan_id: str, version: int, *, staff_id: str) -> None:
    """Go back to the version before, as one more version. Raises PlanChanged, NoSuchPlan."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        if _newest(session, area_id, plan_id).version != version:
            raise PlanChanged
        before = rows.version(session, area_id, plan_id, version - 1)
        if before is not None:
            _keep(session, area_id, plan_id, version + 1, _seen(before).plan, staff_id)


def take_off(area_slug: str, plan_id: str, *, staff_id: str) -> None:
    """Take a plan off the list; workshops that were made of it keep theirs."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        rows.take_off(session, area_id, plan_id)
        staff_rows.note(session, "plan taken off", area_id=area_id, staff_id=staff_id, subject=plan_id)


def to_choose(area_slug: str) -> tuple[Plan, ...]:
    """The plans from which a workshop can start: an area's own that are ready, and those of the library."""
    return (*(one.plan for one in every(area_slug) if one.is_ready), *load_plans())


def plan_of(session: Connection, area_id: str, plan_id: str) -> Plan:
    """A plan of the library or of the area, by the plan's id. Raises NoSuchPlan."""
    if not plan_id.startswith(OWN):
        return load_plan(plan_id)
    return _seen(_newest(session, area_id, plan_id.removeprefix(OWN))).plan


def ready_plan(session: Connection, area_id: str, plan_id: str) -> Plan:
    """A plan from which a workshop can start. Raises NoSuchPlan, PlanNotReady."""
    plan = plan_of(session, area_id, plan_id)
    if plan_id.startswith(OWN) and found_in(plan):
        raise PlanNotReady
    return plan


def _keep(session: Connection, area_id: str, plan_id: str, version: int, plan: Plan, staff_id: str) -> None:
    numbered = plan.model_copy(update={"version": version})
    if not rows.change(session, area_id, plan_id, version, numbered.model_dump_json(), staff_id=staff_id):
        raise PlanChanged


def _newest(session: Connection, area_id: str, plan_id: str) -> Record:
    row = rows.newest(session, area_id, plan_id)
    if row is None:
        raise NoSuchPlan
    return row


def _seen(row: Record) -> OwnPlan:
    plan = Plan.model_validate_json(row.plan)
    return OwnPlan(row.plan_id, row.version, plan, found_in(plan))
