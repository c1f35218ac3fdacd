"""A signal that goes: what is said is sealed on the phone, the survey goes on, and everything arrives once."""

from __future__ import annotations

import json
import re
import time

import pytest
import sqlalchemy as sa
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from feedback_app import answering, asking
from feedback_app.storage.db import reading
from feedback_app.storage.tables import answer, response
from tests.furnished import CLOSES, OPEN_WAVE, Furnished
from tests.respondents import told
from tests.serving import Server
from tests.term import AREA

WORDS = "The hoist frightens me and nobody listens"
ONLY_HERE = "Nobody can see this yet. It is only on this phone."
DUMP = """async () => {
  const said = { stored: [], caches: [], local: {...localStorage}, session: {...sessionStorage} };
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((yes) => { const r = indexedDB.open(name); r.onsuccess = () => yes(r.result); });
    for (const store of db.objectStoreNames) {
      const all = await new Promise((yes) => {
        const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => yes(r.result); });
      said.stored.push(...all.map((one) => ({ ...one, box: one.box && new TextDecoder("latin1").decode(one.box) })));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const one of await cache.keys()) said.caches.push([one.url, await (await cache.match(one)).text()]);
  }
  return said;
}"""

# an online page has the styles that it wears; one that turns into every other page has those of all of them, in use
WEARS_EVERYTHING = """() => [".faces", ".ten", ".choice"].every(name =>
    [...document.styleSheets].some(one => [...one.cssRules].some(rule => (rule.selectorText || "").includes(name))))"""


@pytest.fixture
def code(furnished: Furnished) -> str:
    with furnished.app.app_context():
        return asking.open_survey(AREA, OPEN_WAVE, "therapy-satisfaction", "young_person_11_25", closes_on=CLOSES)


@pytest.fixture
def ready(page: Page, server: Server, code: str) -> Page:
    """A phone that has opened the survey once, with a signal: blank pages are kept."""
    page.goto(server.at(f"/a/{code}/"))
    expect(page.get_by_text("You can answer without a signal too.")).to_be_visible()
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def begin(page: Page) -> None:
    page.check("text=Yes, I want to take part")
    page.click("text=Carry on")
    page.wait_for_url("**/q/t1")


def choose(page: Page, *labels: str) -> None:
    for label in labels:
        page.check(f"text={label}")
    forward(page)


def forward(page: Page) -> None:
    before = page.url
    page.click("main form[data-question] .nav .btn >> nth=0")
    page.wait_for_function("before => location.href !== before", arg=before)


def answer_to_the_end(page: Page) -> list[str]:
    """Without a signal: a word in each box, the first option of each list, to the last page."""
    passed = []
    while "/q/" in page.url:
        passed.append(page.url.rpartition("/q/")[2])
        box = page.locator("main textarea")
        if box.count():
            box.fill(f"{WORDS} {len(passed)}")
        else:
            page.locator("main form[data-question] input[name=answer]").first.check(force=True)
        forward(page)
    return passed


def pages_kept(furnished: Furnished, code: str) -> list[str]:
    """The page of each answer that the server has of one opening, as often as it has it."""
    with furnished.app.app_context(), reading() as session:
        opening = asking.find_opening(code)
        kept = (
            sa.select(answer.c.question, answer.c.repeat)
            .join(response, response.c.id == answer.c.response_id)
            .where(response.c.area_id == opening.area_id, answer.c.area_id == opening.area_id)
            .where(response.c.opening_id == opening.id)
        )
        return sorted(f"{row.question}/{row.repeat}".rstrip("/") for row in session.execute(kept))


