"""Every page of blind double coding, one after the other, in real browsers: two seats and an officer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

from feedback_app import jobs, people
from feedback_app.reviewing import calling, coding, samples, seats
from tests.coding import ANA, BO, CodingTable
from tests.term import AREA, Term


@contextmanager
def serving_here(app: Flask) -> Iterator[str]:
    """Serve an app from a thread of this process; the address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def of_the_seats(app: Flask, table: CodingTable, at: str, ana: Page, bo: Page) -> Iterator[tuple[str, Page]]:
    """Ana and Bo come in, sort alone, wait, talk, choose together and are done."""
    for who, page in ((ANA, ana), (BO, bo)):
        with app.app_context():
            token = seats.make_link(AREA, table.table.id, table.seats[who].id, staff_id=table.table.bea)
        page.goto(f"{at}/table/come-in/{token}")
        _press(page, "form .btn")
    sort = f"{at}/table/sort/"
    ana.goto(sort)
    yield "nothing drawn", ana
    with app.app_context():
        table.draw(5)
    ana.goto(sort)
    yield "before they begin", ana
    _press(ana, "a.btn")
    yield "alone", ana
    _press(ana, "button[value=chosen]")
    yield "alone, nothing ticked", ana
    ana.check("#chosen")
    _press(ana, "button[value=chosen]")
    ana.goto(f"{sort}1")
    yield "alone, said", ana
    ana.goto(sort)
    yield "begun", ana
    with app.app_context():
        table.code(ANA, [0], [1], [0, 1], [], None)
    ana.goto(sort)
    yield "looked at all", ana
    _press(ana, "form .btn:not(.b2)")
    yield "done, nobody else", ana
    with app.app_context():
        table.code(BO, [1], [1], [0], [2])
    ana.reload()
    yield "done, another still sorts", ana
    bo.goto(sort)
    _press(bo, "form .btn.b2")
    yield "everybody is done", bo
    _press(bo, "form .btn:not(.b2)")
    yield "where they saw it differently", bo
    ana.goto(sort)
    yield "talking", ana
    ana.goto(f"{sort}1")
    yield "alone, too late", ana
    bo.goto(f"{sort}differently/1")
    yield "together", bo
    _press(bo, "button[value=chosen]")
    yield "together, nothing ticked", bo
    bo.check("#chosen-2")
    bo.fill("#why", "It is mostly about who listens")
    _press(bo, "button[value=chosen]")
    yield "chosen together", bo
    bo.goto(f"{sort}differently/3")
    _press(bo, "button[value=known]")
    yield "words are gone", bo
    bo.goto(f"{sort}differently")
    _press(bo, "form[action$=close] .btn")
    yield "closed", bo
    bo.goto(f"{sort}differently")
    yield "differences, closed", bo
    bo.goto(f"{sort}differently/1")
    yield "together, closed", bo


def of_the_officer(app: Flask, term: Term, table: CodingTable, at: str, page: Page) -> Iterator[tuple[str, Page]]:
    """Bea draws, sees who is done, begins the talk, closes, and reads the figures."""
    with app.app_context():
        link = people.make_link(term.staff["Bea"], f"/areas/{AREA}/agreement/")
    page.goto(f"{at}{link}")
    _press(page, "form .btn")
    yield "no sample yet", page
    sample = f"{at}/areas/{AREA}/tables/{table.table.id}/sample/"
    page.goto(sample)
    yield "to draw", page
    page.fill("#number", "3")
    _press(page, "form .btn")
    yield "to draw, too few", page
    page.fill("#number", "10")
    _press(page, "form .btn")
    yield "drawn", page
    with app.app_context():
        drawn = table.alone().sample
        table.code(ANA, [0], [1], [0], [0, 1], [1], [0], [0], [1], [1], [0])
        table.code(BO, [0], [1], [], [0], [1], [0], [1], [1], [1], [2])
        coding.finish(table.seats[ANA])
    page.reload()
    yield "one is done", page
    figures = f"{at}/areas/{AREA}/agreement/{drawn.id}"
    page.goto(figures)
    yield "figures, while they sort", page
    with app.app_context():
        samples.begin_talking(drawn.area_id, drawn.id, staff_id=table.table.bea)
    page.reload()
    yield "figures, awaited", page
    with app.app_context():
        jobs.run_until_idle(app)
    page.reload()
    page.click("summary")
    yield "figures", page
    with app.app_context():
        calling.might_know(table.seats[ANA], coding.key_at(table.seats[ANA], 1))
    page.reload()
    yield "figures, put away", page
    page.goto(f"{at}/areas/{AREA}/agreement/")
    yield "samples", page
    page.goto(sample)
    yield "they talk", page
    _press(page, "button[value=close]")
    yield "closed, for the officer", page


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(f"main {button}").first.click()
