"""One question in its layers: words, easy read, pictures; and what the loader refuses."""

from __future__ import annotations

import re

import pytest

from surveys import Survey, asked_in, lines_in, load_library, survey_from_json
from surveys.errors import MalformedSurvey
from tests.surveys.definitions import BUS, survey_of

EASY = BUS.replace(
    'words = "How good is the bus?"',
    'words = "How good is the bus?"\nhint = "The one to school."\neasy = "Is the bus good?"\neasy_hint = "To school."',
).replace(
    'options = ["Under an hour", "Over an hour", "Don\'t know"]',
    'options = [{ label = "Under an hour", easy = "Short", picture = "time" }, "Over an hour", "Don\'t know"]',
)


def test_easy_read_says_the_question_and_its_hint_in_easy_words() -> None:
    question = survey_of(EASY).question("b2")

    easy = asked_in(question, "parent_carer", "easy")

    assert (easy.words, easy.hint) == ("Is the bus good?", "To school.")
    assert asked_in(question, "parent_carer").words == "How good is the bus?"


def test_a_question_without_easy_words_is_read_in_its_own() -> None:
    question = survey_of(EASY).question("b4")

    assert asked_in(question, "parent_carer", "easy").words == "What is good about it?"


def test_an_option_has_its_easy_label_and_keeps_its_id() -> None:
    asked = asked_in(survey_of(EASY).question("b3"), "parent_carer", "pictures")

    assert asked.labels["under-an-hour"] == "Short"
    assert asked.labels["over-an-hour"] == "Over an hour"
    assert asked.option_pictures["under-an-hour"] == "time"


def test_pictures_stand_beside_a_question_in_easy_read_and_always_for_children() -> None:
    question = survey_of(EASY).question("b2")

    shown = {layer: asked_in(question, "parent_carer", layer).picture for layer in ("words", "easy", "pictures")}

    assert shown == {"words": "", "easy": "quality", "pictures": "quality"}
    assert asked_in(question, "child_5_10").picture == "quality"


def test_a_child_has_the_words_for_children_in_every_layer() -> None:
    question = survey_of(BUS.replace('link = "quality"', 'child_words = "Is the bus good?"')).question("b2")

    assert asked_in(question, "child_5_10").words == "Is the bus good?"
    assert asked_in(question, "child_5_10", "pictures").words == "Is the bus good?"


def test_every_question_for_children_and_young_people_has_a_picture() -> None:
    def without(survey: Survey) -> list[str]:
        return [f"{survey.id} {question.id}" for question in survey.questions if not question.picture]

    theirs = [one for one in load_library().values() if {"child_5_10", "young_person_11_25"} & set(one.audiences)]

    assert theirs
    assert [place for survey in theirs for place in without(survey)] == []


def test_a_stored_survey_from_before_there_were_layers_still_loads() -> None:
    survey = survey_of(BUS)
    now = survey.to_json().replace(',"picture":"quality"', "")
    old = re.sub(r'"[a-z_]*easy[a-z_]*":("[^"]*"|\[[^\]]*\]),', "", now)

    assert '"easy' not in old
    assert survey_from_json(old).question("b2").picture == ""


def test_lines_round_the_questions_have_an_easy_version_where_it_is_written() -> None:
    survey = survey_of(BUS)
    words = survey.audience_words[0].model_copy(
        update={"end_easy": ("Thank you. You are done.",), "offline_box_easy": ()}
    )
    survey = survey.model_copy(update={"audience_words": (words,)})

    assert lines_in(survey, "end", words.audience, "easy") == ("Thank you. You are done.",)
    assert lines_in(survey, "end", words.audience) == words.end
    assert lines_in(survey, "offline_box", words.audience, "easy") == words.offline_box


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ('picture = "unicorn"', "question b4.*picture: `unicorn` is not in pictures.toml"),
        (f'easy = "{"One " * 16}."', "question b4.*easy: has a sentence of 1. words where 12 are allowed"),
        ('easy = "Say it to {nobody}."', "question b4.*easy: the variable `nobody` is not known"),
        ('easy_meaning = "A word."', "question b4.*easy_meaning: is worked out, not written"),
    ],
)
def test_the_loader_refuses_layers_that_cannot_be_shown(written: str, refused: str) -> None:
    with pytest.raises(MalformedSurvey, match=refused):
        survey_of(BUS.replace('words = "What is good about it?"', f'words = "What is good about it?"\n{written}'))
