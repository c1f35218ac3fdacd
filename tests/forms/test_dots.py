"""Sharing out dots: never more than there are, and keeping some back is no mistake."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from feedback_app.forms.questions import Given, given, question_form
from surveys import load_survey
from tests.drawing import drawing_app
from tests.forms.draw import EVERY_KIND
from tests.forms.test_questions import drawn

YOUNG = "young_person_11_25"
SHARED_OUT = load_survey(EVERY_KIND).question("shared_out")
IDS = [option.id for option in SHARED_OUT.options if option.missing is None]


def dotted(dots: Mapping[str, str], **more: str) -> Form:
    posted = [*((f"answer-dots-{id}", number) for id, number in dots.items()), *more.items()]
    return question_form(SHARED_OUT, audience=YOUNG, formdata=MultiDict([("send_key", "k"), *posted]))


def problem(form: Form) -> str:
    with drawing_app().test_request_context():
        assert not form.validate()
    return str(form.answer.errors[0])


def test_an_option_is_kept_once_for_each_of_its_dots() -> None:
    form = dotted({"travel-training": "1", "new-minibuses": "2", "more-drivers": "0"})

    assert form.validate()
    assert given(form) == Given(("new-minibuses", "new-minibuses", "travel-training"), None, None)


def test_all_dots_may_go_to_one() -> None:
    form = dotted({"more-drivers": "3"})

    assert form.validate()
    assert given(form).options == ("more-drivers",) * 3


def test_dots_may_be_kept_back() -> None:
    form = dotted({"more-drivers": "1"})

    assert form.validate()


def test_no_dots_at_all_is_a_skip() -> None:
    form = dotted(dict.fromkeys(IDS, "0"))

    assert form.validate()
    assert given(form) == Given((), None, "skipped")


@pytest.mark.parametrize(("second", "over"), [("2", "Take 1 away"), ("3", "Take 2 away")])
def test_too_many_dots_are_counted_for_the_person(second: str, over: str) -> None:
    form = dotted({"more-drivers": "2", "new-minibuses": second})

    assert problem(form) == f"You have 3 dots and gave {2 + int(second)}. {over}"


@pytest.mark.parametrize("dots", ["4", "-1", "some", "1.5", "99999999999"])
def test_a_number_that_is_not_on_the_page_gets_an_error_in_words(dots: str) -> None:
    assert problem(dotted({"more-drivers": dots})) == "Choose from the answers on this page"


def test_dots_and_not_wanting_to_say_are_not_both_kept() -> None:
    form = dotted({"more-drivers": "1"}, **{"answer-none": "i-dont-want-to-say"})

    assert problem(form) == "You gave dots and chose “I don't want to say”. Keep one of them"


def test_not_wanting_to_say_is_kept_apart_from_a_skip() -> None:
    form = dotted({}, **{"answer-none": "i-dont-want-to-say"})

    assert form.validate()
    assert given(form) == Given(("i-dont-want-to-say",), None, "prefer_not")


def test_dots_given_earlier_come_back() -> None:
    page = drawn(question_form(SHARED_OUT, audience=YOUNG, kept=("more-drivers", "more-drivers")))

    assert [one["value"] for one in page.select("option[selected]")] == ["2"]


@for_any(st.dictionaries(st.sampled_from(IDS), st.sampled_from(["", "0", "1", "2", "3", "4", "x"])))
def test_whatever_is_sent_is_never_more_dots_than_there_are(dots: dict[str, str]) -> None:
    form = dotted(dots)
    counted = [int(number) for number in dots.values() if number.isdigit()]

    with drawing_app().test_request_context():
        is_right = form.validate()

    assert is_right == ("x" not in dots.values() and "4" not in dots.values() and sum(counted) <= 3)
    if is_right:
        assert len(given(form).options) == sum(counted)
