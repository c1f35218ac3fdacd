"""Blind double coding from its pages: each alone, then where they saw it differently, without a figure."""

from __future__ import annotations

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from feedback_app import jobs
from feedback_app.reviewing import calling, coding, consensus, seats
from feedback_app.reviewing.label_table import HEADINGS
from tests.coding import ANA, BO, CodingTable
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.table import sit_down
from tests.term import AREA, Term

SORT = "/table/sort/"
FIGURES = re.compile(r"kappa|alpha|agreement|per ?cent|%|out of|\d+ of \d+ (?:alike|the same)|0\.\d", re.IGNORECASE)


@pytest.fixture
def drawn(app: Flask, at_table: CodingTable) -> CodingTable:
    with app.app_context():
        at_table.draw(5)
    return at_table


def seated(app: Flask, table: CodingTable, who: int) -> FlaskClient:
    with app.app_context():
        token = seats.make_link(AREA, table.table.id, table.seats[who].id, staff_id=table.table.bea)
    return sit_down(app, token)


def press(client: FlaskClient, page: str, said: str, *chosen: str, **more: str) -> str:
    """Press a button under a comment; return where it leads."""
    sent = client.post(page, data=fields(client.get(page)) | {"chosen": list(chosen), "said": said} | more)
    assert sent.status_code == 303, sent.text
    return str(sent.location)


def shown_names(client: FlaskClient) -> list[str]:
    return [one.get_text(strip=True) for one in soup(client.get(f"{SORT}1")).select("label[for^=chosen]")]


def test_before_the_draw_the_page_says_who_draws(app: Flask, at_table: CodingTable) -> None:
    ana = seated(app, at_table, ANA)

    assert "There is nothing to sort yet" in ana.get(SORT).text
    assert ana.get(f"{SORT}1").status_code == 404


def test_two_sort_alone_and_neither_sees_the_others_choice_or_the_computers(app: Flask, drawn: CodingTable) -> None:
    ana, bo = seated(app, drawn, ANA), seated(app, drawn, BO)
    with app.app_context():
        first, second, *_ = drawn.themes
    assert press(ana, f"{SORT}1", "chosen", first, second) == f"{SORT}2"
    assert press(ana, f"{SORT}2", "none") == f"{SORT}3"
    assert press(ana, f"{SORT}3", "skip") == f"{SORT}4"

    mine, theirs = soup(ana.get(f"{SORT}1")), soup(bo.get(f"{SORT}1"))

    assert [one["value"] for one in mine.select("input[checked]")] == [first, second]
    assert not theirs.select("input[checked]")
    assert "Suggested by the computer" not in bo.get(f"{SORT}1").text
    assert "You said: none of these" in ana.get(f"{SORT}2").text
    assert "You skipped this one" in ana.get(f"{SORT}3").text
    assert bo.get(f"{SORT}differently").status_code == 409


def test_a_button_without_a_theme_or_with_a_theme_too_many_says_what_to_do(app: Flask, drawn: CodingTable) -> None:
    ana = seated(app, drawn, ANA)
    form = fields(ana.get(f"{SORT}1"))
    with app.app_context():
        theme = drawn.themes[0]

    for said, ticked, told in (
        ("chosen", [], "Tick one or more"),
        ("none", [theme], "Keep one of the two"),
        ("", [theme], "Press one of the buttons"),
    ):
        refused = ana.post(f"{SORT}1", data=form | {"chosen": ticked, "said": said})
        assert refused.status_code == 400
        assert told in text_of(refused, ".err")


def test_the_page_says_honestly_who_is_still_sorting(app: Flask, drawn: CodingTable) -> None:
    ana, bo = seated(app, drawn, ANA), seated(app, drawn, BO)
    ana.post("/table/", data=fields(ana.get("/table/")) | {"called": "Ana"})
    assert "Before you begin" in ana.get(SORT).text
    press(ana, f"{SORT}1", "none")
    ana.post(f"{SORT}done", data=fields(ana.get(SORT)))
    assert "Nobody else has begun yet" in ana.get(SORT).text
    press(bo, f"{SORT}1", "none")
    assert "Still sorting: Seat 2" in ana.get(SORT).text
    bo.post(f"{SORT}done", data=fields(bo.get(SORT)))

    page = bo.get(SORT)

    assert "Everybody who began is done" in page.text
    assert bo.post(f"{SORT}talk", data=fields(page)).location == f"{SORT}differently"
    assert "Now you talk about it" in ana.get(SORT).text
    assert "What you chose alone stays as it was" in ana.get(f"{SORT}1").text
    late = ana.post(f"{SORT}1", data=fields(ana.get(f"{SORT}differently")) | {"said": "none"})
    assert late.status_code == 409


