"""The page on which a survey's author sees what was not understood."""

from __future__ import annotations

import pytest
from flask import Flask

from feedback_app import answering, asking
from feedback_app.forms.given import NOT_UNDERSTOOD
from surveys import Step
from tests.desk import come_in
from tests.every_kind import open_every_kind
from tests.phone import soup, text_of
from tests.respondents import WORRYING, a_key, arrive
from tests.term import AREA, Term


def test_the_author_sees_what_was_not_understood_and_no_words(app: Flask, term: Term) -> None:
    with app.app_context():
        code = open_every_kind()
        opening = asking.find_opening(code)
        for _ in range(7):
            who = arrive(opening)
            answering.record_answer(opening, Step("good"), NOT_UNDERSTOOD, key=who.key, send_key=a_key(), layer="easy")
            who.write("long", WORRYING)
    client = come_in(app, term.staff["Bea"])

    openings = client.get(f"/areas/{AREA}/not-understood/")
    page = client.get(str(soup(openings).select(f"main a[href$='{code}']")[0]["href"]))

    assert [one.get_text() for one in soup(page).select("tbody tr > *")] == [
        "How good is the bus?",
        "Easy read, en",
        "7",
        "fewer than 5",
        "fewer than 5",
        "fewer than 5",
    ]
    assert WORRYING not in page.text
    assert text_of(page, "h1") == "Every kind of question: not understood"


def test_an_opening_that_nobody_passed_by_says_so(app: Flask, term: Term) -> None:
    page = come_in(app, term.staff["Bea"]).get(f"/areas/{AREA}/not-understood/{term.therapy}")

    assert "Nobody has passed a question by so far." in page.text


@pytest.mark.parametrize("name", ["Priya", "Omar", "Dana", "Sam", "Kit"])
def test_nobody_else_sees_it(app: Flask, term: Term, name: str) -> None:
    client = come_in(app, term.staff[name])

    assert client.get(f"/areas/{AREA}/not-understood/").status_code == 403
    assert client.get(f"/areas/{AREA}/not-understood/{term.therapy}").status_code == 403
