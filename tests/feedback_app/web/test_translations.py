"""A draft is read beside its English, and approved in the name of somebody who speaks the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import translating
from tests.desk import come_in
from tests.phone import fields, soup
from tests.term import AREA, Term
from tests.translated import give_urdu

PAGE = f"/areas/{AREA}/translations/ur/therapy-satisfaction%201"


@pytest.fixture
def desk(app: Flask, term: Term, tmp_path: Path) -> FlaskClient:
    give_urdu(app, tmp_path)
    return come_in(app, term.staff["Bea"])


def approved_by(app: Flask) -> set[str]:
    with app.app_context():
        return {one.speaker for one in translating.drafts(AREA) if one.speaker}


def test_both_languages_stand_side_by_side_each_in_its_own_direction(desk: FlaskClient) -> None:
    page = soup(desk.get(PAGE))

    row = next(one for one in page.select("tbody tr") if "t10, words" in one.get_text())
    english, urdu = row.select("td")
    assert (english["lang"], english["dir"]) == ("en-GB", "ltr")
    assert (urdu["lang"], urdu["dir"], urdu.get_text()) == ("ur", "rtl", "کیا اچھا ہے؟")


def test_a_speaker_is_named_and_can_be_taken_back(app: Flask, desk: FlaskClient) -> None:
    desk.post(PAGE, data={**fields(desk.get(PAGE)), "speaker": "Amina Khan"})
    named = approved_by(app)

    desk.post(PAGE, data={**fields(desk.get(PAGE)), "withdraw": "1"})

    assert named == {"Amina Khan"}
    assert approved_by(app) == set()


@pytest.mark.parametrize("nobody", ["", " ", "\u200b", "\u2060\u00ad \u200b", "\u3164", "\u2800", "7", "-"])
def test_nobody_approves_without_a_name(app: Flask, desk: FlaskClient, nobody: str) -> None:
    page = desk.post(PAGE, data={**fields(desk.get(PAGE)), "speaker": nobody})

    assert page.status_code == 400
    assert approved_by(app) == set()


def test_a_name_may_be_in_any_letters(app: Flask, desk: FlaskClient) -> None:
    desk.post(PAGE, data={**fields(desk.get(PAGE)), "speaker": "آمنہ خان"})

    assert approved_by(app) == {"آمنہ خان"}


def test_the_list_says_what_is_a_draft(desk: FlaskClient) -> None:
    listed = soup(desk.get(f"/areas/{AREA}/translations/"))

    assert "Draft. Nobody reads it." in listed.get_text()
    assert soup(desk.get("/staff")).select(f"a[href='/areas/{AREA}/translations/']")
