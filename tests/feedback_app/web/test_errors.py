"""Whatever goes wrong becomes one calm page, and neither page nor log tells what somebody wrote."""

from __future__ import annotations

import logging
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.storage.db import transaction
from feedback_app.storage.tables import survey_version
from feedback_app.web.access import anyone
from tests.pages import check_page
from tests.phone import Phone, soup
from tests.respondents import WORRYING, told
from tests.term import Term


def test_a_slip_of_ours_is_a_calm_page_and_a_log_line_without_words(
    app: Flask, term: Term, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    @app.get("/slip/<words>")
    @anyone
    def slip(words: str) -> str:
        raise ValueError(words)

    path = "/slip/my-stepdad"
    page = FlaskClient(app, app.response_class).get(path, query_string={"q": "stepdad"})

    check_page(page, path=path, may_fail=True)
    assert page.status_code == 500
    assert "stepdad" not in page.text
    assert "stepdad" not in caplog.text
    assert "slip ValueError in test_errors.py:" in caplog.text


def test_a_database_that_is_gone_is_a_calm_page_too(app: Flask, phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    phone.agree()
    question = phone.get("q/t10")
    with app.app_context(), transaction() as session:
        session.exec_driver_sql("DROP TABLE answer")

    browser = FlaskClient(app, app.response_class)
    cookie = phone.client.get_cookie(f"heard-{phone.code}", path=phone.at())
    assert cookie is not None
    browser.set_cookie(cookie.key, cookie.value, path=cookie.path)
    page = browser.post(question.request.path, data={"answer": WORRYING, "send_key": "k" * 32})

    check_page(page, path=question.request.path, may_fail=True)
    assert page.status_code == 500
    assert "stepdad" not in page.text + caplog.text


def test_words_that_were_refused_are_in_no_log(phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    phone.agree()

    phone.answer("t10", f"{WORRYING} " * 200)
    phone.answer("t10", WORRYING)
    phone.client.get("/?stepdad=1")

    assert "stepdad" not in caplog.text


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/nowhere/at/all", "GET", 404),
        ("/help", "POST", 405),
        ("/receipt/delete", "GET", 405),
        ("/come-in/x", "GET", 410),
        ("/staff", "PUT", 405),
    ],
)
def test_a_request_that_cannot_be_answered_says_so_in_words(
    client: FlaskClient, term: Term, path: str, method: str, status: int
) -> None:
    page = client.open(path, method=method)

    assert page.status_code == status
    assert "Werkzeug" not in page.text
    assert "Traceback" not in page.text


def test_a_body_that_is_too_large_is_refused_with_a_way_back_to_its_page(app: Flask, term: Term, phone: Phone) -> None:
    phone.agree()

    page = phone.client.post(phone.at("q/t10"), data={"answer": "x" * 5_000_000})

    assert page.status_code == 413
    assert "too big" in page.text
    assert soup(page).select(f"main a[href='{phone.at('q/t10')}']")
    with app.app_context():
        assert told(term.area_id) == []


def test_a_body_without_a_length_is_refused(client: FlaskClient, term: Term) -> None:
    page = client.post(
        "/",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"CONTENT_LENGTH": "", "wsgi.input_terminated": True},
    )

    assert page.status_code == 411


def test_half_a_page_that_came_over_a_lost_connection_is_not_kept(app: Flask, term: Term, phone: Phone) -> None:
    phone.agree()
    whole = b"send_key=k&answer=It+is+not+true+that+it+was+bad"

    for came in (0, 20, len(whole) - 5):
        page = phone.client.post(
            phone.at("q/t10"),
            input_stream=BytesIO(whole[:came]),
            content_type="application/x-www-form-urlencoded",
            environ_overrides={"CONTENT_LENGTH": str(len(whole)), "wsgi.input_terminated": True},
        )
        assert page.status_code == 400

    with app.app_context():
        assert told(term.area_id) == []


def test_a_stored_survey_that_no_longer_loads_is_a_closed_page_and_no_crash(
    app: Flask, term: Term, phone: Phone
) -> None:
    phone.agree()
    with app.app_context(), transaction() as session:
        session.execute(
            survey_version.update().where(survey_version.c.area_id == term.area_id).values(definition='{"id": "x"}')
        )

    page = phone.get()

    assert page.status_code == 410
    assert "We have told the people who run it" in page.text
    assert soup(page).select("a[href='tel:999']")


def test_broken_bodies_are_refused_and_never_crash(phone: Phone) -> None:
    phone.agree()
    for kind in ("application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "x"):
        sent = phone.client.post(phone.at("q/t1"), data=b"\xff\xfe{", content_type=kind)
        assert sent.status_code in (303, 400)
