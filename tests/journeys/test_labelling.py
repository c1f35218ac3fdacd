"""Saying which promise words speak to: by keyboard alone, in a browser that runs no script."""

from __future__ import annotations

from playwright.sync_api import Browser

from feedback_app.sitting import sitting_of
from tests.furnished import Furnished
from tests.serving import Server
from tests.term import AREA, WAVE

MOST_STOPS = 40


def test_a_promise_gets_its_yes_by_keyboard_without_a_script(
    browser: Browser, server: Server, furnished: Furnished
) -> None:
    with furnished.app.app_context():
        parts = sitting_of(AREA, WAVE, staff_id=furnished.term.staff["Bea"]).parts
    suggested = next(number for number, part in enumerate(parts, start=1) if part.suggestions)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 740})
    page = context.new_page()
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/promises/{WAVE}")))
    with page.expect_navigation():
        page.locator("main form button").first.press("Enter")

    for name in (f"Look at this: words {suggested}", "Yes, it speaks to"):
        for _ in range(MOST_STOPS):
            page.keyboard.press("Tab")
            if (page.locator(":focus").text_content() or "").startswith(name):
                break
        with page.expect_navigation():
            page.keyboard.press("Enter")
    context.close()

    with furnished.app.app_context():
        assert sitting_of(AREA, WAVE, staff_id=furnished.term.staff["Bea"]).yes == 1
