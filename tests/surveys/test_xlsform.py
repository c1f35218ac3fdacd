"""A survey as an XLSForm: other tools can read it, and it says what it does not carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from surveys import Survey, load_library, load_survey
from surveys.errors import UnknownAudience
from surveys.translations import Translation, load_translations
from surveys.xlsform import CHOICES, SETTINGS, SURVEY, Row, Sheets, to_xlsform
from tests.surveys.definitions import BUS, SHARED, survey_of, surveys

LIBRARY = load_library()
LANGUAGES = load_translations(SHARED)
READ_BY = [(survey.id, audience) for survey in LIBRARY.values() for audience in (None, *survey.audiences)]


def exported(id: str, audience: str | None = None) -> Sheets:
    return to_xlsform(LIBRARY[id], audience, shared=SHARED).sheets


def row(sheets: Sheets, name: str) -> Row:
    return next(row for row in sheets[SURVEY] if row.get("name") == name)


def said_by_pyxform(sheets: Sheets) -> list[str]:
    """Its warnings; it raises what is worse."""
    warnings: list[str] = convert({name: [dict(row) for row in rows] for name, rows in sheets.items()}).warnings
    return warnings


@pytest.mark.parametrize(("id", "audience"), READ_BY)
def test_every_survey_of_the_library_is_an_xlsform_without_a_warning(id: str, audience: str | None) -> None:
    assert said_by_pyxform(exported(id, audience)) == []


@given(st.data())
def test_any_survey_is_an_xlsform_without_a_warning(data: st.DataObject) -> None:
    survey = data.draw(surveys())
    audience = data.draw(st.sampled_from([None, *survey.audiences]))

    assert said_by_pyxform(to_xlsform(survey, audience, shared=SHARED).sheets) == []


def test_a_condition_is_told_by_the_answers_that_decide_it() -> None:
    sheets = exported("young-person-11-25")

    assert row(sheets, "y21")["relevant"] == "${y1} = 'i-am-waiting-for-one' or ${y1} = 'no-i-dont-have-a-plan'"
    assert row(sheets, "y2")["relevant"].startswith("${y1} = 'yes-for-less-than-1-year' or ")


def test_a_short_route_comes_first_and_the_rest_only_for_who_carries_on() -> None:
    names = [row.get("name", row["type"]) for row in exported("young-person-11-25")[SURVEY]]

    assert names[:9] == ["y4", "y7", "y8", "y15", "y18", "y20", "quote", "carry_on", "rest"]
    assert names[-1] == "end_group"
    assert row(exported("young-person-11-25"), "rest")["relevant"] == "${carry_on} = 'yes-a-few-more'"


def test_what_is_asked_of_each_service_stands_in_a_repeat_and_once_more_for_who_named_none() -> None:
    sheets = exported("therapy-satisfaction")
    names = [row.get("name", row["type"]) for row in sheets[SURVEY]]

    assert row(sheets, "services")["repeat_count"] == "3"
    assert row(sheets, "one_service")["relevant"] == "selected(${t1}, ${service})"
    assert names.index("services") < names.index("t2") < names.index("end_repeat") < names.index("without_service_1")
    assert row(sheets, "t11_otherwise")["heard::question"] == "t11"
    assert row(sheets, "otherwise")["relevant"].startswith("not(selected(${t1}, 'speech-and-language') or ")
    assert row(sheets, "t1")["constraint_message"] == (
        "Choose “None yet, still waiting”, “Don't know” alone, or choose others."
    )


def test_what_is_no_answer_and_what_a_mean_is_taken_of_stand_beside_the_choices() -> None:
    choices = {row["label"]: row for row in exported("parent-carer")[CHOICES] if row["list_name"] == "good5"}

    assert choices["Very good"]["heard_score"] == "5.0"
    assert choices["Don't know"]["heard_missing"] == "dont_know"
    assert len(choices) == 7


def test_our_own_layers_stand_in_columns_of_ours() -> None:
    sheets = exported("child-5-10-easy-read")

    assert row(sheets, "c10")["heard::asks"] == "strengths"
    assert row(sheets, "c6")["heard::pattern_check"] == "yes"
    assert sheets[SETTINGS][0]["heard::rule_read_aloud"] == "yes"


def test_an_area_writes_its_own_words_into_a_row_of_its_own() -> None:
    sheets = exported("commissioning-workshop-prompts")

    assert row(sheets, "area_name")["default"] == "[area_name]"
    assert row(sheets, "w3")["label"] == "What is your vision for ${area_name}?"


def test_what_it_does_not_carry_is_listed() -> None:
    said = "\n".join(to_xlsform(LIBRARY["child-5-10-easy-read"], shared=SHARED).not_carried)

    for part in ("Reading aloud", "Pictures", "faces and signs", "drawing and speaking", "Help lines", "at risk"):
        assert part in said
    assert "decides whether it is asked" not in said


def test_a_question_that_no_answer_leads_to_is_left_out_and_named() -> None:
    first = '[[questions]]\nid = "b0"\nkind = "text"\nwords = "How was today?"\n\n'
    not_theirs = BUS.replace('kind = "yesno"', 'kind = "yesno"\nnot_asked_of = ["parent_carer"]')
    survey = survey_of(
        not_theirs.replace("questions = 4", "questions = 5").replace("[[questions]]", first + "[[questions]]", 1)
    )

    left = to_xlsform(survey, "parent_carer", shared=SHARED)

    assert "Question b2: no answer leads to it, so it is left out." in left.not_carried
    assert [row["name"] for row in left.sheets[SURVEY]] == ["b0", "b3", "b4", "quote", "who"]
    assert left.sheets[SETTINGS][0]["heard::rule_questions"] == "3"


def test_an_audience_that_a_survey_is_not_for_is_refused() -> None:
    survey: Survey = LIBRARY["parent-carer"]

    with pytest.raises(UnknownAudience, match="it is for parent_carer"):
        to_xlsform(survey, "workshop", shared=SHARED)


def translations_of(survey: Survey) -> list[Translation]:
    found = [language.of(survey.id, survey.version) for language in LANGUAGES.values()]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("id", LIBRARY)
def test_every_language_stands_beside_english_and_pyxform_lacks_nothing(id: str) -> None:
    survey = LIBRARY[id]
    translations = translations_of(survey)

    sheets = to_xlsform(survey, shared=SHARED, translations=translations).sheets

    assert said_by_pyxform(sheets) == []
    assert {"label::English (en)", "label::Polish (pl)", "label::Urdu (ur)"} <= {
        heading for row in sheets[SURVEY] for heading in row
    }
    assert "label" not in {heading for name in (SURVEY, CHOICES) for row in sheets[name] for heading in row}


def test_a_question_and_its_choices_are_in_polish() -> None:
    survey = LIBRARY["child-5-10-easy-read"]

    exported_now = to_xlsform(survey, shared=SHARED, translations=translations_of(survey))

    first = row(exported_now.sheets, "c1")
    assert first["label::English (en)"] == "Do grown-ups listen to you?"
    assert first["label::Polish (pl)"] == "Czy dorośli cię słuchają?"
    yes = next(row for row in exported_now.sheets[CHOICES] if row["name"] == "yes")
    assert (yes["label::English (en)"], yes["label::Polish (pl)"]) == ("Yes", "Tak")
    assert any(line.startswith("Polish (pl): these words are a draft") for line in exported_now.not_carried)


EVERY_KIND = load_survey(Path(__file__).parent / "every-kind.toml")


@pytest.mark.parametrize("audience", [None, *EVERY_KIND.audiences])
def test_every_kind_of_question_is_an_xlsform_without_a_warning(audience: str | None) -> None:
    assert said_by_pyxform(to_xlsform(EVERY_KIND, audience, shared=SHARED).sheets) == []


def test_each_kind_has_the_type_that_other_tools_know() -> None:
    rows = {row["name"]: row for row in to_xlsform(EVERY_KIND, shared=SHARED).sheets[SURVEY] if "name" in row}

    types = {question.kind: rows[question.id]["type"].split()[0] for question in EVERY_KIND.questions}
    assert (types["information"], types["agreement"], types["number"]) == ("note", "acknowledge", "integer")
    assert (types["pictures"], types["pictures_multi"]) == ("select_one", "select_multiple")
    assert {types[kind] for kind in ("short_text", "text", "text_or_draw_or_voice")} == {"text"}
    assert rows["minutes"]["constraint"] == ". >= 0 and . <= 300"


def test_a_picture_names_its_file_in_a_column_of_xlsforms_own() -> None:
    sheets = to_xlsform(EVERY_KIND, shared=SHARED).sheets

    images = {row["media::image"] for row in sheets[CHOICES] if "media::image" in row}
    assert images
    assert all(image.endswith(".svg") for image in images)
    assert any("media::image" in line for line in to_xlsform(EVERY_KIND, shared=SHARED).not_carried)


def test_what_new_kinds_lose_elsewhere_is_listed() -> None:
    said = "\n".join(to_xlsform(EVERY_KIND, shared=SHARED).not_carried)

    for part in (
        "Question may_show: a tick is yes",
        "Question minutes: the answers beside the number",
        "standing on one page",
        "how many letters",
    ):
        assert part in said
