"""Which questions stand on one page: neighbours that share a page's name, but one at a time for children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from surveys.compiled import asked_order
from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.questions import Question
from surveys.routing import Step

ONE_AT_A_TIME = "child_5_10"


def pages(survey: Survey, path: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """The steps of a path, page after page.

    Parameters
    ----------
    survey
        As one audience meets it; see `Survey.for_audience`.
    path
        What `steps` gives.
    """
    if ONE_AT_A_TIME in survey.audiences:
        return tuple((step,) for step in path)
    numbered = enumerate(path)
    return tuple(tuple(step for _, step in page) for _, page in groupby(numbered, lambda one: _page_key(survey, *one)))


def page_of(survey: Survey, path: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """The page on which a step stands; a step that the path does not have stands alone."""
    return next((page for page in pages(survey, path) if step in page), (step,))


def shown_together(survey: Survey, step: Step, ids: Sequence[str]) -> tuple[Step, ...]:
    """The steps that a page says it showed beside this one; the step alone where they are no page of the survey.

    What is asked may have changed in another tab since the page was shown, and what was given on it is kept all the
    same.

    Raises
    ------
    UnknownQuestion
        The survey never had such a question.
    """
    page = survey.question(step.question).page
    members = [question.id for question in survey.questions if page and question.page == page]
    shown = [id for id in members if id in ids]
    return tuple(Step(id, step.repeat) for id in shown) if step.question in shown and len(shown) > 1 else (step,)


def page_problems(survey: Survey) -> Iterator[str]:
    """What would make a page of several questions break: it is asked in one go, so nothing in it decides the rest."""
    order = list(asked_order(survey))
    for name in dict.fromkeys(question.page for question in order if question.page):
        together = [question for question in order if question.page == name]
        first, *later = together
        if not later:
            yield f"question {first.id}, page: no other question is on page `{name}`: take it away"
        elif order.index(together[-1]) - order.index(first) + 1 != len(together):
            yield f"question {first.id}, page: the questions of page `{name}` must stand together: move them"
        yield from _deciding(together, name)
        yield from _edges(survey, together, name)


def _page_key(survey: Survey, place: int, step: Step) -> tuple[str, str]:
    page = survey.question(step.question).page
    return (page, step.repeat) if page else ("", str(place))


def _deciding(together: Sequence[Question], name: str) -> Iterator[str]:
    set_here = {question.sets: question.id for question in together if question.sets}
    for question in together:
        for decides in (set_here[fact] for fact in facts_in(question.show_if) if fact in set_here):
            yield f"question {question.id}, page: {decides} on page `{name}` decides whether it is asked: part them"


def _edges(survey: Survey, together: Sequence[Question], name: str) -> Iterator[str]:
    repeated = survey.repeat.questions if survey.repeat else ()
    ids = [question.id for question in together]
    if any(id in repeated for id in ids) and not all(id in repeated for id in ids):
        yield f"question {ids[0]}, page: page `{name}` is repeated in part only: part them"
    deciding = (survey.short_route.then if survey.short_route else "", survey.repeat.again if survey.repeat else "")
    for id in ids:
        if id in deciding:
            yield f"question {id}, page: asks whether to carry on, so it stands alone: take it away"
