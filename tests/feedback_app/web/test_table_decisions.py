"""Deciding about themes from a seat's pages: every decision is a form, and one page has all that was decided."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.phone import fields, soup
from tests.respondents import WORRYING
from tests.sorted_wave import collect_sort_and_release
from tests.stages import Stages
from tests.table import Table, a_table, sit_down
from tests.term import AREA, Term

WAITING, POOL = "/table/themes/t-waiting", "/table/themes/t-pool"
DECIDED = "/table/decided/"
WHY = "They say the same kind of thing"


@pytest.fixture
def table(app: Flask, stages: Stages, term: Term) -> Table:
    stages.come_to(app, collect_sort_and_release, term)
    with app.app_context():
        table = a_table(term)
        table.begin()
        return table


@pytest.fixture
def seat(app: Flask, table: Table) -> FlaskClient:
    with app.app_context():
        token = table.link()
    return sit_down(app, token)


def decide(seat: FlaskClient, path: str, **given: object) -> TestResponse:
    """Open the page of a decision and send its form."""
    return seat.post(path, data=fields(seat.get(path)) | given)


def test_their_name_stands_first_in_lime_and_the_computers_dashed_beside_it(seat: FlaskClient) -> None:
    page = seat.get(WAITING)
    form = soup(page).select_one("form:has(#name)")
    assert form is not None
    data = {str(one["name"]): str(one.get("value", "")) for one in form.select("input")}

    sent = seat.post(str(form["action"]), data=data | {"name": "Do not leave us guessing", "why": ""})

    assert (sent.status_code, sent.location) == (303, WAITING)
    page = seat.get(WAITING)
    assert [one.get_text() for one in soup(page).select("h1")] == ["Do not leave us guessing"]
    (machine,) = soup(page).select(".machine")
    assert "Suggested by the computer" in machine.get_text()
    assert "Waiting" in machine.get_text()
    (ours,) = soup(seat.get("/table/themes/")).select("mark")
    assert ours.get_text() == "Do not leave us guessing"


def test_every_decision_is_a_form_and_all_of_them_stand_on_one_page(seat: FlaskClient) -> None:
    move = soup(seat.get(POOL)).select_one("button[formaction]")
    assert move is not None
    data = fields(seat.get(POOL))
    asked = seat.post(str(move["formaction"]), data=data | {"call": "move"})
    assert asked.status_code == 200  # with these words chosen, and nothing wrong yet
    (chosen,) = soup(asked).select("input[name=comment][checked]")
    assert "There is a problem" not in asked.text

    moved = seat.post(f"{POOL}/move", data=fields(asked) | {"comment": chosen["value"], "to": "t-waiting", "why": WHY})
    split = decide(seat, f"{POOL}/split", name="Fridays", comments=[two(seat)], why=WHY)
    promise = soup(seat.get(f"{POOL}/promise")).select("input[name=to]")[0]["value"]
    linked = decide(seat, f"{POOL}/promise", to=promise, why=WHY)
    joined = decide(seat, "/table/themes/t-listening/join", to="t-waiting", why=WHY)
    aside = decide(seat, f"{WAITING}/aside", why=WHY)

    places = [one.location for one in (moved, split, linked, joined, aside)]
    assert places == [POOL, POOL, POOL, WAITING, "/table/themes/"]
    page = seat.get(DECIDED)
    assert "Young people made 5 decisions. The computer reads them" in page.text
    assert len(soup(page).select("main li.card")) == 5
    assert page.text.count(WHY) == 5
    assert seat.get(WAITING).status_code == 404

    back = seat.post(DECIDED, data=fields(page))  # the newest stands first
    assert back.status_code == 303
    assert seat.get(WAITING).status_code == 200
    assert "Taken back." in seat.get(DECIDED).text


def two(seat: FlaskClient) -> str:
    return str(soup(seat.get(f"{POOL}/split")).select("input[name=comments]")[0]["value"])


def test_what_is_missing_or_names_somebody_is_said_beside_the_box(seat: FlaskClient) -> None:
    for path, given, words in (
        (f"{POOL}/join", {"to": "t-waiting"}, "Write why, in a few words"),
        (f"{POOL}/join", {"why": WHY}, "Choose one"),
        (f"{POOL}/join", {"to": "t-pool", "why": WHY}, "Choose one"),
        (f"{POOL}/split", {"name": "Warm", "why": WHY}, "Choose one that is on the table"),
        (f"{POOL}/name", {"name": "Mrs Harrison’s pool"}, "Call it something else"),
        (f"{POOL}/name", {"name": "x" * 61}, "shorter by 1 letter"),
    ):
        sent = decide(seat, path, **given)
        assert sent.status_code == 400
        assert words in sent.text


def test_worrying_words_wait_for_the_lead_and_show_nowhere_else(app: Flask, term: Term, seat: FlaskClient) -> None:
    sent = decide(seat, f"{POOL}/aside", why=WORRYING)

    assert sent.location == "/table/decided/waits"
    assert "You did nothing wrong" in seat.get(sent.location).text
    assert "Nothing yet" in seat.get(DECIDED).text
    assert seat.get(POOL).status_code == 200
    queue = come_in(app, term.staff["Priya"]).get(f"/areas/{AREA}/concerns/")
    assert "-T001" in queue.text


def test_a_decision_of_a_made_up_theme_comment_or_row_is_refused(seat: FlaskClient) -> None:
    token = fields(seat.get(DECIDED)) if soup(seat.get(DECIDED)).select("form") else fields(seat.get(f"{POOL}/aside"))
    assert seat.post("/table/themes/t-nowhere/aside", data=token | {"why": WHY}).status_code == 404
    assert seat.post(DECIDED, data=token | {"decision": "0" * 32}).status_code == 404
    asked = fields(seat.get(f"{POOL}/move"))
    assert seat.post(f"{POOL}/move", data=asked | {"comment": "x", "to": "t-waiting", "why": WHY}).status_code == 400
