from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from feedback_app.forms.answering import AgreeForm, CodeForm, ReachForm, WithdrawForm


@pytest.mark.parametrize("choice", ["yes", "no"])
def test_taking_part_and_not_now_are_both_fine(choice: str) -> None:
    form = AgreeForm(MultiDict({"agree": choice, "response_key": "k", "send_key": "s"}))

    assert form.validate()
    assert (form.agree.data, form.response_key.data, form.send_key.data) == (choice, "k", "s")


@pytest.mark.parametrize("posted", [{}, {"agree": ""}, {"agree": "maybe"}])
def test_taking_part_is_not_chosen_for_anybody(posted: dict[str, str]) -> None:
    form = AgreeForm(MultiDict(posted))

    assert not form.validate()
    assert form.agree.errors == ["Choose yes or not now"]


def test_a_code_is_read_without_the_space_around_it() -> None:
    form = CodeForm(MultiDict({"code": " k7rm-px4d \n"}))

    assert form.validate()
    assert form.code.data == "k7rm-px4d"


@pytest.mark.parametrize(
    ("code", "error"),
    [("", "Write your code in the box"), ("  ", "Write your code in the box"), ("x" * 65, "That is too long")],
)
def test_a_code_that_cannot_be_one_says_what_to_do(code: str, error: str) -> None:
    form = CodeForm(MultiDict({"code": code}))

    assert not form.validate()
    assert form.code.errors[0].startswith(error)


def test_how_to_reach_somebody_is_read_as_written() -> None:
    form = ReachForm(MultiDict({"reach": "Sam,\r\nafter school", "send_key": "s"}))

    assert form.validate()
    assert form.reach.data == "Sam,\nafter school"


@pytest.mark.parametrize(
    ("reach", "error"),
    [
        ("", "Write how we can reach you, or go back"),
        ("x" * 501, "Make your words shorter by 1 letter"),
        ("x" * 540, "Make your words shorter by 40 letters"),
    ],
)
def test_how_to_reach_somebody_has_its_errors_in_words(reach: str, error: str) -> None:
    form = ReachForm(MultiDict({"reach": reach}))

    assert not form.validate()
    assert form.reach.errors == [error]


def test_deleting_carries_the_code_of_the_page_before() -> None:
    form = WithdrawForm(MultiDict({"code": "k7rm-px4d"}))

    assert form.validate()
    assert form.code.data == "k7rm-px4d"
