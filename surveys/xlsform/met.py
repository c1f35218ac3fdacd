"""A survey as another tool can ask it: for one audience, and without what nobody would ever be asked."""

from __future__ import annotations

from surveys.model import Survey
from surveys.questions import Question
from surveys.routes import Repeat, ShortRoute
from surveys.shared import Shared
from surveys.xlsform.relevance import can_be_known


def survey_as_met(survey: Survey, audience: str | None, shared: Shared) -> Survey:
    """The survey that an XLSForm holds; `from_xlsform` gives this one back.

    Raises
    ------
    UnknownAudience
        The survey is not for that audience.
    """
    met = survey.for_audience(audience) if audience else survey
    gone = {question.id for question in never_asked(survey, audience, shared)}
    kept = tuple(_worded(question, audience) for question in met.questions if question.id not in gone)
    met = met.model_copy(
        update={
            "questions": kept,
            "repeat": _without(met.repeat, gone),
            "short_route": _shorter(met.short_route, gone),
        }
    )
    return _counted(met) if len(met.own_questions) < len(survey.own_questions) else met


def by_child(survey: Survey) -> bool:
    """Whether its questions are asked again for each child, which no rows here can say."""
    return survey.repeat is not None and survey.repeat.each == "child"


def asked_once(survey: Survey) -> Survey:
    """The survey as its rows ask it: about one child where it asks about each."""
    return survey.model_copy(update={"repeat": None}) if by_child(survey) else survey


def never_asked(survey: Survey, audience: str | None, shared: Shared) -> tuple[Question, ...]:
    """The questions that no answer leads to."""
    left = survey.for_audience(audience) if audience else survey
    gone: tuple[Question, ...] = ()
    while dead := tuple(q for q in left.questions if not can_be_known(q, left, shared.wordings.facts)):
        gone += dead
        left = left.model_copy(update={"questions": tuple(q for q in left.questions if q not in dead)})
    return gone


def _worded(question: Question, audience: str | None) -> Question:
    if audience is None or question.shared:
        return question
    return question.model_copy(update={"words": question.words_for(audience), "child_words": ""})


def _without(repeat: Repeat | None, gone: set[str]) -> Repeat | None:
    if repeat is None or not gone:
        return repeat
    ways = [
        way.model_copy(update={"questions": tuple(id for id in way.questions if id not in gone)})
        for way in repeat.without_service
    ]
    return repeat.model_copy(
        update={
            "questions": tuple(id for id in repeat.questions if id not in gone),
            "without_service": tuple(way for way in ways if way.questions),
            "otherwise": tuple(id for id in repeat.otherwise if id not in gone),
        }
    )


def _shorter(route: ShortRoute | None, gone: set[str]) -> ShortRoute | None:
    if route is None:
        return None
    return route.model_copy(update={"questions": tuple(id for id in route.questions if id not in gone)})


def _counted(survey: Survey) -> Survey:
    """The numbers that its rules promise, as they are without the questions that went."""
    own = survey.own_questions
    boxes = sum(question.optional_box for question in own)
    found = {"questions": len(own) - boxes, "optional_boxes": boxes}
    promised = {key: found[key] or None for key in found if getattr(survey.rules, key) is not None}
    return survey.model_copy(update={"rules": survey.rules.model_copy(update=promised)})
