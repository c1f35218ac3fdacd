"""The page where sheets and calls are typed in: it says what is wrong, loses nothing, and keeps each sheet once."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app.storage.db import reading
from feedback_app.storage.tables import response
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.term import AREA, Term, open_for_a_month


@pytest.fixture
def code(app: Flask, term: Term) -> str:
    with app.app_context():
        return open_for_a_month("parent-carer", "parent_carer", channel="paper")


@pytest.fixture
def desk(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Bea"])


def at(code: str, way: str = "sheet") -> str:
    return f"/areas/{AREA}/typing/{code}/{way}"


def filled(page: TestResponse, **typed: str) -> dict[str, object]:
    """The page's form as a browser would send it, with what was typed."""
    form = soup(page).select_one("form[data-typing]")
    assert form is not None
    hidden = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}
    boxes = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=text]")}
    return {**hidden, **boxes, "language": "en", "number": "1", "agree": "1", **typed}


def how_many(app: Flask, term: Term) -> int:
    with app.app_context(), reading() as session:
        return len(session.execute(sa.select(response).where(response.c.area_id == term.area_id)).all())


def test_a_sheet_is_kept_and_its_code_shown_once_with_the_next_empty_page(
    app: Flask, term: Term, desk: FlaskClient, code: str
) -> None:
    page = desk.get(at(code))

    kept = desk.post(at(code), data=filled(page, n1="1", n2="3"))

    assert text_of(kept, "#done") == "Sheet 1 is kept"
    receipt = text_of(kept, ".code")
    assert [one.get("value") for one in soup(kept).select("[data-entry] input")].count("3") == 0
    assert how_many(app, term) == 1
    found = desk.post("/receipt", data={"code": receipt, **_token(desk)})
    assert found.status_code in (200, 303)


def _token(desk: FlaskClient) -> dict[str, object]:
    return {name: value for name, value in fields(desk.get("/receipt")).items() if name != "code"}


def test_what_is_not_clear_is_listed_beside_what_was_understood_and_nothing_is_lost(
    app: Flask, term: Term, desk: FlaskClient, code: str
) -> None:
    page = desk.get(at(code))

    wrong = desk.post(at(code), data=filled(page, number="7", n1="1", n2="77"))

    assert wrong.status_code == 400
    assert "Question 2: “7” is no answer here" in text_of(wrong, ".err")
    assert [str(soup(wrong).select(f"#{box}")[0]["value"]) for box in ("number", "n1", "n2")] == ["7", "1", "77"]
    assert "Read as: " in wrong.text
    assert how_many(app, term) == 0


def test_the_same_number_warns_and_another_sheet_with_it_can_be_kept(
    app: Flask, term: Term, desk: FlaskClient, code: str
) -> None:
    desk.post(at(code), data=filled(desk.get(at(code)), number="12", n1="1"))

    warned = desk.post(at(code), data=filled(desk.get(at(code)), number="12", n1="2"))
    kept = desk.post(at(code), data=filled(warned, number="12", again="y"))

    assert "typed in before" in text_of(warned, ".err")
    assert text_of(kept, "#done") == "Sheet 12 is kept"
    assert how_many(app, term) == 2


def test_enter_pressed_twice_is_one_sheet(app: Flask, term: Term, desk: FlaskClient, code: str) -> None:
    sent = filled(desk.get(at(code)), n1="1")

    codes = {text_of(desk.post(at(code), data=sent), ".code") for _ in range(2)}

    assert len(codes) == 1
    assert how_many(app, term) == 1


def test_a_sheet_without_a_yes_is_not_kept(app: Flask, term: Term, desk: FlaskClient, code: str) -> None:
    refused = desk.post(at(code), data=filled(desk.get(at(code)), agree="2", n1="1"))
    asked = desk.post(at(code), data=filled(desk.get(at(code)), agree="", n1="1"))

    assert text_of(refused, "#done") == "Nothing was kept"
    assert asked.status_code == 400
    assert "Do they want to take part?" in text_of(asked, ".err")
    assert how_many(app, term) == 0


def test_a_sheet_needs_a_number_and_a_call_needs_none(desk: FlaskClient, code: str) -> None:
    no_number = desk.post(at(code), data=filled(desk.get(at(code)), number=""))
    call = desk.post(at(code, "telephone"), data=filled(desk.get(at(code, "telephone"))))

    assert "Write a number on the sheet" in text_of(no_number, ".err")
    assert text_of(call, "#done") == "The call is kept"


def test_what_is_read_out_to_somebody_on_the_telephone_is_on_the_page(desk: FlaskClient, code: str) -> None:
    page = desk.get(at(code, "telephone"))

    assert "You can choose to take part." in page.text
    assert "when you press Next" not in page.text
    assert "We keep what you say when we have written it down." in page.text


def test_words_are_given_back_when_a_box_was_not_clear_but_not_after_the_sheet_is_kept(
    desk: FlaskClient, code: str
) -> None:
    page = desk.get(at(code))
    box = str(soup(page).select("[data-entry] textarea")[0]["name"])

    wrong = desk.post(at(code), data=filled(page, n1="77", **{box: "The driver sings"}))
    kept = desk.post(at(code), data=filled(wrong, n1="1", **{box: "The driver sings"}))

    assert "The driver sings" in wrong.text
    assert "The driver sings" not in kept.text


def test_the_language_of_one_sheet_stays_for_the_next(desk: FlaskClient, code: str) -> None:
    kept = desk.post(at(code), data=filled(desk.get(at(code)), language="pl", n1="1"))

    (chosen,) = soup(kept).select("#language option[selected]")
    assert chosen["value"] == "pl"


def test_who_may_not_type_is_refused_and_other_ways_are_not_there(app: Flask, term: Term, code: str) -> None:
    assert come_in(app, term.staff["Sam"]).get(at(code)).status_code == 403
    assert come_in(app, term.staff["Bea"]).get(at(code, "fax")).status_code == 404


def test_every_question_that_is_answered_has_a_box_in_the_order_of_the_sheet(desk: FlaskClient, term: Term) -> None:
    page = desk.get(at(term.families))

    numbers = [int(str(one["data-entry"])) for one in soup(page).select("[data-entry]")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 40


def test_words_come_back_beside_more_figures_than_python_reads(
    app: Flask, term: Term, desk: FlaskClient, code: str
) -> None:
    page = desk.get(at(code))
    box = str(soup(page).select("[data-entry] textarea")[0]["name"])

    unclear = desk.post(at(code), data=filled(page, n1="9" * 5_000, **{box: "The pool"}))

    assert unclear.status_code == 400
    assert "The pool" in unclear.text
    assert how_many(app, term) == 0
