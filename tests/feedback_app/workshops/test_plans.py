"""Plans of workshops: what comes with Heard is fit to be used, and the checks find what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from feedback_app.cli import heard
from feedback_app.workshops.plan_checks import problems
from feedback_app.workshops.plans import NoSuchPlan, Plan, PlanDoesNotLoad, load_plan, load_plans, read_plan

PLANS = load_plans()


def changed(**values: Any) -> Plan:
    return load_plan("sixty-minutes").model_copy(update=values)


def with_step(place: int, **values: Any) -> Plan:
    plan = load_plan("sixty-minutes")
    steps = list(plan.steps)
    steps[place] = steps[place].model_copy(update=values)
    return plan.model_copy(update={"steps": tuple(steps)})


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_a_plan_that_comes_with_heard_is_fit_to_be_used(plan: Plan) -> None:
    assert problems(plan) == ()


def test_one_plan_takes_an_hour_and_one_asks_barnsleys_four_questions() -> None:
    assert load_plan("sixty-minutes").minutes == 60
    asked = [step.question for step in load_plan("barnsley-four-questions").steps if step.kind == "ideas"]
    assert asked == ["w1", "w1a", "w2", "w3", "w4a"]


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(NoSuchPlan):
        load_plan("ninety-minutes")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (changed(minutes=70), "the steps take 60 minutes, not the 70"),
        (changed(roles=()), "has no role safety_adult"),
        (changed(steps=load_plan("sixty-minutes").steps[1:]), "does not begin with a welcome"),
        (changed(steps=load_plan("sixty-minutes").steps[:-1]), "does not end with a check-out"),
        (changed(survey="no-such-survey"), "not in the library"),
        (changed(survey="therapy-satisfaction"), "not for workshops"),
        (with_step(0, script=("Hello.",)), "does not say who is there to talk to"),
        (with_step(0, led_by="safety_adult"), "led by the safety adult, who runs nothing"),
        (with_step(0, led_by="chair"), "a role that the plan does not have"),
        (with_step(0, script=("{safety_adult} and {somebody}",)), "a name in braces that nobody fills in"),
        (with_step(1, slack=5), "all of its time is slack"),
        (with_step(1, question="w1"), "only a step of ideas or a check-out takes one"),
        (with_step(1, id="welcome"), "has 2 steps called welcome"),
        (with_step(2, question="w4"), "no question in words"),
        (with_step(2, together=()), "does not say how people answer"),
        (with_step(0, options=("Yes", "No")), "only a poll or a check-out takes them"),
        (with_step(1, options=("Yes",)), "has 1 options: give 2 to 6"),
        (with_step(1, options=("Yes", "Yes")), "has the option Yes 2 times"),
        (with_step(-1, question="w4"), "no question in words"),
        (with_step(3, script=()), "has no script"),
        (with_step(3, phone="word " * 21), "a sentence has more than 20 words"),
    ],
)
def test_the_checks_say_what_to_change(plan: Plan, said: str) -> None:
    assert [line for line in problems(plan) if said in line]


def test_a_long_workshop_has_a_break_and_every_one_has_slack() -> None:
    plan = load_plan("barnsley-four-questions")
    steps = tuple(step.model_copy(update={"slack": 0}) for step in plan.steps if step.kind != "break")

    found = problems(plan.model_copy(update={"steps": steps, "minutes": 65}))

    assert found == (
        "only 0 of 65 minutes are slack: give at least 10% to steps",
        "takes more than 60 minutes and has no break",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [("id =", "is not TOML"), ('id = "UPPER"', "id: String should match"), ("", "steps: Field required")],
)
def test_a_file_that_is_no_plan_is_named_with_the_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)

    with pytest.raises(PlanDoesNotLoad, match=f"mine.toml.*{said}"):
        read_plan(file)


def test_the_command_checks_and_lists() -> None:
    checked = CliRunner().invoke(heard, ["workshops", "check"])
    listed = CliRunner().invoke(heard, ["workshops", "list"])

    assert (checked.exit_code, checked.output) == (0, f"Nothing to change in {len(PLANS)} plans.\n")
    assert "sixty-minutes" in listed.output
    assert "60 min, 15 slack, 12 steps" in listed.output


def test_the_command_ends_with_1_for_a_plan_that_must_be_changed(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    source = Path("feedback_app/workshops/library/sixty-minutes.toml")
    file.write_text(source.read_text(encoding="utf-8").replace("minutes = 60", "minutes = 90", 1), encoding="utf-8")

    result = CliRunner().invoke(heard, ["workshops", "check", str(file)])

    assert result.exit_code == 1
    assert "mine.toml: the steps take 60 minutes, not the 90 that `minutes` says" in result.output
