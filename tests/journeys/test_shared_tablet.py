"""A tablet that goes round a group resets itself when nobody is there, and asks first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.furnished import Furnished
from tests.serving import Server


@pytest.fixture
def tablet(page: Page, server: Server, furnished: Furnished) -> Page:
    """Somebody has begun on a shared tablet and is at the first question."""
    page.clock.install()
    page.goto(server.at(f"/a/{furnished.young}/tablet"))
    page.get_by_role("button", name="Share this tablet").click()
    page.check("#agree-0")
    page.click("main form button.btn")
    page.check("input[value=physiotherapy]")
    return page


def test_it_goes_back_to_the_first_page_when_nobody_is_there(tablet: Page, furnished: Furnished) -> None:
    tablet.clock.fast_forward(121_000)
    expect(tablet.get_by_role("alertdialog", name="Are you still there?")).to_be_visible()

    tablet.clock.fast_forward(61_000)

    tablet.wait_for_url(f"**/a/{furnished.young}/")
    assert "You have started already" not in tablet.content()
    tablet.go_back()
    assert tablet.locator("input:checked").count() == 0


def test_whoever_is_still_there_stays(tablet: Page) -> None:
    here = tablet.url
    tablet.clock.fast_forward(121_000)

    tablet.keyboard.press("Enter")  # the focus is on the button that says so

    expect(tablet.locator("#still-here")).to_be_hidden()
    tablet.clock.fast_forward(61_000)
    assert tablet.url == here
    assert tablet.is_checked("input[value=physiotherapy]")
