"""Staff come in by a link, see where they may go, and go out."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from feedback_app.web.access import STAFF_COOKIE
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.term import AREA, Term


def link(app: Flask, staff_id: str, lead_to: str = "/staff") -> str:
    with app.app_context():
        return people.make_link(staff_id, lead_to)


def test_a_link_leads_in_once_and_to_where_it_says(app: Flask, term: Term, client: FlaskClient) -> None:
    path = link(app, term.staff["Priya"], f"/areas/{AREA}/concerns/")
    page = client.get(path)
    assert text_of(page, "h1") == "Come in, Priya"

    entered = client.post(path, data=fields(page))

    assert entered.location == f"/areas/{AREA}/concerns/"
    assert client.get(entered.location).status_code == 200
    assert client.get(path).status_code == 410
    assert client.post(path, data=fields(page)).status_code in (400, 410)


def test_programs_that_look_at_a_link_use_nothing_up(app: Flask, term: Term, client: FlaskClient) -> None:
    path = link(app, term.staff["Priya"])
    for _ in range(3):
        client.get(path)
        client.head(path)

    assert client.post(path, data=fields(client.get(path))).status_code == 303


def test_a_made_up_link_says_that_it_does_not_work(client: FlaskClient, term: Term) -> None:
    assert client.get("/come-in/made-up").status_code == 410


def test_the_cookie_of_staff_is_out_of_reach_of_scripts_and_other_sites(
    app: Flask, term: Term, client: FlaskClient
) -> None:
    path = link(app, term.staff["Priya"])

    entered = client.post(path, data=fields(client.get(path)))

    (cookie,) = [one for one in entered.headers.getlist("Set-Cookie") if one.startswith(STAFF_COOKIE)]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Priya", ["Concerns"]),
        ("Omar", ["Quotes to release"]),
        ("Dana", ["What young people decided", "Reports", "What young commissioners scored"]),
        (
            "Sam",
            ["Workshops", "Young commissioners’ table", "Paper and telephone", "What young commissioners scored"],
        ),
    ],
)
def test_everybody_sees_where_they_may_go_and_nowhere_else(
    app: Flask, term: Term, name: str, places: list[str]
) -> None:
    client = come_in(app, term.staff[name])

    page = client.get("/staff")

    assert [one.get_text() for one in soup(page).select("main li a")] == places
    for one in soup(page).select("main li a"):
        assert client.get(str(one["href"])).status_code == 200


def test_going_out_ends_the_session(app: Flask, term: Term) -> None:
    client = come_in(app, term.staff["Priya"])
    form = soup(client.get("/staff")).select_one("header form")
    assert form is not None
    values = {str(one["name"]): str(one.get("value", "")) for one in form.select("input")}
    session = client.get_cookie(STAFF_COOKIE)
    assert session is not None

    gone = client.post(str(form["action"]), data=values)

    assert gone.status_code == 303
    assert client.get("/staff").location == "/staff/come-in"
    client.set_cookie(STAFF_COOKIE, session.value)
    assert client.get("/staff").location == "/staff/come-in"
