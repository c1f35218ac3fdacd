"""Blind double coding in a real browser: axe finds nothing, nothing scrolls sideways, and the keyboard does it all."""

from __future__ import annotations

from itertools import chain

from flask import Flask
from playwright.sync_api import Browser, Page, ViewportSize

from feedback_app.reviewing import seats
from tests.coding import ANA, CodingTable
from tests.feedback_app.coding.walk import of_the_officer, of_the_seats, serving_here
from tests.looking import TOO_WIDE, found_by_axe
from tests.term import AREA, Term

MOST_STOPS = 40
NARROW: ViewportSize = {"width": 320, "height": 740}
# one of each way to lay a page out: axe takes a third of a second for each
FOR_AXE = {
    "before they begin",
    "alone, nothing ticked",
    "where they saw it differently",
    "together, nothing ticked",
    "chosen together",
    "to draw, too few",
    "one is done",
    "figures",
    "figures, put away",
}


def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    app: Flask, term: Term, at_table: CodingTable, browser: Browser
) -> None:
    problems, met = [], []
    with serving_here(app) as at:
        ana, bo, bea = (browser.new_context(viewport=NARROW).new_page() for _ in range(3))
        seats_pages = of_the_seats(app, at_table, at, ana, bo)
        for name, page in chain(seats_pages, of_the_officer(app, term, at_table, at, bea)):
            met.append(name)
            found = found_by_axe(page, 320) if name in FOR_AXE else []
            problems += [f"{name}: {one}" for one in (*found, *page.evaluate(TOO_WIDE))]

    assert not problems, "\n".join(problems)
    assert set(met) > FOR_AXE
    assert len(met) == len(set(met)) == 32


def test_a_comment_is_sorted_by_keyboard_where_no_script_runs(
    app: Flask, at_table: CodingTable, browser: Browser
) -> None:
    with app.app_context():
        at_table.draw(5)
        token = seats.make_link(AREA, at_table.table.id, at_table.seats[ANA].id, staff_id=at_table.table.bea)
    with serving_here(app) as at:
        page = browser.new_context(java_script_enabled=False, viewport=NARROW).new_page()
        page.goto(f"{at}/table/come-in/{token}")
        for name in ("Sit down", "Sort on your own", "Begin", "I might know"):
            _tab_to(page, name)
            with page.expect_navigation():
                page.keyboard.press("Enter")
        assert "gone from this table" in page.content()
        page.goto(f"{at}/table/sort/2")
        page.locator("#chosen").focus()
        page.keyboard.press("Space")
        _tab_to(page, "These fit")
        with page.expect_navigation():
            page.keyboard.press("Enter")

    with app.app_context():
        first = at_table.alone().comments[0]
    assert (first.place, first.chosen) == (2, frozenset(at_table_themes(app, at_table)[:1]))


def at_table_themes(app: Flask, table: CodingTable) -> list[str]:
    with app.app_context():
        return list(table.themes)


def _tab_to(page: Page, name: str) -> None:
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.count() and (here.text_content() or "").strip().startswith(name):
            return
    raise AssertionError(f"no Tab leads to {name}")
