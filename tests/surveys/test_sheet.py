"""A paper sheet asks what a phone asks, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import Answers, Step, Survey, load_library, steps
from surveys.sheet import asked_of, goes_to, sheet_of
from tests.surveys.definitions import BUS, answers_to, survey_of, surveys

LIBRARY = [survey.for_audience(audience) for survey in load_library().values() for audience in survey.audiences]


def about_one_child(survey: Survey, answers: Answers) -> Answers:
    """What one sheet can hold: a second child has a sheet of its own."""
    if survey.repeat is None or survey.repeat.each == "service":
        return answers
    return {**answers, (survey.repeat.question, ""): ()}


@pytest.mark.parametrize("survey", LIBRARY, ids=lambda survey: f"{survey.id}-{survey.audiences[0]}")
@given(data=st.data())
def test_every_survey_asks_the_same_on_paper_as_on_a_phone(survey: Survey, data: st.DataObject) -> None:
    answers = about_one_child(survey, data.draw(answers_to(survey)))

    asked = asked_of(sheet_of(survey), answers)

    assert tuple(one.step for one in asked) == steps(survey, answers)


@given(data=st.data())
def test_a_made_up_survey_asks_the_same_on_paper_as_on_a_phone(data: st.DataObject) -> None:
    survey = data.draw(surveys()).for_audience("young_person_11_25")
    answers = about_one_child(survey, data.draw(answers_to(survey)))

    asked = asked_of(sheet_of(survey), answers)

    assert tuple(one.step for one in asked) == steps(survey, answers)


@given(data=st.data())
def test_whoever_follows_go_to_passes_no_question_that_is_asked(data: st.DataObject) -> None:
    survey = data.draw(surveys()).for_audience("young_person_11_25")
    answers = about_one_child(survey, data.draw(answers_to(survey)))
    sheet = sheet_of(survey)

    asked = asked_of(sheet, answers)

    for place, one in enumerate(sheet):
        chosen = answers.get(one.step.key, ())
        if one in asked and one.question.options and len(chosen) == 1:
            there = goes_to(sheet, place, chosen[0]) or one.number + 1
            assert not [other for other in sheet[place + 1 : there - 1] if other in asked]


def test_after_no_the_sheet_leads_past_what_only_yes_leads_to() -> None:
    survey = survey_of(BUS).for_audience("parent_carer")
    sheet = sheet_of(survey)

    assert goes_to(sheet, 0, "no") == 3
    assert goes_to(sheet, 0, "dont-know") == 3
    assert goes_to(sheet, 0, "yes") is None


def test_whoever_does_not_carry_on_goes_to_the_end() -> None:
    survey = load_library()["young-person-11-25"].for_audience("young_person_11_25")
    sheet = sheet_of(survey)
    place = next(place for place, one in enumerate(sheet) if one.step == Step("carry_on"))

    assert goes_to(sheet, place, "no-finish-here") == len(sheet) + 1
    assert goes_to(sheet, place, "yes-a-few-more") is None
