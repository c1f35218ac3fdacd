from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import Step, Survey, load_survey, steps
from surveys.errors import MalformedSurvey
from surveys.paging import page_of, pages
from tests.surveys.definitions import BUS, answers_to, survey_of, surveys

EVERY_KIND = Path(__file__).parent / "every-kind.toml"
YOUNG, CHILD = "young_person_11_25", "child_5_10"

b1, b2, b3, b4 = (Step(id) for id in ("b1", "b2", "b3", "b4"))


def paged(*ids: str, page: str = "bus") -> str:
    text = BUS
    for id in ids:
        text = text.replace(f'id = "{id}"', f'id = "{id}"\npage = "{page}"')
    return text


def met(text: str) -> Survey:
    return survey_of(text).for_audience(YOUNG)


def test_neighbours_of_one_page_stand_together() -> None:
    survey = met(paged("b3", "b4"))

    assert pages(survey, (b1, b3, b4)) == ((b1,), (b3, b4))
    assert page_of(survey, (b1, b3, b4), b4) == (b3, b4)
    assert page_of(survey, (b1, b3, b4), b1) == (b1,)


def test_a_question_that_is_not_asked_leaves_the_rest_of_its_page() -> None:
    survey = met(paged("b2", "b3"))

    assert pages(survey, steps(survey, {("b1", ""): ("yes",)}))[1] == (b2, b3)
    assert pages(survey, steps(survey, {("b1", ""): ("no",)}))[1] == (b3,)


def test_children_meet_one_question_at_a_time() -> None:
    survey = load_survey(EVERY_KIND)
    young, child = survey.for_audience(YOUNG), survey.for_audience(CHILD)

    assert max(len(page) for page in pages(young, steps(young, {}))) == 3
    assert {len(page) for page in pages(child, steps(child, {}))} == {1}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (paged("b1", "b2"), "question b2 (line 20), page: b1 on page `bus` decides whether it is asked"),
        (paged("b2", "b4"), "page: the questions of page `bus` must stand together"),
        (paged("b3"), "page: no other question is on page `bus`"),
    ],
)
def test_a_page_that_would_break_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(MalformedSurvey) as refused:
        survey_of(text)

    assert sentence in str(refused.value)


REPEATED = """
[repeat]
question = "b3"
services = [{ id = "bus", name = "School bus", option = "Under an hour" }]
questions = ["b4"]
"""
SHORT = """
[short_route]
questions = ["b1", "quote"]
then = "b3"
carry_on_if = "Over an hour"
"""


@pytest.mark.parametrize(
    ("edge", "ids", "sentence"),
    [
        (REPEATED, ("b3", "b4"), "is repeated in part only"),
        (SHORT, ("b3", "b4"), "asks whether to carry on, so it stands alone"),
    ],
)
def test_a_page_does_not_straddle_where_the_way_turns(edge: str, ids: tuple[str, ...], sentence: str) -> None:
    text = paged(*ids).replace("\n[[questions]]", f"{edge}\n[[questions]]", 1)

    with pytest.raises(MalformedSurvey) as refused:
        survey_of(text)

    assert sentence in str(refused.value)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_pages_hold_every_step_once_and_in_order(data: st.DataObject) -> None:
    survey = data.draw(surveys()).for_audience(YOUNG)
    named = data.draw(st.lists(st.sampled_from(["", "one", "two"]), min_size=12, max_size=12))
    survey = survey.model_copy(
        update={
            "questions": tuple(
                question.model_copy(update={"page": named[place % len(named)]})
                for place, question in enumerate(survey.questions)
            )
        }
    )
    path = steps(survey, data.draw(answers_to(survey)))

    found = pages(survey, path)

    assert tuple(step for page in found for step in page) == path
    for page in found:
        assert len({(survey.question(step.question).page, step.repeat) for step in page}) == 1
        assert len(page) == 1 or survey.question(page[0].question).page
