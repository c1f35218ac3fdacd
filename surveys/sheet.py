"""A survey as one paper sheet: every question that anybody is asked, numbered, each with when it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surveys.model import Survey
from surveys.questions import Question
from surveys.routes import Repeat
from surveys.routing import Answers, Step, asked_order


@dataclass(frozen=True, slots=True)
class When:
    """One of `options` was chosen at `step`; with `is_meant` false, none of them was."""

    step: Step
    options: tuple[str, ...]
    is_meant: bool = True

    def holds(self, chosen: Sequence[str]) -> bool:
        """Whether these options, chosen at its step, make it true."""
        return self.is_meant == any(option in self.options for option in chosen)


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One question as it stands on the sheet.

    Parameters
    ----------
    number
        From 1, in the order printed.
    whens
        It is asked where all of them hold.
    """

    number: int
    step: Step
    question: Question
    whens: tuple[When, ...]


def sheet_of(survey: Survey) -> tuple[SheetQuestion, ...]:
    """Everything that the survey can ask, in the order in which it asks.

    A question that no answer leads to is left out. What is asked again for each service stands once for each.

    Parameters
    ----------
    survey
        As one audience meets it; see `Survey.for_audience`.
    """
    return tuple(
        SheetQuestion(number, step, survey.question(step.question), whens)
        for number, (step, whens) in enumerate(_places(survey), 1)
    )


def asked_of(sheet: Sequence[SheetQuestion], answers: Answers) -> tuple[SheetQuestion, ...]:
    """The questions of a sheet that somebody with these answers is asked: the same ones that a phone shows."""
    asked: dict[Step, SheetQuestion] = {}
    for one in sheet:
        if all(when.holds(answers.get(when.step.key, ()) if when.step in asked else ()) for when in one.whens):
            asked.setdefault(one.step, one)
    return tuple(asked.values())


def goes_to(sheet: Sequence[SheetQuestion], place: int, option: str) -> int | None:
    """The number to go to after an option, where the next question is certainly not asked; None where it may be.

    One more than the last number means the end of the sheet.

    Parameters
    ----------
    place
        Where the question stands in the sheet, from nought. It is one that takes a single choice.
    """
    here = sheet[place].step
    passed: set[Step] = set()
    for one in sheet[place + 1 :]:
        is_out = any(
            not when.holds((option,)) if when.step == here else when.is_meant and when.step in passed
            for when in one.whens
        )
        if not is_out:
            return None if one.number == sheet[place].number + 1 else one.number
        passed.add(one.step)
    return sheet[-1].number + 1 if passed else None


def _places(survey: Survey) -> Iterator[tuple[Step, tuple[When, ...]]]:
    repeat, route = survey.repeat, survey.short_route
    carry_on: tuple[When, ...] = ()
    for question in asked_order(survey):
        if repeat and question.id in repeat.questions:
            continue
        own = _whens(survey, question, "")
        if own is not None:
            yield Step(question.id), (*carry_on, *own)
        if repeat and question.id == _last_before(survey, repeat):
            yield from _repeated(survey, repeat)
        if route and question.id == route.then:
            carry_on = (When(Step(route.then), (route.carry_on_if,)),)


def _repeated(survey: Survey, repeat: Repeat) -> Iterator[tuple[Step, tuple[When, ...]]]:
    here = Step(repeat.question)
    services = tuple(service.option for service in repeat.services)
    for service in repeat.services:
        chosen = When(here, (service.option,))
        for question in survey.questions:
            own = _whens(survey, question, service.id) if question.id in repeat.questions else None
            if own is not None:
                yield Step(question.id, service.id), (chosen, *own)
    earlier: tuple[str, ...] = services
    for way in repeat.without_service:
        whens = (When(here, (way.option,)), When(here, earlier, is_meant=False))
        yield from _once(survey, way.questions, whens)
        earlier = (*earlier, way.option)
    yield from _once(survey, repeat.otherwise, (When(here, earlier, is_meant=False),))


def _once(survey: Survey, ids: Sequence[str], whens: tuple[When, ...]) -> Iterator[tuple[Step, tuple[When, ...]]]:
    for id in ids:
        own = _whens(survey, survey.question(id), "")
        if own is not None:
            yield Step(id), (*whens, *own)


def _whens(survey: Survey, question: Question, service: str) -> tuple[When, ...] | None:
    """What its condition asks for; None where nothing that is on the sheet can make it true."""
    if not question.show_if:
        return ()
    fact = question.show_if.removeprefix("not ")
    setter = next((one for one in survey.questions if one.sets == fact), None)
    if setter is None:
        return None
    is_repeated = survey.repeat is not None and setter.id in survey.repeat.questions
    if is_repeated and not service:
        return None
    step = Step(setter.id, service if is_repeated else "")
    if fact == question.show_if:
        return (When(step, setter.sets_true),)
    if not setter.sets_false:
        return None
    false = When(step, setter.sets_false)
    return (false, When(step, setter.sets_true, is_meant=False)) if setter.kind == "multi" else (false,)


def _last_before(survey: Survey, repeat: Repeat) -> str:
    ids = [question.id for question in survey.questions]
    return ids[min(ids.index(id) for id in repeat.questions) - 1]
