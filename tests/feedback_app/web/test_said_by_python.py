"""What Python says to respondents is said in the language of the page: mistakes, forms, numbers and dates."""

from __future__ import annotations

import datetime as dt

import pytest
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict

from feedback_app.forms.answering import AgreeForm, CodeForm
from feedback_app.forms.fields import too_many_letters
from feedback_app.storage.waves import NoSuchOpening
from feedback_app.web.dates import long_date
from feedback_app.web.errors import words_of


def test_a_mistake_is_told_in_the_language_of_the_page(app: Flask) -> None:
    with app.test_request_context("/"), force_locale("pl"):
        assert words_of(NoSuchOpening()) == "Ten kod nigdzie nie prowadzi. Sprawdź litery i spróbuj jeszcze raz."


def test_a_form_made_for_everybody_speaks_each_readers_language(app: Flask) -> None:
    with app.test_request_context("/"):
        form = CodeForm(MultiDict({"code": ""}))
        form.validate()
        in_english = [str(error) for error in form.code.errors]
        with force_locale("ur"):
            in_urdu = [str(error) for error in form.code.errors]
            choices = [str(choice.label.text) for choice in AgreeForm().agree]

    assert in_english == ["Write your code in the box"]
    assert in_urdu == ["اپنا کوڈ خانے میں لکھیں"]
    assert choices == ["جی ہاں، مجھے حصہ لینا ہے", "ابھی نہیں"]


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (1, "Skróć swoje słowa o 1 literę"),
        (2, "Skróć swoje słowa o 2 litery"),
        (2500, "Skróć swoje słowa o 2500 liter"),
    ],
)
def test_numbers_have_the_right_form_of_the_word_in_polish(app: Flask, letters: int, said: str) -> None:
    with app.test_request_context("/"), force_locale("pl"):
        assert too_many_letters(letters).replace("\u00a0", "") == said


@pytest.mark.parametrize(("language", "said"), [("en", "3 May 2019"), ("pl", "3 maja 2019"), ("ur", "3 مئی 2019")])
def test_a_date_is_said_in_the_language_of_the_page(app: Flask, language: str, said: str) -> None:
    with app.test_request_context("/"), force_locale(language):
        assert long_date(dt.date(2019, 5, 3)) == said
