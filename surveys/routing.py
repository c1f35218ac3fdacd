"""Which question comes next: the compiled table walked with the answers so far. `static/routing.js` does the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.compiled import Ask, Each, Learns, RoutingTable, compile_routing
from surveys.model import Survey

Answers = Mapping[tuple[str, str], tuple[str, ...]]
"""The chosen options' ids by (question, repeat). Words are any one marker; () is a question passed by."""

NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Step:
    """One question as it is met: `repeat` is the service or the child it is about, or empty."""

    question: str
    repeat: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Where its answer stands in `Answers`."""
        return (self.question, self.repeat)


def steps(survey: Survey | RoutingTable, answers: Answers) -> tuple[Step, ...]:
    """Every step to be asked, in order, as far as the answers given can tell.

    What comes up to a step depends only on answers to steps before it. An answer to a question that is no longer asked
    decides nothing. Facts have three values: what nobody has said is neither true nor false, and shows nothing.

    Parameters
    ----------
    survey
        As one audience meets it, or its compiled table where many are asked; see `Survey.for_audience`.
    answers
        Everything answered so far.
    """
    table = survey if isinstance(survey, RoutingTable) else compile_routing(survey)
    return tuple(_walk(table, answers))


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


def first_unanswered(survey: Survey | RoutingTable, answers: Answers) -> Step | None:
    """Where somebody who comes back goes on: the first step never answered nor passed by."""
    return next((step for step in steps(survey, answers) if step.key not in answers), None)


def next_unanswered_after(survey: Survey | RoutingTable, answers: Answers, step: Step) -> Step | None:
    """The next step nobody has been past: after this one first, then any that a changed answer opened up before it."""
    path = steps(survey, answers)
    left = [place for place, one in enumerate(path) if one.key not in answers]
    here = path.index(step) if step in path else -1
    place = next((place for place in left if place > here), left[0] if left else None)
    return None if place is None else path[place]


def first_box(survey: Survey, answers: Answers) -> Step | None:
    """The step before which the words about free boxes are shown."""
    return next((step for step in steps(survey, answers) if survey.question(step.question).is_text), None)


def is_in_range(chosen: Sequence[str], least: float | None, most: float | None) -> bool | None:
    """Whether the answer is a number within a range; None where it is no number, or there is no range."""
    if len(chosen) != 1 or (least is None and most is None) or not NUMBER.fullmatch(chosen[0]):
        return None
    number = float(chosen[0])
    return (least is None or number >= least) and (most is None or number <= most)


def _walk(table: RoutingTable, answers: Answers) -> Iterator[Step]:
    facts: dict[str, bool] = {}
    for part in table.parts:
        if isinstance(part, Ask):
            yield from _asked([part], "", answers, facts)
        elif isinstance(part, Each):
            yield from _each(part, answers, facts)
        elif not _chose(answers, part.at, "", [part.option]):
            return


def _asked(asks: Iterable[Ask], repeat: str, answers: Answers, facts: dict[str, bool]) -> Iterator[Step]:
    """The questions whose condition is known to hold; what each answer decides is added to the facts."""
    for ask in asks:
        if _holds(ask.show_if, facts):
            yield Step(ask.question, repeat)
            facts |= _learnt(ask.learns, answers.get((ask.question, repeat), ()))


def _each(each: Each, answers: Answers, facts: dict[str, bool]) -> Iterator[Step]:
    turns = [turn.id for turn in each.turns if not turn.options or _chose(answers, each.chosen_at, "", turn.options)]
    known = []
    for turn in turns:
        known.append(dict(facts))  # what is said of one service or child holds for that one
        yield from _asked(each.asks, turn, answers, known[-1])
        if each.again and turn != turns[-1]:
            yield Step(each.again.question, turn)
            if not _chose(answers, each.again.question, turn, [each.again.option]):
                break
    if not turns:
        without = (way.asks for way in each.without if _chose(answers, each.chosen_at, "", [way.option]))
        yield from _asked(next(without, each.otherwise), "", answers, dict(facts))
    if each.shares:
        facts |= _of_any(known)


def _of_any(known: Sequence[Mapping[str, bool]]) -> dict[str, bool]:
    """True of all together where true of one, false where false of every one; unknown is left out."""
    every = dict.fromkeys(fact for facts in known for fact in facts)
    said = {fact: [facts.get(fact) for facts in known] for fact in every}
    return {fact: True in values for fact, values in said.items() if True in values or None not in values}


def _holds(ways: Sequence[Mapping[str, bool]], facts: Mapping[str, bool]) -> bool:
    """Whether one of the alternatives is known; a question without any is asked of everybody."""
    return not ways or any(all(facts.get(fact) is wanted for fact, wanted in way.items()) for way in ways)


def _learnt(learns: Learns | None, chosen: Sequence[str]) -> dict[str, bool]:
    """What an answer decides: {"has_plan": True}, or nothing."""
    if learns is None:
        return {}
    if any(option in learns.true for option in chosen):
        return {learns.fact: True}
    if any(option in learns.false for option in chosen):
        return {learns.fact: False}
    inside = is_in_range(chosen, learns.least, learns.most)
    return {} if inside is None else {learns.fact: inside}


def _chose(answers: Answers, question: str, repeat: str, options: Sequence[str]) -> bool:
    return any(option in answers.get((question, repeat), ()) for option in options)
