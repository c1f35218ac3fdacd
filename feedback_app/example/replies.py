"""What an invented respondent replies to one question: their words, what these give away, or a seeded rating."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from feedback_app.errors import HeardError
from feedback_app.example.respondents import Respondent
from surveys import Question, Step, Survey

SKIPPED, UNCLEAR, NO_ANSWER = 0.03, 0.01, 0.05  # how often a question is passed by, not understood, not answerable
CENTRE = {"positive": 0.82, "mixed": 0.5, "negative": 0.18}  # of a scale, 0 its worst answer and 1 its best
SPREAD = 0.2

FIRST_CHILD = "child-1"

Usually = Mapping[str, Mapping[str, int]]


class ExampleDoesNotFit(HeardError):
    words = "The invented respondents do not fit the surveys they answer."


@dataclass(frozen=True, slots=True)
class Reply:
    """Options chosen, words written, or the button that says a question was not understood."""

    options: tuple[str, ...] = ()
    words: str = ""
    unclear: bool = False


def reply_to(person: Respondent, survey: Survey, step: Step, usually: Usually) -> Reply:
    """The same respondent and step, the same reply. Raises ExampleDoesNotFit."""
    question = survey.question(step.question)
    known = place_of(step)
    if question.is_text:
        return Reply(words=_words(person, survey, step))
    if known in person.says:
        return Reply((_option(question, person.says[known]),))
    if question.id in ("quote", "who"):
        return _chosen(person.quote if question.id == "quote" else person.who)
    if survey.repeat and question.id == survey.repeat.question and person.services:
        return Reply(tuple(one.option for one in survey.services if one.id in person.services))
    if survey.short_route and question.id == survey.short_route.then and _has_more_to_say(person, survey):
        return Reply((survey.short_route.carry_on_if,))
    return _drawn(person, question, usually, Random(f"{person.id} {known}"))


def place_of(step: Step) -> str:
    """A step as respondents.csv writes it: `t2`, or `t2@salt`; of a first child as of an only one."""
    return f"{step.question}@{step.repeat}" if step.repeat not in ("", FIRST_CHILD) else step.question


def step_of(survey: Survey, question: str, service: str) -> Step:
    """The step that respondents.csv means; see `place_of`."""
    repeat = survey.repeat
    of_a_child = repeat is not None and repeat.each == "child" and question in repeat.questions
    return Step(question, service or (FIRST_CHILD if of_a_child else ""))


def _words(person: Respondent, survey: Survey, step: Step) -> str:
    return next((one.words for one in person.said if step_of(survey, one.question, one.service) == step), "")


def _option(question: Question, id: str) -> str:
    if id not in {option.id for option in question.options}:
        raise ExampleDoesNotFit(f"{question.id} has no option {id}.")
    return id


def _chosen(id: str) -> Reply:
    return Reply((id,) if id else ())


def _has_more_to_say(person: Respondent, survey: Survey) -> bool:
    """Whether the questions after the short route are where some of this respondent's answers belong."""
    route = survey.short_route
    early = {*route.questions, route.then} if route else set()
    return any(one.question not in early for one in person.said) or any(id not in early for id in person.says)


def _drawn(person: Respondent, question: Question, usually: Usually, random: Random) -> Reply:
    luck = random.random()
    if luck < SKIPPED:
        return Reply()
    if luck < SKIPPED + UNCLEAR:
        return Reply(unclear=True)
    no_answers = [option.id for option in question.options if option.missing]
    if no_answers and luck < SKIPPED + UNCLEAR + NO_ANSWER:
        return Reply((random.choice(no_answers),))
    weights = usually.get(question.id) or _weights(question, CENTRE[person.feels])
    for id in weights:
        _option(question, id)
    return Reply((random.choices(list(weights), list(weights.values()))[0],))


def _weights(question: Question, centre: float) -> Mapping[str, float]:
    scores = {option.id: option.score for option in question.options if option.score is not None}
    if not scores:
        raise ExampleDoesNotFit(f"Nothing says how {question.id} is usually answered.")
    low, high = min(scores.values()), max(scores.values())
    return {id: math.exp(-((((score - low) / (high - low)) - centre) ** 2) / SPREAD**2) for id, score in scores.items()}
