"""Numbers, and words in one line or many: what may be typed, and the reasons that stand under a box."""

from __future__ import annotations

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from feedback_app.forms.questions import Given, given, given_to, page_form, question_form
from surveys import Question
from tests.drawing import drawing_app
from tests.every_kind import every_kind

YOUNG = "young_person_11_25"
MINUTES = every_kind().question("minutes")
ONE_LINE = every_kind().question("one_line")
LONG = every_kind().question("long")


def posted(question: Question, answer: str, *reasons: str, unclear: str = "") -> Form:
    values = [("answer", answer), *(("answer-none", reason) for reason in reasons)]
    return question_form(question, audience=YOUNG, formdata=MultiDict([*values, ("unclear", unclear)]))


def wrong(form: Form) -> str:
    with drawing_app().test_request_context():
        assert not form.validate()
        return str(form.answer.errors[0])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("20", "20"),
        (" 20 minutes ", "20"),
        ("007", "7"),
        ("0", "0"),
        ("300", "300"),
        ("۲۰", "20"),
        ("20 Minutes", "20"),
    ],
)
def test_a_number_is_kept_tidied(typed: str, number: str) -> None:
    form = posted(MINUTES, typed)

    assert form.validate()
    assert given(form) == Given((number,), None, None)


def test_thousands_may_be_written_as_people_do() -> None:
    many = MINUTES.model_copy(update={"max": None})

    for typed in ("1,200", "1 200", "1200"):
        form = posted(many, typed)
        assert form.validate()
        assert given(form).options == ("1200",)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("twenty", "Write a whole number in figures, like 20"),
        ("7.5", "Write a whole number in figures, like 20"),
        ("-3", "Write a whole number in figures, like 20"),
        ("12,34", "Write a whole number in figures, like 20"),
        ("1e3", "Write a whole number in figures, like 20"),
        ("²", "Write a whole number in figures, like 20"),
        ("301", "Write a number from 0 to 300"),
        ("9" * 4_000, "Write a number from 0 to 300"),
        ("9" * 5_000, "Write a number from 0 to 300"),
        ("0" * 5_000 + "1", "Write a number from 0 to 300"),
        ("۰" * 5_000 + "۱", "Write a number from 0 to 300"),
    ],
)
def test_what_is_no_such_number_says_what_to_write(typed: str, error: str) -> None:
    assert wrong(posted(MINUTES, typed)) == error


@pytest.mark.parametrize(
    ("limits", "typed", "error"),
    [
        ({"min": 5, "max": None}, "4", "Write a number that is 5 or more"),
        ({"min": None, "max": None}, "9" * 10, "Write a smaller number"),
        ({"min": 3, "max": 9}, "2", "Write a number from 3 to 9"),
    ],
)
def test_a_limit_is_named(limits: dict[str, int | None], typed: str, error: str) -> None:
    assert wrong(posted(MINUTES.model_copy(update=limits), typed)) == error


def test_a_number_and_a_reason_for_none_are_not_both_meant() -> None:
    form = posted(MINUTES, "20", "prefer-not-to-say")

    assert wrong(form) == "You wrote a number and chose “Prefer not to say”. Keep one of them"


@pytest.mark.parametrize(("reason", "missing"), [("dont-know", "dont_know"), ("prefer-not-to-say", "prefer_not")])
@pytest.mark.parametrize("question", [MINUTES, LONG, ONE_LINE])
def test_no_answer_has_reasons_that_are_kept_apart(question: Question, reason: str, missing: str) -> None:
    form = posted(question, "", reason)

    with drawing_app().test_request_context():
        assert form.validate()
    assert given(form) == Given((reason,), None, missing)


@pytest.mark.parametrize("question", [MINUTES, LONG])
def test_two_reasons_are_one_too_many(question: Question) -> None:
    assert "with another answer" in wrong(posted(question, "", "dont-know", "prefer-not-to-say"))


def test_a_reason_that_is_not_on_the_page_is_none() -> None:
    form = posted(MINUTES, "", "lazy")

    assert form.validate()
    assert given(form).missing == "skipped"


def test_words_come_before_a_reason_for_none() -> None:
    form = posted(LONG, "he hits me", "prefer-not-to-say")

    assert form.validate()
    assert given(form) == Given((), "he hits me", None)


def test_words_stay_beside_not_understanding_the_question() -> None:
    form = posted(LONG, "he hits me", "prefer-not-to-say", unclear="long")

    assert form.validate()
    assert given(form) == Given((), "he hits me", "not_understood")


def test_a_number_that_is_not_understood_is_not_a_skip() -> None:
    form = posted(MINUTES, "", unclear="minutes")

    assert form.validate()
    assert given(form).missing == "not_understood"


def test_one_line_stays_one_line_and_has_its_own_limit() -> None:
    form = posted(ONE_LINE, "one\r\ntwo")

    assert form.validate()
    assert given(form).words == "one two"
    assert wrong(posted(ONE_LINE, "x" * 41)) == "Make your words shorter by 1 letter"


def test_each_question_of_a_page_has_its_own_answer_and_its_own_reasons() -> None:
    questions = [LONG, MINUTES, ONE_LINE]
    form = page_form(
        questions,
        audience=YOUNG,
        formdata=MultiDict(
            [
                ("answer-long", "Good"),
                ("answer-minutes-none", "dont-know"),
                ("answer-one_line", ""),
                ("unclear", "one_line"),
            ]
        ),
    )

    assert form.validate()
    assert given_to(form, questions) == {
        "long": Given((), "Good", None),
        "minutes": Given(("dont-know",), None, "dont_know"),
        "one_line": Given((), None, "not_understood"),
    }


def test_a_reason_given_before_comes_back_ticked_and_a_number_in_its_box() -> None:
    with drawing_app().test_request_context():
        number = str(question_form(MINUTES, audience=YOUNG, kept=("20",)).answer())
        reason = str(question_form(MINUTES, audience=YOUNG, kept=("dont-know",)).answer())

    assert 'value="20"' in number
    assert "checked" not in number
    assert 'value="dont-know" checked' in reason
    assert 'value=""' in reason


@for_any(st.text(max_size=30))
def test_whatever_is_typed_a_number_is_kept_or_refused(typed: str) -> None:
    form = posted(MINUTES, typed)

    with drawing_app().test_request_context():
        fits = form.validate()

    if fits and given(form).options:
        assert 0 <= int(given(form).options[0]) <= 300
    elif fits:
        assert not typed.replace("\0", "").strip()
