"""Reading surveys from TOML and from a stored version: whatever comes in, a survey or a clear refusal comes out."""

from __future__ import annotations

import copy
import json
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import Survey, SurveyError, load_library, load_survey, parse_survey, steps, survey_from_json
from surveys.errors import MalformedSurvey, UnknownSurvey, UnreadableSurvey
from surveys.loader import NOT_SURVEYS
from tests.surveys.definitions import BUS, SHARED, answers_to, as_toml, survey_of, surveys

LIBRARY = load_library()
FOLDER = Path("surveys/library")


def test_a_right_definition_is_read() -> None:
    survey = survey_of(BUS)

    assert [question.id for question in survey.questions] == ["b1", "b2", "b3", "b4", "quote", "who"]
    assert survey.question("b1").sets_false == ("no",)
    assert survey.question("b3").option("dont-know").missing == "dont_know"  # type: ignore[union-attr]
    assert survey.question("b4").asks == "strengths"


@pytest.mark.parametrize("typed", ["Don’t know", "DON'T KNOW", "Dont  know"])
def test_dont_know_is_no_answer_however_it_is_typed(typed: str) -> None:
    survey = survey_of(BUS.replace("Don't know", typed))

    assert survey.question("b3").options[2].missing == "dont_know"


def test_dont_know_cannot_be_chosen_with_something_else() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    alone = [option.id for option in survey.question("t1").options if option.alone]

    assert alone == ["none-yet-still-waiting", "dont-know"]
    assert not [option for option in survey_of(BUS).question("b3").options if option.alone]


@given(st.text())
def test_any_text_at_all_is_a_survey_or_a_survey_error(text: str) -> None:
    with suppress(SurveyError):
        parse_survey(text, source="any", shared=SHARED)


ODD: list[Any] = [
    None,
    "",
    " ",
    "b1",
    "quote",
    0,
    -1,
    2.5,
    True,
    [],
    ["b1"],
    [[]],
    {},
    {"id": "x"},
    "not ",
    "\x00",
    "🙂",
]


def _spoil(values: Any, choose: st.DataObject) -> None:
    """Change one thing somewhere in it: take it away, put something odd there, or have it twice."""
    place = values
    while True:
        inner = [key for key in _keys(place) if isinstance(place[key], dict | list) and place[key]]
        if not inner or choose.draw(st.booleans()):
            break
        place = place[choose.draw(st.sampled_from(inner))]
    key = choose.draw(st.sampled_from(_keys(place)))
    odd = choose.draw(st.sampled_from(ODD))
    if odd is None:
        del place[key]
    elif isinstance(place, list) and choose.draw(st.booleans()):
        place.append(copy.deepcopy(place[key]))
    else:
        place[key] = odd


def _keys(place: Any) -> list[Any]:
    return list(place) if isinstance(place, dict) else list(range(len(place)))


@given(st.data())
@settings(max_examples=300)
def test_a_spoilt_survey_is_refused_or_still_works(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["therapy-satisfaction", "young-person-11-25", "children-in-care-short"]))
    values = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    _spoil(values, data)

    try:
        survey = survey_of(as_toml(values))
    except MalformedSurvey:
        return
    assert steps(survey, data.draw(answers_to(survey)))
    assert survey_from_json(survey.to_json()) == survey


@given(st.data())
@settings(max_examples=200)
def test_a_spoilt_stored_version_is_refused_or_still_works(data: st.DataObject) -> None:
    survey = LIBRARY[data.draw(st.sampled_from(["therapy-satisfaction", "young-person-11-25"]))]
    values = json.loads(survey.to_json())
    _spoil(values, data)

    try:
        survey = survey_from_json(json.dumps(values))
    except MalformedSurvey:
        return
    assert steps(survey, data.draw(answers_to(survey)))


@given(surveys())
def test_a_published_version_comes_back_as_it_was(survey: Survey) -> None:
    stored = survey.to_json()

    again = survey_from_json(stored)

    assert again == survey
    assert again.to_json() == stored
    assert again.digest == survey.digest


def test_canonical_json_does_not_depend_on_how_the_file_is_laid_out() -> None:
    values = tomllib.loads(BUS)
    shuffled = {key: values[key] for key in reversed(values)}

    assert survey_of(as_toml(shuffled)).to_json() == survey_of(BUS).to_json()
    assert survey_of(BUS).to_json().startswith('{"audience_words":[{"audience":')


def test_what_is_at_its_default_is_left_out_of_canonical_json() -> None:
    stored = json.loads(survey_of(BUS).to_json())

    assert set(stored) == {"audience_words", "audiences", "id", "questions", "rules", "talk_to_me", "title", "version"}
    assert set(stored["questions"][3]) == {"asks", "domain", "id", "kind", "picture", "words"}


def test_a_stored_version_whose_routes_break_is_refused() -> None:
    stored = json.loads(LIBRARY["young-person-11-25"].to_json())
    stored["short_route"]["then"] = "y99"

    with pytest.raises(MalformedSurvey, match="a stored survey: short_route: there is no question `y99`"):
        survey_from_json(json.dumps(stored))


def test_one_word_changed_is_another_digest() -> None:
    assert survey_of(BUS).digest != survey_of(BUS.replace("the school bus", "the bus")).digest
    assert len(survey_of(BUS).digest) == 64


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ("", "is not JSON"),
        ("[]", "must be a table"),
        ("{}", "id: is missing"),
        ('{"id": "a", "id": "b"}', "a key is there twice"),
        ('{"version": NaN}', "version: must be a whole number"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_stored_version_that_is_not_a_survey_is_refused(stored: str, sentence: str) -> None:
    with pytest.raises(MalformedSurvey) as refused:
        survey_from_json(stored)

    assert sentence in str(refused.value)


def test_a_survey_is_found_by_its_id_or_its_file(tmp_path: Path) -> None:
    file = tmp_path / "bus.toml"
    file.write_text("\ufeff" + BUS, encoding="utf-8")

    assert load_survey("parent-carer").title == "Your family's experience of support"
    assert load_survey(file) == load_survey(str(file)) == survey_of(BUS)


def test_a_survey_that_is_not_there_is_refused_with_the_ones_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSurvey, match="there is no survey `bus`; there are child-5-10-easy-read, "):
        load_survey("bus")
    with pytest.raises(UnreadableSurvey, match="No such file or directory: check the file's name"):
        load_survey(tmp_path / "bus.toml")


def test_a_file_that_is_not_utf_8_is_refused_with_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "bus.toml"
    file.write_bytes(b'id = "caf\xe9"')

    with pytest.raises(UnreadableSurvey, match="byte 10 is not UTF-8: save the file as UTF-8"):
        load_survey(file)


def test_every_file_of_the_library_is_a_survey_or_shared() -> None:
    files = {file.name for file in FOLDER.iterdir()}

    assert files == {f"{id}.toml" for id in LIBRARY} | NOT_SURVEYS
