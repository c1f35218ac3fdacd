"""A survey in words, for somebody who reads it through before it opens."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.compiled import asked_order
from surveys.conditions import alternatives
from surveys.kinds import DRAWN_KINDS, SPOKEN_KINDS
from surveys.model import Survey
from surveys.options import Option
from surveys.questions import Question
from surveys.routes import Repeat

NO_ANSWER = {
    "dont_know": "kept apart: does not know",
    "prefer_not": "kept apart: prefers not to say",
    "not_applicable": "kept apart: does not apply",
    "not_used": "kept apart: has not used it",
    "could_not_tell": "kept apart: could not tell",
}


def preview(survey: Survey, audience: str | None = None) -> str:
    """The questions, the options and the ways through, in the order asked.

    Parameters
    ----------
    audience
        Whose words to show; the survey's first audience unless told.

    Raises
    ------
    UnknownAudience
        The survey is not for that audience.
    """
    audience = audience or survey.audiences[0]
    met = survey.for_audience(audience)
    return "\n".join(
        [
            *_head(survey, met, audience),
            "",
            *_route(met),
            *_questions(met, audience),
            *_scores(met),
            *_foot(met, audience),
        ]
    )


def _head(survey: Survey, met: Survey, audience: str) -> Iterator[str]:
    yield f"{survey.title}"
    yield f"{survey.id}, version {survey.version}, {survey.status}. As read by: {met.audience_name(audience)}."
    others = [survey.audience_name(other) for other in survey.audiences if other != audience]
    if others:
        yield f"Also for: {', '.join(others)}."
    if survey.rules.minutes:
        yield f"About {survey.rules.minutes} minutes."
    yield from ("", "Before the first question:")
    yield from (f"  {line}" for line in (*survey.rules.say_first, *met.wording("start", audience)))
    yield ""


def _route(survey: Survey) -> Iterator[str]:
    if survey.short_route:
        route = survey.short_route
        then = survey.question(route.then)
        label = _label(then, route.carry_on_if)
        yield f"First comes a short route: {', '.join(route.questions)}, then {route.then}."
        yield f'The rest is asked after "{label}" only.'
        yield ""
    if survey.repeat:
        yield from _repeat(survey, survey.repeat)
        yield ""


def _repeat(survey: Survey, repeat: Repeat) -> Iterator[str]:
    asks = survey.question(repeat.question)
    if repeat.each == "child":
        yield f"Asked again for each child, as many as {repeat.question} says: {', '.join(repeat.questions)}."
        again = _label(survey.question(repeat.again), repeat.again_if)
        yield f'  After each child but the last comes {repeat.again}; only "{again}" goes on with the next.'
        return
    yield f"Asked again for each service chosen at {repeat.question}: {', '.join(repeat.questions)}."
    for service in repeat.services:
        yield f'  "{_label(asks, service.option)}": {service.name}'
    for way in repeat.without_service:
        yield f'  "{_label(asks, way.option)}" and no service: {", ".join(way.questions)} once'
    if repeat.otherwise:
        yield f"  nothing of these: {', '.join(repeat.otherwise)} once"


def _questions(survey: Survey, audience: str) -> Iterator[str]:
    for number, question in enumerate(asked_order(survey), 1):
        yield f"{number}. {question.words_for(audience)}  [{question.id}, {question.kind}]"
        yield from (f"   {line}" for line in (question.meaning, question.hint) if line)
        if question.show_if:
            yield f"   Asked only {_condition(survey, question)}"
        if question.ends:
            ends = question.ends
            yield f"   {ends.min} = {ends.min_label}, {ends.mid_label}, {ends.max} = {ends.max_label}"
        yield from (f"   ( ) {_option(option)}" for option in question.options)
        yield from (f"   {line}" for line in _spaces(question))
        if question.unanswered:
            yield f'   No answer counts as "{_label(question, question.unanswered)}"; nothing is chosen beforehand.'
        yield ""


def _spaces(question: Question) -> Iterator[str]:
    """What there is to answer in besides options."""
    if question.kind == "rank":
        yield f"[places 1 to {question.most_places}, none given beforehand]"
    if question.kind == "dots":
        yield f"[{question.most_dots} dots to share out]"
    if question.kind in DRAWN_KINDS:
        yield "[a pad to draw on, or a picture]"
    if question.kind in SPOKEN_KINDS:
        yield "[a recording of up to two minutes]"
    if question.is_text:
        yield "[a box for their own words]"


def _scores(survey: Survey) -> Iterator[str]:
    for score in survey.scores:
        how = "The mean" if score.rule == "mean" else "The sum"
        turned = f", with {', '.join(score.reverse)} turned about" if score.reverse else ""
        yield f"Score: {score.name}. {how} of {', '.join(score.questions)}{turned}."
        yield f"  No score with fewer than {score.min_answered} answered. An answer that is none is never a nought."
        yield ""


def _foot(survey: Survey, audience: str) -> Iterator[str]:
    yield "At the end:"
    yield from (f"  {line}" for line in survey.wording("end", audience))
    yield f"  {survey.talk_to_me.words} ({survey.talk_to_me.shown})"
    yield f"Help lines on every page: {survey.help_group(audience)}."


def _condition(survey: Survey, question: Question) -> str:
    """When a question with a condition is asked, said by the answers that decide it."""
    ways = (
        " and ".join(_known(survey, fact, is_meant=is_meant) for fact, is_meant in way.items())
        for way in alternatives(question.show_if)
    )
    return f"{', or '.join(ways)}."


def _known(survey: Survey, fact: str, *, is_meant: bool) -> str:
    for setter in survey.questions:
        if setter.sets == fact:
            return f"after {_deciding(setter, is_meant=is_meant)} at {setter.id}"
    return f"where the wave says so ({'' if is_meant else 'not '}{fact})"


def _deciding(setter: Question, *, is_meant: bool) -> str:
    chosen = setter.sets_true if is_meant else setter.sets_false
    ends = ((" or more", setter.sets_true_min), (" or less", setter.sets_true_max))
    numbers = " and ".join(f"{end:g}{words}" for words, end in ends if end is not None)
    if numbers and not is_meant:
        numbers = f"a number that is not {numbers}"
    return ", ".join([*(f'"{_label(setter, option)}"' for option in chosen), *([numbers] if numbers else [])])


def _option(option: Option) -> str:
    words = f"{option.label} ({option.says})" if option.says else option.label
    return f"{words}  [{NO_ANSWER[option.missing]}]" if option.missing else words


def _label(question: Question, id: str) -> str:
    option = question.option(id)
    return option.label if option else id
