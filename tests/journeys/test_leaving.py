"""Somebody must leave at once: the page that is left goes from the browser's history too."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Route

from feedback_app.config import SETTINGS
from tests.furnished import Furnished
from tests.serving import Server

ELSEWHERE = SETTINGS["HEARD_LEAVE_TO"][0]


def never_really_go_there(context: BrowserContext) -> None:
    """The one link that leads out of this machine is answered here."""

    def answer(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<title>Weather</title><h1>Weather</h1>")

    context.route(f"{urlsplit(ELSEWHERE).scheme}://{urlsplit(ELSEWHERE).netloc}/**", answer)


def test_leaving_takes_the_page_out_of_the_history(
    context: BrowserContext, page: Page, server: Server, furnished: Furnished
) -> None:
    never_really_go_there(context)
    page.goto(server.at("/help"))
    page.goto(server.at(f"/a/{furnished.young}/"))
    before = page.evaluate("history.length")

    page.click("a.leave")
    page.wait_for_url(f"{ELSEWHERE}**")

    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url == server.at("/help"), "the page that was left is not in the history any more"


def test_the_place_that_is_gone_to_does_not_learn_where_somebody_was(
    context: BrowserContext, page: Page, server: Server, furnished: Furnished
) -> None:
    never_really_go_there(context)
    page.goto(server.at(f"/a/{furnished.young}/"))

    with page.expect_request(f"{ELSEWHERE}**") as asked:
        page.click("a.leave")

    assert "referer" not in asked.value.headers
