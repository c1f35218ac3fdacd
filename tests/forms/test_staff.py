from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from feedback_app.forms.staff import ComeInForm, release_form
from tests.drawing import drawing_app


@pytest.fixture
def app() -> Iterator[Flask]:
    app = drawing_app()
    with app.test_request_context(method="POST"):
        yield app


def decided(**posted: str) -> FlaskForm:
    token = release_form("7-0", words="").csrf_token.current_token
    return release_form("7-0", words="as redacted", formdata=MultiDict({"csrf_token": token, **posted}))


def test_a_form_from_another_site_lets_nobody_in(app: Flask) -> None:
    assert not ComeInForm().validate()


def test_words_are_released_as_the_releaser_left_them(app: Flask) -> None:
    form = decided(decision="released", words=" nobody rings ", why="")

    assert form.validate()
    assert (form.candidate.data, form.decision.data, form.words.data) == ("7-0", "released", "nobody rings")


def test_words_are_not_released_by_leaving_both_choices_empty(app: Flask) -> None:
    form = decided(words="nobody rings")

    assert not form.validate()
    assert form.decision.errors == ["Choose release or do not show"]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("", "Write the words to show, or choose do not show them"),
        ("x" * 1_012, "Make the words shorter by 12 letters"),
    ],
)
def test_released_words_are_neither_none_nor_too_many(app: Flask, words: str, error: str) -> None:
    form = decided(decision="released", words=words)

    assert not form.validate()
    assert form.words.errors == [error]


def test_words_that_are_not_shown_may_be_empty(app: Flask) -> None:
    assert decided(decision="refused", words="").validate()


def test_two_possible_quotations_on_one_page_share_no_id(app: Flask) -> None:
    first, second = (release_form(name, words="") for name in ("7-0", "7-1"))

    shared = {field.id for field in first} & {field.id for field in second}

    assert shared <= {"csrf_token"}
