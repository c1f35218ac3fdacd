"""The young commissioners' table from its pages: an officer sets it up, and each seat opens by a link of its own."""

from __future__ import annotations

import datetime as dt

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from feedback_app.storage.db import transaction
from feedback_app.storage.tables import now, sitting
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

HERE = f"/areas/{AREA}/tables"


@pytest.fixture
def table(app: Flask, term: Term) -> Table:
    with app.app_context():
        return a_table(term)


@pytest.fixture
def bea(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Bea"])


def seat_at(app: Flask, table: Table) -> FlaskClient:
    """A browser at a new seat of a table that is on."""
    with app.app_context():
        table.begin()
        token = table.link()
    return sit_down(app, token)


def test_an_officer_sets_up_a_table_and_gives_a_seat_its_link_once(app: Flask, term: Term, bea: FlaskClient) -> None:
    with app.app_context():
        asha = people.add_staff(AREA, "Asha", "safety_adult")
    asked = {"wave": WAVE, "adult": asha, "stage": "check", "shier": "4"}
    made = bea.post(f"{HERE}/", data=fields(bea.get(f"{HERE}/")) | asked)
    page = bea.get(made.location)
    assert "Not begun" in page.text

    form = fields(page) | {"role": "Reader", "services": "physiotherapy", "groups": ["parent_carer", "made-up"]}
    bea.post(f"{made.location}/seats", data=form)
    page = bea.get(made.location)
    action = soup(page).select_one("form[action$='/link']")
    assert action is not None
    link = bea.post(str(action["action"]), data=fields(page))

    assert "Not shown to them: Physiotherapy; Parent carer" in " ".join(page.text.split())
    path = text_of(link, ".link").partition("/table")[2]
    assert soup(link).select("svg.qr")
    assert text_of(app.test_client().get(f"/table{path}"), "h1").startswith("Seat 1")


def test_a_table_without_an_adult_is_refused_plainly(bea: FlaskClient, term: Term) -> None:
    refused = bea.post(f"{HERE}/", data=fields(bea.get(f"{HERE}/")) | {"wave": WAVE, "adult": ""})

    assert refused.status_code == 400
    assert "Choose the adult" in text_of(refused, ".err")


def test_a_seat_shows_nothing_before_the_adult_begins_and_nothing_after_the_end(app: Flask, table: Table) -> None:
    with app.app_context():
        token = table.link()
    seat = sit_down(app, token)
    before = seat.get("/table/")
    assert before.status_code == 403
    assert "Ask Asha to begin" in before.text

    with app.app_context():
        table.begin()
    home = seat.get("/table/")
    assert home.status_code == 200
    assert "Asha is the adult here today" in home.text
    assert "You can skip any of them" in home.text
    assert "45 minutes" in home.text

    with app.app_context():
        table.end()
    for page in ("/table/", "/table/call", "/table/done"):
        assert "It is over for today" in seat.get(page).text


def test_whoever_has_no_seat_learns_whom_to_ask(app: Flask, table: Table) -> None:
    for stranger in (app.test_client(), app.test_client()):
        stranger.set_cookie("heard-seat", "made-up", path="/table/")
        page = stranger.get("/table/")

        assert page.status_code == 403
        assert "nothing to see from home" in page.text


def test_staff_have_no_seat(app: Flask, table: Table, bea: FlaskClient) -> None:
    assert bea.get("/table/").status_code == 403


def test_a_link_that_was_used_says_so(app: Flask, table: Table) -> None:
    with app.app_context():
        token = table.link()
    sit_down(app, token)

    assert app.test_client().get(f"/table/come-in/{token}").status_code == 410


def test_somebody_is_called_what_they_like_or_nothing(app: Flask, table: Table, bea: FlaskClient) -> None:
    seat = seat_at(app, table)

    seat.post("/table/", data=fields(seat.get("/table/")) | {"called": "Moon"})
    assert text_of(seat.get("/table/"), "h1") == "Hello, Moon"
    assert "Seat 1, Moon" in bea.get(f"{HERE}/{table.id}").text

    too_long = seat.post("/table/", data=fields(seat.get("/table/")) | {"called": "m" * 41})
    assert too_long.status_code == 400
    seat.post("/table/", data=fields(seat.get("/table/")) | {"called": ""})
    assert text_of(seat.get("/table/"), "h1") == "You are at the table"


def test_a_call_reaches_the_table_and_the_lead_until_somebody_has_seen_to_it(
    app: Flask, term: Term, table: Table, bea: FlaskClient
) -> None:
    seat, lead = seat_at(app, table), come_in(app, term.staff["Priya"])
    assert "Childline" in seat.get("/table/call").text

    told = seat.post("/table/call", data=fields(seat.get("/table/call")))
    assert "They know now" in told.text
    assert "Somebody would like to talk" in bea.get(f"{HERE}/{table.id}").text
    queue = lead.get(f"/areas/{AREA}/concerns/")
    assert "Somebody would like to talk" in queue.text

    action = soup(queue).select_one("form[action*='/calls/']")
    assert action is not None
    lead.post(str(action["action"]), data=fields(queue))
    assert "Somebody would like to talk" not in lead.get(f"/areas/{AREA}/concerns/").text
    assert "Somebody would like to talk" not in bea.get(f"{HERE}/{table.id}").text


def test_the_officer_sees_who_came_and_when_time_is_up(app: Flask, table: Table, bea: FlaskClient) -> None:
    seat_at(app, table)
    with app.app_context():
        table.link()
    assert "came: 1" in bea.get(f"{HERE}/{table.id}").text

    with app.app_context(), transaction() as session:
        ago = {"begun_at": now() - dt.timedelta(minutes=46)}
        session.execute(sitting.update().where(sitting.c.area_id == table.sitting.area_id).values(ago))

    assert "The words are put away" in bea.get(f"{HERE}/{table.id}").text
