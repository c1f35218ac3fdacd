"""Putting in order, sharing out dots, drawing and speaking, in a real browser: by keyboard, by pointer, by voice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

from feedback_app.storage.db import reading
from feedback_app.storage.sealing import unseal_bytes
from feedback_app.storage.tables import attachment
from feedback_app.uploads import read_upload
from tests import chromium
from tests.furnished import Furnished
from tests.respondents import told
from tests.serving import Server


@pytest.fixture
def at(page: Page, server: Server, furnished: Furnished) -> str:
    """Somebody has agreed; where the questions are."""
    page.goto(server.at(f"/a/{furnished.kinds}/"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    return server.at(f"/a/{furnished.kinds}/q/")


def press_next(page: Page) -> None:
    before = page.url
    page.get_by_role("button", name="Next", exact=True).click()
    page.wait_for_url(lambda url: url != before)


def newest(furnished: Furnished, question: str) -> tuple[str, ...]:
    with furnished.app.app_context():
        return [one for one in told(furnished.term.area_id) if one.question == question][-1].options


def draw_a_line(page: Page) -> None:
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 90, steps=5)
    page.mouse.up()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def files(furnished: Furnished) -> dict[str, bytes]:
    """What is kept, by media type."""
    area_id = furnished.term.area_id
    with furnished.app.app_context(), reading() as session:
        rows = session.execute(sa.select(attachment).where(attachment.c.area_id == area_id)).all()
        return {row.media_type: unseal_bytes(row.content, f"attachment:{row.id}") for row in rows}


def test_things_are_put_in_order_by_keyboard_and_the_focus_stays(page: Page, at: str, furnished: Furnished) -> None:
    page.goto(f"{at}in_order")

    for name in ("A quiet seat", "Being on time"):
        page.get_by_role("button", name=f"Put in my list: {name}").press("Enter")
    page.get_by_role("button", name="Move down: A quiet seat").press("Enter")

    expect(page.locator("[data-rank] > p")).to_have_text("A quiet seat is now 2nd of 3")
    assert focused(page) == "Move up: A quiet seat"
    press_next(page)
    assert newest(furnished, "in_order") == ("being-on-time", "a-quiet-seat")


def test_an_order_that_was_not_touched_is_a_skip(page: Page, at: str, furnished: Furnished) -> None:
    page.goto(f"{at}in_order")
    press_next(page)

    assert newest(furnished, "in_order") == ()


def test_dots_are_never_more_than_there_are(page: Page, at: str, furnished: Furnished) -> None:
    page.goto(f"{at}shared_out")
    give = page.get_by_role("button", name="Give a dot to More drivers")

    for _ in range(5):
        give.press("Enter")

    expect(page.locator("[data-dots] > p")).to_have_text("No dots left")
    assert give.get_attribute("aria-disabled") == "true"
    assert focused(page) == "Give a dot to More drivers"
    page.get_by_role("button", name="Take a dot from More drivers").press("Enter")
    expect(page.locator("[data-dots] > p")).to_have_text("1 dot left")
    press_next(page)
    assert newest(furnished, "shared_out") == ("more-drivers", "more-drivers")


def test_a_drawing_goes_with_next_and_can_be_undone(page: Page, at: str, furnished: Furnished) -> None:
    page.goto(f"{at}drawing")
    draw_a_line(page)

    expect(page.get_by_role("img", name="You have a drawing")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 0
    draw_a_line(page)
    press_next(page)

    content = files(furnished)["image/png"]
    assert len(content) < 100_000
    assert read_upload("drawing", content).content == content
    page.goto(f"{at}drawing")
    assert "You drew something here." in page.locator("main").inner_text()


def test_what_a_screen_reader_meets(page: Page, at: str) -> None:
    page.goto(f"{at}shared_out")
    expect(page.locator("[data-dots]")).to_match_aria_snapshot(
        """
        - text: New minibuses
        - button "Take a dot from New minibuses" [disabled]
        - img "No dots"
        - button "Give a dot to New minibuses"
        """
    )
    page.goto(f"{at}in_order")
    expect(page.locator("[data-rank]")).to_match_aria_snapshot(
        """
        - list:
          - listitem:
            - text: Being on time
            - 'button "Put in my list: Being on time"'
        """
    )
    page.goto(f"{at}speaking")
    expect(page.locator("[data-speak]")).to_match_aria_snapshot(
        """
        - button "Start recording"
        """
    )


@pytest.fixture
def listening(browser: Browser) -> Iterator[Browser]:
    """A browser with an invented microphone, and somebody who lets pages use it."""
    flags = [*chromium.FLAGS, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    one = browser.browser_type.launch(executable_path=chromium.where(), headless=True, args=flags)
    yield one
    one.close()


def test_a_recording_is_made_heard_deleted_and_sent(listening: Browser, server: Server, furnished: Furnished) -> None:
    page = listening.new_context(permissions=["microphone"]).new_page()
    page.goto(server.at(f"/a/{furnished.kinds}/"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    page.goto(server.at(f"/a/{furnished.kinds}/q/speaking"))
    for name in ("Start recording", "Stop recording", "Delete the recording", "Start recording"):
        page.get_by_role("button", name=name).click()
        page.wait_for_timeout(600)

    expect(page.locator("[data-speak] > p").first).to_have_text("Recording. You have 2 minutes.")
    press_next(page)  # while it still records

    assert len(files(furnished)["audio/webm"]) > 500
