"""Building a plan of one's own: over values, and kept version after version."""

from __future__ import annotations

from typing import get_args

import pytest

from feedback_app.workshops import building, own_plans, rooms
from feedback_app.workshops.building import KINDS, NoSuchStep
from feedback_app.workshops.own_plans import OWN, PlanChanged, PlanNotReady
from feedback_app.workshops.plan_checks import found_in
from feedback_app.workshops.plans import Kind, NoSuchPlan, Plan, load_plan
from tests.hall import a_hall
from tests.term import AREA, WAVE, Term

SIXTY = load_plan("sixty-minutes")


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


def ids(plan: Plan) -> list[str]:
    return [step.id for step in plan.steps]


def test_a_copy_is_as_fit_as_what_it_is_a_copy_of() -> None:
    made = building.copy_of(SIXTY, "own-1")

    assert (made.id, made.title, made.steps) == ("own-1", f"{SIXTY.title} (copy)", SIXTY.steps)
    assert found_in(made) == ()


def test_a_plan_begins_with_a_welcome_a_check_out_and_two_adults_and_says_what_it_lacks() -> None:
    made = building.empty_plan("own-1")

    assert ([step.kind for step in made.steps], len(made.roles)) == (["talk", "check_out"], 2)
    assert [one.words for one in found_in(made)] == ["has no step of ideas: nobody says anything in it"]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_step_of_every_kind_can_be_added_and_is_filled_with_what_is_usual(kind: str) -> None:
    plan, step = building.with_new(SIXTY, kind)

    assert (step.kind, step.id in ids(SIXTY), kind in KINDS) == (kind, False, True)
    assert [one for one in found_in(plan) if one.step == step.id] == []
    assert plan.minutes == SIXTY.minutes + step.minutes
    if kind != "check_out":
        assert plan.steps[-1].kind == "check_out"


def test_steps_go_up_and_down_and_stop_at_either_end() -> None:
    plan = building.with_moved(SIXTY, "dots", -1)
    assert ids(plan)[4:7] == ["piles", "dots", "naming"]
    assert building.with_moved(plan, "dots", 1) == SIXTY
    assert building.with_moved(SIXTY, "welcome", -1) == SIXTY
    assert building.with_moved(SIXTY, "check-out", 1) == SIXTY


def test_a_step_that_is_taken_out_takes_its_minutes_and_another_is_not_there() -> None:
    assert (
        building.without(SIXTY, "dots").minutes == SIXTY.minutes - SIXTY.steps[building.place_of(SIXTY, "dots")].minutes
    )
    for change in (building.without, lambda plan, step: building.with_moved(plan, step, 1)):
        with pytest.raises(NoSuchStep):
            change(SIXTY, "lunch")
    with pytest.raises(NoSuchStep):
        building.with_new(SIXTY, "lunch")


def test_what_a_step_lacks_names_its_step_and_its_field() -> None:
    plan = building.with_changed(SIXTY, "vision", {"slack": 7, "screen": "word " * 21})

    assert {(one.step, one.field) for one in found_in(plan)} == {("vision", "slack"), ("vision", "screen")}


def test_a_role_without_words_is_not_in_the_plan() -> None:
    made = building.with_head(
        SIXTY, title="Ours", summary="For us", survey=SIXTY.survey, does={"facilitator": "Runs it"}
    )

    assert [role.id for role in made.roles] == ["facilitator"]
    assert any("has no role safety_adult" in one.words for one in found_in(made))


def test_each_change_is_a_version_that_undo_takes_back_and_two_at_once_are_told(term: Term) -> None:
    plan_id = own_plans.begin(AREA, "sixty-minutes", staff_id=term.staff["Sam"])
    first = own_plans.one(AREA, plan_id)
    shorter = building.without(first.plan, "dots")

    own_plans.keep(AREA, plan_id, 1, shorter, staff_id=term.staff["Sam"])
    with pytest.raises(PlanChanged):
        own_plans.keep(AREA, plan_id, 1, first.plan, staff_id=term.staff["Bea"])
    kept = own_plans.one(AREA, plan_id)
    own_plans.keep(AREA, plan_id, 2, kept.plan, staff_id=term.staff["Sam"])  # changes nothing

    assert (kept.version, kept.plan.version, ids(kept.plan)) == (2, 2, ids(shorter))
    own_plans.undo(AREA, plan_id, 2, staff_id=term.staff["Sam"])
    assert (own_plans.one(AREA, plan_id).version, own_plans.one(AREA, plan_id).plan.steps) == (3, SIXTY.steps)


def test_a_workshop_starts_from_a_plan_that_is_ready_and_keeps_it_as_it_was(term: Term) -> None:
    sam = term.staff["Sam"]
    plan_id = own_plans.begin(AREA, "sixty-minutes", staff_id=sam)
    hall = a_hall(term, plan=OWN + plan_id)
    assert OWN + plan_id in {plan.id for plan in own_plans.to_choose(AREA)}

    own_plans.keep(
        AREA, plan_id, 1, building.without(SIXTY.model_copy(update={"id": OWN + plan_id}), "check-out"), staff_id=sam
    )

    assert ids(hall.room.plan) == ids(SIXTY)
    assert OWN + plan_id not in {plan.id for plan in own_plans.to_choose(AREA)}
    with pytest.raises(PlanNotReady):
        rooms.make_room(AREA, WAVE, OWN + plan_id, "Others", facilitator_id=sam, safety_id=term.staff["Priya"])


def test_what_is_taken_off_the_list_is_found_no_more(term: Term) -> None:
    plan_id = own_plans.begin(AREA, staff_id=term.staff["Sam"])

    own_plans.take_off(AREA, plan_id, staff_id=term.staff["Sam"])

    assert own_plans.every(AREA) == []
    with pytest.raises(NoSuchPlan):
        own_plans.one(AREA, plan_id)
    with pytest.raises(NoSuchPlan):
        own_plans.begin(AREA, OWN + plan_id, staff_id=term.staff["Sam"])
