"""A survey as one paper sheet: every question that anybody is asked, numbered, each with when it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from surveys.compiled import asked_order, last_before
from surveys.conditions import alternatives
from surveys.kinds import SEVERAL_KINDS, SHARING_KINDS
from surveys.model import Survey
from surveys.options import Option
from surveys.questions import Question
from surveys.routes import Repeat
from surveys.routing import Answers, Step, is_in_range


@dataclass(frozen=True, slots=True)
class When:
    """One of `options` was chosen at `step`; with `is_meant` false, none of them was.

    With a `least` or a `most` a number was given there, within that range, or `outside` it.
    """

    step: Step
    options: tuple[str, ...]
    is_meant: bool = True
    least: float | None = None
    most: float | None = None
    outside: bool = False

    @property
    def is_number(self) -> bool:
        """Decided by a number that was written."""
        return (self.least, self.most) != (None, None)

    def holds(self, chosen: Sequence[str]) -> bool:
        """Whether these options, chosen at its step, make it true."""
        if self.is_number:
            inside = is_in_range(chosen, self.least, self.most)
            return self.is_meant == (inside is not None and inside is not self.outside)
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

    A question that no answer leads to is left out. What is asked again for each service stands once for each. A sheet
    is about one child: whoever answers for another takes another sheet.

    Parameters
    ----------
    survey
        As one audience meets it; see `Survey.for_audience`.
    """
    return tuple(
        SheetQuestion(number, step, survey.question(step.question), whens)
        for number, (step, whens) in enumerate(_places(survey), 1)
    )


def printed_options(question: Question) -> tuple[Option, ...]:
    """The options in the order printed: those that are an answer, then those that say why there is none."""
    real = tuple(option for option in question.offered if option.missing is None)
    return (*real, *(option for option in question.offered if option.missing is not None))


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
        if repeat and (question.id in repeat.questions or question.id == repeat.again):
            continue
        yield from _once(survey, [question.id], carry_on)
        if repeat and question.id == last_before(survey, repeat):
            yield from _repeated(survey, repeat)
        if route and question.id == route.then:
            carry_on = (When(Step(route.then), (route.carry_on_if,)),)


def _repeated(survey: Survey, repeat: Repeat) -> Iterator[tuple[Step, tuple[When, ...]]]:
    here = Step(repeat.question)
    asked = [question.id for question in survey.questions if question.id in repeat.questions]
    if repeat.each == "child":
        yield from _once(survey, asked, (), repeat.ids[0])
        return
    for service in repeat.services:
        yield from _once(survey, asked, (When(here, (service.option,)),), service.id)
    earlier = tuple(service.option for service in repeat.services)
    for way in repeat.without_service:
        whens = (When(here, (way.option,)), When(here, earlier, is_meant=False))
        yield from _once(survey, way.questions, whens)
        earlier = (*earlier, way.option)
    yield from _once(survey, repeat.otherwise, (When(here, earlier, is_meant=False),))


def _once(
    survey: Survey, ids: Sequence[str], whens: tuple[When, ...], repeat: str = ""
) -> Iterator[tuple[Step, tuple[When, ...]]]:
    """Each question where its condition can hold; twice where either of two alternatives leads to it."""
    for id in ids:
        for own in _ways(survey, survey.question(id), repeat):
            yield Step(id, repeat), (*whens, *own)


def _ways(survey: Survey, question: Question, repeat: str) -> Iterator[tuple[When, ...]]:
    """What each alternative of its condition asks for; those that nothing on the sheet can make true are left out."""
    if not question.show_if:
        yield ()
    passed: tuple[When, ...] = ()
    for way in alternatives(question.show_if):
        parts = [_whens(survey, fact, repeat, is_meant=is_meant) for fact, is_meant in way.items()]
        if all(parts):
            own = tuple(when for part in parts for when in part)
            yield (*passed, *own)
            if len(own) == 1:  # whoever answered it in its first place passes the second one by
                passed = (*passed, replace(own[0], is_meant=not own[0].is_meant))


def _whens(survey: Survey, fact: str, repeat: str, *, is_meant: bool) -> tuple[When, ...]:
    """What makes one fact so; nothing where nothing on the sheet can."""
    setter = next((one for one in survey.questions if one.sets == fact), None)
    if setter is None:
        return ()
    step = _place_of(survey, setter, repeat)
    if step is None:
        return ()
    if (setter.sets_true_min, setter.sets_true_max) != (None, None):
        return (When(step, (), least=setter.sets_true_min, most=setter.sets_true_max, outside=not is_meant),)
    if is_meant:
        return (When(step, setter.sets_true),)
    if not setter.sets_false:
        return ()
    false = When(step, setter.sets_false)
    several = setter.kind in SEVERAL_KINDS | SHARING_KINDS
    return (false, When(step, setter.sets_true, is_meant=False)) if several else (false,)


def _place_of(survey: Survey, setter: Question, repeat: str) -> Step | None:
    """Where a fact is decided for whoever is asked of `repeat`; nowhere outside the one service it is known of."""
    if survey.repeat is None or setter.id not in survey.repeat.questions:
        return Step(setter.id)
    if survey.repeat.each == "child":
        return Step(setter.id, survey.repeat.ids[0])
    return Step(setter.id, repeat) if repeat else None
