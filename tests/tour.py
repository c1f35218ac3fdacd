"""Every page that there is, one after the other, in a real browser: as a respondent, then as staff."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.furnished import Furnished
from tests.serving import Server
from tests.term import AREA, WAVE

FAR_TOO_MANY = "x" * 1_200


def of_respondents(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    """Go from page to page; whoever iterates looks at each under its name."""
    yield from _for_anybody(page, server, furnished)
    yield from _an_answer(page, server, furnished)
    yield from _a_childs_answer(page, server, furnished)
    yield from _of_a_second_child(page, server, furnished)
    yield from _taking_back(page, server, furnished)


def of_kinds(page: Page, server: Server, code: str) -> Iterator[str]:
    """Each question of the survey that has one of every kind, from the welcome page to the check page."""
    page.goto(server.at(f"/a/{code}/"))
    page.check("#agree-0")
    _press(page, "form:has(#agree-0) .btn:not(.sm)")
    while "/q/" in page.url:
        yield f"kind, {page.url.rpartition('/q/')[2].replace('/', ' ')}"
        _press(page, "main form .nav .btn")
    yield "kind, check"


def of_some(page: Page, server: Server, code: str) -> Iterator[str]:
    """A few of the therapy survey: a list to choose from, words in a box, and the check page."""
    start = server.at(f"/a/{code}/")
    page.goto(start)
    yield "welcome"
    page.check("#agree-0")
    _press(page, "form:has(#agree-0) .btn:not(.sm)")
    yield "question, several options"
    page.check("input[value=physiotherapy]")
    _press(page, "main form .nav .btn")
    page.goto(f"{start}q/t10/physiotherapy")
    yield "question, words"
    page.goto(f"{start}check")
    yield "check"


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


def of_staff(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    yield from _the_lead(page, server, furnished)
    yield from _the_releaser(page, server, furnished)
    yield from _the_commissioner(page, server, furnished)
    yield from _the_typist(page, server, furnished)
    yield from _the_labeller(page, server, furnished)


def _for_anybody(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    for path, name in (("/", "home"), ("/help", "help"), ("/words", "words"), ("/nowhere/at/all", "not found")):
        page.goto(server.at(path))
        yield name
    page.goto(server.at("/"))
    page.get_by_role("button", name="Carry on").click()
    yield "home, no code"
    page.goto(server.at(f"/a/{furnished.over}/"))
    yield "closed"


def _an_answer(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    start = server.at(f"/a/{furnished.young}/")
    page.goto(start)
    yield "welcome"
    _next(page)
    yield "welcome, nothing chosen"
    page.check("#agree-1")
    _next(page)
    yield "not now"
    page.goto(start)
    page.check("#agree-0")
    _next(page)
    yield "question, several options"
    page.check("input[value=physiotherapy]")
    _next(page)
    yield "question, with a meaning"
    page.goto(start)
    yield "welcome, begun"
    page.goto(f"{start}q/t2/physiotherapy")
    yield "question, one to ten"
    page.check("input[value='7']", force=True)
    yield "question, one to ten, chosen"
    page.goto(f"{start}q/t3/physiotherapy")
    yield "question, very good to bad"
    page.goto(f"{start}q/t10/physiotherapy")
    yield "question, words"
    page.fill("textarea", FAR_TOO_MANY)
    _next(page)
    yield "question, too many words"
    page.fill("textarea", "The pool")
    _next(page)
    page.goto(f"{start}q/t10/physiotherapy")
    yield "question, words written before"
    yield from _one_page_two_answers(page, start)
    for question in ("quote", "who"):
        page.goto(f"{start}q/{question}")
        yield f"question, {question}"
    page.goto(f"{start}check")
    yield "check"
    _finish(page)
    yield "receipt"
    page.goto(f"{start}reach")
    yield "reach"
    _next(page)
    yield "reach, nothing written"
    page.fill("textarea", "Text me on Friday")
    _next(page)
    yield "reached"
    page.goto(start)
    yield "welcome, sent"
    yield from _losing_the_place(page, start)


def _losing_the_place(page: Page, start: str) -> Iterator[str]:
    page.context.clear_cookies()
    page.goto(f"{start}q/t1")
    yield "place lost"
    page.goto(start)
    page.check("#agree-0")
    _next(page)
    page.check("input[value=none-yet-still-waiting]")
    _next(page)
    page.goto(f"{start}q/t11")
    page.fill("textarea", "The bus is late")
    page.context.clear_cookies()
    _next(page)
    yield "place lost, with words"


def _one_page_two_answers(page: Page, start: str) -> Iterator[str]:
    """The same page is sent by two tabs, with two answers."""
    page.goto(f"{start}q/t11/physiotherapy")
    send_key = page.locator("main form input[name=send_key]").first.get_attribute("value")
    page.request.post(page.url, form={"send_key": str(send_key), "answer": "The bus"})
    page.fill("textarea", "The train")
    _next(page)
    yield "question, sent twice with two answers"
    _next(page)


def _a_childs_answer(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    start = server.at(f"/a/{furnished.child}/")
    page.goto(start)
    yield "child, welcome"
    page.check("#agree-0")
    _next(page)
    yield "child, faces"
    page.goto(f"{start}q/c10")
    yield "child, words"
    page.goto(f"{start}check")
    yield "child, check"
    _finish(page)
    yield "child, receipt"


def _of_a_second_child(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    """A parent of two children, who has answered for the first."""
    start = server.at(f"/a/{furnished.family}/")
    page.goto(start)
    page.check("#agree-0")
    _next(page)
    yield "parent, how many children"
    page.check("input[value='2']")
    _next(page)
    page.goto(f"{start}q/another_child/child-1")
    yield "parent, another child"
    page.check("input[value=yes]")
    _next(page)
    yield "parent, second child"


def _taking_back(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at("/receipt"))
    yield "receipt code"
    page.fill("#code", "AAAA-AAAAA-AAAAA")
    _next(page)
    yield "receipt code, wrong"
    page.fill("#code", furnished.receipt)
    _next(page)
    yield "withdraw"
    page.goto(server.at("/receipt/deleted"))
    yield "withdrawn"


def _the_lead(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Priya")))
    yield "come in"
    _next(page)
    yield "staff, start"
    queue = server.at(f"/areas/{AREA}/concerns/")
    page.goto(queue)
    yield "concerns"
    page.click("ol.queue a")
    yield "concern"
    page.goto(queue)
    page.click("a[href*='/contacts/']")
    yield "somebody who would like to talk"
    page.goto(server.at(f"/areas/{AREA}/quotes/"))
    yield "not for this role"
    page.context.clear_cookies()
    page.goto(server.at("/staff/come-in"))
    yield "link does not work"


def _the_typist(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/sheets/")))
    _next(page)
    yield "paper and telephone"
    typing = server.at(f"/areas/{AREA}/typing/{furnished.child}")
    page.goto(f"{typing}/sheet")
    yield "a sheet to type in"
    for box, keys in (("#number", "1"), ("#agree", "1"), ("#n1", "99")):
        page.fill(box, keys)
    page.click("form[data-typing] button")
    yield "a sheet, not clear"
    page.fill("#n1", "1")
    page.click("form[data-typing] button")
    yield "a sheet, kept"
    page.goto(f"{typing}/telephone")
    yield "a call to type in"
    page.goto(server.at(f"/areas/{AREA}/not-understood/"))
    yield "surveys with what was not understood"
    page.goto(server.at(f"/areas/{AREA}/not-understood/{furnished.young}"))
    yield "not understood"
    page.context.clear_cookies()


def _the_labeller(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Bea", f"/areas/{AREA}/promises/")))
    _next(page)
    yield "waves with words and promises"
    promises = server.at(f"/areas/{AREA}/promises/{WAVE}")
    page.goto(server.at(f"/areas/{AREA}/promises/winter"))
    yield "words and promises, still open"
    page.goto(promises)
    yield "words and promises"
    page.get_by_role("link", name="Begin").click()
    yield "does it speak to this promise"
    here = page.url
    _press(page, "button[value=another]")
    yield "does it speak to this promise, nothing chosen"
    page.goto(here)
    _press(page, "button[value=none]")
    page.goto(here)
    yield "does it speak to this promise, said no"
    _press(page, "button[value=back]")
    page.goto(promises)
    page.context.clear_cookies()


def _the_releaser(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Omar", f"/areas/{AREA}/quotes/")))
    _next(page)
    yield "waves with words to check"
    quotes = server.at(f"/areas/{AREA}/quotes/{WAVE}")
    page.goto(quotes)
    yield "words to check"
    page.locator("main section form button").first.click()
    yield "words to check, nothing decided"
    page.goto(server.at(f"/areas/{AREA}/quotes/winter"))
    yield "words to check, still open"
    page.goto(f"{quotes}/pack")
    yield "report is being made"
    page.context.clear_cookies()


def _the_commissioner(page: Page, server: Server, furnished: Furnished) -> Iterator[str]:
    page.goto(server.at(furnished.link("Dana", f"/areas/{AREA}/reports/")))
    _next(page)
    yield "reports"
    page.goto(server.at(f"/areas/{AREA}/reports/{WAVE}"))
    yield "report"
    page.locator("a", has_text="See the page of").first.click()
    yield "a standard of the report"
    page.goto(server.at(f"/areas/{AREA}/reports/{WAVE}/crosswalk"))
    yield "two lists beside one another"
    page.locator("a", has_text="Decide what is about the same").click()
    yield "what is about the same"
    page.goto(server.at(f"/areas/{AREA}/reports/{WAVE}/lists/"))
    page.locator("main form button").click()
    yield "other lists, none chosen"
    page.locator("#lists").check()
    page.locator("main form button").click()
    yield "other lists, being read"
    page.goto(server.at(f"/areas/{AREA}/lists/"))
    page.locator("main form button").click()
    yield "two lists to compare, none chosen"
    page.select_option("#one", "barnsley/quality_standards")
    page.select_option("#other", "wexcombe/six_promises")
    page.locator("main form button").click()
    page.select_option("#one", index=1)
    page.locator("main form button", has_text="About the same").last.click()
    yield "two lists side by side, with an error"
    page.goto(server.at("/areas/durham/reports/published"))
    yield "published results"
    page.context.clear_cookies()


def _finish(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Finish").click()


def _next(page: Page) -> None:
    """Press the first button of the page's main form. A script sends it, and then goes on to another page."""
    with page.expect_navigation():
        page.locator("main form button.btn:not(.sm)").first.click()
