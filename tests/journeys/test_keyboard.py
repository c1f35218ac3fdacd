"""One question of every kind by keyboard alone, at a desk and at 400 % zoom, where a desk's window is 320 px wide."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests import tour
from tests.focus import problems_of_tabbing
from tests.furnished import Furnished
from tests.serving import Server

DESK = {"width": 1280, "height": 1024}
ZOOMED = {"width": 320, "height": 256}  # the same window at 400 %


@pytest.mark.parametrize(
    ("window", "audience"), [(DESK, "young"), (ZOOMED, "child")], ids=["young-at a desk", "child-at 400 %"]
)
def test_the_keyboards_place_is_always_seen_and_never_covered(
    page: Page, server: Server, furnished: Furnished, window: dict[str, int], audience: str
) -> None:
    page.set_viewport_size({"width": window["width"], "height": window["height"]})
    code = furnished.kinds if audience == "young" else furnished.kinds_child

    problems, met = [], []
    for name in tour.of_kinds(page, server, code):
        met.append(name)
        problems += [f"{name}: {problem}" for problem in problems_of_tabbing(page)]

    assert not problems, "\n".join(problems)
    assert len(met) > 15


def test_a_ring_that_is_gone_or_covered_would_be_seen(page: Page, server: Server) -> None:
    page.goto(server.at("/"))
    assert not problems_of_tabbing(page)

    page.evaluate("document.querySelector('.leave').classList.add('gone')")
    page.evaluate("document.adoptedStyleSheets = [new CSSStyleSheet()]")
    page.evaluate("document.adoptedStyleSheets[0].replaceSync('.gone{outline:none!important}')")
    assert any("no ring" in problem for problem in problems_of_tabbing(page))

    page.evaluate("document.adoptedStyleSheets[0].replaceSync('header{position:fixed;inset:0;z-index:9;height:60%}')")
    assert any("is covered by" in problem for problem in problems_of_tabbing(page))

    page.evaluate("document.adoptedStyleSheets[0].replaceSync('main{width:3000px}')")
    assert any("too wide" in problem for problem in problems_of_tabbing(page))
