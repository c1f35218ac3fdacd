from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from feedback_app.forms.answering import AgreeForm
from surveys import load_library
from tests.drawing import drawing_app, drawn_page
from tests.pages import check_page
from tests.templates.respondent_pages import CHILD, RESPONDENT_PAGES, YOUNG, receipt, welcome
from tests.templates.staff_pages import STAFF_PAGES

PAGES = {
    **{f"respondent: {name}": ("respondent", *state) for name, state in RESPONDENT_PAGES.items()},
    **{f"staff: {name}": ("staff", *state) for name, state in STAFF_PAGES.items()},
}
PARTS = {
    "respondent/base.html",
    "respondent/code.html",
    "respondent/help_lines.html",
    "respondent/reading.html",
    "staff/base.html",
    "staff/levels.html",
    "staff/wave_list.html",
}


@pytest.fixture
def app() -> Flask:
    return drawing_app()


def drawn(app: Flask, name: str) -> BeautifulSoup:
    folder, template, status, context = PAGES[name]
    with app.test_request_context():
        values = context()
    response = drawn_page(app, f"{folder}/{template}.html", status, **values)
    check_page(response, path=name)
    return BeautifulSoup(response.get_data(as_text=True), "html.parser")


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_keeps_every_rule_in_every_state(app: Flask, name: str) -> None:
    assert drawn(app, name).select("h1")


def test_every_page_is_drawn_here(app: Flask) -> None:
    pages = {name for name in app.jinja_env.list_templates() if re.match(r"(respondent|staff)/[a-z_]+\.html$", name)}

    assert pages - PARTS == {f"{folder}/{template}.html" for folder, template, _, _ in PAGES.values()}


def test_the_page_for_our_own_mistakes_keeps_every_rule(app: Flask) -> None:
    check_page(drawn_page(app, "respondent/error.html", 500, status=500), path="/", may_fail=True)


@pytest.mark.parametrize("invented", [True, False])
@pytest.mark.parametrize("template", ["respondent/withdrawn.html", "staff/link_used.html"])
def test_an_invented_area_says_so_on_every_page(app: Flask, template: str, *, invented: bool) -> None:
    page = drawn_page(app, template, invented=invented).get_data(as_text=True)

    assert ("Invented example" in page) is invented


def test_every_sentence_before_the_start_is_shown_once(app: Flask) -> None:
    for survey in load_library().values():
        for audience in survey.audiences:
            page = drawn_page(app, "respondent/welcome.html", **welcome(AgreeForm(), survey, audience))
            before = BeautifulSoup(page.get_data(as_text=True), "html.parser").select("section[aria-labelledby=before]")
            words = " ".join(before[0].get_text().split())

            lines = survey.wording("start", audience)
            assert [words.count(line) for line in lines] == [1] * len(lines)


def test_every_last_sentence_but_the_thanks_is_shown_once(app: Flask) -> None:
    for survey in (YOUNG, CHILD):
        page = drawn_page(app, "respondent/receipt.html", **receipt(survey)).get_data(as_text=True)

        lines = [line for line in survey.wording("end", survey.audiences[0]) if not line.startswith("Thank you")]
        assert [page.count(line) for line in lines] == [1] * len(lines)


def test_what_somebody_wrote_is_never_printed_on_the_check_page(app: Flask) -> None:
    answers = [row.get_text() for row in drawn(app, "respondent: check").select(".sum dd:nth-of-type(1)")]

    assert answers == ["Good", "Not answered. That is fine.", "You wrote something here."]


def test_the_offer_to_talk_is_made_to_everybody(app: Flask) -> None:
    for name in ("respondent: receipt", "respondent: receipt, child"):
        assert "Would you like someone to talk to you?" in drawn(app, name).get_text()


def test_words_that_could_not_be_kept_are_given_back(app: Flask) -> None:
    assert drawn(app, "respondent: lost, words").select(".said")[0].get_text() == "the taxi"


def test_a_new_answer_comes_back_to_be_kept_or_not(app: Flask) -> None:
    page = drawn(app, "respondent: changed, words")

    assert page.select("textarea")[0].get_text().strip() == "the taxi"
    assert "We already had an answer from this page" in page.select("[role=alert]")[0].get_text()


def test_a_list_of_concerns_shows_no_words(app: Flask) -> None:
    assert not drawn(app, "staff: concerns").select("blockquote")


def test_what_the_rules_saw_is_marked(app: Flask) -> None:
    said = drawn(app, "staff: concern").select("blockquote")[0]

    assert said.get_text() == "“no it is not”"
    assert [mark.get_text() for mark in said.select("u")] == ["no"]


def test_words_to_check_come_before_those_that_are_decided(app: Flask) -> None:
    headings = [heading.get_text() for heading in drawn(app, "staff: quotes").select("h2")]

    assert headings == [
        "Before you release words",
        "Words 1 of 2",
        "Words 2 of 2",
        "Make the report",
        "Released: 1",
        "Not shown: 1",
    ]
