"""A score: several answers put together by a rule that was written down before anybody answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from surveys.kinds import SEVERAL_KINDS
from surveys.values import FROZEN, Line, Many, Name

if TYPE_CHECKING:  # the survey holds these
    from surveys.model import Survey
    from surveys.questions import Question


class Score(BaseModel):
    """What is put together, how, and from how few answers no longer.

    Parameters
    ----------
    questions
        All rated on the same numbers.
    rule
        The mean of what was answered; or the sum, where a question without an answer counts as the mean of the others.
    min_answered
        With fewer answers than this there is no score. An answer that is none ("I don't know") is never a nought.
    reverse
        Those of the questions in which a high number is bad: turned about before they are put together.
    """

    model_config = FROZEN

    id: Name
    name: Line
    questions: Annotated[Many[Name], Field(min_length=2)]
    rule: Literal["mean", "sum"]
    min_answered: Annotated[int, Field(ge=1)]
    reverse: Many[Name] = ()


def points(question: Question, *, reverse: bool = False) -> dict[str, float]:
    """What each option of a question counts for; turned about, the best counts for the worst."""
    scored = {option.id: option.score for option in question.options if option.score is not None}
    ends = min(scored.values(), default=0.0) + max(scored.values(), default=0.0)
    return {id: ends - score for id, score in scored.items()} if reverse else scored


def score_problems(survey: Survey) -> Iterator[str]:
    """What would make a score mean nothing."""
    known = {question.id: question for question in survey.questions}
    repeated = set(survey.repeat.questions) if survey.repeat else set()
    names = [score.id for score in survey.scores]
    if survey.scores and survey.rules.no_total:
        yield "scores: the rule `no_total` says that nothing is added up: take one of them away"
    for score in survey.scores:
        place = f"scores, {score.id}"
        if names.count(score.id) > 1:
            yield f"{place}: is there twice: give one another id"
        if unknown := [id for id in (*score.questions, *score.reverse) if id not in known]:
            yield f"{place}: there is no question `{unknown[0]}`: correct the id"
            continue
        if len(set(score.questions)) < len(score.questions):
            yield f"{place}, questions: one is there twice: take it away"
        if not set(score.reverse) <= set(score.questions):
            yield f"{place}, reverse: names a question that is not in `questions`: take it away"
        if score.min_answered > len(score.questions):
            yield f"{place}, min_answered: is more than the questions there are: correct it"
        if len({frozenset(points(known[id]).values()) for id in score.questions}) > 1:
            yield f"{place}, questions: are not all rated on the same numbers: put together only those that are"
        elif not points(known[score.questions[0]]) or any(known[id].kind in SEVERAL_KINDS for id in score.questions):
            yield f"{place}, questions: are not rated, so there is nothing to put together: name ratings"
        if 0 < len(repeated & set(score.questions)) < len(score.questions):
            yield f"{place}, questions: some are asked again and some once: put together only one or the other"
