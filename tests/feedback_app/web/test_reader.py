"""A reader chooses how pages look: kept for the visit, and switching loses nothing that was typed or ticked."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app.storage.db import reading
from feedback_app.storage.tables import answer
from feedback_app.web.reader import COOKIE
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import told
from tests.term import Term


def chosen(page: TestResponse) -> dict[str, str]:
    """What the panel says is chosen."""
    panel = soup(page).select_one(".read")
    assert panel is not None
    pressed = {str(one["name"]): str(one["value"]) for one in panel.select("button[aria-pressed=true]")}
    return pressed | {
        str(pick["name"]): str(one["value"]) for pick in panel.select("select") for one in pick.select("[selected]")
    }


def root(page: TestResponse) -> dict[str, object]:
    html = soup(page).html
    assert html is not None
    return dict(html.attrs)


def switch(page: TestResponse, phone: Phone, **more: object) -> TestResponse:
    """Press a button of the panel on a page with a form."""
    return phone.client.post(page.request.path, data={**fields(page), **more})


@pytest.fixture
def begun(phone: Phone) -> Phone:
    phone.agree()
    phone.answer("t1", "physiotherapy")
    return phone


@pytest.mark.parametrize("path", ["", "words", "q/t1", "q/t10/physiotherapy", "check"])
def test_the_panel_stands_on_every_page_with_every_choice(begun: Phone, path: str) -> None:
    page = begun.get(path)

    names = {str(one["name"]) for one in soup(page).select(".read button, .read select")}
    assert names == {f"read-{one}" for one in ("layer", "use", "size", "space", "letters", "colours", "calm")}


def test_what_is_chosen_on_one_page_is_so_on_the_next(begun: Phone) -> None:
    page = begun.get("q/t1")

    switch(page, begun, **{"read-use": "1", "read-size": "biggest", "read-colours": "dark", "read-calm": "on"})

    after = begun.get("words")
    assert root(after) == {"lang": "en-GB", "data-size": "biggest", "data-calm": "on", "data-colours": "dark"}
    assert chosen(after)["read-size"] == "biggest"


@pytest.fixture
def at_the_start(phone: Phone) -> Phone:
    phone.agree()
    return phone


def test_ticks_come_back_in_the_new_layer_and_are_not_kept(at_the_start: Phone, app: Flask, term: Term) -> None:
    page = at_the_start.get("q/t1")

    again = switch(page, at_the_start, answer=["physiotherapy", "occupational-therapy"], **{"read-layer": "easy"})

    assert again.status_code == 200
    ticked = {str(one["value"]) for one in soup(again).select("input[name=answer][checked]")}
    assert ticked == {"physiotherapy", "occupational-therapy"}
    assert chosen(again)["read-layer"] == "easy"
    with app.app_context():
        assert told(term.area_id) == []


def test_half_written_words_come_back_and_are_neither_kept_nor_counted_as_wrong(
    begun: Phone, app: Flask, term: Term
) -> None:
    page = begun.get("q/t10/physiotherapy")
    words = "The pool is " + "very " * 400  # more than the box takes

    again = switch(page, begun, answer=words, **{"read-use": "1", "read-size": "bigger"})

    assert again.status_code == 200
    assert text_of(again, "textarea") == words.strip()
    assert not soup(again).select(".err")
    assert again.headers["Cache-Control"] == "no-store"
    with app.app_context():
        assert [one.question for one in told(term.area_id)] == ["t1"]
    assert "pool" not in begun.client.get_cookie(COOKIE).value  # type: ignore[union-attr]  # it is there


def test_the_layer_is_stored_with_each_answer(begun: Phone, app: Flask, term: Term) -> None:
    again = switch(begun.get("q/t10/physiotherapy"), begun, answer="The pool", **{"read-layer": "pictures"})

    begun.send(again, "The pool is warm")

    with app.app_context(), reading() as session:
        rows = session.execute(sa.select(answer).where(answer.c.area_id == term.area_id)).all()
    assert [(row.question, row.layer, row.language) for row in rows] == [
        ("t1", "standard", "en"),
        ("t10", "pictures", "en"),
    ]
    with app.app_context():
        assert told(term.area_id)[1].words == "The pool is warm"


def test_the_choice_to_take_part_comes_back(phone: Phone, term: Term) -> None:
    page = phone.get()

    again = switch(page, phone, agree="yes", **{"read-layer": "easy"})

    assert [one["value"] for one in soup(again).select("input[name=agree][checked]")] == ["yes"]
    assert phone.get("q/t1").status_code == 400  # nothing was started: this phone has no place yet


def test_how_to_reach_somebody_comes_back(begun: Phone) -> None:
    again = switch(begun.get("reach"), begun, reach="Mum's phone", **{"read-use": "1"})

    assert text_of(again, "textarea") == "Mum's phone"


def test_a_page_without_a_form_leads_back_to_itself(client: FlaskClient) -> None:
    page = client.get("/words")

    went = client.post("/reading", data={**panel_fields(page), "read-layer": "easy", "read-space": "wider"})

    assert (went.status_code, went.headers["Location"]) == (303, "/words")
    assert root(client.get("/words"))["data-space"] == "wider"


@pytest.mark.parametrize(
    "back",
    [
        "",
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/words\\",
        "/\t/elsewhere.example",
        "/\r/elsewhere.example",
        "/\n/elsewhere.example",
        "/\0words",
        "\t//elsewhere.example",
    ],
)
def test_the_panel_never_leads_to_another_site(client: FlaskClient, back: str) -> None:
    went = client.post("/reading", data={"read-use": "1", "back": back})

    assert went.headers["Location"] == "/"


def test_a_receipt_code_is_still_there_after_switching(begun: Phone) -> None:
    begun.finish()
    code = begun.receipt()
    page = begun.client.post("/receipt", data={"code": code})

    again = begun.client.post("/receipt", data={**fields(page), "read-layer": "easy"})

    assert fields(again)["code"] == code


def test_words_that_could_not_be_kept_are_given_back_again_after_switching(
    begun: Phone, app: Flask, term: Term
) -> None:
    page = begun.get("q/t10/physiotherapy")
    begun.client.delete_cookie(f"heard-{begun.code}", path=begun.at())
    lost = begun.send(page, "The pool is warm")

    again = switch(lost, begun, **{"read-use": "1", "read-size": "bigger"})

    assert text_of(again, ".said .words") == "The pool is warm"


@pytest.mark.parametrize("cookie", ["size-enormous.layer-<b>", "", "....", "size", "language-xx.layer-easy-easy"])
def test_a_cookie_that_we_never_made_counts_as_no_choice(client: FlaskClient, cookie: str) -> None:
    client.set_cookie(COOKIE, cookie)

    assert root(client.get("/words")) == {"lang": "en-GB"}


def test_the_cookie_holds_choices_alone_and_goes_with_the_visit(client: FlaskClient) -> None:
    went = client.post("/reading", data={"read-use": "1", "read-size": "bigger", "back": "/"})

    cookie = went.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=layer-words.size-bigger.space-normal.letters-normal.colours-phone.calm-off")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie


def test_the_enter_key_still_presses_next(begun: Phone) -> None:
    page = soup(begun.get("q/t1"))

    first = page.select("button[form=ask], #ask button")[0]

    assert first.get_text() == "Next"
    assert not first.get("name")


def test_the_easier_letters_are_fetched_by_those_who_choose_them_alone(client: FlaskClient) -> None:
    plain = client.get("/words").text
    client.post("/reading", data={"read-use": "1", "read-letters": "easier", "back": "/"})

    page = soup(client.get("/words"))
    (sheet,) = page.select("link[rel=stylesheet]")

    assert "letters.css" not in plain
    assert "lexend-400.woff2" in client.get(str(sheet["href"])).text


def panel_fields(page: TestResponse) -> dict[str, str]:
    return {str(one["name"]): str(one["value"]) for one in soup(page).select("#reading input[type=hidden]")}
