"""What every page of every survey weighs: enough for a phone in poor signal, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.web.reader import CHOICES, COOKIE
from surveys import load_library, load_survey, showable
from tests.furnished import EVERY_KIND
from tests.term import Term, open_for_a_month
from tests.walking import walk
from tests.weighing import Loads, loads_of, weight, with_imports

FIRST_PAGE = 14_000
LATER_PAGE = 8_000
AFTERWARDS = 16_000  # fonts, symbols and scripts together
TURNS = range(5)

ASKED = re.compile('data-question="([^"]*)"')
SURVEYS = {
    f"{survey.id} for {audience}": (EVERY_KIND if survey.id == "every-kind" else survey.id, audience)
    for survey in (*load_library().values(), load_survey(EVERY_KIND))
    if not showable(survey)
    for audience in survey.audiences
}
LAYERS = CHOICES["layer"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was sent: where it is, and its whole HTML."""

    path: str
    html: str


def pages_of(app: Flask, survey: str, audience: str) -> Iterator[Shown]:
    """Every page of a survey, met by answering it in different ways, in each layer, until every question was asked."""
    code = open_for_a_month(survey, audience)
    asked_of_them = load_survey(survey).for_audience(audience)
    wanted = {question.id for question in asked_of_them.questions}
    for turn in TURNS:
        client = FlaskClient(app, app.response_class)
        client.set_cookie(COOKIE, f"layer-{LAYERS[turn % len(LAYERS)]}")
        for page in walk(client, code, turn):
            assert page.status_code == 200, page.request.path
            wanted -= {id for ids in ASKED.findall(page.text) for id in ids.split()}
            yield Shown(page.request.path, page.text)
        if not wanted and turn >= len(LAYERS) - 1:
            return
    raise AssertionError(f"nobody was asked {wanted}")


@pytest.mark.parametrize("name", SURVEYS)
def test_no_page_is_too_heavy_and_the_first_can_be_used_at_once(app: Flask, term: Term, name: str) -> None:
    with app.app_context():
        pages = list(pages_of(app, *SURVEYS[name]))

    welcome, first, *later = pages
    for page in (welcome, first):
        assert weight(page.html.encode()) <= FIRST_PAGE, page.path
        assert not loads_of(page.html).waits_for, page.path
    assert not {page.path: bytes for page in later if (bytes := weight(page.html.encode())) > LATER_PAGE}
    assert any(page.path.endswith("/receipt") for page in later)
    loads = {loads_of(page.html): page.path for page in pages}
    assert not {path: bytes for one, path in loads.items() if (bytes := weight_afterwards(app, one)) > AFTERWARDS}


def weight_afterwards(app: Flask, loads: Loads) -> int:
    """What a browser fetches after the page: its scripts with all that they import, its pictures and its fonts."""
    client = FlaskClient(app, app.response_class)
    besides = {address: client.get(address, buffered=True).data for address in loads.besides}
    return sum(map(weight, (with_imports(client, loads.scripts) | besides).values()))


def test_a_page_that_waits_for_a_stylesheet_or_a_script_would_be_seen() -> None:
    for slow in (
        '<link rel="stylesheet" href="/static/a.css">',
        '<script src="/static/a.js"></script>',
        "<style>@import '/static/a.css';</style>",
    ):
        assert loads_of(slow).waits_for
    at_once = '<link rel="icon" href="data:,"><script src="/static/a.js" type="module"></script>'
    assert not loads_of(at_once).waits_for


def test_whatever_a_page_fetches_by_itself_would_be_weighed() -> None:
    page = """<style>@font-face { src: url("/static/lexend.woff2") }</style><img src="/static/pool.svg" alt="">
        <svg><use href="/static/icons.svg#pool"/></svg><audio src="/static/hear.mp3"></audio><a href="/help">Help</a>
        <audio preload="none" src="/static/later.mp3"></audio><img src="data:image/png;base64,AA" alt="">"""

    assert list(loads_of(page).besides) == [
        "/static/hear.mp3",
        "/static/icons.svg#pool",
        "/static/lexend.woff2",
        "/static/pool.svg",
    ]


def test_a_script_is_weighed_with_all_that_it_imports() -> None:
    app = Flask(__name__, static_folder=None)
    files = {
        "one": 'import { a } from "./two.js";\nimport("./three.js");',
        "two": "export const a = 1;",
        "three": 'export { b } from "./four.js";',
        "four": "export const b = 2;",
    }
    app.add_url_rule("/f/<name>.js", "f", lambda name: files[name])

    found = with_imports(app.test_client(), ["/f/one.js"])

    assert sorted(found) == ["/f/four.js", "/f/one.js", "/f/three.js", "/f/two.js"]
