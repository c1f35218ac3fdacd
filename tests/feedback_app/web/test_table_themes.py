"""The themes on a table from a seat's pages: read, skip, and words that go at once."""

from __future__ import annotations

import datetime as dt

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.storage.db import transaction
from feedback_app.storage.tables import now, sitting
from tests.closed_wave import QUOTABLE
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.sorted_wave import collect_and_sort, release_everything
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

THEMES = "/table/themes/"


@pytest.fixture
def table(app: Flask, term: Term) -> Table:
    with app.app_context():
        collect_and_sort(term)
        release_everything(term)
        table = a_table(term)
        table.begin()
        return table


@pytest.fixture
def seat(app: Flask, table: Table) -> FlaskClient:
    with app.app_context():
        token = table.link()
    return sit_down(app, token)


def press(seat: FlaskClient, theme: str, call: str) -> str:
    """Press a button under the first quote of a theme; return what the quote said."""
    page = seat.get(f"{THEMES}{theme}")
    quote, form = soup(page).select_one("blockquote"), soup(page).select_one("form:has([value=known])")
    assert quote is not None
    assert form is not None
    data = {str(one["name"]): str(one["value"]) for one in form.select("input")}
    sent = seat.post(str(form["action"]), data=data | {"call": call})
    assert sent.status_code == 303
    assert "gone from this table" in seat.get(sent.location).text
    return quote.get_text()


def test_a_seat_reads_theme_after_theme_and_leaves_any_without_a_reason(seat: FlaskClient) -> None:
    page = seat.get(THEMES)
    (first, *_) = [str(link["href"]) for link in soup(page).select("ol.queue a")]

    page = seat.get(first)
    assert "Suggested by the computer" in page.text
    assert len(soup(page).select("blockquote.said")) > 2
    assert "physiotherapy" not in page.text.lower().replace("physio ", "")
    left = text_of(page, "a.btn.b2")
    assert left == "Leave this one, no reason needed"

    skip = soup(page).select_one("a.btn.b2")
    assert skip is not None
    assert seat.get(str(skip["href"])).status_code == 200


def test_no_page_of_the_table_can_be_searched(seat: FlaskClient) -> None:
    for path in ("/table/", THEMES, f"{THEMES}t-pool"):
        assert not soup(seat.get(path)).select("[type=search], [name=q], [role=search]")
    searched, plain = seat.get(f"{THEMES}t-pool?q=pool"), seat.get(f"{THEMES}t-pool")
    assert text_of(searched, "main") == text_of(plain, "main")


def test_words_that_somebody_may_know_go_at_once_and_the_releaser_is_told(
    app: Flask, term: Term, table: Table, seat: FlaskClient
) -> None:
    with app.app_context():
        other = table.link()
    words = press(seat, "t-pool", "known")

    for reader in (seat, sit_down(app, other)):
        assert words not in reader.get(f"{THEMES}t-pool").text
    quotes = come_in(app, term.staff["Omar"]).get(f"/areas/{AREA}/quotes/{WAVE}")
    assert "might know who said them" in quotes.text


def test_words_that_worry_somebody_are_with_the_lead(app: Flask, term: Term, table: Table, seat: FlaskClient) -> None:
    words = press(seat, "t-pool", "worried")

    assert words not in seat.get(f"{THEMES}t-pool").text
    queue = come_in(app, term.staff["Priya"]).get(f"/areas/{AREA}/concerns/")
    assert "Words worried somebody" in queue.text
    assert words.strip("“”") not in queue.text
    assert (
        "held, and with the safeguarding lead"
        in come_in(app, term.staff["Bea"]).get(f"/areas/{AREA}/tables/{table.id}").text
    )


def test_after_45_minutes_the_words_are_put_away(app: Flask, table: Table, seat: FlaskClient) -> None:
    with app.app_context(), transaction() as session:
        ago = {"begun_at": now() - dt.timedelta(minutes=45)}
        session.execute(sitting.update().where(sitting.c.area_id == table.sitting.area_id).values(ago))

    for path in (THEMES, f"{THEMES}t-pool"):
        assert seat.get(path).location == "/table/done"
    done = seat.get("/table/done")
    assert "talk about this together" in done.text
    assert not any(words in done.text for words in QUOTABLE)


def test_a_made_up_part_is_not_on_the_table(seat: FlaskClient) -> None:
    page = seat.get(f"{THEMES}t-pool")
    for part, call in (("x", "known"), (f"{'0' * 32}-0", "worried"), ("", "else")):
        data = fields(page) | {"part": part, "call": call}
        assert seat.post(f"{THEMES}t-pool/words", data=data).status_code == 404


def test_a_seat_of_a_table_without_a_wave_reads_nothing(app: Flask, term: Term) -> None:
    with app.app_context():
        visit = a_table(term, wave="")
        visit.begin()
        seat = sit_down(app, visit.link())

    assert seat.get(THEMES).location == "/table/"
    assert "Our words for it" not in seat.get("/table/").text


def test_a_wave_that_was_not_sorted_says_so(app: Flask, term: Term) -> None:
    with app.app_context():
        table = a_table(term)
        table.begin()
        seat = sit_down(app, table.link())

    assert "Nothing to read yet" in seat.get(THEMES).text
