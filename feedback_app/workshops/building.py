"""Building a plan: copied or begun with little, its steps added, moved, taken out and changed, over values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from feedback_app.errors import NotFound
from feedback_app.workshops.plans import FACILITATOR, SAFETY, Kind, Plan, PlannedStep, load_plans
from surveys import load_library

KINDS: Mapping[str, str] = {
    "talk": "Talk: welcome, or something to explain",
    "poll": "Quick poll",
    "ideas": "Ideas",
    "break": "Break",
    "piles": "Piles",
    "naming": "Names for the piles",
    "dots": "Dots",
    "standards": "Which standards it is about",
    "action": "One action",
    "statement": "What the group says together",
    "check_out": "Check-out",
}
ROLES: Mapping[str, str] = {
    FACILITATOR: "Facilitator",
    SAFETY: "Safety adult",
    "helper": "Helper",
    "chair": "Chair",
    "scribe": "Scribe",
}
FEWEST_MINUTES, MOST_MINUTES = 10, 240
FIRST_SURVEY = "commissioning-workshop-prompts"


class NoSuchStep(NotFound):
    words = "That step is not in the plan any more."


def empty_plan(plan_id: str) -> Plan:
    """A plan with what every workshop has: a welcome, a check-out and two adults."""
    steps = (_usual("talk"), _usual("check_out").model_copy(update={"minutes": FEWEST_MINUTES // 2}))
    roles = [role for plan in load_plans() for role in plan.roles if role.id in (FACILITATOR, SAFETY)][:2]
    head = {"id": plan_id, "version": 1, "title": "Our workshop", "summary": "What it is for.", "source": "Built here"}
    return _plan({**head, "survey": FIRST_SURVEY, "roles": roles}, steps)


def copy_of(plan: Plan, plan_id: str) -> Plan:
    """The same plan under an id of its own, to be changed."""
    head = {"id": plan_id, "version": 1, "title": f"{plan.title} (copy)", "source": f"Copied from: {plan.title}"}
    return _plan(plan.model_dump() | head, plan.steps)


def with_head(plan: Plan, *, title: str, summary: str, survey: str, does: Mapping[str, str]) -> Plan:
    """What a plan is called, what it asks, and what each role does; a role that does nothing is not in it."""
    names: Mapping[str, str] = {role.id: role.name for role in plan.roles}
    roles = [{"id": one, "name": names.get(one, ROLES[one]), "does": does[one]} for one in ROLES if does.get(one)]
    return _plan(plan.model_dump() | {"title": title, "summary": summary, "survey": survey, "roles": roles}, plan.steps)


def with_new(plan: Plan, kind: str) -> tuple[Plan, PlannedStep]:
    """One more step, filled with what is usual for its kind, before the check-out. Raises NoSuchStep."""
    if kind not in get_args(Kind):
        raise NoSuchStep
    known, name = {step.id for step in plan.steps}, kind.replace("_", "-")
    step_id = next(
        one for one in (name, *(f"{name}-{number}" for number in range(2, len(known) + 3))) if one not in known
    )
    changes: dict[str, Any] = {"id": step_id, "led_by": FACILITATOR}
    texts = list(questions(plan.survey))
    asked = {step.question for step in plan.steps}
    if kind == "ideas":
        changes["question"] = next((one for one in texts if one not in asked), texts[0] if texts else None)
    elif kind == "check_out":
        changes["question"] = None
    step = _usual(kind).model_copy(update=changes)
    place = len(plan.steps)
    if place and plan.steps[-1].kind == "check_out" and kind != "check_out":
        place -= 1
    return _plan(plan.model_dump(), (*plan.steps[:place], step, *plan.steps[place:])), step


def with_moved(plan: Plan, step_id: str, by: int) -> Plan:
    """A step one place up (-1) or down (1); at either end it stays. Raises NoSuchStep."""
    place = place_of(plan, step_id)
    steps = list(plan.steps)
    steps.insert(max(0, place + by), steps.pop(place))
    return _plan(plan.model_dump(), steps)


def without(plan: Plan, step_id: str) -> Plan:
    """Raises NoSuchStep."""
    place = place_of(plan, step_id)
    return _plan(plan.model_dump(), (*plan.steps[:place], *plan.steps[place + 1 :]))


def with_changed(plan: Plan, step_id: str, values: Mapping[str, Any]) -> Plan:
    """Raises NoSuchStep."""
    place = place_of(plan, step_id)
    step = PlannedStep.model_validate(plan.steps[place].model_dump() | dict(values))
    return _plan(plan.model_dump(), (*plan.steps[:place], step, *plan.steps[place + 1 :]))


def place_of(plan: Plan, step_id: str) -> int:
    """Raises NoSuchStep."""
    found = next((place for place, step in enumerate(plan.steps) if step.id == step_id), None)
    if found is None:
        raise NoSuchStep
    return found


def questions(survey_id: str) -> Mapping[str, str]:
    """What a step can ask of a survey: the words of each question that is answered in words, by its id."""
    survey = load_library().get(survey_id)
    return {} if survey is None else {one.id: one.words for one in survey.questions if one.is_text}


def surveys_to_ask() -> Mapping[str, str]:
    """The titles of the surveys that are for workshops, by their ids."""
    return {one.id: one.title for one in load_library().values() if "workshop" in one.audiences}


def _usual(kind: str) -> PlannedStep:
    return next(step for plan in load_plans() for step in plan.steps if step.kind == kind)


def _plan(values: Mapping[str, Any], steps: Sequence[PlannedStep]) -> Plan:
    """The time of a plan is that of its steps; where it cannot be, the checks say so."""
    minutes = min(max(sum(step.minutes for step in steps), FEWEST_MINUTES), MOST_MINUTES)
    return Plan.model_validate({**values, "minutes": minutes, "steps": tuple(steps)})
