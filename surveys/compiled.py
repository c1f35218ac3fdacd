"""A survey's routing as one table of plain values, which Python and JavaScript walk alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel

from surveys.conditions import Alternatives, alternatives
from surveys.model import Survey
from surveys.questions import Question
from surveys.routes import Repeat
from surveys.scores import points
from surveys.values import FROZEN, Many


class Learns(BaseModel):
    """The fact that an answer decides: by the options that make it true or false, or by a range of numbers."""

    model_config = FROZEN

    fact: str
    true: Many[str] = ()
    false: Many[str] = ()
    least: float | None = None
    most: float | None = None


class Ask(BaseModel):
    """A question, asked once: always, or where one of the alternatives is known to hold."""

    model_config = FROZEN

    question: str
    show_if: Many[dict[str, bool]] = ()
    learns: Learns | None = None


class Turn(BaseModel):
    """One time round the questions of a repeat: taken after any of these options, or always where there are none."""

    model_config = FROZEN

    id: str
    options: Many[str] = ()


class Again(BaseModel):
    """The question that ends a turn while another is left, and the option that takes the next."""

    model_config = FROZEN

    question: str
    option: str


class Without(BaseModel):
    """What is asked once, of no turn, after this option."""

    model_config = FROZEN

    option: str
    asks: Many[Ask]


class Each(BaseModel):
    """Questions asked again for every turn that the answer to `chosen_at` takes.

    What is learnt in a turn is forgotten after it, unless it `shares`: then a fact is true afterwards where it was true
    in any turn, and false where it was false in all.
    """

    model_config = FROZEN

    chosen_at: str
    turns: Many[Turn]
    asks: Many[Ask]
    again: Again | None = None
    shares: bool = False
    without: Many[Without] = ()
    otherwise: Many[Ask] = ()


class CarryOn(BaseModel):
    """Everything ends here, unless this option was chosen."""

    model_config = FROZEN

    at: str
    option: str


Part = Ask | Each | CarryOn


class ScoreRule(BaseModel):
    """A score as it is worked out: what each option of each question counts for, reversed already where it must be."""

    model_config = FROZEN

    id: str
    rule: Literal["mean", "sum"]
    min_answered: int
    points: dict[str, dict[str, float]]
    repeated: bool = False


class RoutingTable(BaseModel):
    """Everything that says which step comes next, in the order asked. It holds no words and nothing to run.

    Parameters
    ----------
    survey, version
        What it was compiled from.
    parts
        In the order walked.
    scores
        What is put together of the answers; it decides nothing of what is asked.
    """

    model_config = FROZEN

    survey: str
    version: int
    parts: Many[Part]
    scores: Many[ScoreRule] = ()

    def to_json(self) -> str:
        """As `static/routing.js` reads it; what is at its default is left out."""
        return self.model_dump_json(exclude_defaults=True)


def compile_routing(survey: Survey) -> RoutingTable:
    """The routing of one survey, as one audience meets it; see `Survey.for_audience`."""
    return RoutingTable(survey=survey.id, version=survey.version, parts=tuple(_parts(survey)), scores=_scores(survey))


def table_from_json(text: str) -> RoutingTable:
    """A table as `RoutingTable.to_json` wrote it."""
    return RoutingTable.model_validate_json(text)


def asked_order(survey: Survey) -> tuple[Question, ...]:
    """The questions in the order asked: the short route, whether to carry on, the rest as written."""
    route = survey.short_route
    if route is None:
        return survey.questions
    first = {id: place for place, id in enumerate((*route.questions, route.then))}
    early = sorted((q for q in survey.questions if q.id in first), key=lambda question: first[question.id])
    return (*early, *(question for question in survey.questions if question.id not in first))


def last_before(survey: Survey, repeat: Repeat) -> str:
    """The question after which the repeats come: the one before the first repeated."""
    ids = [question.id for question in survey.questions]
    return ids[min(ids.index(id) for id in repeat.questions) - 1]


def _parts(survey: Survey) -> Iterable[Part]:
    repeat, route = survey.repeat, survey.short_route
    for question in asked_order(survey):
        if repeat and (question.id in repeat.questions or question.id == repeat.again):
            continue
        yield _ask(question)
        if repeat and question.id == last_before(survey, repeat):
            yield _each(survey, repeat)
        if route and question.id == route.then:
            yield CarryOn(at=route.then, option=route.carry_on_if)


def _ask(question: Question) -> Ask:
    return Ask(question=question.id, show_if=_ways(question), learns=_learns(question))


def _ways(question: Question) -> Alternatives:
    return alternatives(question.show_if)


def _learns(question: Question) -> Learns | None:
    if not question.sets:
        return None
    return Learns(
        fact=question.sets,
        true=question.sets_true,
        false=question.sets_false,
        least=question.sets_true_min,
        most=question.sets_true_max,
    )


def _each(survey: Survey, repeat: Repeat) -> Each:
    asked = [question for question in survey.questions if question.id in repeat.questions]
    return Each(
        chosen_at=repeat.question,
        turns=_turns(repeat),
        asks=tuple(_ask(question) for question in asked),
        again=Again(question=repeat.again, option=repeat.again_if) if repeat.again else None,
        shares=repeat.each == "child",
        without=tuple(Without(option=way.option, asks=_named(survey, way.questions)) for way in repeat.without_service),
        otherwise=_named(survey, repeat.otherwise),
    )


def _turns(repeat: Repeat) -> tuple[Turn, ...]:
    """A service's turn is taken where it was chosen; the first child's always, a later one's with as many children."""
    if repeat.each == "service":
        return tuple(Turn(id=service.id, options=(service.option,)) for service in repeat.services)
    return tuple(
        Turn(id=id, options=() if number == 1 else tuple(c.option for c in repeat.counts if c.count >= number))
        for number, id in enumerate(repeat.ids, 1)
    )


def _named(survey: Survey, ids: Iterable[str]) -> tuple[Ask, ...]:
    return tuple(_ask(survey.question(id)) for id in ids)


def _scores(survey: Survey) -> tuple[ScoreRule, ...]:
    known = {question.id: question for question in survey.questions}
    repeated = survey.repeat.questions if survey.repeat else ()
    return tuple(
        ScoreRule(
            id=score.id,
            rule=score.rule,
            min_answered=score.min_answered,
            points={id: points(known[id], reverse=id in score.reverse) for id in score.questions if id in known},
            repeated=score.questions[0] in repeated,
        )
        for score in survey.scores
    )
