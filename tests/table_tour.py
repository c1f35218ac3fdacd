"""Every page of a young commissioners' table and of its score sheets: its officer's, then a seat's."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from feedback_app.reviewing.scorings import make_scoring
from feedback_app.reviewing.seats import Hidden
from tests.furnished import Furnished
from tests.scored import FIRST, SECOND, SIX, THIRD, Scored
from tests.serving import Server
from tests.table import Table, a_table
from tests.term import AREA, WAVE


def of_tables(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    """Go from page to page; whoever iterates looks at each under its name."""
    with furnished.app.app_context():
        table = a_table(furnished.term)
        review = make_scoring(AREA, table.id, "service-review", "Physiotherapy", against=SIX, staff_id=table.bea)
        table.link(Hidden())
    yield from _the_officer(page, server, furnished, table)
    with furnished.app.app_context():
        link = table.link(Hidden())
    yield from _coming_in(page, server, furnished, table, link)
    yield from _the_themes(page, server)
    with furnished.app.app_context():
        others = [table.seat(), table.seat()]
    yield from _the_scores(page, server, furnished, Scored(review, table, others))
    yield from _leaving(page, server, furnished, table)


def _the_officer(page: Page, server: Server, furnished: Furnished, table: Table) -> Iterator[str]:
    tables = f"/areas/{AREA}/tables/"
    page.goto(server.at(furnished.link("Bea", tables)))
    _press(page)
    yield "tables"
    page.locator("main form button").last.click()
    yield "tables, nothing filled in"
    page.goto(server.at(f"{tables}{table.id}"))
    yield "a table, not begun"
    page.locator("main form[action$='/link'] button").first.click()
    yield "a table, the link of a seat"
    page.goto(server.at(f"{tables}{table.id}/scores/"))
    yield "score sheets of a table"
    page.locator("main form button").last.click()
    yield "score sheets of a table, nothing chosen"
    page.context.clear_cookies()


def _coming_in(page: Page, server: Server, furnished: Furnished, table: Table, link: str) -> Iterator[str]:
    page.goto(server.at(f"/table/come-in/{link}"))
    yield "seat, not yet"
    with furnished.app.app_context():
        table.begin()
    page.goto(server.at(f"/table/come-in/{link}"))
    yield "seat, come in"
    _press(page)
    yield "seat, start"
    page.goto(server.at("/table/call"))
    yield "seat, talk to somebody"


def _the_themes(page: Page, server: Server) -> Iterator[str]:
    page.goto(server.at("/table/themes/"))
    yield "seat, themes"
    theme = server.at(str(page.locator("main a[href^='/table/themes/']").first.get_attribute("href")))
    page.goto(theme)
    yield "seat, a theme"
    for decision in ("join", "split", "move", "promise"):
        page.goto(f"{theme}/{decision}")
        _press(page)
        yield f"seat, {decision}, nothing chosen"
    page.goto(theme)
    page.fill("main #name", "Our own words")
    page.locator("main form:has(#name) button").click()
    page.goto(server.at("/table/decided/"))
    yield "seat, decided"


def _the_scores(page: Page, server: Server, furnished: Furnished, scored: Scored) -> Iterator[str]:
    page.goto(server.at("/table/scores/"))
    yield "seat, score sheets"
    sheet = server.at(f"/table/scores/{scored.id}")
    page.goto(sheet)
    yield "seat, a sheet"
    page.locator("main form button").last.click()
    yield "seat, a sheet, empty"
    page.goto(f"{sheet}/alone/{FIRST}")
    yield "seat, a question of a sheet"
    page.locator("main input[type=radio]").first.check()
    page.fill("main textarea", "They asked me first")
    _press(page)
    page.goto(sheet)
    yield "seat, a sheet, begun"
    page.locator("main form button").last.click()
    yield "seat, a sheet, done"
    with furnished.app.app_context():
        for seat, (first, second) in enumerate([("mostly", "never"), ("sometimes", "always")]):
            scored.put(seat, FIRST, first)
            scored.put(seat, SECOND, second, words="The letters came late")
            scored.put(seat, THIRD, "mostly")
        scored.hand_in()
        scored.lay_together()
    page.goto(sheet)
    yield "seat, sheets side by side"
    page.goto(f"{sheet}/together/{FIRST}")
    yield "seat, agreeing"
    for path, name in (("say", "we agree or not"), ("how", "how it was"), ("sort", "sorting")):
        page.goto(server.at(f"/table/{path}/"))
        yield f"seat, {name}"
    page.goto(server.at("/table/say/"))
    page.goto(server.at(str(page.locator("main a[href*='/table/say/']").first.get_attribute("href"))))
    yield "seat, saying it"


def _leaving(page: Page, server: Server, furnished: Furnished, table: Table) -> Iterator[str]:
    page.goto(server.at("/table/done"))
    yield "seat, done"
    with furnished.app.app_context():
        table.end()
    page.goto(server.at("/table/"))
    yield "seat, over"
    page.context.clear_cookies()
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/tables/{table.id}")))
    _press(page)
    yield "a table, over"
    page.goto(server.at(f"/areas/{AREA}/decisions/{WAVE}"))
    yield "decisions of a wave"
    page.locator("main a[href*='/made/']").first.click()
    _press(page)
    yield "decide otherwise, no reason"
    page.goto(server.at(f"/areas/{AREA}/decisions/{WAVE}"))
    page.locator("main a[href*='/themes/']").first.click()
    yield "a heading"
    pages = {
        "agreement/": "agreement",
        f"agreement/waves/{WAVE}": "agreement of all tables",
        f"tables/{table.id}/sample/": "comments to sort",
    }
    for path, name in pages.items():
        page.goto(server.at(f"/areas/{AREA}/{path}"))
        yield name
    page.context.clear_cookies()
    yield from _who_reads_it(page, server, furnished)


def _who_reads_it(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Dana", f"/areas/{AREA}/scores/")))
    _press(page)
    yield "what groups scored"
    page.goto(server.at(f"/areas/{AREA}/signed/{WAVE}"))
    yield "what young people say of a report"
    page.context.clear_cookies()
    page.goto(server.at(furnished.link("Sam", f"/areas/{AREA}/plans/")))
    _press(page)
    yield "plans of workshops"
    page.goto(server.at(f"/said/{AREA}/"))
    yield "what groups said together"
    page.context.clear_cookies()


def _press(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button.btn:not(.sm)").first.click()
