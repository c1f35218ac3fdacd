"""An XLSForm as a survey: what we wrote comes back the same, and nothing of others' is lost without a word."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import Survey, load_library, load_survey
from surveys.errors import MalformedSurvey
from surveys.translations import load_translations
from surveys.xlsform import CHOICES, SETTINGS, SURVEY, Imported, Sheets, from_xlsform, to_xlsform
from surveys.xlsform.expressions import TooMuch, parse
from surveys.xlsform.met import survey_as_met
from tests.surveys.definitions import BUS, SHARED, survey_of, surveys

LIBRARY = load_library()
READ_BY = [(survey.id, audience) for survey in LIBRARY.values() for audience in (None, *survey.audiences)]

ENGLISH, WELSH = "label::English (en)", "label::Cymraeg (cy)"
FOREIGN: Sheets = {
    SURVEY: [
        {"type": "start", "name": "start"},
        {"type": "note", "name": "hello", ENGLISH: "Welcome.", WELSH: "Croeso."},
        {"type": "begin group", "name": "about", ENGLISH: "About getting here"},
        {"type": "select_one modes", "name": "Mode", ENGLISH: "How do you get here?", WELSH: "Sut?", "required": "yes"},
        {
            "type": "select_one yes_no",
            "name": "late",
            ENGLISH: "Is the bus late?",
            "relevant": "${Mode} = 'bus'",
            "constraint": ". != ''",
            "constraint_message::English (en)": "Please choose.",
        },
        {"type": "end group"},
        {"type": "calculate", "name": "score", "calculation": "1 + 1"},
        {},
        {"type": "text", "name": "why", ENGLISH: "What happens?", "relevant": "${Mode}='bus' and ${late} != 'no'"},
        {"type": "range", "name": "stars", ENGLISH: "How many stars?", "parameters": "start=1 end=5 step=1"},
    ],
    CHOICES: [
        {"list name": "modes", "name": "bus", ENGLISH: "Bus", WELSH: "Bws"},
        {"list name": "modes", "name": "on_foot", ENGLISH: "On foot", "image": "foot.png"},
        {"list name": "yes_no", "name": "yes", ENGLISH: "Yes"},
        {"list name": "yes_no", "name": "no", ENGLISH: "No"},
    ],
    SETTINGS: [{"form_title": "Getting here", "form_id": "Getting_here", "version": "2", "style": "pages"}],
    "entities": [{"list_name": "trees"}],
}


def imported(sheets: Sheets) -> Imported:
    return from_xlsform(sheets, source="form.xlsx", audiences=["parent_carer"], shared=SHARED)


def refused(sheets: Sheets) -> str:
    with pytest.raises(MalformedSurvey) as refusal:
        imported(sheets)
    return str(refusal.value)


def changed(row: int, **cells: str) -> Sheets:
    """The foreign form with some cells of one row of `survey` changed."""
    rows = [{**cells_there} for cells_there in FOREIGN[SURVEY]]
    rows[row - 2] |= cells
    return {**FOREIGN, SURVEY: rows}


@pytest.mark.parametrize(("id", "audience"), READ_BY)
def test_every_survey_of_the_library_comes_back_the_same(id: str, audience: str | None) -> None:
    back = imported(to_xlsform(LIBRARY[id], audience, shared=SHARED).sheets)

    assert back.survey == survey_as_met(LIBRARY[id], audience, SHARED)
    assert survey_of(back.definition) == back.survey
    assert back.left_out == ()


@pytest.mark.parametrize("id", LIBRARY)
def test_a_survey_exported_for_everybody_is_the_whole_survey(id: str) -> None:
    assert imported(to_xlsform(LIBRARY[id], shared=SHARED).sheets).survey.digest == LIBRARY[id].digest


@given(surveys())
def test_any_survey_comes_back_the_same(survey: Survey) -> None:
    back = imported(to_xlsform(survey, shared=SHARED).sheets)

    assert back.survey == survey_as_met(survey, None, SHARED)
    assert back.left_out == ()


def test_a_foreign_form_is_a_draft_whose_conditions_are_facts() -> None:
    survey = imported(FOREIGN).survey

    assert (survey.id, survey.version, survey.status) == ("getting-here", 2, "draft")
    assert [question.id for question in survey.questions] == ["hello", "mode", "late", "why", "stars", "quote"]
    assert survey.question("mode").sets_true == ("bus",)
    assert survey.question("late").show_if == survey.question("mode").sets == "mode_is_bus"
    assert survey.question("why").show_if == survey.question("late").sets
    assert survey.question("late").sets_true == ("yes",)
    assert [option.score for option in survey.question("stars").options] == [1, 2, 3, 4, 5]


def test_everything_that_a_foreign_form_loses_is_listed() -> None:
    said = "\n".join(imported(FOREIGN).left_out)

    for part in (
        "survey row 2, start: left out; Heard keeps nothing of the kind about a person",
        "survey row 4, label: left out; Heard shows no headings (About getting here)",
        "survey row 5, name: `Mode` is called `mode` in Heard",
        "survey, column required, row 5: left out; no answer is ever required",
        "survey, column constraint, row 6: left out",
        "survey, column constraint_message::English (en), row 6: left out",
        "survey row 8, calculate: left out; Heard works nothing out (name: score; calculation: 1 + 1)",
        "survey row 10, relevant: Heard asks it only where `late` was answered",
        "survey, label: taken in English (en); Heard reads one language",
        "survey, column label::Cymraeg (cy), rows 3, 5: left out",
        "choices row 3, name: `on_foot` is called `on-foot` in Heard",
        "choices, column image, row 3: left out",
        "settings, column style, row 2: left out",
        "sheet entities: left out",
        "added at the end: the question whether words may be quoted",
    ):
        assert part in said


@given(st.data())
def test_no_cell_of_a_foreign_form_is_lost_without_a_word(data: st.DataObject) -> None:
    """A column that nobody has heard of, anywhere, is told of by its name and row."""
    sheet = data.draw(st.sampled_from([SURVEY, CHOICES, SETTINGS]))
    rows = [dict(row) for row in FOREIGN[sheet]]
    number = data.draw(st.sampled_from([n for n, row in enumerate(rows) if row and row.get("type") != "start"]))
    rows[number]["sponsor"] = "Somebody"

    said = "\n".join(imported({**FOREIGN, sheet: rows}).left_out)

    assert f"{sheet}, column sponsor, row {number + 2}" in said or "sponsor: Somebody" in said


@pytest.mark.parametrize(
    ("relevant", "why"),
    [
        ("${late} > 3", "is not understood from `> 3` on"),
        ("count-selected(${Mode}) = 1", "is not understood from `count-selected` on"),
        ("${Mode} = 'train'", "names `train`, which is no choice of `Mode`"),
        ("${nothing} = 'x'", "names `nothing`, which is no question that stands above it"),
        ("${Mode} = 'on_foot' and ${late} = 'yes'", "asks about `Mode`, `late` at once"),
        ("${Mode} = 'bus' or ${late} = 'yes'", "asks about `Mode`, `late` at once"),
        ("${score} = 2", "names `score`, which is no question"),
        ("${Mode} = 'bus' and ${Mode} = 'on_foot'", "holds after no choice of `Mode`"),
        ("(${Mode} = 'bus'", "is not understood at its end"),
        ("__import__('os')", "is not understood from `__import__"),
        ("not(" * 60 + "${Mode} = 'bus'" + ")" * 60, "has more than 50 brackets"),
    ],
)
def test_a_condition_that_cannot_be_carried_is_refused_by_its_row(relevant: str, why: str) -> None:
    said = refused(changed(10, relevant=relevant))

    assert "form.xlsx: survey row 10, relevant: " in said
    assert why in said


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"type": "geopoint"}, "survey row 11, type: Heard does not ask by `geopoint`: ask in words with `text`"),
        ({"type": "date"}, "type: Heard does not ask by `date`: ask for a month or a term with select_one"),
        ({"type": "select_one gone"}, "type: names the list `gone`, which the sheet choices does not have"),
        ({"type": "begin repeat"}, "type: Heard repeats questions for each service only"),
        ({"parameters": "start=0 end=100 step=1"}, "parameters: has 101 steps: give 11 at most"),
        ({ENGLISH: ""}, "survey row 11, label: is empty: write the question"),
        ({ENGLISH: "Are you glad, ${Mode}?"}, "label: shows an earlier answer by ${...}"),
        ({ENGLISH: "How " + "very " * 30 + "?"}, "survey row 11, question stars (line"),
        ({"heard::kind": "good5"}, "survey row 11, type: is not as Heard has it for `good5`"),
        ({"heard::kind": "text"}, "type: does not go with heard::kind `text`"),
        ({"heard::pattern_check": "perhaps"}, "heard::pattern_check: must be yes or no"),
        ({"heard::link": "friends"}, "survey row 11, question stars (line"),
    ],
)
def test_a_row_that_cannot_be_carried_is_refused_by_its_column(cells: dict[str, str], why: str) -> None:
    assert why in refused(changed(11, **cells))


def test_a_form_must_say_whom_it_is_for() -> None:
    with pytest.raises(MalformedSurvey, match=r"settings row 2, heard::audiences: is missing"):
        from_xlsform(FOREIGN, source="form.xlsx", shared=SHARED)


def test_a_condition_that_was_edited_counts_as_edited() -> None:
    sheets = to_xlsform(survey_of(BUS), shared=SHARED).sheets
    rows = [{**row, "relevant": "${b1} = 'no'"} if row["name"] == "b2" else row for row in sheets[SURVEY]]

    assert imported({**sheets, SURVEY: rows}).survey.question("b2").show_if == "not by_bus"


def test_a_copy_must_stay_the_same_as_the_question_it_copies() -> None:
    sheets = to_xlsform(LIBRARY["therapy-satisfaction"], shared=SHARED).sheets
    rows = [{**row, "label": "Else?"} if row.get("name") == "t11_otherwise" else row for row in sheets[SURVEY]]

    assert re.search(r"survey row \d+, label: must be the same as in row \d+", refused({**sheets, SURVEY: rows}))


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("services", "repeat_count"),
        ("service", "calculation"),
        ("one_service", "relevant"),
        ("without_service_1", "relevant"),
        ("t8_otherwise", "relevant"),
        ("t1a_meaning", "relevant"),
    ],
)
def test_a_row_that_follows_from_others_is_not_changed_without_a_word(name: str, heading: str) -> None:
    survey = LIBRARY["therapy-satisfaction"]
    repeat = survey.repeat.model_copy(update={"otherwise": ("t8", "t10")}) if survey.repeat else None
    sheets = to_xlsform(survey.model_copy(update={"repeat": repeat}), shared=SHARED).sheets
    rows = [{**row, heading: "7"} if row.get("name") == name else row for row in sheets[SURVEY]]

    (said,) = imported({**sheets, SURVEY: rows}).left_out

    assert re.fullmatch(rf"survey row \d+, {heading}: left out; it follows from other rows \(7\)", said)


def test_words_of_a_shared_question_cannot_be_changed_in_a_form() -> None:
    sheets = to_xlsform(survey_of(BUS), shared=SHARED).sheets
    rows = [{**row, "label": "May we?"} if row["name"] == "quote" else row for row in sheets[SURVEY]]

    assert "label: is not as Heard has it for `quote_permission`" in refused({**sheets, SURVEY: rows})


def test_a_choice_of_several_can_show_and_hide_a_question() -> None:
    several = changed(5, type="select_multiple modes")
    rows = list(several[SURVEY])
    rows[8] = {**rows[8], "relevant": "not(selected(${Mode}, 'bus'))"}

    survey = imported({**several, SURVEY: rows}).survey

    assert survey.question("why").show_if == "not mode_is_bus"
    assert survey.question("mode").sets_false == ("on-foot",)


@given(st.text(alphabet="${}()='abcnotdr ,!\"1", max_size=60))
def test_no_expression_breaks_the_reader(words: str) -> None:
    with suppress(TooMuch):
        parse(words)


@given(st.text(max_size=40))
def test_words_written_into_a_definition_are_the_words_read(words: str) -> None:
    sheets = changed(10, **{ENGLISH: words})

    try:
        survey = imported(sheets).survey
    except MalformedSurvey:
        return

    assert survey.question("why").words == " ".join(words.split())


EVERY_KIND = load_survey(Path(__file__).parent / "every-kind.toml")


@pytest.mark.parametrize("audience", [None, *EVERY_KIND.audiences])
def test_every_kind_of_question_comes_back_the_same(audience: str | None) -> None:
    back = imported(to_xlsform(EVERY_KIND, audience, shared=SHARED).sheets)

    assert back.survey.digest == survey_as_met(EVERY_KIND, audience, SHARED).digest
    assert survey_of(back.definition) == back.survey
    assert back.left_out == ()


def test_a_survey_exported_in_three_languages_comes_back_the_same_and_says_that_two_are_left_out() -> None:
    survey = LIBRARY["young-person-11-25"]
    translations = [language.of(survey.id, survey.version) for language in load_translations(SHARED).values()]
    sheets = to_xlsform(survey, shared=SHARED, translations=[one for one in translations if one]).sheets

    back = imported(sheets)

    assert back.survey.digest == survey.digest
    assert "survey, label: taken in English (en); Heard reads one language" in back.left_out


def test_a_foreign_number_tick_and_note_are_kinds_of_ours() -> None:
    rows = [
        {"type": "note", "name": "first", "label": "About your day"},
        {"type": "integer", "name": "bus", "label": "How long is the ride?", "constraint": ". <= 90 and . >= 1"},
        {"type": "int", "name": "wait", "label": "How long did you wait?", "constraint": ". > today()"},
        {"type": "acknowledge", "name": "ok", "label": "I have read this."},
        {"type": "text", "name": "more", "label": "What else?"},
    ]

    form = imported({SURVEY: rows, SETTINGS: [{"form_id": "day"}]})

    asked = {question.id: question for question in form.survey.questions}
    assert [asked[id].kind for id in ("first", "bus", "wait", "ok")] == [
        "information",
        "number",
        "number",
        "agreement",
    ]
    assert (asked["bus"].min, asked["bus"].max) == (1, 90)
    assert (asked["wait"].min, asked["wait"].max) == (None, None)
    assert [line for line in form.left_out if "constraint" in line] == [
        "survey, column constraint, row 4: left out; no answer is refused"
    ]


def test_a_picture_that_we_have_is_taken_and_another_is_left_out() -> None:
    sheets = changed(5, **{"media::image": "listening.svg"})
    other = changed(5, **{"media::image": "bus.png"})

    assert imported(sheets).survey.question("mode").picture == "listening"
    assert any("media::image" in line for line in imported(other).left_out)


@pytest.mark.parametrize("cell", ["no list", '{"a": 1}', "[1]"])
def test_what_stands_beside_a_box_must_be_a_list_of_words(cell: str) -> None:
    form = to_xlsform(EVERY_KIND, shared=SHARED).sheets
    rows = [{**row, "heard::options": cell} if row.get("name") == "minutes" else row for row in form[SURVEY]]

    assert "heard::options: must be a list of words" in refused({**form, SURVEY: rows})


@pytest.mark.parametrize("cell", ["no JSON", "[]", '{"question": "m0"}'])
def test_a_repeat_for_each_child_must_be_as_an_export_writes_it(cell: str) -> None:
    form = to_xlsform(LIBRARY["parent-carer"], shared=SHARED).sheets

    assert "heard::repeat: is not as an export writes it" in refused(
        {**form, SETTINGS: [{**form[SETTINGS][0], "heard::repeat": cell}]}
    )
