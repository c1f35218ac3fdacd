"""Which question comes next: facts learnt from answers, a short route, and repeats for each service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.model import Survey
from surveys.questions import Question
from surveys.routes import Repeat

Answers = Mapping[tuple[str, str], tuple[str, ...]]
"""The chosen options' ids by (question, repeat). Words are any one marker; () is a question passed by."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question as it is met: `repeat` is the service it is about, or empty."""

    question: str
    repeat: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Where its answer stands in `Answers`."""
        return (self.question, self.repeat)


def steps(survey: Survey, answers: Answers) -> tuple[Step, ...]:
    """Every step to be asked, in order, as far as the answers given can tell.

    What comes up to a step depends only on answers to steps before it. An answer to a question that is no longer asked
    decides nothing. Facts have three values: what nobody has said is neither true nor false, and shows nothing.

    Parameters
    ----------
    survey
        As one audience meets it; see `Survey.for_audience`.
    answers
        Everything answered so far.
    """
    return tuple(_walk(survey, answers))


def first_step(survey: Survey) -> Step:
    """Where everybody starts."""
    return steps(survey, {})[0]


def step_after(survey: Survey, answers: Answers, step: Step) -> Step | None:
    """The next step, or None at the end.

    From a step that is no longer asked (an earlier answer was changed in another tab) it goes on with the first one
    that has no answer.

    Raises
    ------
    UnknownQuestion
        The survey never had such a question.
    """
    survey.question(step.question)
    path = steps(survey, answers)
    if step not in path:
        return first_unanswered(survey, answers)
    return next(iter(path[path.index(step) + 1 :]), None)


def step_before(survey: Survey, answers: Answers, step: Step) -> Step | None:
    """The step before, or None at the start; from a step that is no longer asked, the last one answered.

    Raises
    ------
    UnknownQuestion
        The survey never had such a question.
    """
    survey.question(step.question)
    path = steps(survey, answers)
    if step not in path:
        return next((earlier for earlier in reversed(path) if earlier.key in answers), None)
    return path[path.index(step) - 1] if path[0] != step else None


def first_unanswered(survey: Survey, answers: Answers) -> Step | None:
    """Where somebody who comes back goes on: the first step never answered nor passed by."""
    return next((step for step in steps(survey, answers) if step.key not in answers), None)


def first_box(survey: Survey, answers: Answers) -> Step | None:
    """The step before which the words about free boxes are shown."""
    return next((step for step in steps(survey, answers) if survey.question(step.question).is_text), None)


def asked_order(survey: Survey) -> tuple[Question, ...]:
    """The questions in the order asked: the short route, whether to carry on, the rest as written."""
    route = survey.short_route
    if route is None:
        return survey.questions
    first = {id: place for place, id in enumerate((*route.questions, route.then))}
    early = sorted((q for q in survey.questions if q.id in first), key=lambda question: first[question.id])
    return (*early, *(question for question in survey.questions if question.id not in first))


def learnt(question: Question, chosen: Sequence[str]) -> dict[str, bool]:
    """What an answer decides: {"has_plan": True}, or nothing."""
    if question.sets and any(option in question.sets_true for option in chosen):
        return {question.sets: True}
    if question.sets and any(option in question.sets_false for option in chosen):
        return {question.sets: False}
    return {}


def is_shown(question: Question, facts: Mapping[str, bool]) -> bool:
    """Whether its condition is known to hold."""
    if not question.show_if:
        return True
    if question.show_if.startswith("not "):
        return facts.get(question.show_if.removeprefix("not ")) is False
    return facts.get(question.show_if) is True


def _walk(survey: Survey, answers: Answers) -> Iterator[Step]:
    facts: dict[str, bool] = {}
    repeat, route = survey.repeat, survey.short_route
    for question in asked_order(survey):
        if repeat and question.id in repeat.questions:
            continue
        if is_shown(question, facts):
            yield Step(question.id)
            facts |= learnt(question, answers.get((question.id, ""), ()))
        if repeat and question.id == _last_before(survey, repeat):
            yield from _repeated(survey, repeat, answers, facts)
        if route and question.id == route.then and not _carries_on(survey, answers):
            return


def _carries_on(survey: Survey, answers: Answers) -> bool:
    route = survey.short_route
    return route is not None and route.carry_on_if in answers.get((route.then, ""), ())


def _last_before(survey: Survey, repeat: Repeat) -> str:
    """The question after which the repeats come: the one before the first repeated."""
    ids = [question.id for question in survey.questions]
    return ids[min(ids.index(id) for id in repeat.questions) - 1]


def _repeated(survey: Survey, repeat: Repeat, answers: Answers, facts: Mapping[str, bool]) -> Iterator[Step]:
    chosen = answers.get((repeat.question, ""), ())
    services = [service.id for service in repeat.services if service.option in chosen]
    for service in services:
        known = dict(facts)  # what is said of one service holds for that one
        for question in survey.questions:
            if question.id in repeat.questions and is_shown(question, known):
                yield Step(question.id, service)
                known |= learnt(question, answers.get((question.id, service), ()))
    if not services:
        for id in _without_service(repeat, chosen):
            if is_shown(survey.question(id), facts):
                yield Step(id)


def _without_service(repeat: Repeat, chosen: Sequence[str]) -> tuple[str, ...]:
    for route in repeat.without_service:
        if route.option in chosen:
            return route.questions
    return repeat.otherwise
