"""What a workshop's plan must keep, so that a facilitator can trust its clock, its scripts and its safety."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from feedback_app.readability.words import longest_sentence
from feedback_app.workshops.plans import FACILITATOR, SAFETY, Plan, PlannedStep
from surveys import Survey, SurveyError, load_survey

LONGEST_WITHOUT_A_BREAK = 60  # minutes; a group of disabled young people needs one sooner
LEAST_SLACK = 0.1  # of the whole time: something always runs over
SAFETY_NAME = "{safety_adult}"  # where a script says who is there to talk to
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6  # of what can be chosen with one tap
MOST_WORDS = 20  # of a sentence that young people read or hear
ROOM_NAMES = (SAFETY_NAME, "{facilitator}", "{area_name}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must be changed: in one step (by its id) and one of its fields, or in the plan as a whole."""

    words: str
    step: str = ""
    field: str = ""

    @property
    def line(self) -> str:
        """For a list of all of them."""
        return f"{self.step}: {self.words}" if self.step else self.words

    @property
    def sentence(self) -> str:
        """For a page on which it is plain what it is about."""
        return self.words[:1].upper() + self.words[1:]


def problems(plan: Plan) -> tuple[str, ...]:
    """Everything that must be changed in a plan, each in one line; nothing when it is fit to be used."""
    return tuple(one.line for one in found_in(plan))


def found_in(plan: Plan) -> tuple[Problem, ...]:
    """The same, each with the step and the field that it is about."""
    return (*_clock(plan), *_people(plan), *_order(plan), *_asked(plan), *_each(plan))


def _clock(plan: Plan) -> Iterator[Problem]:
    planned = sum(step.minutes for step in plan.steps)
    if planned != plan.minutes:
        yield Problem(f"the steps take {planned} minutes, not the {plan.minutes} that `minutes` says")
    if plan.slack < LEAST_SLACK * plan.minutes:
        yield Problem(
            f"only {plan.slack} of {plan.minutes} minutes are slack: give at least {LEAST_SLACK:.0%} to steps"
        )
    for step in plan.steps:
        if step.slack >= step.minutes:
            yield Problem("all of its time is slack; a step that may go altogether is no step", step.id, "slack")
    if plan.minutes > LONGEST_WITHOUT_A_BREAK and not any(step.kind == "break" for step in plan.steps):
        yield Problem(f"takes more than {LONGEST_WITHOUT_A_BREAK} minutes and has no break")


def _people(plan: Plan) -> Iterator[Problem]:
    roles = Counter[str](role.id for role in plan.roles)
    for needed in (FACILITATOR, SAFETY):
        if not roles[needed]:
            yield Problem(f"has no role {needed}: two adults are in the room, and one of them does not run it")
    yield from (Problem(f"has the role {name} {times} times") for name, times in roles.items() if times > 1)
    for step in plan.steps:
        if step.led_by not in roles:
            yield Problem(f"is led by {step.led_by}, a role that the plan does not have", step.id, "led_by")
        if step.led_by == SAFETY:
            yield Problem("is led by the safety adult, who runs nothing", step.id, "led_by")


def _order(plan: Plan) -> Iterator[Problem]:
    for name, times in Counter(step.id for step in plan.steps).items():
        if times > 1:
            yield Problem(f"has {times} steps called {name}")
    if not plan.steps or plan.steps[0].kind != "talk":
        yield Problem("does not begin with a welcome (a step of kind talk)")
        return
    if plan.steps[-1].kind != "check_out":
        yield Problem("does not end with a check-out")
    if not any(SAFETY_NAME in line for line in plan.steps[0].script):
        yield Problem(f"its script does not say who is there to talk to ({SAFETY_NAME})", plan.steps[0].id, "script")
    kinds = [step.kind for step in plan.steps]
    if kinds.count("dots") > 1:
        yield Problem("has more than one step of dots: they are put and counted once")
    for later, sooner in (("naming", "piles"), ("dots", "piles"), ("standards", "piles"), ("piles", "ideas")):
        if later in kinds and sooner not in kinds[: kinds.index(later)]:
            yield Problem(f"has {later} before anything of {sooner}")


def _asked(plan: Plan) -> Iterator[Problem]:
    try:
        survey = load_survey(plan.survey)
    except SurveyError:
        yield Problem(f"asks the survey {plan.survey}, which is not in the library")
        return
    if "workshop" not in survey.audiences:
        yield Problem(f"asks {plan.survey}, which is not for workshops")
    for step in plan.steps:
        yield from _question(step, survey)
        yield from _options(step)
    if not any(step.kind == "ideas" for step in plan.steps):
        yield Problem("has no step of ideas: nobody says anything in it")


def _question(step: PlannedStep, survey: Survey) -> Iterator[Problem]:
    if step.kind not in ("ideas", "check_out") and (step.question or step.together):
        yield Problem("has a question, and only a step of ideas or a check-out takes one", step.id, "question")
        return
    texts = {question.id for question in survey.questions if question.is_text}
    if (step.kind == "ideas" or step.question) and step.question not in texts:
        yield Problem(f"asks {step.question}, which is no question in words of {survey.id}", step.id, "question")
    if step.kind == "ideas" and not step.together:
        yield Problem("does not say how people answer: alone, pair, group", step.id, "together")


def _options(step: PlannedStep) -> Iterator[Problem]:
    if step.kind not in ("poll", "check_out"):
        if step.options:
            yield Problem("has options, and only a poll or a check-out takes them", step.id, "options")
        return
    if not FEWEST_OPTIONS <= len(step.options) <= MOST_OPTIONS:
        yield Problem(
            f"has {len(step.options)} options: give {FEWEST_OPTIONS} to {MOST_OPTIONS} to choose from",
            step.id,
            "options",
        )
    for words, times in Counter(step.options).items():
        if times > 1:
            yield Problem(f"has the option {words} {times} times", step.id, "options")


def _each(plan: Plan) -> Iterator[Problem]:
    for step in plan.steps:
        if not step.script:
            yield Problem("has no script", step.id, "script")
        if step.most_on_one > step.dots:
            yield Problem(
                f"lets {step.most_on_one} dots stand on one pile, and gives {step.dots}", step.id, "most_on_one"
            )
        said = [("script", line) for line in step.script]
        for name, line in (*said, ("screen", step.screen), ("phone", step.phone)):
            if longest_sentence([line]) > MOST_WORDS:
                yield Problem(f"a sentence has more than {MOST_WORDS} words: {line}", step.id, name)
            left = line
            for known in ROOM_NAMES:
                left = left.replace(known, "")
            if "{" in left or "}" in left:
                yield Problem(f"has a name in braces that nobody fills in: {line}", step.id, name)
