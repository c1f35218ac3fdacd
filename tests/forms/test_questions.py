from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from feedback_app.forms.questions import Given, KindNotShowable, given, question_form
from surveys import Option, Question, load_survey
from tests.drawing import drawing_app
from tests.every_kind import every_kind
from tests.forms.draw import QUESTIONS

YOUNG = "young_person_11_25"
LISTENING = load_survey("young-person-11-25").question("y4")
NOT_WORKING = load_survey("young-person-11-25").question("y19")
THERAPIES = load_survey("therapy-satisfaction").question("t1")
HAPPY = load_survey("therapy-satisfaction").question("t2")
KIND_GROWN_UPS = load_survey("child-5-10-easy-read").question("c3")


def posted(question: Question, *values: str, audience: str = YOUNG, **more: str) -> Form:
    formdata = MultiDict([*(("answer", value) for value in values), *more.items()])
    return question_form(question, audience=audience, formdata=formdata)


def drawn(form: Form) -> BeautifulSoup:
    with drawing_app().app_context():
        return BeautifulSoup(str(form.answer()), "html.parser")


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_no_answer_is_chosen_beforehand(name: str) -> None:
    survey, question, audience = QUESTIONS[name]

    page = drawn(question_form(load_survey(survey).question(question), audience=audience))

    assert page.select("input, textarea") or name == "information"
    assert not page.select("[checked], [required]")


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_going_on_without_an_answer_is_never_an_error(name: str) -> None:
    survey, question, audience = QUESTIONS[name]
    form = posted(load_survey(survey).question(question), audience=audience)

    assert form.validate()
    assert given(form) == (Given(("seen",), None, None) if name == "information" else Given((), None, "skipped"))


def test_an_answer_given_earlier_in_the_visit_comes_back_chosen() -> None:
    page = drawn(question_form(THERAPIES, audience=YOUNG, kept=("physiotherapy", "speech-and-language")))

    assert [box["value"] for box in page.select("[checked]")] == ["speech-and-language", "physiotherapy"]


def test_words_given_earlier_never_come_back() -> None:
    page = drawn(question_form(NOT_WORKING, audience=YOUNG, kept=("the taxi",)))

    assert "taxi" not in str(page)


def test_several_answers_are_kept_in_the_order_of_the_question() -> None:
    form = posted(THERAPIES, "occupational-therapy", "speech-and-language", "occupational-therapy")

    assert form.validate()
    assert given(form) == Given(("speech-and-language", "occupational-therapy"), None, None)


@pytest.mark.parametrize(
    ("chosen", "missing"), [("dont-know", "dont_know"), ("prefer-not-to-say", "prefer_not"), ("ok", None)]
)
def test_do_not_know_and_prefer_not_to_say_are_kept_apart(chosen: str, missing: str | None) -> None:
    form = posted(LISTENING, chosen)

    assert form.validate()
    assert given(form) == Given((chosen,), None, missing)


def test_still_waiting_is_an_answer() -> None:
    form = posted(THERAPIES, "none-yet-still-waiting")

    assert form.validate()
    assert given(form) == Given(("none-yet-still-waiting",), None, None)


@pytest.mark.parametrize("alone", ["none-yet-still-waiting", "dont-know"])
def test_an_option_that_stands_alone_is_not_chosen_with_others(alone: str) -> None:
    form = posted(THERAPIES, "physiotherapy", alone)

    assert not form.validate()
    assert "with another answer. Choose one or the other" in form.answer.errors[0]


@pytest.mark.parametrize("value", ["nonsense", "OK", "ok'--", "0"])
def test_a_value_that_is_not_on_the_page_gets_an_error_in_words(value: str) -> None:
    form = posted(LISTENING, value)

    assert not form.validate()
    assert form.answer.errors == ["Choose from the answers on this page"]


def test_two_values_for_one_choice_get_an_error_in_words() -> None:
    form = posted(LISTENING, "good", "bad")

    assert not form.validate()
    assert form.answer.errors == ["Choose one answer"]


def test_the_error_stands_beside_the_answers_and_describes_them() -> None:
    form = posted(LISTENING, "nonsense")
    form.validate()

    page = drawn(form)

    assert page.select_one("#answer-wrong") is not None
    assert "answer-wrong" in str(page.select("fieldset")[0]["aria-describedby"])


def test_not_understanding_a_question_is_not_skipping_it() -> None:
    form = posted(LISTENING, unclear="1")

    assert form.validate()
    assert given(form) == Given((), None, "not_understood")


