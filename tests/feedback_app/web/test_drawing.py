"""Ranking, dots, drawings and recordings on a phone, page by page, with no script at all."""

from __future__ import annotations

import io

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from feedback_app import analysing, asking
from feedback_app.storage.db import reading
from feedback_app.storage.tables import attachment, concern, concern_file
from feedback_app.uploads import FILE_BYTES
from feedback_app.voices import read_voices
from tests.files import A_WEBM, PLACE, a_jpeg, a_png
from tests.forms.draw import EVERY_KIND
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import Told, told
from tests.term import AREA, WAVE, Term, open_for_a_month

USUAL = "microphone=()"


@pytest.fixture
def phone(app: Flask, client: FlaskClient, term: Term) -> Phone:
    with app.app_context():
        code = open_for_a_month(EVERY_KIND, "young_person_11_25")
    phone = Phone(client, code)
    phone.agree()
    return phone


def send(phone: Phone, question: str, words: str = "", *, send_key: str = "", **files: bytes) -> TestResponse:
    """Send a page as a browser sends one with file boxes; those that are not given are empty."""
    page = fields(phone.get(f"q/{question}"))
    parts = {f"answer-{kind}": FileStorage(io.BytesIO(content), "file") for kind, content in files.items()}
    data = {**page, "answer": words, **parts, **({"send_key": send_key} if send_key else {})}
    boundary, body = encode_multipart(data)
    kind = f"multipart/form-data; boundary={boundary}"
    return phone.client.post(phone.at(f"q/{question}"), data=body, content_type=kind)


def rows(app: Flask, term: Term, table: sa.Table) -> int:
    with app.app_context(), reading() as session:
        found = sa.select(sa.func.count()).select_from(table).where(table.c.area_id == term.area_id)
        return int(session.execute(found).scalar_one())


def kept(app: Flask, term: Term, question: str) -> Told:
    with app.app_context():
        return [one for one in told(term.area_id) if one.question == question][-1]


def test_an_order_is_kept_and_said_back_on_the_check_page(app: Flask, term: Term, phone: Phone) -> None:
    page = fields(phone.get("q/in_order"))
    placed = {"answer-at-a-quiet-seat": "1", "answer-at-being-on-time": "2"}

    sent = phone.client.post(phone.at("q/in_order"), data={**page, **placed})

    assert sent.status_code == 303
    assert kept(app, term, "in_order").options == ("a-quiet-seat", "being-on-time")
    assert "A quiet seat; Being on time" in phone.get("check").text


def test_dots_are_kept_and_said_back_on_the_check_page(app: Flask, term: Term, phone: Phone) -> None:
    page = fields(phone.get("q/shared_out"))
    dots = {"answer-dots-more-drivers": "2", "answer-dots-travel-training": "1"}

    phone.client.post(phone.at("q/shared_out"), data={**page, **dots})

    assert kept(app, term, "shared_out").options == ("more-drivers", "more-drivers", "travel-training")
    assert "More drivers: 2; Travel training: 1" in phone.get("check").text


@pytest.mark.parametrize(
    ("question", "posted", "words"),
    [
        ("in_order", {"answer-at-a-quiet-seat": "1", "answer-at-being-on-time": "1"}, "are both 1st"),
        ("shared_out", {"answer-dots-more-drivers": "3", "answer-dots-travel-training": "1"}, "Take 1 away"),
    ],
)
def test_an_error_says_what_to_change_and_keeps_what_was_chosen(
    phone: Phone, question: str, posted: dict[str, str], words: str
) -> None:
    page = phone.client.post(phone.at(f"q/{question}"), data={**fields(phone.get(f"q/{question}")), **posted})

    assert page.status_code == 400
    assert words in text_of(page, ".err")
    assert len(soup(page).select(".place option[selected]")) == 2


def test_orders_and_dots_are_counted_once_for_each_person(app: Flask, term: Term, phone: Phone) -> None:
    for question, posted in (
        ("shared_out", {"answer-dots-more-drivers": "3"}),
        ("in_order", {"answer-at-a-quiet-seat": "1", "answer-at-being-on-time": "2"}),
    ):
        phone.client.post(phone.at(f"q/{question}"), data={**fields(phone.get(f"q/{question}")), **posted})
    phone.answer("minutes", "20")
    phone.answer("read_first")

    with app.app_context():
        asking.close_wave(AREA, WAVE)
        with reading() as session:
            found = read_voices(session, term.area_id, term.wave_id)
        analysing.analyse_wave(term.area_id, term.wave_id)

    rated = [(one.question.partition("/")[2], one.option) for one in found.ratings if one.option]
    assert rated == [
        ("in_order", "a-quiet-seat"),
        ("in_order", "being-on-time"),
        ("shared_out", "more-drivers"),
    ]


def test_a_drawing_goes_with_the_words_and_to_a_person(app: Flask, term: Term, phone: Phone) -> None:
    sent = send(phone, "any_way", "My dog", drawing=a_jpeg(extra=[(0xE1, PLACE)]), recording=b"")

    assert sent.status_code == 303
    assert kept(app, term, "any_way").words == "My dog"
    assert rows(app, term, attachment) == rows(app, term, concern_file) == rows(app, term, concern) == 1


def test_a_double_tap_sends_one_drawing(app: Flask, term: Term, phone: Phone) -> None:
    key = "k" * 32

    first, again = (send(phone, "drawing", send_key=key, drawing=a_png()) for _ in range(2))

    assert (first.status_code, first.location) == (303, again.location)
    assert rows(app, term, attachment) == rows(app, term, concern) == 1


