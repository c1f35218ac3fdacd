"""What a survey tells about itself."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from surveys import load_library, steps
from surveys.errors import UnknownAudience, UnknownQuestion, UnknownService, UnknownWording
from tests.surveys.definitions import BUS, survey_of

LIBRARY = load_library()


def test_a_survey_cannot_be_changed() -> None:
    survey = survey_of(BUS)

    with pytest.raises(ValidationError):
        survey.title = "Another"
    assert isinstance(survey.questions, tuple)
    assert hash(survey.questions[0])


def test_a_question_is_found_by_its_id() -> None:
    survey = survey_of(BUS)

    assert survey.question("b4").is_text
    assert survey.question("b2").is_choice
    with pytest.raises(UnknownQuestion, match="school-bus: there is no question `b9`"):
        survey.question("b9")


def test_a_scale_has_a_name_and_a_list_has_none() -> None:
    survey = survey_of(BUS)

    assert [survey.question(id).scale for id in ("b1", "b2", "b3", "b4")] == ["yesno", "good5", "", ""]


def test_children_read_a_question_in_their_own_words_where_it_has_them() -> None:
    question = survey_of(BUS.replace('link = "quality"', 'child_words = "Is the bus good?"')).question("b2")

    assert question.words_for("child_5_10") == "Is the bus good?"
    assert question.words_for("parent_carer") == "How good is the bus?"
    assert survey_of(BUS).question("b2").words_for("child_5_10") == "How good is the bus?"


def test_a_repeat_is_named_by_its_service() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    assert survey.service_name("salt") == "Speech and language therapy"
    assert survey.service_name("") == ""
    with pytest.raises(UnknownService, match="there is no service `dentist`"):
        survey.service_name("dentist")


def test_wording_is_for_the_audiences_of_the_survey_only() -> None:
    survey = survey_of(BUS)

    assert survey.wording("end", "parent_carer")[0] == "Thank you."
    assert survey.help_group("parent_carer") == "parent_carers"
    assert survey.audience_name("young_person_11_25") == "Young people aged 11 to 25"
    with pytest.raises(UnknownAudience, match="it is not for `practitioner`; it is for young_person_11_25, parent"):
        survey.wording("end", "practitioner")
    with pytest.raises(UnknownWording, match="there are start, before_first_box, offline_box, end"):
        survey.wording("audience", "parent_carer")


def test_a_practitioner_is_not_asked_who_filled_it_in() -> None:
    survey = LIBRARY["policy-consultation"]

    practitioner = survey.for_audience("practitioner")

    assert "who" in [step.question for step in steps(survey.for_audience("parent_carer"), {})]
    assert "who" not in [step.question for step in steps(practitioner, {})]
    assert practitioner.audiences == ("practitioner",)


def test_a_young_child_is_not_asked_whether_it_was_worth_the_money() -> None:
    survey = LIBRARY["did-it-get-better"]

    assert "b4" in [question.id for question in survey.for_audience("parent_carer").questions]
    assert "b4" not in [question.id for question in survey.for_audience("child_5_10").questions]
