"""A young person answers: by keyboard alone, with JavaScript off, and with the back button."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.furnished import Furnished
from tests.respondents import told
from tests.serving import Server

CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}")
KEYBOARD_PRESSES = 60  # more than any page has stops


def words_of(page: Page, selector: str) -> str:
    return page.locator(selector).first.inner_text()


def tab_to(page: Page, what: str) -> None:
    """Press Tab until the focus is on an element that matches, as somebody without a mouse does."""
    for _ in range(KEYBOARD_PRESSES):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            assert page.evaluate("document.activeElement.getClientRects().length > 0"), f"{what} cannot be seen"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never comes to {what} on {page.url}")


def press_next(page: Page) -> None:
    tab_to(page, ".nav button.btn, main form button.btn")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def test_the_whole_visit_by_keyboard_alone(page: Page, server: Server, furnished: Furnished) -> None:
    page.goto(server.at("/"))
    tab_to(page, "#code")
    page.keyboard.type(furnished.young.lower())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/a/{furnished.young}/")
    tab_to(page, "input[name=agree]")
    page.keyboard.press("Space")
    assert page.is_checked("#agree-0")
    press_next(page)
    met = []
    while "/q/" in page.url:
        met.append(page.url.rpartition("/q/")[2])
        answer_by_keyboard(page, met[-1])
        press_next(page)
    assert page.url.endswith("/check")
    tab_to(page, "main > * .nav button.btn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt")

    assert CODE.fullmatch(words_of(page, ".code"))
    assert met[0] == "t1"
    assert met[-1] == "who"
    assert "t10/physiotherapy" in met


def answer_by_keyboard(page: Page, question: str) -> None:
    if page.locator("textarea").count():
        tab_to(page, "textarea")
        page.keyboard.type("The warm pool")
    elif question == "t1":
        tab_to(page, "input[value=physiotherapy]")
        page.keyboard.press("Space")
        assert page.is_checked("input[value=physiotherapy]")
    elif question.startswith("t2/"):
        tab_to(page, "input[type=radio]")
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        assert page.is_checked("input[value='7']") or page.is_checked("input[value='6']")
    elif question == "quote":
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        assert page.is_checked("input[value=yes]")


def test_the_skip_link_is_the_first_stop_and_leads_to_the_question(
    page: Page, server: Server, furnished: Furnished
) -> None:
    page.goto(server.at(f"/a/{furnished.young}/"))

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.matches('a.skip')")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_the_focus_can_always_be_seen(page: Page, server: Server, furnished: Furnished) -> None:
    page.goto(server.at(f"/a/{furnished.young}/"))

    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # past the last stop
        seen = page.evaluate(
            """() => {
                const here = document.activeElement, label = here.labels && here.labels[0];
                return [here, label].filter(Boolean).some(one => {
                    const style = getComputedStyle(one);
                    return style.outlineStyle !== "none" || style.boxShadow !== "none";
                });
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


@pytest.fixture
def without_javascript(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()


def test_the_whole_visit_with_javascript_off(without_javascript: Page, server: Server, furnished: Furnished) -> None:
    page = without_javascript
    page.goto(server.at(f"/{furnished.young}"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    while "/q/" in page.url:
        if page.url.endswith("/t1"):
            page.check("input[value=physiotherapy]")
        if page.locator("textarea").count():
            page.fill("textarea", "The warm pool")
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Finish").click()
    code = words_of(page, ".code")
    assert CODE.fullmatch(code)

    page.goto(server.at("/receipt"))
    page.fill("#code", code)
    page.get_by_role("button").first.click()
    page.get_by_role("button", name="Yes, delete my answers").click()

    assert page.url.endswith("/receipt/deleted")
    page.context.close()


def test_the_back_button_brings_no_words_back(page: Page, server: Server, furnished: Furnished) -> None:
    page.goto(server.at(f"/a/{furnished.young}/"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    page.check("input[value=none-yet-still-waiting]")
    with page.expect_navigation():
        page.get_by_role("button", name="Next").click()
    page.goto(server.at(f"/a/{furnished.young}/q/t11"))
    page.fill("textarea", "The swimming pool")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url(lambda url: not url.endswith("/t11"))

    page.go_back()

    assert page.url.endswith("/q/t11")
    assert page.input_value("textarea") == ""
    assert "swimming" not in page.content()


def test_pressing_next_many_times_at_once_keeps_one_answer(page: Page, server: Server, furnished: Furnished) -> None:
    page.goto(server.at(f"/a/{furnished.young}/"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    with furnished.app.app_context():
        before = len(told(furnished.term.area_id))
    page.check("input[value=occupational-therapy]")

    page.evaluate(
        """() => {
            const form = document.querySelector("main form"), sent = new URLSearchParams(new FormData(form));
            return Promise.all([1, 2, 3, 4, 5].map(() => fetch(form.action, {method: "POST", body: sent})));
        }"""
    )
    page.get_by_role("button", name="Next").dblclick()

    with furnished.app.app_context():
        assert len(told(furnished.term.area_id)) == before + 1
