"""The words: every survey, audience and layer, and every page, held to the age of who reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyphen import Pyphen

from feedback_app.cli import heard
from feedback_app.readability import read_through
from feedback_app.readability.words import (
    hard_words,
    load_hard_words,
    longest_sentence,
    school_year,
    sentences,
    syllables,
)
from surveys import load_library
from tests.feedback_app.test_other_languages import words_in_english
from tests.surveys.definitions import BUS, survey_of

LIBRARY = load_library()


@pytest.mark.parametrize("id", LIBRARY)
def test_every_survey_is_easy_enough_for_who_reads_it_in_every_layer(id: str) -> None:
    assert {f"{one.audience}, {one.layer}": one.problems for one in read_through(LIBRARY[id]) if one.problems} == {}


def test_the_words_of_the_pages_are_easy_enough_for_a_nine_year_old() -> None:
    words = [form for said in words_in_english() for form in ((said,) if isinstance(said, str) else said)]

    assert {one.word: one.instead for one in hard_words(words, "anybody")} == {}
    assert longest_sentence(words) <= 20
    assert school_year(words) <= 4


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("How good is the provision of buses?", "“provision” is hard: write help, support"),
        (
            "How good is the bus that takes you to and from the school where you learn with all of your friends?",
            "a sentence has 21 words where 20 are allowed: make two of it",
        ),
        ("How satisfactory is public transportation availability?", "grade"),
    ],
)
def test_words_that_are_too_hard_are_told_with_what_to_do(words: str, problem: str) -> None:
    survey = survey_of(BUS)
    hard = tuple(
        question.model_copy(update={"words": words, "meaning": ""}) if question.id != "quote" else question
        for question in survey.questions
    )

    found = [line for one in read_through(survey.model_copy(update={"questions": hard})) for line in one.problems]

    assert any(problem in line for line in found), found


def test_easy_read_is_held_to_more_than_the_standard_words() -> None:
    survey = survey_of(BUS.replace('words = "How good is the bus?"', 'words = "How good is your independence?"'))

    hard = {(one.audience, one.layer): one.hard for one in read_through(survey)}

    assert hard["parent_carer", "words"] == ()
    assert hard["parent_carer", "easy"] == ("independence",)


def test_a_sentence_of_sixteen_words_is_too_long_for_easy_read_alone() -> None:
    survey = survey_of(BUS)
    words = "Is the bus that you get on to go to the big school in town good?"
    asked = survey.question("b2").model_copy(update={"words": words, "easy": ""})

    problems = {one.layer: one.problems for one in read_through(survey.model_copy(update={"questions": (asked,)}))}

    assert problems["words"] == ()
    assert problems["easy"][0] == "a sentence has 16 words where 15 are allowed: make two of it"


def test_hard_words_are_found_in_what_may_be_chosen_too() -> None:
    survey = survey_of(BUS.replace('"Under an hour"', '"An adequate time"'))

    assert {one.hard for one in read_through(survey) if one.layer == "words"} == {("adequate",)}


@pytest.mark.parametrize(
    ("word", "count"),
    [("you", 1), ("want", 1), ("young", 1), ("people", 2), ("answers", 2), ("listening", 3), ("area", 3), ("EHC", 1)],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word, Pyphen(lang="en_US", left=1, right=1)) == count


def test_the_grade_is_that_of_kincaids_formula() -> None:
    # 2 sentences, 8 words, 8 syllables
    assert school_year(["I like the bus. It is big too."]) == pytest.approx(0.39 * 4 + 11.8 - 15.59)


def test_sentences_end_at_full_stops_and_questions() -> None:
    assert sentences(["You can stop. Is that OK?", "Yes"]) == ["You can stop.", "Is that OK?", "Yes"]


@pytest.mark.parametrize("text", ["Please engage with us.", "They engaged us.", "Engaging people"])
def test_a_hard_word_is_found_with_its_endings(text: str) -> None:
    assert [one.word for one in hard_words([text], "practitioner")] == ["engage"]


def test_a_word_is_not_found_inside_another() -> None:
    assert hard_words(["The processor is accessory to adviceless people."], "child") == ()


def test_every_hard_word_is_there_once_with_plain_words_instead() -> None:
    every = load_hard_words()

    assert len({one.word for one in every}) == len(every)
    for one in every:
        assert one.instead
        assert one.readers
        assert hard_words([one.instead], "anybody") == (), one


def surveys_words(*words: str) -> Result:
    return CliRunner().invoke(heard, ["surveys", "words", *words])


def test_a_command_prints_a_line_for_each_audience_and_layer() -> None:
    printed = surveys_words("did-it-get-better")

    lines = printed.stdout.splitlines()
    assert printed.exit_code == 0, printed.stderr
    assert lines[0].split() == ["survey", "audience", "layer", "longest", "grade", "most", "hard", "words"]
    assert [line.split()[1:3] for line in lines[1:]] == [
        [audience, layer]
        for audience in ("child_5_10", "young_person_11_25", "parent_carer")
        for layer in ("words", "easy")
    ]


def test_the_command_ends_with_1_and_says_what_to_reword(tmp_path: Path) -> None:
    file = tmp_path / "bus.toml"
    file.write_text(BUS.replace("How good is the bus?", "How good is the provision?"), encoding="utf-8")

    printed = surveys_words(str(file))

    assert printed.exit_code == 1
    assert "school-bus, parent_carer, words: “provision” is hard: write help, support" in printed.stderr
