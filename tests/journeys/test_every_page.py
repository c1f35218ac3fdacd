"""Every page that there is: axe finds nothing on a phone or a desk, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests import tour
from tests.furnished import Furnished
from tests.looking import TOO_WIDE, found_by_axe
from tests.serving import Server
from tests.walked import NARROW, nothing_is_wrong

Tour = Callable[[Page, Server, Furnished], Iterator[str]]


@pytest.mark.parametrize(("walk", "pages"), [(tour.of_respondents, 38), (tour.of_staff, 32)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, server: Server, furnished: Furnished, walk: Tour, pages: int
) -> None:
    nothing_is_wrong(page, walk(page, server, furnished), pages)


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
