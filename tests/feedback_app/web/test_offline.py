"""What waited on a phone arrives over its page: each answer is spoken for, and the cookie is the phone's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import asking
from surveys import steps
from tests.every_kind import open_every_kind
from tests.pages import check_page
from tests.phone import Phone, fields, soup
from tests.respondents import told
from tests.sealed import SilentPhone, as_sent
from tests.term import AREA, WAVE, Term

CSP = "Content-Security-Policy"


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


def survey_kept(phone: Phone) -> dict[str, Any]:
    reply = phone.get("blank")
    assert reply.status_code == 200
    kept: dict[str, Any] = reply.get_json()
    return kept


def test_blank_pages_are_the_same_for_everybody_whatever_they_said(app: Flask, term: Term, phone: Phone) -> None:
    before = survey_kept(Phone(app.test_client(), term.therapy))
    phone.agree()
    phone.answer("t1", "physiotherapy")
    phone.answer("t10/physiotherapy", "The pool")

    assert survey_kept(phone) == before


def test_blank_pages_hold_no_key_and_nothing_is_chosen_on_them(phone: Phone) -> None:
    for name, page in survey_kept(phone)["pages"].items():
        body = BeautifulSoup(page["body"], "html.parser")
        keys = body.select("[name=send_key], [name=response_key]")
        assert [one["value"] for one in keys if one["value"]] == [], name
        assert body.select("[checked]") == [], name
        assert not any(box.get_text().strip() for box in body.select("textarea")), name


def test_every_question_that_anybody_may_meet_has_a_blank_page(app: Flask, phone: Phone) -> None:
    kept = survey_kept(phone)

    for answers in ({}, {("t1", ""): ("physiotherapy", "salt")}, {("t1", ""): ("none-of-these",)}):
        with app.app_context():
            met = steps(asking.find_opening(phone.code).survey, answers)
        pages = {f"{one.question}/{one.repeat}".rstrip("/") for one in met}
        assert pages <= set(kept["pages"])
        assert pages <= set(kept["questions"])


def test_a_blank_page_put_together_is_a_page_of_ours(phone: Phone) -> None:
    kept = survey_kept(phone)

    for name, page in kept["pages"].items():
        html = kept["shell"][0] + page["title"] + kept["shell"][1] + page["body"] + kept["shell"][2]
        response = Response(html, headers={"Content-Security-Policy": phone.get("blank").headers[CSP]})
        response.mimetype = "text/html"
        check_page(response, path=f"blank {name}")
        assert BeautifulSoup(html, "html.parser").select_one("body[data-blank] main#main + footer")


def test_a_whole_surveys_blank_pages_weigh_little(app: Flask, term: Term) -> None:
    reply = app.test_client().get(f"/a/{term.therapy}/blank", headers={"Accept-Encoding": "gzip"})

    assert len(reply.data) < 24_000


def test_the_service_worker_is_of_this_survey_alone_and_another_one_when_the_survey_is(
    app: Flask, term: Term, phone: Phone
) -> None:
    worker = phone.get("sw.js")
    other = app.test_client().get(f"/a/{term.families}/sw.js")

    assert worker.mimetype == "text/javascript"
    assert f'const ROOT = "/a/{term.therapy}/";' in worker.text
    assert worker.text.splitlines()[1] != other.text.splitlines()[1]
    for file in json.loads(worker.text.splitlines()[2].partition(" = ")[2].rstrip(";")):
        assert phone.client.get(file).status_code == 200, file


def test_a_script_that_sends_a_page_is_told_where_to_go(phone: Phone) -> None:
    phone.agree()
    page = phone.get("q/t1")
    body = fields(page) | {"answer": "physiotherapy"}

    reply = phone.client.post(page.request.path, data=body, headers={"Accept": "application/json"})

    assert reply.headers["Content-Type"] == "application/json"
    assert reply.get_json() == {"to": phone.at("q/t1a")}
    assert phone.client.post(page.request.path, data=body).status_code == 303


def test_a_page_knows_the_way_so_far_and_no_more_than_the_way_needs(phone: Phone) -> None:
    phone.agree()
    phone.answer("t1", "physiotherapy")
    phone.answer("t10/physiotherapy", "The pool")

    silent = soup(phone.get("q/t1a")).select_one("#silent")

    assert silent is not None
    known = json.loads(str(silent["data-known"]))
    assert known["t1/"] == ["physiotherapy"]
    assert known["t10/physiotherapy"] == []


def test_a_tablet_that_many_share_keeps_nothing(phone: Phone) -> None:
    phone.client.post(phone.at("tablet"))

    page = soup(phone.get())

    assert page.select_one("#silent") is None
    assert page.select_one("script[src$='offline.js']") is None


def test_a_box_with_a_letter_beyond_ascii_stops_no_other(app: Flask, phone: Phone, silent: SilentPhone) -> None:
    with app.app_context():
        waited = silent.write("t10", "The pool")
    body = {"answers": [{"id": "cd" * 16, "box": "é"}, *as_sent(waited)["answers"]]}  # type: ignore[misc]  # a list

    assert sorted(outcomes(send(phone, body))) == sorted([("cd" * 16, "refused"), (waited.send_key, "kept")])


def test_brackets_too_deep_to_read_are_no_batch(phone: Phone) -> None:
    sent = phone.client.post(phone.at("queue"), data="[" * 100_000, content_type="application/json")

    assert sent.status_code == 400


def test_a_number_of_more_figures_than_python_reads_is_refused_alone(
    app: Flask, client: FlaskClient, term: Term
) -> None:
    with app.app_context():
        phone = Phone(client, open_every_kind())
        silent = SilentPhone(asking.find_opening(phone.code))
        number = silent.seal("better", [("asked", "better agree minutes"), ("answer-minutes", "0" * 5_000 + "1")])
        words = silent.choose("good", "ok")

    assert outcomes(send(phone, as_sent(number, words))) == [(number.send_key, "refused"), (words.send_key, "kept")]
