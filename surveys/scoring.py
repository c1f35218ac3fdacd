"""Scores of one person's answers, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from surveys.compiled import ScoreRule, compile_routing
from surveys.model import Survey
from surveys.routing import Answers, steps

NOT_ASKED, SKIPPED = "not_asked", "skipped"


@dataclass(frozen=True, slots=True)
class Scored:
    """One score of one person.

    Parameters
    ----------
    value
        None where too few questions were answered.
    answered
        How many were.
    missing
        How often each kind of no answer came: an option's own (`dont_know` and so on), `skipped`, `not_asked`.
    """

    value: float | None
    answered: int
    missing: Mapping[str, int]


def score(survey: Survey, answers: Answers) -> dict[tuple[str, str], Scored]:
    """Every score of the survey, by its id and the service or child that it is about.

    Parameters
    ----------
    survey
        As one audience meets it; see `Survey.for_audience`.
    answers
        Everything answered. An answer to a question that is no longer asked does not count.

    Notes
    -----
    No kind of no answer is ever a nought. Below `min_answered` answers there is no score; at or above it, a mean is of
    the answers there are, and a sum takes their mean for each that is missing.
    """
    table = compile_routing(survey)
    asked = {step.key for step in steps(table, answers)}
    return {
        (rule.id, repeat): _scored(survey, rule, repeat, asked, answers)
        for rule in table.scores
        for repeat in (survey.repeat_ids if rule.repeated else ("",))
        if not repeat or any((question, repeat) in asked for question in rule.points)
    }


def _scored(survey: Survey, rule: ScoreRule, repeat: str, asked: set[tuple[str, str]], answers: Answers) -> Scored:
    numbers: list[float] = []
    missing: Counter[str] = Counter()
    for question, points in rule.points.items():
        key = (question, repeat)
        chosen = answers.get(key, ()) if key in asked else ()
        if chosen and chosen[0] in points:
            numbers.append(points[chosen[0]])
        else:
            missing[_why(survey, question, chosen, was_asked=key in asked)] += 1
    mean = sum(numbers) / len(numbers) if len(numbers) >= rule.min_answered else None
    value = mean * len(rule.points) if mean is not None and rule.rule == "sum" else mean
    return Scored(value, len(numbers), dict(sorted(missing.items())))


def _why(survey: Survey, question: str, chosen: tuple[str, ...], *, was_asked: bool) -> str:
    if not was_asked:
        return NOT_ASKED
    option = survey.question(question).option(chosen[0]) if chosen else None
    return str(option.missing) if option and option.missing else SKIPPED
