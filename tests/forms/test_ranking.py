"""Putting things in order: nothing has a place beforehand, some may be left out, and no two share a place."""

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
IN_ORDER = load_survey(EVERY_KIND).question("in_order")
IDS = [option.id for option in IN_ORDER.options if option.missing is None]
NOTHING = Given((), None, "skipped")


def placed(places: Mapping[str, str], **more: str) -> Form:
    posted = [*((f"answer-at-{id}", place) for id, place in places.items()), *more.items()]
    return question_form(IN_ORDER, audience=YOUNG, formdata=MultiDict([("send_key", "k"), *posted]))


def problem(form: Form) -> str:
    with drawing_app().test_request_context():
        assert not form.validate()
    return str(form.answer.errors[0])


def test_the_order_is_kept_whatever_the_order_of_the_question() -> None:
    form = placed({"a-quiet-seat": "1", "being-on-time": "3", "knowing-the-driver": "2"})

    assert form.validate()
    assert given(form) == Given(("a-quiet-seat", "knowing-the-driver", "being-on-time"), None, None)


def test_only_some_may_be_given_a_place() -> None:
    form = placed({"a-quiet-seat": "1", "being-on-time": ""})

    assert form.validate()
    assert given(form).options == ("a-quiet-seat",)


def test_a_place_that_was_left_out_closes_up() -> None:
    form = placed({"a-quiet-seat": "3", "being-on-time": "1"})

    assert form.validate()
    assert given(form).options == ("being-on-time", "a-quiet-seat")


def test_a_ranking_that_was_not_touched_is_a_skip() -> None:
    form = placed(dict.fromkeys(IDS, ""))

    assert form.validate()
    assert given(form) == NOTHING


def test_two_in_one_place_are_named() -> None:
    form = placed({"a-quiet-seat": "2", "being-on-time": "2"})

    assert problem(form) == "“Being on time” and “A quiet seat” are both 2nd. Give each a place of its own"
    assert form.answer.first_id == "answer-at-a-quiet-seat"


@pytest.mark.parametrize("place", ["0", "4", "-1", "first", "1.0", "１"])
def test_a_place_that_is_not_on_the_page_gets_an_error_in_words(place: str) -> None:
    assert problem(placed({"a-quiet-seat": place})) == "Choose from the answers on this page"


def test_a_place_and_not_knowing_are_not_both_kept() -> None:
    form = placed({"a-quiet-seat": "1"}, **{"answer-none": "i-dont-know"})

    assert problem(form) == "You gave places and chose “I don't know”. Keep one of them"


def test_not_knowing_is_kept_apart_from_a_skip() -> None:
    form = placed({}, **{"answer-none": "i-dont-know"})

    assert form.validate()
    assert given(form) == Given(("i-dont-know",), None, "dont_know")


def test_not_understanding_it_is_kept_apart_too() -> None:
    form = placed({}, unclear="in_order")

    assert form.validate()
    assert given(form).missing == "not_understood"


def test_the_order_given_earlier_comes_back() -> None:
    page = drawn(question_form(IN_ORDER, audience=YOUNG, kept=("a-quiet-seat", "being-on-time")))

    chosen = {str(one.parent["name"]): str(one["value"]) for one in page.select("option[selected]") if one.parent}
    assert chosen == {"answer-at-being-on-time": "2", "answer-at-a-quiet-seat": "1"}


def test_after_an_error_the_places_are_as_they_were_chosen() -> None:
    form = placed({"a-quiet-seat": "2", "being-on-time": "2"})
    problem(form)

    assert [one["value"] for one in drawn(form).select("option[selected]")] == ["2", "2"]


@for_any(st.dictionaries(st.sampled_from(IDS), st.sampled_from(["", "1", "2", "3", "4", "x"])))
def test_whatever_is_sent_is_an_order_without_doubles_or_an_error_in_words(places: dict[str, str]) -> None:
    form = placed(places)
    taken = [place for place in places.values() if place]

    with drawing_app().test_request_context():
        is_right = form.validate()

    assert is_right == (len(set(taken)) == len(taken) and set(taken) <= {"1", "2", "3"})
    if is_right:
        said = given(form).options
        assert list(said) == sorted((id for id, place in places.items() if place), key=lambda id: places[id])
