"""Whether a survey's routes hold together, which no question can show alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surveys.compiled import asked_order
from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.paging import page_problems
from surveys.routes import Repeat
from surveys.scores import score_problems


def route_problems(survey: Survey) -> tuple[str, ...]:
    """What would make a path break: a published version is held to this each time it is read."""
    problems = tuple(_id_problems(survey))
    return problems or tuple(
        problem
        for check in (_short_route_problems, _repeat_problems, _fact_problems, page_problems, score_problems)
        for problem in check(survey)
    )


def _id_problems(survey: Survey) -> Iterator[str]:
    yield from _twice("question", [question.id for question in survey.questions])
    yield from _twice("audience", survey.audiences)
    if tuple(words.audience for words in survey.audience_words) != survey.audiences:
        yield "audience_words: must be for the survey's audiences, each once: publish the survey again"
    if survey.short_route and survey.repeat:
        yield "short_route: a survey cannot repeat for each service as well: take one away"
    for audience in survey.audiences:
        asked = [question for question in asked_order(survey) if audience not in question.not_asked_of]
        if not asked:
            yield f"audiences: `{audience}` is asked nothing: take it away, or ask it something"
        elif asked[0].show_if:
            yield f"question {asked[0].id}, show_if: comes first, so nothing is known yet: take it away"


def _short_route_problems(survey: Survey) -> Iterator[str]:
    route = survey.short_route
    if route is None:
        return
    named = (*route.questions, route.then)
    yield from _twice("short_route, question", named)
    yield from _named_problems(survey, "short_route", named)
    yield from _conditional(survey, "short_route", route.then)
    yield from _option_problems(survey, "short_route, carry_on_if", route.then, route.carry_on_if)


def _repeat_problems(survey: Survey) -> Iterator[str]:
    repeat = survey.repeat
    if repeat is None:
        return
    without = [id for route in repeat.without_service for id in route.questions]
    yield from _twice("repeat, service", [service.id for service in repeat.services])
    yield from _twice("repeat, service option", [service.option for service in repeat.services])
    yield from _twice("repeat, question", repeat.questions)
    yield from _twice("repeat, otherwise, question", repeat.otherwise)
    yield from _twice("repeat, counts option", [one.option for one in repeat.counts])
    for route in repeat.without_service:
        yield from _twice("repeat, without_service, question", route.questions)
        yield from _option_problems(survey, "repeat, without_service", repeat.question, route.option)
        if route.option in {service.option for service in repeat.services}:
            yield f"repeat, without_service: `{route.option}` names a service: take it away"
    for service in repeat.services:
        yield from _option_problems(survey, f"repeat, service {service.id}", repeat.question, service.option)
    for one in repeat.counts:
        yield from _option_problems(survey, "repeat, counts", repeat.question, one.option)
    if repeat.again:
        yield from _again_problems(survey, repeat)
    yield from _named_problems(survey, "repeat", (repeat.question, *repeat.questions))
    yield from _conditional(survey, "repeat", repeat.question)
    for id in (*without, *repeat.otherwise):
        if id not in repeat.questions:
            yield f"repeat: `{id}` is asked without a service but not repeated: add it to repeat.questions"
    yield from _place_problems([question.id for question in survey.questions], repeat.question, repeat.questions)


def _again_problems(survey: Survey, repeat: Repeat) -> Iterator[str]:
    """Whether to answer for another child is asked at the end of each child's questions, and stands there."""
    yield from _named_problems(survey, "repeat, again", [repeat.again])
    yield from _conditional(survey, "repeat, again", repeat.again)
    yield from _option_problems(survey, "repeat, again_if", repeat.again, repeat.again_if)
    ids = [question.id for question in survey.questions]
    if repeat.again in repeat.questions:
        yield f"repeat, again: `{repeat.again}` ends a turn and is no part of it: take it out of repeat.questions"
    elif repeat.again in ids and ids[ids.index(repeat.again) - 1] not in repeat.questions:
        yield f"repeat, again: `{repeat.again}` must follow the last question that is repeated: move it"
    if any(question.sets for question in survey.questions if question.id == repeat.again):
        yield f"question {repeat.again}, sets: it decides whether there is another turn, and nothing else: take it away"


def _place_problems(ids: list[str], asks: str, repeated: Sequence[str]) -> Iterator[str]:
    places = sorted(ids.index(id) for id in repeated if id in ids)
    if not places or asks not in ids:
        return
    if places[-1] - places[0] + 1 != len(places):
        yield "repeat, questions: must stand together, with no other question among them: move them"
    if places[0] <= ids.index(asks):
        yield f"repeat, question: `{asks}` must come before what it repeats: move it up"


def _fact_problems(survey: Survey) -> Iterator[str]:
    order = [question.id for question in asked_order(survey)]
    setters = {question.sets: question for question in reversed(survey.questions) if question.sets}
    kept_apart = survey.repeat.questions if survey.repeat and survey.repeat.each == "service" else ()
    yield from _twice("fact", [question.sets for question in survey.questions if question.sets])
    for question in survey.questions:
        for fact in facts_in(question.show_if):
            setter = setters.get(fact)
            if setter is None:
                continue
            place = f"question {question.id}, show_if"
            if order.index(setter.id) >= order.index(question.id):
                yield f"{place}: `{fact}` is set later, by {setter.id}: move {setter.id} up"
            elif setter.id in kept_apart and question.id not in kept_apart:
                yield f"{place}: `{fact}` is known of one service only: repeat the question too"


def _named_problems(survey: Survey, place: str, named: Sequence[str]) -> Iterator[str]:
    questions = {question.id: question for question in survey.questions}
    for id in named:
        if id not in questions:
            yield f"{place}: there is no question `{id}`: correct the id"
        elif questions[id].not_asked_of:
            yield f"question {id}, not_asked_of: {place} needs it asked of everybody: take it away"


def _conditional(survey: Survey, place: str, decides: str) -> Iterator[str]:
    for question in survey.questions:
        if question.id == decides and question.show_if:
            yield f"question {decides}, show_if: {place} needs it asked of everybody: take it away"


def _option_problems(survey: Survey, place: str, question_id: str, option: str) -> Iterator[str]:
    for question in survey.questions:
        if question.id == question_id and question.option(option) is None:
            yield f"{place}: {question_id} has no option `{option}`: write one of its options' labels"


def _twice(what: str, values: Sequence[str]) -> Iterator[str]:
    for value in sorted({value for value in values if values.count(value) > 1}):
        yield f"{what} {value}: is there twice: give one another id, or take it away"
