"""What waited on a phone arrives over its page: each answer is spoken for, and the cookie is the phone's."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import asking
from tests.phone import Phone
from tests.respondents import told
from tests.sealed import SilentPhone, as_sent
from tests.term import AREA, WAVE, Term


@pytest.fixture
def silent(app: Flask, term: Term) -> SilentPhone:
    with app.app_context():
        return SilentPhone(term.opening)


def send(phone: Phone, body: object) -> TestResponse:
    return phone.client.post(phone.at("queue"), json=body)


def outcomes(reply: TestResponse) -> list[tuple[str, str]]:
    assert reply.status_code == 200
    return [(one["id"], one["is"]) for one in (reply.get_json() or {})["answers"]]


def test_each_page_that_waited_is_spoken_for_and_the_phone_can_go_on(
    app: Flask, phone: Phone, silent: SilentPhone
) -> None:
    with app.app_context():
        waited = [silent.choose("t1", "physiotherapy"), silent.write("t10/physiotherapy", "The pool")]

    reply = send(phone, as_sent(*waited))

    assert outcomes(reply) == [(waited[0].send_key, "kept"), (waited[1].send_key, "kept")]
    assert "HttpOnly" in reply.headers["Set-Cookie"]
    assert silent.key in reply.headers["Set-Cookie"]
    assert phone.get("carry-on").headers["Location"].endswith("/q/t1a")


def test_the_cookie_decides_whose_answers_they_are(app: Flask, term: Term, phone: Phone) -> None:
    phone.agree()
    with app.app_context():
        waited = SilentPhone(term.opening, own=False).choose("t1", "physiotherapy")

    assert outcomes(send(phone, as_sent(waited))) == [(waited.send_key, "kept")]
    assert phone.get("carry-on").headers["Location"].endswith("/q/t1a")


def test_what_nobody_can_read_is_refused_and_the_rest_is_kept(app: Flask, phone: Phone, silent: SilentPhone) -> None:
    with app.app_context():
        waited = silent.choose("t1", "physiotherapy")
    good = as_sent(waited)["answers"]
    assert isinstance(good, list)
    bad = [None, 7, {}, {"id": "x"}, {"id": "ab" * 16}, {"id": "ab" * 16, "box": "%"}, {"id": ["ab"], "box": {}}]

    reply = send(phone, {"answers": [*bad, *good]})

    assert [what for _, what in outcomes(reply)] == ["kept", *["refused"] * len(bad)]


@pytest.mark.parametrize("body", [None, [], {}, {"answers": 3}, {"answers": [{}] * 51}])
def test_a_body_that_is_no_batch_is_refused(phone: Phone, body: object) -> None:
    assert send(phone, body).status_code == 400


def test_a_batch_from_another_site_is_refused(phone: Phone) -> None:
    sent = phone.client.post(phone.at("queue"), json={"answers": []}, headers={"Sec-Fetch-Site": "cross-site"})

    assert sent.status_code == 403


def test_answers_arrive_after_the_wave_has_closed(app: Flask, term: Term, phone: Phone, silent: SilentPhone) -> None:
    with app.app_context():
        waited = silent.write("t10", "The pool")
        asking.close_wave(AREA, WAVE)

    assert outcomes(send(phone, as_sent(waited))) == [(waited.send_key, "kept")]
    with app.app_context():
        assert [one.words for one in told(term.area_id)] == ["The pool"]


def test_a_refused_page_says_why_in_plain_words(
    app: Flask, client: FlaskClient, phone: Phone, silent: SilentPhone
) -> None:
    with app.app_context():
        waited = silent.write("t10", "x" * 1_040)

    reply = send(phone, as_sent(waited)).get_json()

    assert reply == {
        "answers": [{"id": waited.send_key, "is": "refused", "why": "Make your words shorter by 40 letters"}]
    }