@pytest.mark.parametrize("chosen", ["good", "dont-know"])
def test_what_was_chosen_is_kept_beside_not_understanding_it(chosen: str) -> None:
    form = posted(LISTENING, chosen, unclear="1")

    assert form.validate()
    assert given(form) == Given((chosen,), None, "not_understood")


def test_nobody_agrees_to_what_they_do_not_understand() -> None:
    form = posted(every_kind().question("may_show"), "agreed", unclear="1")

    assert form.validate()
    assert given(form) == Given((), None, "not_understood")


def test_not_understanding_a_box_is_not_skipping_it() -> None:
    form = posted(NOT_WORKING, "  ", unclear="1")

    assert form.validate()
    assert given(form) == Given((), None, "not_understood")


def test_words_are_kept_whatever_button_was_pressed() -> None:
    form = posted(NOT_WORKING, "what does this mean. he hits me", unclear="1")

    assert form.validate()
    assert given(form) == Given((), "what does this mean. he hits me", "not_understood")


def test_a_line_end_counts_as_one_letter() -> None:
    words = "\r\n".join(["a" * 499, "b" * 500])
    form = posted(NOT_WORKING, words)

    assert form.validate()
    assert given(form).words == words.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("letters", "error"),
    [
        (1_001, "Make your words shorter by 1 letter"),
        (1_040, "Make your words shorter by 40 letters"),
        (3_500, "Make your words shorter by 2,500 letters"),
    ],
)
def test_words_that_are_too_long_say_by_how_much_and_nothing_is_lost(letters: int, error: str) -> None:
    words = "x" * letters
    form = posted(NOT_WORKING, words)

    assert not form.validate()
    assert form.answer.errors == [error]
    assert drawn(form).select("textarea")[0].get_text().strip() == words


@settings(deadline=None)
@for_any(st.text(max_size=60))
def test_any_words_are_kept_as_they_were_written(words: str) -> None:
    form = posted(NOT_WORKING, words)

    assert form.validate()
    kept = given(form)
    as_written = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    assert kept == (Given((), as_written, None) if as_written else Given((), None, "skipped"))


@settings(deadline=None, max_examples=30)
@for_any(st.text(max_size=40))
def test_any_words_are_safe_on_the_page(words: str) -> None:
    form = posted(NOT_WORKING, "<script>" * 200 + words)
    form.validate()

    page = drawn(form)

    assert not page.select("script")
    assert page.select("textarea")[0].get_text().startswith("\n<script>")


def test_faces_are_for_children_and_nobody_else() -> None:
    child = drawn(question_form(KIND_GROWN_UPS, audience="child_5_10"))
    older = drawn(question_form(KIND_GROWN_UPS, audience=YOUNG))

    assert len(child.select(".faces svg[aria-hidden=true]")) == 3
    assert not older.select("svg")
    assert [label.get_text() for label in older.select("label")] == [
        "Yes",
        "A bit",
        "No",
        "I don't know",
        "I don't want to say",
    ]


def test_an_emoji_is_for_children_and_nobody_else() -> None:
    question = Question(
        id="q1",
        kind="single",
        words="Did it get better?",
        options=(Option(id="yes", label="Yes", emoji="🙂"), Option(id="no", label="No", emoji="🙁")),
    )

    child = drawn(question_form(question, audience="child_5_10"))
    older = drawn(question_form(question, audience="parent_carer"))

    assert [label.get_text() for label in child.select("label")] == ["Yes 🙂", "No 🙁"]
    assert child.select("label span[aria-hidden=true]")
    assert "🙂" not in str(older)


def test_a_child_reads_the_words_for_children() -> None:
    question = load_survey("child-5-10-easy-read").question("who")

    assert question.words_for("child_5_10") in drawn(question_form(question, audience="child_5_10")).get_text()


def test_both_ends_of_one_to_ten_are_named_and_the_choice_is_said_in_words() -> None:
    page = drawn(question_form(HAPPY, audience=YOUNG))

    assert "extremely unhappy" in page.select("#answer-low")[0].get_text()
    assert "extremely happy" in page.select("#answer-high")[0].get_text()
    assert [" ".join(label.get_text().split()) for label in page.select(".ten label")][7] == (
        "8out of 10, nearer to happyYou chose 8 out of 10 nearer to happy"
    )


def test_a_kind_that_no_page_can_show_is_refused() -> None:
    prompt = load_survey("commissioning-workshop-prompts").question("w1")

    with pytest.raises(KindNotShowable):
        question_form(prompt, audience="workshop")


def test_two_requests_never_share_a_form() -> None:
    first = question_form(LISTENING, audience=YOUNG)
    second = question_form(NOT_WORKING, audience=YOUNG)

    assert type(first) is not type(second)
    assert type(first.answer) is not type(second.answer)