def test_they_see_side_by_side_what_each_chose_and_choose_together(app: Flask, drawn: CodingTable) -> None:
    with app.app_context():
        first, second, *_ = drawn.themes
        names = drawn.alone().sample.names
        drawn.code(ANA, [0], [1], [0])
        drawn.code(BO, [0, 1], [1], [])
        drawn.talk()
    ana, bo = seated(app, drawn, ANA), seated(app, drawn, BO)

    page = ana.get(f"{SORT}differently")

    cards = soup(page).select("section[id^=c]")
    assert [card["id"] for card in cards] == ["c1", "c3"]
    sides = [one.get_text(" ", strip=True) for one in cards[0].select(".sides dt, .sides dd")]
    assert sides == ["Seat 1", names[first], "Seat 2", f"{names[first]} , {names[second]}"]
    assert cards[1].select(".sides dd")[1].get_text(strip=True) == "None of these"
    assert "Suggested by the computer" in cards[0].get_text()

    led_to = press(bo, f"{SORT}differently/1", "chosen", second, why="It is about both, most of all this")
    press(ana, f"{SORT}differently/3", "skip")

    assert led_to == f"{SORT}differently#c1"
    assert "“It is about both" in ana.get(f"{SORT}differently").text
    assert ana.post(f"{SORT}close", data=fields(page)).status_code == 303
    closed = ana.get(f"{SORT}differently")
    assert "You left this open" in closed.text
    assert not soup(closed).select("form[action$=close]")


def test_words_go_at_once_from_the_page_of_one_comment_and_from_where_they_talk(app: Flask, drawn: CodingTable) -> None:
    with app.app_context():
        drawn.code(ANA, [0], [0])
        drawn.code(BO, [1], [1])
    ana, bo = seated(app, drawn, ANA), seated(app, drawn, BO)
    words = text_of(ana.get(f"{SORT}1"), "blockquote")

    gone = ana.post(f"{SORT}1/words", data=fields(ana.get(f"{SORT}1")) | {"call": "known"})

    assert "not told which of you pressed" in ana.get(str(gone.location)).text
    assert bo.get(f"{SORT}1").status_code == 404
    assert "1 of 4" in bo.get(f"{SORT}2").text
    with app.app_context():
        drawn.talk()
    page = bo.get(f"{SORT}differently")
    assert words not in page.text
    assert bo.post(f"{SORT}2/words", data=fields(page) | {"call": "worried"}).location == f"{SORT}gone/worried"
    assert "saw it differently" in bo.get(f"{SORT}differently").text
    assert not soup(bo.get(f"{SORT}differently")).select("#c2")
    assert bo.post(f"{SORT}3/words", data=fields(page) | {"call": "else"}).status_code == 404


def test_no_page_of_a_seat_shows_a_figure_of_agreement(app: Flask, drawn: CodingTable) -> None:
    with app.app_context():
        drawn.code(ANA, [0], [1], [0])
        drawn.code(BO, [1], [1], [])
        drawn.talk()
        jobs.run_until_idle(app)
    ana = seated(app, drawn, ANA)

    for page in (SORT, f"{SORT}differently", f"{SORT}differently/1", "/table/done"):
        words = soup(ana.get(page)).select_one("main")
        assert words is not None
        assert not FIGURES.search(words.get_text(" ").replace("5 of 45 minutes", "")), page


