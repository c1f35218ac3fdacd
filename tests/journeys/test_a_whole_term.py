"""The whole way of one answer: from a phone to the report that a commissioner reads, and out of it again."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page

from feedback_app import asking
from tests.closed_wave import QUOTABLE, say
from tests.furnished import CLOSES, Furnished
from tests.serving import Server
from tests.term import AREA

WAVE = "summer"
WORDS = "The warm water in the swimming pool is the best thing for my legs"
PATIENCE_SECONDS = 90  # the worker analyses and writes in a few; other work may be before it


def test_an_answer_goes_from_a_phone_to_the_report_and_out_of_it_again(
    browser: Browser, server: Server, furnished: Furnished
) -> None:
    code = a_wave_that_others_answered(furnished)
    phone, desk, board = (browser.new_context().new_page() for _ in range(3))

    receipt = answer(phone, server, code)
    type_command(server, "waves", "close", AREA, WAVE)
    release(desk, server, furnished)
    report = read(board, server, furnished)
    assert WORDS in report
    assert "Fewer than 10" in report or "fewer than 10" in report

    take_back(phone, server, receipt)
    wait_until(board, lambda: WORDS not in board.inner_text("main"), "the words leave the report")
    for page in (phone, desk, board):
        page.context.close()


def a_wave_that_others_answered(furnished: Furnished) -> str:
    with furnished.app.app_context():
        asking.make_wave(AREA, WAVE, "What we heard in summer", "Therapies", strategy_sets=["wexcombe"])
        code = asking.open_survey(AREA, WAVE, "therapy-satisfaction", "young_person_11_25", closes_on=CLOSES)
        for number, words in enumerate(QUOTABLE):
            # so few may be quoted that all stand on one page of the releaser, which shows some at a time
            permission = "yes" if number % 3 == 0 else "no"
            say(replace(furnished.term, therapy=code), words, permission=permission).send()
    return code


def answer(page: Page, server: Server, code: str) -> str:
    page.goto(server.at(f"/{code}"))
    page.get_by_label("Yes, I want to take part").check()
    page.get_by_role("button", name="Carry on").click()
    page.get_by_label("Physiotherapy").check()
    while "/q/" in page.url:
        if "/q/t10" in page.url:
            page.fill("textarea", WORDS)
        if page.url.endswith("/q/quote"):
            page.get_by_label("Yes", exact=True).check()
        with page.expect_navigation():
            page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Finish").click()
    return page.inner_text(".code")


def type_command(server: Server, *words: str) -> None:
    command = [str(Path(sys.executable).with_name("heard")), *words]
    subprocess.run(command, env={"HEARD_INSTANCE": str(server.settings.instance)}, check=True, timeout=60)


def release(page: Page, server: Server, furnished: Furnished) -> None:
    page.goto(server.at(furnished.link("Omar", f"/areas/{AREA}/quotes/{WAVE}")))
    page.get_by_role("button", name="Come in").click()
    wait_until(page, lambda: "Words to check" in page.inner_text("h1"), "the wave is analysed")
    mine = page.locator("main section").filter(has=page.locator("blockquote", has_text=WORDS))
    mine.get_by_label("Release these words").check()
    mine.get_by_role("button").first.click()
    page.locator(f"form[action$='{WAVE}/pack'] button").click()
    assert "being made" in page.inner_text("h1")


def read(page: Page, server: Server, furnished: Furnished) -> str:
    page.goto(server.at(furnished.link("Dana", f"/areas/{AREA}/reports/{WAVE}")))
    page.get_by_role("button", name="Come in").click()
    wait_until(page, lambda: page.locator("#summary").count() > 0, "the report is written")
    return page.inner_text("main")


def take_back(page: Page, server: Server, receipt: str) -> None:
    page.goto(server.at("/receipt"))
    page.fill("#code", receipt)
    page.get_by_role("button", name="Carry on").click()
    page.get_by_role("button", name="Yes, delete my answers").click()
    page.wait_for_url("**/receipt/deleted")


def wait_until(page: Page, is_so: Callable[[], bool], what: str) -> None:
    """Open the page again and again until it is so."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < end, f"{what}: not within {PATIENCE_SECONDS} seconds"
        time.sleep(0.5)
        page.reload()
