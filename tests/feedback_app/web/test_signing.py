"""Signing off from a seat's pages, and where those who decide read it: first on the report, and on a sheet to print."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.desk import come_in
from tests.feedback_app import invented_pack
from tests.feedback_app.invented_pack import WAITING, Row
from tests.feedback_app.released import release_report
from tests.phone import fields, soup, text_of
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

SAY = "/table/say/"
ITS_NAME = "Call it waiting in the dark"


@pytest.fixture
def table(app: Flask, term: Term) -> Table:
    with app.app_context():
        release_report(term, app.extensions["heard_settings"])
        table = a_table(term)
        table.begin()
        return table


@pytest.fixture
def seat(app: Flask, table: Table) -> FlaskClient:
    with app.app_context():
        token = table.link()
    return sit_down(app, token)


def page_of_report(seat: FlaskClient) -> str:
    link = soup(seat.get(SAY)).select_one("ul.queue a")
    assert link is not None
    return str(link["href"])


def say(seat: FlaskClient, **said: str) -> None:
    here = page_of_report(seat)
    sent = seat.post(here, data=fields(seat.get(here)) | {"who": "one"} | said)
    assert sent.status_code == 303, sent.text


def test_the_end_of_a_sitting_leads_to_what_stands_there_without_anybodys_words(seat: FlaskClient) -> None:
    assert SAY in seat.get("/table/done").text
    here = page_of_report(seat)
    page = seat.get(here)

    assert "Staff who listen" in text_of(page, "dl.made")
    assert "Going well." in text_of(page, "dl.made")
    assert "blockquote" not in page.text
    assert not soup(page).select("input[checked]")


def test_a_seat_says_it_for_all_and_takes_it_back(seat: FlaskClient) -> None:
    say(seat, stance="differently", words=ITS_NAME, who="all", people="4")
    here = page_of_report(seat)
    page = seat.get(here)
    assert "We would say it differently" in text_of(page, ".said")
    assert "4 of us" in text_of(page, ".said")

    seat.post(f"{here}/back", data=fields(page) | {"back": "all"})
    assert not soup(seat.get(here)).select(".said")


def test_what_is_missing_is_said_plainly_and_nothing_is_lost(seat: FlaskClient) -> None:
    here = page_of_report(seat)
    form = fields(seat.get(here))

    nothing = seat.post(here, data=form)
    no_words = seat.post(here, data=form | {"stance": "differently", "who": "one"})
    no_number = seat.post(here, data=form | {"stance": "agree", "who": "all", "words": ITS_NAME})

    assert [one.status_code for one in (nothing, no_words, no_number)] == [400, 400, 400]
    assert "Choose one of the two answers" in text_of(nothing, ".err")
    assert "Write how you would say it" in text_of(no_words, ".err")
    assert "how many of you" in text_of(no_number, ".err")
    assert ITS_NAME in text_of(no_number, "textarea")


def test_words_that_changed_under_an_open_page_are_read_again_first(app: Flask, term: Term, seat: FlaskClient) -> None:
    here = page_of_report(seat)
    form = fields(seat.get(here))
    renamed = [{**one, "name": "In the dark"} if one["id"] == WAITING else one for one in invented_pack.themes()]
    with app.app_context():
        release_report(term, app.extensions["heard_settings"], edition=2, tables={"themes": renamed})

    late = seat.post(here, data=form | {"stance": "agree", "who": "one"})

    assert late.status_code == 400
    assert "Read them again" in text_of(late, ".err")
    assert seat.post(here, data=fields(late) | {"stance": "agree", "who": "one"}).status_code == 303


def test_it_stands_first_on_the_report_and_on_a_sheet_without_a_name(
    app: Flask, term: Term, table: Table, seat: FlaskClient
) -> None:
    seat.post("/table/", data=fields(seat.get("/table/")) | {"called": "Moon"})
    say(seat, stance="differently", words=ITS_NAME)
    dana = come_in(app, term.staff["Dana"])

    report = dana.get(f"/areas/{AREA}/reports/{WAVE}")
    sheet = dana.get(f"/areas/{AREA}/signed/{WAVE}")

    assert "What young people say of this" in soup(report).select("main h2")[0].get_text()
    for page in (report, sheet):
        assert ITS_NAME in text_of(page, ".signed")
        assert "1 young person ·" in text_of(page, ".signed")
        assert "of the report, edition 1" in text_of(page, ".signed")
        assert "Moon" not in page.text
        assert "earlier version" not in page.text
    assert "What they said of the report" in come_in(app, table.bea).get(f"/areas/{AREA}/tables/{table.id}").text

    with app.app_context():
        renamed: list[Row] = [{**one, "name": "In the dark"} for one in invented_pack.themes()]
        release_report(term, app.extensions["heard_settings"], edition=2, tables={"themes": renamed})
    assert "This was said of an earlier version" in dana.get(f"/areas/{AREA}/reports/{WAVE}").text


def test_a_wave_of_which_nobody_said_anything_says_so_on_the_sheet_and_nothing_on_the_report(
    app: Flask, term: Term, table: Table
) -> None:
    dana = come_in(app, term.staff["Dana"])

    assert "Nobody has said anything of it yet" in dana.get(f"/areas/{AREA}/signed/{WAVE}").text
    assert "What young people say of this" not in dana.get(f"/areas/{AREA}/reports/{WAVE}").text
