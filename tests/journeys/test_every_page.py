"""Every page that there is: axe finds nothing on a phone or a desk, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests import tour
from tests.furnished import Furnished
from tests.looking import TOO_WIDE, found_by_axe
from tests.serving import Server
from tests.table_tour import of_tables

Tour = Callable[[Page, Server, Furnished], Iterator[str]]
WIDTHS = (360, 1280)
NARROW = 320


@pytest.mark.parametrize(("walk", "pages"), [(tour.of_respondents, 38), (tour.of_staff, 30), (of_tables, 40)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    context: BrowserContext, page: Page, server: Server, furnished: Furnished, walk: Tour, pages: int
) -> None:
    problems, met = [], []
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)

    for name in walk(page, server, furnished):
        met.append(name)
        problems += [f"{name}: {problem}" for width in WIDTHS for problem in found_by_axe(page, width)]
        page.set_viewport_size({"width": NARROW, "height": 740})
        problems += [f"{name} at {NARROW}: {wide} is too wide" for wide in page.evaluate(TOO_WIDE)]

    assert not problems, "\n".join(problems)
    assert not errors
    assert len(set(met)) == len(met)
    assert len(met) >= pages


def test_axe_is_really_looking(page: Page, server: Server) -> None:
    page.goto(server.at("/"))
    page.evaluate("document.querySelector('#code').removeAttribute('id')")

    assert any("label" in problem for problem in found_by_axe(page, 360))


def test_sideways_scrolling_would_be_seen(page: Page, server: Server) -> None:
    page.goto(server.at("/"))
    page.set_viewport_size({"width": NARROW, "height": 740})
    page.evaluate("document.querySelector('h1').textContent = 'x'.repeat(200)")
    page.evaluate("document.querySelector('h1').setAttribute('class', 'nothing-breaks-this')")

    page.evaluate("document.querySelector('main').appendChild(document.createElement('hr')).width = 900")

    assert page.evaluate(TOO_WIDE)
