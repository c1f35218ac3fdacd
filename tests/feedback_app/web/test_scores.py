"""Scoring from its pages: a sheet is put on the table, filled in alone, laid side by side, agreed and said yes to."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.reviewing import scorings, sittings
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.scored import FIRST, SECOND, SIX
from tests.table import Table, a_table, sit_down
from tests.term import AREA, Term


@pytest.fixture
def table(app: Flask, term: Term) -> Table:
    with app.app_context():
        return a_table(term)


@pytest.fixture
def bea(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Bea"])


@pytest.fixture
def seats(app: Flask, table: Table) -> list[FlaskClient]:
    """Three browsers at a table that is on."""
    with app.app_context():
        table.begin()
        tokens = [table.link() for _ in range(3)]
    return [sit_down(app, token) for token in tokens]


@pytest.fixture
def scoring(app: Flask, table: Table) -> str:
    """The address of a review on the table."""
    with app.app_context():
        made = scorings.make_scoring(AREA, table.id, "service-review", "Physiotherapy", against=SIX, staff_id=table.bea)
    return f"/table/scores/{made}"


def put(seat: FlaskClient, scoring: str, item: str, **said: str) -> str:
    """Fill in one page alone, as a browser does; return where it leads."""
    page = f"{scoring}/alone/{item}"
    sent = seat.post(page, data=fields(seat.get(page)) | said)
    assert sent.status_code == 303, sent.text
    return str(sent.location)


def hand_in(seat: FlaskClient, scoring: str) -> None:
    assert seat.post(scoring, data=fields(seat.get(scoring))).status_code == 303


def lay_together(bea: FlaskClient, table: Table, scoring: str) -> None:
    page = f"/areas/{AREA}/tables/{table.id}/scores/"
    action = f"{page}{scoring.rpartition('/')[2]}/together"
    assert bea.post(action, data=fields(bea.get(page))).status_code == 303


def test_an_officer_puts_a_review_on_the_table(bea: FlaskClient, table: Table) -> None:
    page = f"/areas/{AREA}/tables/{table.id}/scores/"
    assert page in bea.get(f"/areas/{AREA}/tables/{table.id}").text
    form = fields(bea.get(page))

    refused = bea.post(page, data=form | {"sheet": "service-review", "subject": "Physiotherapy"})
    named = bea.post(page, data=form | {"sheet": "interview-questions", "subject": "Mrs Sarah Jones"})
    nothing = bea.post(page, data=form)
    bea.post(page, data=form | {"sheet": "service-review", "subject": "Physiotherapy", "against": SIX})

    assert "Choose which of the area's promises" in text_of(refused, ".err").replace("’", "'")
    assert "looks like somebody's name" in text_of(named, ".err").replace("’", "'")
    assert "Choose a sheet" in text_of(nothing, ".err")
    assert "0 have begun, 0 sheets are done" in text_of(bea.get(page), "main")


def test_a_sheet_is_filled_in_page_by_page_and_nothing_has_to_be(seats: list[FlaskClient], scoring: str) -> None:
    seat = seats[0]
    assert "Scoring" in text_of(seat.get("/table/"), "nav")
    assert "You can leave out a question" in seat.get(scoring).text
    page = seat.get(f"{scoring}/alone/{FIRST}")
    assert text_of(page, "h1") == "Do staff think about what each young person needs?"
    assert not soup(page).select("input[checked]")

    after = put(seat, scoring, FIRST, said="mostly", words="They asked me first", source="I saw it")
    assert after == f"{scoring}/alone/{SECOND}"
    put(seat, scoring, SECOND)

    sheet = text_of(seat.get(scoring), "main")
    assert "Mostly · You wrote something here" in sheet
    assert "They asked me first" not in seat.get(f"{scoring}/alone/{FIRST}").text
    assert [one["value"] for one in soup(seat.get(f"{scoring}/alone/{FIRST}")).select("input[checked]")] == [
        "mostly",
        "I saw it",
    ]


def test_an_empty_sheet_and_words_that_are_too_long_are_refused_plainly(seats: list[FlaskClient], scoring: str) -> None:
    seat = seats[0]
    empty = seat.post(scoring, data=fields(seat.get(scoring)))
    page = f"{scoring}/alone/{FIRST}"
    long = seat.post(page, data=fields(seat.get(page)) | {"words": "a" * 501})

    assert (empty.status_code, long.status_code) == (400, 400)
    assert "Your sheet is empty" in text_of(empty, ".err")
    assert "shorter by 1 letter" in text_of(long, ".err")


def test_a_group_agrees_on_a_page_and_what_each_said_alone_stays(
    bea: FlaskClient, table: Table, seats: list[FlaskClient], scoring: str
) -> None:
    for seat, said in zip(seats, ("always", "never", "mostly"), strict=True):
        put(seat, scoring, FIRST, said="mostly")
        put(seat, scoring, SECOND, said=said, words=f"I say {said}")
        hand_in(seat, scoring)
    assert "3 of 3 are done" in text_of(seats[0].get(scoring), "main")
    lay_together(bea, table, scoring)

    together = soup(seats[0].get(scoring))
    assert [one.get("id") for one in together.select("section.card")][:2] == [SECOND, FIRST]
    assert "You saw it differently" in together.text

    page = f"{scoring}/together/{SECOND}"
    empty = seats[1].post(page, data=fields(seats[1].get(page)) | {"said": "mostly"})
    form = fields(seats[1].get(page))
    late = fields(seats[2].get(page))
    agreed = seats[1].post(page, data=form | {"said": "mostly", "words": "It is so on most days"})
    meanwhile = seats[2].post(page, data=late | {"said": "never", "words": "Not for us"})

    assert "Write why you agreed" in text_of(empty, ".err")
    assert agreed.location == f"{scoring}#{SECOND}"
    assert meanwhile.status_code == 400
    assert "It is so on most days" in meanwhile.text
    assert "Not for us" in meanwhile.text
    words = [one.get_text() for one in soup(seats[0].get(page)).select("li.said .words")]
    assert words == ["“I say always”", "“I say mostly”", "“I say never”"]


def test_the_groups_yes_is_on_the_officers_page_and_closes_what_was_agreed(
    bea: FlaskClient, table: Table, seats: list[FlaskClient], scoring: str
) -> None:
    for seat in seats:
        put(seat, scoring, FIRST, said="mostly")
        hand_in(seat, scoring)
    lay_together(bea, table, scoring)
    too_soon = seats[0].post(f"{scoring}/yes", data=fields(seats[0].get(scoring)) | {"yes": "yes"})
    page = f"{scoring}/together/{FIRST}"
    seats[0].post(page, data=fields(seats[0].get(page)) | {"said": "mostly", "words": "Most days"})

    said = seats[0].post(f"{scoring}/yes", data=fields(seats[0].get(scoring)) | {"yes": "yes"})

    assert (too_soon.status_code, said.status_code) == (400, 303)
    assert "The group has agreed and said yes" in bea.get(f"/areas/{AREA}/tables/{table.id}/scores/").text
    assert seats[1].post(page, data=fields(seats[1].get(page)) | {"said": "never", "words": "No"}).status_code == 409
    seats[0].post(f"{scoring}/yes", data=fields(seats[0].get(scoring)) | {"yes": "no"})
    assert "Yes, this is what we say" in seats[0].get(scoring).text


def test_an_officer_never_sees_what_a_seat_said(
    bea: FlaskClient, table: Table, seats: list[FlaskClient], scoring: str
) -> None:
    put(seats[0], scoring, FIRST, said="never", words="a marmalade sentence")

    page = bea.get(f"/areas/{AREA}/tables/{table.id}/scores/")

    assert "marmalade" not in page.text
    assert "1 has begun, 0 sheets are done" in text_of(page, "main")


def test_a_scoring_of_another_table_is_not_there(app: Flask, table: Table, scoring: str) -> None:
    with app.app_context():
        made = sittings.make_sitting(AREA, "", adult_id=table.asha, staff_id=table.bea)
        other = Table(made, table.bea, table.asha)
        other.begin()
        token = other.link()
    stranger = sit_down(app, token)

    assert stranger.get(scoring).status_code == 404
    assert "Nothing to score here yet" in stranger.get("/table/scores/").text