def test_an_adult_draws_sees_who_is_done_and_begins_the_talk(app: Flask, term: Term, at_table: CodingTable) -> None:
    bea = come_in(app, term.staff["Bea"])
    page = f"/areas/{AREA}/tables/{at_table.table.id}/sample/"
    assert bea.post(page, data=fields(bea.get(page)) | {"number": "3"}).status_code == 400
    bea.post(page, data=fields(bea.get(page)) | {"number": "6"})
    assert "Nobody has begun yet" in bea.get(page).text
    with app.app_context():
        at_table.code(ANA, [0], [1])
        at_table.code(BO, [0], [0])
    form = fields(bea.get(page))

    bea.post(f"{page}move", data=form | {"move": "talk"})

    assert "stopped before the end" in bea.get(page).text
    bea.post(f"{page}move", data=form | {"move": "close"})
    assert "Draw another sample" in bea.get(page).text


def test_a_participation_officer_reads_figures_that_a_facilitator_does_not(
    app: Flask, term: Term, drawn: CodingTable
) -> None:
    with app.app_context():
        drawn.code(ANA, [0], [1], [0], [0, 1], [1])
        drawn.code(BO, [0], [1], [], [0], [1])
        sample = drawn.alone().sample
    bea, sam = come_in(app, term.staff["Bea"]), come_in(app, term.staff["Sam"])
    page = f"/areas/{AREA}/agreement/{sample.id}"
    assert "They still sort alone" in bea.get(page).text
    with app.app_context():
        drawn.talk()
    assert "still working it out" in bea.get(page).text
    with app.app_context():
        consensus.close(term.area_id, sample.id, staff_id=drawn.table.bea)
        jobs.run_until_idle(app)

    told = bea.get(page)

    assert "Whole choices: alpha" in told.text
    assert "5 comments are few" in told.text
    assert "released quotations only" in told.text
    assert text_of(told, "#machine")
    assert [one.get_text(strip=True) for one in soup(told).select(".facts dd")] == ["2", "5", "3"]
    assert page in bea.get(f"/areas/{AREA}/agreement/").text
    assert [sam.get(one).status_code for one in (page, f"/areas/{AREA}/agreement/")] == [403, 403]
    assert "in figures" not in sam.get(f"/areas/{AREA}/tables/{drawn.table.id}/sample/").text


def test_figures_are_put_away_when_words_are_held_until_they_are_worked_out_again(
    app: Flask, term: Term, drawn: CodingTable
) -> None:
    with app.app_context():
        drawn.code(ANA, [0], [1], [0], [0, 1], [1])
        drawn.code(BO, [0], [1], [], [0], [1])
        drawn.talk()
        jobs.run_until_idle(app)
        page = f"/areas/{AREA}/agreement/{drawn.alone().sample.id}"
        calling.is_worried(drawn.seats[ANA], coding.key_at(drawn.seats[ANA], 1))
    bea = come_in(app, term.staff["Bea"])

    put_away = bea.get(page)
    again = bea.post(page, data=fields(put_away))

    assert "No figure counts words that are held" in put_away.text
    assert "alpha" not in text_of(put_away, "main").replace("Alpha of .80", "").lower()
    assert again.status_code == 303
    with app.app_context():
        jobs.run_until_idle(app)
    assert [one.get_text(strip=True) for one in soup(bea.get(page)).select(".facts dd")] == ["2", "4", "2"]


def test_an_officer_takes_it_from_the_page_of_figures_and_a_facilitator_does_not(
    app: Flask, term: Term, drawn: CodingTable
) -> None:
    with app.app_context():
        drawn.code(ANA, [0])
        drawn.code(BO, [0])
        drawn.talk()
        page = f"/areas/{AREA}/agreement/{drawn.alone().sample.id}"
    bea, sam = come_in(app, term.staff["Bea"]), come_in(app, term.staff["Sam"])
    form = fields(bea.get(page))

    file, book = (bea.post(f"{page}/labels.{kind}", data=form) for kind in ("csv", "xlsx"))

    assert file.text.splitlines()[0] == ",".join(HEADINGS)
    assert load_workbook(io.BytesIO(book.data)).sheetnames[0] == "labels"
    assert "attachment" in file.headers["Content-Disposition"]
    assert sam.post(f"{page}/labels.csv", data=form).status_code == 403
