"""Pages for anybody: the code box, the short link, help lines, and taking answers back by a receipt code."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import asking
from feedback_app.storage.db import transaction
from feedback_app.storage.tables import today, wave
from tests.phone import Phone, fields, soup
from tests.respondents import told
from tests.term import AREA, WAVE, Term


@pytest.fixture
def sent(phone: Phone) -> str:
    """The receipt code of somebody who has sent an answer."""
    phone.agree()
    phone.answer("t10", "The pool")
    phone.finish()
    return phone.receipt()


@pytest.mark.parametrize("path", ["/", "/help", "/words", "/receipt", "/receipt/deleted", "/staff/come-in"])
def test_every_page_for_anybody_is_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (200, 403)


def test_the_code_box_leads_to_the_opening_however_it_is_typed(client: FlaskClient, term: Term) -> None:
    for typed in (term.therapy, term.therapy.lower(), f" {term.therapy[:3]} {term.therapy[3:]} "):
        assert client.post("/", data={"code": typed}).location == f"/a/{term.therapy}/"


@pytest.mark.parametrize("typed", ["", "AAAAAA", "'; DROP TABLE answer", "ü" * 70, "\0", "x" * 10_000])
def test_a_wrong_code_comes_back_with_a_reason(client: FlaskClient, term: Term, typed: str) -> None:
    page = client.post("/", data={"code": typed})

    assert page.status_code == 400
    assert soup(page).select(".err a[href='#code']")


def test_the_short_link_leads_to_the_opening(client: FlaskClient, term: Term) -> None:
    for typed in (term.therapy, term.therapy.lower(), f"{term.therapy[:4]}-{term.therapy[4:]}"):
        assert client.get(f"/{typed}").location == f"/a/{term.therapy}/"


@pytest.mark.parametrize("path", ["/AAAAAA", "/wp-login.php", "/favicon.ico", "/ABCDEFG", "/a/AAAAAA/", "/areas"])
def test_an_address_that_leads_nowhere_is_not_found(client: FlaskClient, term: Term, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("way", ["box", "short link", "address", "receipt", "delete"])
def test_wrong_codes_are_throttled_by_every_way_in(app: Flask, client: FlaskClient, term: Term, way: str) -> None:
    app.config["CODE_TRIES"] = 3

    def try_one(code: str) -> int:
        if way == "short link":
            return client.get(f"/{code}").status_code
        if way == "address":
            return client.get(f"/a/{code}/").status_code
        path = {"box": "/", "receipt": "/receipt", "delete": "/receipt/delete"}[way]
        return client.post(path, data={"code": code}).status_code

    statuses = [try_one(code) for code in ("AAAAAA", "CCCCCC", "DDDDDD", "EEEEEE", term.therapy)]

    assert statuses[:3] in ([400] * 3, [404] * 3)
    assert statuses[3:] == [429, 429], "where no code is known, a right one is not told from a wrong one"


def test_whoever_has_begun_goes_on_where_somebody_else_tries_codes(app: Flask, term: Term, phone: Phone) -> None:
    phone.agree()
    app.config["CODE_TRIES"] = 1
    stranger = app.test_client()
    for code in ("AAAAAA", "CCCCCC"):
        stranger.get(f"/a/{code}/")

    assert phone.answer("t1", "physiotherapy").status_code == 303
    assert stranger.get(f"/a/{term.families}/").status_code == 429


def test_a_class_comes_in_with_its_code_where_somebody_tries_codes_without_end(app: Flask, phone: Phone) -> None:
    app.config["CODE_TRIES"] = 2
    assert phone.get().status_code == 200
    for _ in range(30):
        app.test_client().get("/AAAAAA")

    child = app.test_client()

    assert child.get("/AAAAAA").status_code == 429
    assert child.get(f"/{phone.code}").status_code == 303
    assert child.post("/", data={"code": phone.code}).status_code == 303
    assert child.get(phone.at()).status_code == 200


def test_a_right_receipt_code_is_taken_where_somebody_tries_codes_without_end(
    app: Flask, client: FlaskClient, sent: str
) -> None:
    app.config["CODE_TRIES"] = 1
    for _ in range(3):
        client.post("/receipt", data={"code": "AAAAAA"})

    assert client.post("/receipt", data={"code": "AAAAAA"}).status_code == 429
    assert client.post("/receipt", data={"code": sent}).status_code == 200


def test_right_codes_are_not_counted(app: Flask, client: FlaskClient, term: Term) -> None:
    app.config["CODE_TRIES"] = 2

    for _ in range(5):
        assert client.post("/", data={"code": term.therapy}).status_code == 303


def test_a_receipt_code_takes_everything_back(app: Flask, client: FlaskClient, term: Term, sent: str) -> None:
    asked = client.post("/receipt", data={"code": sent.lower().replace("-", " ")})
    assert asked.status_code == 200
    form = soup(asked).select_one("main form")
    assert form is not None

    deleted = client.post(str(form["action"]), data=fields(asked))

    assert deleted.location == "/receipt/deleted"
    with app.app_context():
        assert told(term.area_id) == []
    assert client.post("/receipt", data={"code": sent}).status_code == 400


def test_nothing_is_deleted_before_it_is_said_twice(app: Flask, client: FlaskClient, term: Term, sent: str) -> None:
    client.post("/receipt", data={"code": sent})

    with app.app_context():
        assert len(told(term.area_id)) == 1


def test_the_receipt_code_is_never_in_an_address(client: FlaskClient, sent: str) -> None:
    asked = client.post("/receipt", data={"code": sent})

    for one in soup(asked).select("[href], [action], [src]"):
        for name in ("href", "action", "src"):
            assert sent not in str(one.get(name, ""))
            assert sent.replace("-", "") not in str(one.get(name, ""))


def test_a_finished_report_says_that_it_is_too_late(app: Flask, client: FlaskClient, term: Term, sent: str) -> None:
    with app.app_context():
        asking.close_wave(AREA, WAVE)
        with transaction() as session:
            session.execute(wave.update().where(wave.c.area_id == term.area_id).values(finished_on=today()))

    page = client.post("/receipt", data={"code": sent})

    assert "too late" in page.text
    assert not soup(page).select("form[action='/receipt/delete']")
    assert client.post("/receipt/delete", data={"code": sent}).status_code == 410
    with app.app_context():
        assert len(told(term.area_id)) == 1


def test_deleting_twice_says_that_there_is_nothing(client: FlaskClient, sent: str) -> None:
    client.post("/receipt/delete", data={"code": sent})

    assert client.post("/receipt/delete", data={"code": sent}).status_code == 404


def test_after_deleting_the_phone_that_answered_has_lost_its_place(phone: Phone, sent: str) -> None:
    phone.client.post("/receipt/delete", data={"code": sent})

    assert phone.get("receipt").status_code == 400


def test_the_server_says_that_it_is_well(client: FlaskClient) -> None:
    assert client.get("/health").get_json() == {"ok": True}
