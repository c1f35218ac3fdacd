"""A survey in another language: wholly translated questions, and English for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys import Survey, asked_in, lines_in, load_library
from surveys.errors import MalformedSurvey
from surveys.model import WORDINGS
from surveys.side_by_side import common_rows
from surveys.translation_checks import in_english, translation_problems
from surveys.translations import Language, Translation, load_translations
from tests.surveys.definitions import BUS, SHARED, survey_of

COMMON = """\
[wordings]
offline_box = ["Nikt tego jeszcze nie widzi."]
[scales.yesno.options]
yes = "Tak"
no = "Nie"
dont-know = "Nie wiem"
prefer-not-to-say = "Nie chcę mówić"
"""
WORDS = """\
version = 1
title = "Droga do szkoły"
[questions.b1]
words = "Czy jeździsz autobusem szkolnym?"
[questions.b3]
words = "Jak długo jedziesz?"
easy = "Długo jedziesz?"
[questions.b3.options]
under-an-hour = "Mniej niż godzinę"
over-an-hour = "Ponad godzinę"
"""


def language_of(folder: Path, common: str = COMMON, words: str = WORDS) -> Language:
    (folder / "pl").mkdir()
    (folder / "pl" / "common.toml").write_text(common, encoding="utf-8")
    (folder / "pl" / "school-bus.toml").write_text(words, encoding="utf-8")
    return load_translations(SHARED, folder)["pl"]


def translation_of(language: Language, survey: Survey) -> Translation:
    found = language.of(survey.id, survey.version)
    assert found is not None
    return found


def test_a_translated_question_is_read_in_its_language_with_the_words_of_its_scale(tmp_path: Path) -> None:
    survey = survey_of(BUS)

    asked = asked_in(survey.question("b1"), "parent_carer", "words", translation_of(language_of(tmp_path), survey))

    assert asked.language == "pl"
    assert asked.words == "Czy jeździsz autobusem szkolnym?"
    assert asked.labels["yes"] == "Tak"


def test_a_question_that_lacks_one_word_is_wholly_english(tmp_path: Path) -> None:
    survey = survey_of(BUS)

    asked = asked_in(survey.question("b3"), "parent_carer", "words", translation_of(language_of(tmp_path), survey))

    assert asked.language == "en"
    assert asked.words == "How long is the ride?"
    assert asked.labels["under-an-hour"] == "Under an hour"


def test_easy_words_are_read_only_where_the_english_has_them_too(tmp_path: Path) -> None:
    words = WORDS + 'dont-know = "Nie wiem"\n'
    survey = survey_of(BUS)

    asked = asked_in(
        survey.question("b3"), "parent_carer", "easy", translation_of(language_of(tmp_path, words=words), survey)
    )

    assert (asked.language, asked.words) == ("pl", "Jak długo jedziesz?")


def test_what_is_still_in_english_is_told(tmp_path: Path) -> None:
    assert in_english(language_of(tmp_path), survey_of(BUS)) == ("b2", "b3", "b4", "quote", "who")


def test_shared_lines_are_translated_and_others_stay(tmp_path: Path) -> None:
    survey = survey_of(BUS)
    translation = translation_of(language_of(tmp_path), survey)

    assert lines_in(survey, "offline_box", "parent_carer", "words", translation) == ("Nikt tego jeszcze nie widzi.",)
    assert lines_in(survey, "start", "parent_carer", "words", translation)[0] == "You can choose to take part."


def test_a_translation_is_of_one_version(tmp_path: Path) -> None:
    language = language_of(tmp_path, words=WORDS.replace("version = 1", "version = 2"))

    assert language.of("school-bus", 1) is None
    assert len(in_english(language, survey_of(BUS))) == len(survey_of(BUS).questions)


def test_other_words_have_another_digest(tmp_path: Path) -> None:
    one = language_of(tmp_path).surveys["school-bus"]
    (tmp_path / "again").mkdir()
    other = language_of(tmp_path / "again", words=WORDS.replace("szkoły", "domu")).surveys["school-bus"]

    assert one.digest != other.digest
    assert len(one.digest) == 64


@pytest.mark.parametrize(
    ("common", "words", "problem"),
    [
        (COMMON, WORDS + '[questions.b9]\nwords = "X"\n', "question b9: the survey has no such question"),
        (COMMON, WORDS + 'three = "X"\n', "question b3: it has no option `three`"),
        (COMMON, WORDS + '[services]\ntaxi = "X"\n', "services: there is no `taxi`"),
        (COMMON, WORDS.replace("jedziesz?", "jedziesz, {lead_contact}?"), "must have the same {variables}"),
        (COMMON.replace("offline_box", "online_box"), WORDS, "there are no lines called `online_box`"),
        (COMMON.replace('["Nikt', '["A.", "Nikt'), WORDS, "has 2 lines where the English has 1"),
        (COMMON.replace("yesno", "maybe"), WORDS, "common, scales: there is no `maybe`"),
        (COMMON.replace("yes =", "aye ="), WORDS, "common, scales, yesno: there is no option `aye`"),
    ],
)
def test_a_translation_names_only_what_is_there(tmp_path: Path, common: str, words: str, problem: str) -> None:
    problems = translation_problems(language_of(tmp_path, common, words), {"school-bus": survey_of(BUS)}, SHARED)

    assert any(problem in one for one in problems), problems


def test_a_translation_that_fits_has_no_problems(tmp_path: Path) -> None:
    assert translation_problems(language_of(tmp_path), {"school-bus": survey_of(BUS)}, SHARED) == ()


def test_an_unknown_key_is_refused_with_the_file_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedSurvey, match=r"surveys/translations/pl/school-bus\.toml.*unknown key"):
        language_of(tmp_path, words=WORDS + "[colours]\n")


def test_the_translations_that_come_with_heard_fit_their_surveys() -> None:
    library = load_library()

    problems = [
        problem
        for language in load_translations(SHARED).values()
        for problem in translation_problems(language, library, SHARED)
    ]

    assert problems == []


@pytest.mark.parametrize("code", ["pl", "ur"])
@pytest.mark.parametrize("id", load_library())
def test_every_survey_is_wholly_translated(id: str, code: str) -> None:
    survey = load_library()[id]
    language = load_translations(SHARED)[code]
    translation = translation_of(language, survey)

    assert in_english(language, survey) == ()
    for audience in survey.audiences:
        for layer in ("words", "easy"):
            for name in WORDINGS:
                english = survey.wording(name, audience, easy=layer == "easy")
                assert lines_in(survey, name, audience, layer, translation) != english
    assert language.surveys[id].title


@pytest.mark.parametrize("file", sorted(Path("surveys/translations").rglob("*.toml")), ids=str)
def test_a_translation_says_at_its_top_that_nobody_has_approved_it(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith(
        "# DRAFT. A machine wrote these words and nobody has approved them."
    )


def test_urdu_is_written_in_urdu_with_latin_figures() -> None:
    for file in Path("surveys/translations/ur").glob("*.toml"):
        words = file.read_text(encoding="utf-8")
        assert not set(words) & set("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"), file
        assert not set(words) & set("يكه"), f"{file}: Arabic letters where Urdu has its own"


@pytest.mark.parametrize("code", ["pl", "ur"])
def test_every_picture_says_what_it_shows_in_every_language(code: str) -> None:
    assert set(load_translations(SHARED)[code].common.pictures) == set(SHARED.pictures.pictures)


@pytest.mark.parametrize("code", ["pl", "ur"])
def test_a_speaker_can_read_all_that_is_shared_beside_its_english(code: str) -> None:
    rows = list(common_rows(load_translations(SHARED)[code].common, SHARED))

    assert ("picture waiting", "A clock.") in {row[:2] for row in rows}
    assert [place for place, english, other in rows if english and not other] == []
