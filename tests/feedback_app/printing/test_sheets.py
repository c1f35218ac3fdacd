"""A printed sheet: tagged, titled, in reading order, the same every time, and true of paper."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject, DictionaryObject

from feedback_app.printing import Layer, NotInThatLanguage, NotPrintable, SheetFor, print_sheet
from feedback_app.printing.pdf import sheet_pdf
from feedback_app.printing.sheets import sheet_values
from surveys import Survey, load_library, load_survey
from surveys.errors import MissingValue
from surveys.shared import load_shared
from surveys.sheet import sheet_of

LIBRARY = load_library()
VALUES = dict.fromkeys([*load_shared().wordings.variables, "front_door"], "Wexcombe")
EVERY = [(survey.id, audience) for survey in LIBRARY.values() for audience in survey.audiences]
OF_SCREENS = re.compile(r"\b(press|tap|click|page when|this phone)\b", re.IGNORECASE)


def wanted(audience: str, *, large: bool = False, example: bool = False, code: str = "") -> SheetFor:
    return SheetFor(audience, large=large, asked_by="Wexcombe Council", example=example, values=VALUES, code=code)


def pdf_of(survey: Survey, audience: str, *, large: bool = False, example: bool = False) -> PdfReader:
    return PdfReader(io.BytesIO(print_sheet(survey, wanted(audience, large=large, example=example))))


def root_of(pdf: PdfReader) -> Any:
    """The catalogue, whose shape no type knows."""
    return pdf.trailer["/Root"]


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def kinds_of_tags(pdf: PdfReader) -> set[str]:
    found: set[str] = set()
    waiting = [root_of(pdf)["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, DictionaryObject):
            continue
        found.add(str(node.get("/S", "")))
        kids = node.get("/K", [])
        waiting += [
            kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if hasattr(kid, "get_object")
        ]
    return found


@pytest.mark.parametrize(("id", "audience"), EVERY)
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
def test_every_survey_is_printed_whole_tagged_and_titled(id: str, audience: str, large: bool) -> None:
    survey = LIBRARY[id]

    pdf = pdf_of(survey, audience, large=large)

    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(value=True)
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == BooleanObject(value=True)
    assert pdf.metadata is not None
    assert pdf.metadata.title == survey.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    read = words_of(pdf)
    for one in sheet_of(survey.for_audience(audience)):
        assert f"{one.number}. " in read
    assert not OF_SCREENS.search(read)


@pytest.mark.parametrize(("id", "audience"), EVERY)
@pytest.mark.parametrize("layer", ["easy", "pictures"])
def test_every_survey_is_printed_in_easy_words_of_sixteen_points_or_more(id: str, audience: str, layer: Layer) -> None:
    values = sheet_values(LIBRARY[id], SheetFor(audience, layer=layer, values=VALUES))

    assert values["size"] == 16
    read = words_of(PdfReader(io.BytesIO(sheet_pdf(values))))
    assert not OF_SCREENS.search(read)
    for question in values["questions"]:
        assert f"{question['number']}. " in read


def test_easy_read_says_the_easy_words() -> None:
    question = next(q for q in LIBRARY["young-person-11-25"].questions if q.easy and q.easy != q.words)

    words, easy = (
        [
            block["words"]
            for block in sheet_values(LIBRARY["young-person-11-25"], SheetFor("young_person_11_25", layer=layer))[
                "questions"
            ]
        ]
        for layer in ("words", "easy")
    )

    assert question.words in words
    assert question.easy in easy
    assert question.easy not in words


@pytest.mark.parametrize("language", ["pl", "ur"])
def test_a_translation_is_printed_in_its_own_direction_and_marked_a_draft(language: str) -> None:
    survey = LIBRARY["young-person-11-25"]
    values = sheet_values(survey, SheetFor("young_person_11_25", language=language))

    pdf = PdfReader(io.BytesIO(sheet_pdf(values)))

    assert root_of(pdf)["/Lang"] == language
    assert values["dir"] == ("rtl" if language == "ur" else "ltr")
    assert values["title"] != survey.title
    assert {question["lang"] for question in values["questions"]} == {language}
    assert "Draft translation" in words_of(pdf)
    approved = SheetFor("young_person_11_25", language=language, approved=True)
    assert not sheet_values(survey, approved)["notes"]


def test_a_language_without_a_translation_is_refused() -> None:
    with pytest.raises(NotInThatLanguage):
        print_sheet(LIBRARY["parent-carer"], SheetFor("parent_carer", language="cy"))


def test_every_kind_of_question_has_its_space_to_answer_in() -> None:
    survey = load_survey(Path("tests/surveys/every-kind.toml"))

    blocks = {block["number"]: block for block in sheet_values(survey, SheetFor("parent_carer"))["questions"]}

    controls = {one.question.kind: blocks[one.number] for one in sheet_of(survey.for_audience("parent_carer"))}
    assert {kind: block["control"] for kind, block in controls.items()} == {
        "information": "read",
        "agreement": "one",
        "single": "one",
        "multi": "many",
        "pictures": "one",
        "pictures_multi": "many",
        "yesno": "one",
        "good5": "one",
        "faces5": "faces",
        "change5": "one",
        "agree5": "one",
        "number": "number",
        "standard4": "one",
        "happy10": "line",
        "goal10": "line",
        "short_text": "write",
        "text": "write",
        "text_or_draw_or_voice": "draw",
        "rank": "rank",
        "dots": "dots",
        "draw": "draw",
        "speak": "write",
    }
    assert controls["number"]["unit"] == "minutes"
    assert [option["label"] for option in controls["text"]["others"]] == ["I don’t know", "I don’t want to say"]
    pdf_of(survey, "parent_carer")


def test_pictures_are_black_and_grey_with_their_words() -> None:
    survey = LIBRARY["young-person-11-25"]

    values = sheet_values(survey, SheetFor("young_person_11_25", layer="pictures"))

    pictures = [question["picture"] for question in values["questions"] if question["picture"]]
    beside = [option["picture"] for question in values["questions"] for option in question["options"]]
    assert pictures
    assert any(beside)
    for picture in (*pictures, *filter(None, beside)):
        assert picture["alt"]
        assert not re.search("var|currentColor", picture["svg"])


def test_headings_lists_and_faces_are_tagged() -> None:
    pdf = pdf_of(LIBRARY["child-5-10-easy-read"], "child_5_10")

    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Figure"} <= kinds_of_tags(pdf)


def test_a_sheet_is_read_in_the_order_in_which_it_is_answered() -> None:
    survey = LIBRARY["young-person-11-25"]

    read = words_of(pdf_of(survey, "young_person_11_25", large=True))

    sheet = sheet_of(survey.for_audience("young_person_11_25"))
    places = [read.index(f"{one.number}. {one.question.words.split('?')[0]}") for one in sheet]
    assert places == sorted(places)
    assert read.index("Before you start") < read.index("Do you want to take part?") < places[0]
    assert places[-1] < read.index("When you have finished") < read.index("If you want to talk to somebody")


def test_routing_is_said_in_words() -> None:
    read = words_of(pdf_of(LIBRARY["young-person-11-25"], "young_person_11_25"))

    assert "No, finish here Go to the end, after question 25." in read
    assert re.search(
        r"Questions 10 to 11 are only for you if you ticked “Yes, for less than 1 year”.* at question 9", read
    )


def test_nobody_is_sent_on_by_one_tick_where_many_may_be_made() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    blocks = sheet_values(survey, wanted("parent_carer"))["questions"]

    assert blocks[0]["control"] == "many"
    assert not any(option["goto"] for option in (*blocks[0]["options"], *blocks[0]["others"]))


def test_one_and_many_have_marks_of_another_shape_and_say_so_in_words() -> None:
    blocks = sheet_values(LIBRARY["therapy-satisfaction"], wanted("parent_carer"))["questions"]

    assert [(block["control"], block["how"]) for block in blocks[:2]] == [
        ("many", "Tick as many squares as you like."),
        ("one", "Tick one circle."),
    ]


def test_an_invented_area_says_so_on_the_sheet() -> None:
    survey = LIBRARY["parent-carer"]

    assert "Invented example" in words_of(pdf_of(survey, "parent_carer", example=True))
    assert "Invented example" not in words_of(pdf_of(survey, "parent_carer"))


def test_large_print_is_eighteen_points() -> None:
    assert sheet_values(LIBRARY["parent-carer"], wanted("parent_carer", large=True))["size"] == 18


def test_the_same_sheet_is_the_same_bytes() -> None:
    survey = load_survey("parent-carer")

    assert print_sheet(survey, wanted("parent_carer")) == print_sheet(survey, wanted("parent_carer"))


def test_words_that_need_a_value_are_not_printed_with_a_gap() -> None:
    with pytest.raises(MissingValue):
        print_sheet(LIBRARY["commissioning-workshop-prompts"], SheetFor("workshop"))


def test_words_of_a_survey_are_never_run() -> None:
    survey = load_survey("parent-carer")
    trick = "#panic() $x$ *b* <a> @b [c] \\ /* d */"
    first, *rest = survey.questions
    tricked = survey.model_copy(update={"questions": (first.model_copy(update={"words": trick}), *rest)})

    read = words_of(pdf_of(tricked, "parent_carer"))

    assert trick in read


def test_a_letter_that_no_font_here_has_is_refused_rather_than_left_out() -> None:
    values = sheet_values(LIBRARY["parent-carer"], wanted("parent_carer")) | {"title": "漢字"}

    with pytest.raises(NotPrintable):
        sheet_pdf(values)


def test_polish_letters_are_printed() -> None:
    values = sheet_values(LIBRARY["parent-carer"], wanted("parent_carer")) | {"title": "Zażółć gęślą jaźń 10"}

    assert "Zażółć gęślą jaźń 10" in words_of(PdfReader(io.BytesIO(sheet_pdf(values))))