def test_another_drawing_with_the_same_key_is_asked_about(phone: Phone) -> None:
    key = "k" * 32
    send(phone, "drawing", send_key=key, drawing=a_png())

    assert send(phone, "drawing", send_key=key, drawing=a_png(9, 9)).status_code == 409


def test_a_drawing_is_never_shown_again_and_can_be_deleted(app: Flask, term: Term, phone: Phone) -> None:
    send(phone, "any_way", "", drawing=a_png(), recording=A_WEBM)

    page, check = phone.get("q/any_way"), phone.get("check")

    for one in (page, check):
        assert "You drew something here. You said something here." in text_of(one, "main")
        assert "You wrote something here" not in one.text
        assert not soup(one).select("img, audio")
    delete = soup(page).select("form[action$=delete]")[0]
    assert phone.client.post(str(delete["action"]), data={"send_key": "k"}).status_code == 303
    assert rows(app, term, attachment) == 0
    assert rows(app, term, concern_file) == 2
    assert "You drew something" not in phone.get("q/any_way").text


def test_going_on_with_nothing_new_leaves_a_drawing_as_it_is(app: Flask, term: Term, phone: Phone) -> None:
    send(phone, "drawing", drawing=a_png())

    assert send(phone, "drawing").status_code == 303
    assert rows(app, term, attachment) == 1


def test_a_file_that_cannot_be_opened_loses_no_words(app: Flask, term: Term, phone: Phone) -> None:
    page = send(phone, "any_way", "My dog", drawing=b"%PDF-1.7")

    assert page.status_code == 400
    assert "We could not open that picture" in text_of(page, ".err")
    assert soup(page).select(".err a")[0]["href"] == "#answer-drawing"
    assert soup(page).select("#ask details")[0].has_attr("open")
    assert soup(page).select("textarea")[0].get_text().strip() == "My dog"
    assert rows(app, term, attachment) == 0


@pytest.mark.parametrize("size", [FILE_BYTES + 1, 2 * FILE_BYTES + 300_000])
@pytest.mark.parametrize("kind", ["drawing", "recording"])
def test_a_file_that_is_too_big_loses_no_words(app: Flask, term: Term, phone: Phone, kind: str, size: int) -> None:
    big = b"x" * size
    page = send(
        phone,
        "any_way",
        "My dog",
        drawing=big if kind == "drawing" else b"",
        recording=b"" if kind == "drawing" else big,
    )

    assert page.status_code in (400, 413)
    what = "picture" if kind == "drawing" else "recording"
    assert f"That {what} is too big. Choose one under 8 MB" in text_of(page, ".err")
    assert soup(page).select("textarea")[0].get_text().strip() == "My dog"
    assert rows(app, term, attachment) == 0


def test_words_beside_a_file_that_is_far_too_big_can_be_sent_on_their_own(app: Flask, term: Term, phone: Phone) -> None:
    page = send(phone, "any_way", "My dog", drawing=b"x" * (3 * FILE_BYTES))
    assert page.status_code == 413

    sent = phone.send(page, "My dog")

    assert sent.status_code == 303
    assert kept(app, term, "any_way").words == "My dog"


def test_a_page_of_words_takes_no_body_without_end(phone: Phone) -> None:
    for question in ("long", "one", "nowhere"):
        kind = "multipart/form-data; boundary=x"
        page = phone.client.post(phone.at(f"q/{question}"), data=b"x" * 5_000_000, content_type=kind)
        assert page.status_code == 413
    assert phone.client.post(phone.at("check"), data={"x": "x" * 300_000}).status_code == 413


def test_words_that_are_far_too_many_come_back_from_a_page_that_takes_files(phone: Phone) -> None:
    page = send(phone, "any_way", "x" * 600_000)

    assert page.status_code == 400
    assert len(soup(page).select("textarea")[0].get_text().strip()) == 600_000


def test_only_a_page_to_speak_on_may_ask_for_the_microphone(phone: Phone) -> None:
    for question in ("speaking", "any_way"):
        heads = phone.get(f"q/{question}").headers
        assert "microphone=(self)" in heads["Permissions-Policy"]
        assert "camera=()" in heads["Permissions-Policy"]
        assert "media-src 'self' blob:" in heads["Content-Security-Policy"]
    for path in ("q/drawing", "q/one", "q/long", "check", ""):
        assert USUAL in phone.get(path).headers["Permissions-Policy"]


def test_scripts_and_styles_for_drawing_come_only_where_something_is_drawn(phone: Phone) -> None:
    for question, scripts in (
        ("in_order", {"rank"}),
        ("shared_out", {"dots"}),
        ("drawing", {"draw"}),
        ("speaking", {"speak"}),
        ("any_way", {"draw", "speak"}),
        ("one", set()),
    ):
        page = phone.get(f"q/{question}")
        sources = {str(one["src"]).rpartition("/")[2].removesuffix(".js") for one in soup(page).select("script[src]")}
        assert sources & {"rank", "dots", "draw", "speak"} == scripts
        assert (".place" in page.text) == bool(scripts & {"rank", "dots"})


def test_withdrawing_takes_everything_that_was_drawn(app: Flask, term: Term, phone: Phone) -> None:
    send(phone, "any_way", "", drawing=a_png(), recording=A_WEBM)
    phone.finish()
    code = phone.receipt()
    client = phone.client

    asked = client.post("/receipt", data={**fields(client.get("/receipt")), "code": code})
    form = soup(asked).select_one("main form")
    assert form is not None
    client.post(str(form.get("action") or asked.request.path), data=fields(asked))

    assert rows(app, term, attachment) == 0
    assert rows(app, term, concern_file) == 2
