"""Anybody can ask for another format, on every page; staff see it once and deal with it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import audit, concern, format_request
from tests.desk import come_in
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import WORRYING
from tests.term import AREA, Term


def kept(app: Flask, term: Term) -> list[Record]:
    with app.app_context(), reading() as session:
        found = sa.select(format_request).where(format_request.c.area_id == term.area_id)
        return list(session.execute(found).all())


def ask(phone: Phone, **more: object) -> None:
    page = phone.get("format")
    asked = phone.client.post(phone.at("format"), data={**fields(page), **more})
    assert asked.status_code == 303
    assert phone.client.get(asked.headers["Location"]).status_code == 200


@pytest.mark.parametrize("path", ["", "words", "q/t1", "check"])
def test_every_page_leads_to_it(phone: Phone, path: str) -> None:
    phone.agree()

    links = [str(one["href"]) for one in soup(phone.get(path)).select(".foot a")]

    assert phone.at("format") in links


def test_what_was_asked_for_is_kept_once_and_sealed(app: Flask, phone: Phone, term: Term) -> None:
    page = phone.get("format")
    sent = {**fields(page), "formats": ["bsl", "braille", "unicorn"], "note": "Please", "reach": "07700 900123"}
    for _ in range(2):
        phone.client.post(phone.at("format"), data=sent)

    (row,) = kept(app, term)

    assert row.formats == ["bsl", "braille"]
    assert "Please" not in repr(row.note)
    assert "07700" not in repr(row.reach)


def test_nothing_chosen_and_nothing_written_is_asked_again(phone: Phone) -> None:
    page = phone.get("format")

    again = phone.client.post(phone.at("format"), data=fields(page))

    assert again.status_code == 400
    assert "Choose at least one" in text_of(again, ".err")


def test_changing_the_layer_loses_nothing_of_it(app: Flask, phone: Phone, term: Term) -> None:
    page = phone.get("format")

    again = phone.client.post(
        phone.at("format"), data={**fields(page), "formats": ["bsl"], "note": "At school", "read-layer": "easy"}
    )

    assert text_of(again, "#note") == "At school"
    assert [one["value"] for one in soup(again).select("input[name=formats][checked]")] == ["bsl"]
    assert kept(app, term) == []


def test_worrying_words_there_are_a_concern_that_the_lead_can_open(app: Flask, phone: Phone, term: Term) -> None:
    ask(phone, formats=["paper"], note=WORRYING)

    with app.app_context(), reading() as session:
        held = session.execute(sa.select(concern).where(concern.c.area_id == term.area_id)).one()
    page = come_in(app, term.staff["Priya"]).get(f"/areas/{AREA}/concerns/{held.reference}")
    assert "Ask for another format" in page.text


def test_staff_deal_with_it_and_its_words_go(app: Flask, phone: Phone, term: Term) -> None:
    ask(phone, formats=["large_print"], note="The big one", reach="Sam at school")
    desk = come_in(app, term.staff["Bea"])
    listed = desk.get(f"/areas/{AREA}/formats/")
    (link,) = soup(listed).select(".queue a")

    opened = desk.get(str(link["href"]))
    desk.post(str(link["href"]), data=fields(opened))

    assert "Large print" in link.get_text()
    assert "Sam at school" not in listed.text
    assert "Sam at school" in opened.text
    (row,) = kept(app, term)
    assert (row.note, row.reach, row.dealt_by) == (None, None, term.staff["Bea"])
    with app.app_context(), reading() as session:
        noted = session.execute(sa.select(audit.c.what).where(audit.c.area_id == term.area_id)).scalars().all()
    assert "format request opened" in noted


def test_a_page_without_a_survey_asks_for_the_code(phone: Phone) -> None:
    page = phone.client.get("/format")

    went = phone.client.post("/format", data={**fields(page), "code": phone.code.lower()})

    assert went.headers["Location"] == phone.at("format")
    assert phone.client.post("/format", data={"code": "nothing"}).status_code == 400


def test_words_that_are_far_too_many_come_back_there_too(phone: Phone) -> None:
    page = phone.client.post(phone.at("format"), data={**fields(phone.get("format")), "note": "x" * 300_000})

    assert page.status_code == 400
    assert text_of(page, "#note") == "x" * 300_000