def test_a_survey_is_answered_to_the_end_without_a_signal_and_arrives_once(
    context: BrowserContext, ready: Page, furnished: Furnished, code: str
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    passed = ["t1", *answer_to_the_end(ready)]
    expect(ready.get_by_text(ONLY_HERE)).to_be_visible()
    assert ready.evaluate(WEARS_EVERYTHING)
    ready.click("text=Finish")
    expect(ready.get_by_role("heading", name="Open this page again when you have a signal")).to_be_visible()

    context.set_offline(False)
    expect(ready.get_by_text(f"{len(passed)} answers are now with us.")).to_be_visible()

    expect(ready.locator(".code")).to_be_visible()
    assert len(passed) > 10
    assert pages_kept(furnished, code) == sorted(passed)


def test_nothing_that_was_said_is_on_the_phone_in_the_clear_and_nothing_at_all_once_it_went(
    context: BrowserContext, ready: Page, code: str
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    answer_to_the_end(ready)

    dump = ready.evaluate(DUMP)
    stored = json.dumps(dump["stored"])
    assert len([one for one in dump["stored"] if one["box"]]) > 10
    assert WORDS not in json.dumps(dump)
    assert "hoist" not in json.dumps(dump)
    assert not any(option in stored for option in ('"physiotherapy"', "yes", "good", "often"))
    assert (dump["local"], dump["session"]) == ({}, {})

    context.set_offline(False)
    expect(ready.get_by_text("answers are now with us")).to_be_visible()
    assert ready.evaluate(DUMP)["stored"] == []
    assert ready.evaluate("indexedDB.databases()") == []


def test_after_a_reload_the_phone_says_which_questions_it_keeps_and_not_what_was_said(
    context: BrowserContext, ready: Page, furnished: Furnished, code: str
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    here = ready.url
    ready.reload()

    expect(ready.get_by_text(ONLY_HERE)).to_be_visible()
    assert ready.evaluate(WEARS_EVERYTHING)
    ready.click("text=Kept on this phone")
    expect(ready.locator("#only li")).to_have_text(["Which therapy have you used in the last 12 months?"])
    assert ready.url == here
    assert ready.locator("main input:checked").count() == 0


def test_somebody_who_begins_without_a_signal_gets_their_code_there_and_it_works(
    context: BrowserContext, ready: Page, server: Server, furnished: Furnished, code: str
) -> None:
    context.set_offline(True)
    ready.reload()
    ready.click("text=Carry on")
    expect(ready.get_by_text("Choose yes or not now")).to_be_visible()
    begin(ready)
    answer_to_the_end(ready)
    ready.click("text=Finish")
    expect(ready.locator(".code")).to_have_text(re.compile(r"^\w{4}-\w{5}-\w{5}$"))
    offline_code = ready.locator(".code").text_content() or ""

    context.set_offline(False)
    expect(ready.get_by_text("answers are now with us")).to_be_visible()

    assert ready.locator(".code").text_content() == offline_code
    with furnished.app.app_context():
        assert answering.find_response(offline_code)[0].code == code


def test_a_reply_that_was_lost_loses_and_doubles_nothing(
    context: BrowserContext, ready: Page, furnished: Furnished, code: str
) -> None:
    begin(ready)

    def hang_up(route: Route) -> None:
        route.fetch()  # the server has the page
        route.abort()

    context.route("**/q/t1", hang_up, times=1)
    choose(ready, "Physiotherapy")

    expect(ready.get_by_text("1 answer is now with us.")).to_be_visible()
    assert pages_kept(furnished, code) == ["t1"]


def test_what_arrives_after_the_wave_has_closed_is_kept_late(
    context: BrowserContext, page: Page, server: Server, furnished: Furnished
) -> None:
    with furnished.app.app_context():
        asking.make_wave(AREA, "short", "A short wave", "Support", strategy_sets=["wexcombe"])
        code = asking.open_survey(AREA, "short", "therapy-satisfaction", "young_person_11_25", closes_on=CLOSES)
    page.goto(server.at(f"/a/{code}/"))
    expect(page.get_by_text("You can answer without a signal too.")).to_be_visible()
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    begin(page)
    context.set_offline(True)
    choose(page, "Physiotherapy")
    with furnished.app.app_context():
        asking.close_wave(AREA, "short")

    context.set_offline(False)
    expect(page.get_by_text("1 answer is now with us.")).to_be_visible()

    with furnished.app.app_context(), reading() as session:
        rows = session.execute(
            sa.select(answer.c.question).where(answer.c.area_id == furnished.term.area_id, answer.c.late)
        )
        assert [row.question for row in rows] == ["t1"]


def test_words_that_are_too_long_are_not_lost_and_what_waits_can_be_deleted(
    context: BrowserContext, ready: Page, code: str
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    while not ready.locator("main textarea").count():
        forward(ready)
    ready.fill("main textarea", "x" * 1_040)
    ready.click("text=Keep on this phone")
    expect(ready.get_by_text("Make your words shorter by this many letters: 40")).to_be_visible()
    assert ready.input_value("main textarea") == "x" * 1_040

    ready.click("text=Delete what is on this phone")

    expect(ready.get_by_text("Delete what is on this phone")).to_be_hidden()
    assert ready.evaluate("indexedDB.databases()") == []


def test_a_page_passed_by_again_without_a_signal_keeps_what_was_said_there_before(
    ready: Page, context: BrowserContext, furnished: Furnished, code: str
) -> None:
    once = "The ramp is too steep for my chair"
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    while not ready.locator("main form[data-question] textarea").count():
        forward(ready)
    box = ready.url
    ready.fill("main textarea", once)
    forward(ready)

    ready.go_back()
    ready.wait_for_function("box => location.href === box", arg=box)
    assert ready.input_value("main textarea") == ""
    forward(ready)
    context.set_offline(False)

    expect(ready.get_by_text("now with us")).to_be_visible()
    with furnished.app.app_context():
        assert [one.words for one in told(furnished.term.area_id)].count(once) == 1


def test_what_is_older_than_fourteen_days_is_deleted_unsent(
    context: BrowserContext, ready: Page, furnished: Furnished, code: str
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    ready.clock.install(time=time.time() + 15 * 86_400)
    context.set_offline(False)
    ready.goto(ready.url.rpartition("/q/")[0] + "/")

    ready.wait_for_function("async () => (await indexedDB.databases()).length === 0")
    assert pages_kept(furnished, code) == []


def test_the_page_beside_its_box_without_a_signal_is_as_it_was_drawn(
    context: BrowserContext, ready: Page, furnished: Furnished
) -> None:
    begin(ready)
    context.set_offline(True)
    choose(ready, "Physiotherapy")
    while not ready.locator("main textarea").count():
        forward(ready)

    note = ready.locator("#only")
    assert ready.locator("main textarea").evaluate("box => box.previousElementSibling.id") == "only"
    assert "only" in (ready.get_attribute("main textarea", "aria-describedby") or "").split()
    expect(ready.get_by_role("heading", name="Want to talk to someone?")).to_be_visible()
    assert ready.evaluate("document.documentElement.scrollWidth") <= 360
    assert not Axe().run(ready).response["violations"]
    expect(note).to_contain_text("After 14 days this phone deletes it.")
