"""A drawing or a recording beside the box for words: kept with the words, refused in words."""

from __future__ import annotations

import io

import pytest
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import Form

from feedback_app.forms.questions import Given, given, question_form
from feedback_app.uploads import FILE_BYTES, read_upload
from surveys import load_survey
from tests.drawing import drawing_app
from tests.files import A_WEBM, PLACE, a_jpeg, a_png
from tests.forms.draw import EVERY_KIND
from tests.forms.test_questions import drawn

CHILD = "child_5_10"
ANY_WAY = load_survey(EVERY_KIND).question("any_way")
DRAWING = load_survey(EVERY_KIND).question("drawing")
SPEAKING = load_survey(EVERY_KIND).question("speaking")


def sent(words: str = "", question: object = ANY_WAY, **files: bytes) -> Form:
    parts: list[tuple[str, object]] = [("send_key", "k"), ("answer", words)]
    parts += [(f"answer-{kind}", FileStorage(io.BytesIO(content), "file")) for kind, content in files.items()]
    return question_form(question, audience=CHILD, formdata=MultiDict(parts))  # type: ignore[arg-type]  # files too


def problem(form: Form) -> str:
    with drawing_app().test_request_context():
        assert not form.validate()
    return str(form.answer.errors[0])


def test_a_drawing_and_a_recording_are_one_answer_with_the_words() -> None:
    form = sent("My dog", drawing=a_png(), recording=A_WEBM)

    assert form.validate()
    assert given(form) == Given(
        (), "My dog", None, files=(read_upload("drawing", a_png()), read_upload("recording", A_WEBM))
    )


def test_a_drawing_without_words_is_an_answer() -> None:
    form = sent(drawing=a_png())

    assert form.validate()
    assert (given(form).words, given(form).missing, len(given(form).files)) == (None, None, 1)


def test_an_empty_file_box_is_no_file() -> None:
    form = sent(drawing=b"", recording=b"")

    assert form.validate()
    assert given(form) == Given((), None, "skipped")


def test_a_photograph_is_bare_before_anybody_keeps_it() -> None:
    form = sent(drawing=a_jpeg(extra=[(0xE1, PLACE)]))

    assert form.validate()
    assert given(form).files[0].content == a_jpeg()


def test_a_file_is_kept_whatever_button_was_pressed() -> None:
    parts = [("unclear", "any_way"), ("answer-none", "dont-know"), ("answer-drawing", FileStorage(io.BytesIO(a_png())))]
    form = question_form(ANY_WAY, audience=CHILD, formdata=MultiDict(parts))  # type: ignore[arg-type]  # files too

    assert form.validate()
    assert len(given(form).files) == 1


@pytest.mark.parametrize(
    ("kind", "content", "says"),
    [
        ("drawing", a_png(), "You chose more than one picture. Choose one"),
        ("recording", A_WEBM, "You chose more than one recording. Choose one"),
    ],
)
def test_two_files_of_a_kind_are_one_too_many_and_the_words_stay(kind: str, content: bytes, says: str) -> None:
    parts: list[tuple[str, object]] = [("answer", "My dog")]
    parts += [(f"answer-{kind}", FileStorage(io.BytesIO(one), "file")) for one in (content, content, b"")]
    form = question_form(ANY_WAY, audience=CHILD, formdata=MultiDict(parts))  # type: ignore[arg-type]  # files too

    assert problem(form) == says
    assert form.answer.first_id == f"answer-{kind}"
    assert "My dog" in drawn(form).select("textarea")[0].get_text()


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("drawing", b"%PDF", "We could not open that picture. Choose a photo (JPEG) or a PNG, or write instead"),
        ("recording", b"%PDF", "We could not open that recording. Choose another one, or write instead"),
        ("drawing", a_png() + b"x" * FILE_BYTES, "That picture is too big. Choose one under 8 MB"),
        ("recording", A_WEBM + b"x" * FILE_BYTES, "That recording is too big. Choose one under 8 MB"),
    ],
)
def test_a_file_that_cannot_be_kept_is_said_in_words_and_the_words_stay(kind: str, content: bytes, words: str) -> None:
    form = sent("My dog", **{kind: content})

    assert problem(form) == words
    assert form.answer.first_id == f"answer-{kind}"
    assert "My dog" in drawn(form).select("textarea")[0].get_text()


def test_words_typed_where_a_file_belongs_are_nothing() -> None:
    form = question_form(ANY_WAY, audience=CHILD, formdata=MultiDict([("answer-drawing", "a picture")]))

    assert form.validate()
    assert given(form) == Given((), None, "skipped")


def test_a_question_to_be_drawn_takes_no_recording_and_one_to_be_spoken_no_drawing() -> None:
    assert given(sent(question=DRAWING, recording=A_WEBM)).files == ()
    assert given(sent(question=SPEAKING, drawing=a_png())).files == ()


def test_a_question_in_words_takes_no_file() -> None:
    form = sent("Hello", question=load_survey(EVERY_KIND).question("long"), drawing=a_png())

    assert given(form) == Given((), "Hello", None)


@pytest.mark.parametrize("question", [ANY_WAY, DRAWING, SPEAKING])
def test_there_is_always_a_box_for_words(question: object) -> None:
    page = drawn(question_form(question, audience=CHILD))  # type: ignore[arg-type]  # a question

    assert page.select("textarea")
    assert not page.select("[src]")
