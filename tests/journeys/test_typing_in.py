"""Forty invented sheets are typed by keyboard alone, and the keys are counted: forty must fit in ten minutes."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Sequence

import sqlalchemy as sa
from playwright.sync_api import Browser, Page

from feedback_app import asking
from feedback_app.storage.db import reading
from feedback_app.storage.tables import answer, opening, response, today
from tests.furnished import OPEN_WAVE, Furnished
from tests.serving import Server
from tests.term import AREA

SHEETS = 40
KEYS_A_SECOND = 4  # somebody who types slowly: 48 words a minute
SECONDS = 600
WROTE = "The bus is late and nobody tells us"


def open_paper(furnished: Furnished) -> str:
    with furnished.app.app_context():
        closes_on = today() + dt.timedelta(days=20)
        return asking.open_survey(
            AREA, OPEN_WAVE, "therapy-satisfaction-child", "child_5_10", closes_on=closes_on, channel="paper"
        )


def type_sheet(page: Page, number: int) -> int:
    """One sheet of the child's survey, as a typist does it; the number of keys pressed."""
    keys = 0

    def press(*names: str) -> None:
        nonlocal keys
        for name in names:
            page.keyboard.press(name)
            keys += 1

    def type_words(words: str) -> None:
        nonlocal keys
        page.keyboard.type(words)
        keys += len(words)

    type_words(str(number))
    press("Tab", "1", "Tab")
    boxes: Sequence[str] = page.eval_on_selector_all(
        "[data-entry] input, [data-entry] textarea", "all => all.map(one => one.tagName)"
    )
    for place, box in enumerate(boxes):
        if box == "TEXTAREA":
            type_words(WROTE if place % 2 else "?")
        else:
            press(str(1 + (number + place) % 3))
        press("Tab" if place < len(boxes) - 1 else "Enter")
    return keys


def test_forty_sheets_are_typed_by_keyboard_alone(page: Page, server: Server, furnished: Furnished) -> None:
    code = open_paper(furnished)
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/typing/{code}/sheet")))
    page.click("main button")
    keys, began = [], time.monotonic()

    for number in range(1, SHEETS + 1):
        page.wait_for_selector("#number:focus")
        keys.append(type_sheet(page, number))
        page.wait_for_selector(f"#done:has-text('Sheet {number} is kept')")

    machine = time.monotonic() - began
    needed = sum(keys) / KEYS_A_SECOND
    print(f"{SHEETS} sheets: {sum(keys)} keys, {max(keys)} at most; at {KEYS_A_SECOND} a second {needed:.0f} s; "
          f"the machine took {machine:.1f} s")  # fmt: skip
    assert needed <= SECONDS
    kept = kept_by(furnished, code)
    assert len(kept) == SHEETS
    assert set(kept.values()) == {page.locator("[data-entry]").count()}


def kept_by(furnished: Furnished, code: str) -> Counter[str]:
    """How many answers each response from a sheet has."""
    area_id = furnished.term.area_id
    found = (
        sa.select(answer.c.response_id)
        .join(response, response.c.id == answer.c.response_id)
        .join(opening, opening.c.id == response.c.opening_id)
        .where(*(table.c.area_id == area_id for table in (answer, response, opening)))
        .where(response.c.kind == "sheet", opening.c.code == code)
    )
    with furnished.app.app_context(), reading() as session:
        return Counter(session.execute(found).scalars())


def test_a_sheet_is_typed_without_javascript(browser: Browser, server: Server, furnished: Furnished) -> None:
    code = open_paper(furnished)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/typing/{code}/sheet")))
    page.click("main button")
    page.click("#number")

    for number in (1, 2):  # after the first, the page opens at its next empty sheet: one Tab leads to its number
        page.keyboard.type(str(number))
        for key in ("Tab", "1", "Tab", "2", "Enter"):
            page.keyboard.press(key)
        page.wait_for_selector(f"#done:has-text('Sheet {number} is kept')")
        page.keyboard.press("Tab")

    assert page.locator("#number:focus").count() == 1
    context.close()
