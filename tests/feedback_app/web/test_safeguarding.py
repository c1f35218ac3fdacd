"""The lead's queue shows no words; opening a concern shows them and is written down."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.desk import come_in
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import WORRYING
from tests.term import AREA, Term

QUEUE = f"/areas/{AREA}/concerns/"


@pytest.fixture
def lead(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Priya"])


@pytest.fixture
def worried(phone: Phone) -> Phone:
    phone.agree()
    phone.answer("t10", WORRYING)
    return phone


def test_an_empty_queue_says_so(lead: FlaskClient) -> None:
    assert text_of(lead.get(QUEUE), "h1") == "Concerns: none to look at"


def test_the_queue_shows_what_waits_and_no_words(lead: FlaskClient, worried: Phone) -> None:
    page = lead.get(QUEUE)

    assert "WE-0001" in page.text
    assert "Red" in page.text
    assert "stepdad" not in page.text


def test_opening_a_concern_shows_its_words_and_who_opened_it(lead: FlaskClient, worried: Phone) -> None:
    page = lead.get(f"{QUEUE}WE-0001")

    assert WORRYING in soup(page).get_text()
    assert "opened by Priya" in soup(page).get_text()
    assert "Nobody has opened it" not in lead.get(QUEUE).text


def test_a_concern_that_is_not_there_is_not_found(lead: FlaskClient) -> None:
    assert lead.get(f"{QUEUE}WE-0099").status_code == 404


def test_who_asked_to_be_reached_is_shown_apart(lead: FlaskClient, worried: Phone) -> None:
    worried.client.post(worried.at("reach"), data=fields(worried.get("reach")) | {"reach": "Text me on Friday"})

    page = lead.get(QUEUE)
    assert "Friday" not in page.text
    asked = soup(page).select_one(f"a[href^='{QUEUE}contacts/']")

    assert asked is not None
    opened = lead.get(str(asked["href"]))
    assert "Text me on Friday" in opened.text
    assert "stepdad" not in opened.text


def test_words_with_marks_in_them_are_shown_and_never_run(lead: FlaskClient, phone: Phone) -> None:
    phone.agree()
    phone.answer("t10", f"<script>alert(1)</script> {WORRYING} & <b>more</b>")

    page = lead.get(f"{QUEUE}WE-0001")

    assert "<script>alert(1)" not in page.text
    assert "<script>alert(1)</script>" in soup(page).get_text()
