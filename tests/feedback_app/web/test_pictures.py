"""Pictures beside questions and options: ours, or the council's own, never without words."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from feedback_app.config import Settings
from surveys.pictures import load_pictures
from tests.phone import Phone, fields, soup
from tests.term import AREA, Term, open_for_a_month

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def child(app: Flask, phone: Phone, term: Term) -> Phone:
    with app.app_context():
        code = open_for_a_month("child-5-10-easy-read", "child_5_10")
    younger = Phone(phone.client, code)
    younger.agree()
    return younger


@pytest.fixture
def symbols(settings: Settings) -> Path:
    folder = Path(settings.instance) / "symbols" / AREA
    folder.mkdir(parents=True)
    (folder / "listening.svg").write_text(SVG)
    return folder


def test_every_picture_has_a_drawing_in_our_own_line(app: Flask) -> None:
    folder = Path(app.root_path) / "templates" / "pictures"
    drawn = {file.stem: file.read_text() for file in folder.glob("*.svg")}

    assert set(drawn) == set(load_pictures().pictures)
    for name, svg in drawn.items():
        assert 'stroke="currentColor"' in svg, name
        assert "#" not in svg, f"{name} has a colour of its own"
        assert "script" not in svg, name


def test_a_child_sees_a_picture_that_says_what_it_shows(child: Phone) -> None:
    (picture,) = soup(child.get("q/c1")).select("legend .pic")

    assert picture["aria-label"] == load_pictures().pictures["listening"].alt


def test_options_have_pictures_where_the_reader_wants_pictures(phone: Phone) -> None:
    phone.agree()
    page = phone.get("q/t1")

    again = phone.client.post(phone.at("q/t1"), data={**fields(page), "read-layer": "pictures"})

    assert not soup(page).select(".choice .pic")
    hidden = [one.get("aria-hidden") for one in soup(again).select(".choice .pic")]
    assert hidden
    assert set(hidden) == {"true"}


def test_a_councils_own_symbol_is_shown_in_place_of_ours(child: Phone, symbols: Path) -> None:
    (symbols / "LICENCE.txt").write_text("Licensed to Wexcombe Council")

    (picture,) = soup(child.get("q/c1")).select("legend img")

    assert picture["alt"] == load_pictures().pictures["listening"].alt
    sent = child.client.get(str(picture["src"]))
    assert sent.mimetype == "image/svg+xml"
    assert "sandbox" in sent.headers["Content-Security-Policy"]
    assert "script-src" not in sent.headers["Content-Security-Policy"]


def test_a_symbol_without_its_licence_is_not_shown(child: Phone, symbols: Path) -> None:
    assert not soup(child.get("q/c1")).select("legend img")
    assert child.get("symbols/listening").status_code == 404


@pytest.mark.parametrize("name", ["..", "%2e%2e%2fLICENCE", "LICENCE", "learning"])
def test_no_other_file_is_given_out(child: Phone, symbols: Path, name: str) -> None:
    (symbols / "LICENCE.txt").write_text("Licensed")

    assert child.get(f"symbols/{name}").status_code in (308, 404)
