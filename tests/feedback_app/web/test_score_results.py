"""What groups agreed, as those who decide read it: after a yes alone, in words, without what one said alone."""

from __future__ import annotations

import csv
import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from tests.desk import come_in
from tests.phone import soup, text_of
from tests.scored import FIRST, SECOND, Scored, a_review
from tests.table import a_table
from tests.term import AREA, Term

HERE = f"/areas/{AREA}/scores/"
DISCLOSED = "dad hits me and nobody there asks"


@pytest.fixture
def review(app: Flask, term: Term) -> Scored:
    """Three have scored and agreed on three things; nobody has said yes yet."""
    with app.app_context():
        review = a_review(a_table(term))
        review.put(0, "keep", words="My own secret words")
        review.all_differ_on_the_second()
        review.lay_together()
        review.agree(FIRST, "mostly", "They asked Mrs Harrison first")
        review.agree(SECOND, "sometimes", DISCLOSED)
        review.agree("keep", None, "=The pool is warm")
    return review


@pytest.fixture
def dana(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Dana"])


def say(app: Flask, review: Scored, *, yes: bool) -> None:
    with app.app_context():
        review.say_yes(yes=yes)


def test_nothing_is_read_before_the_groups_yes_nor_after_it_is_taken_back(
    app: Flask, review: Scored, dana: FlaskClient
) -> None:
    assert "None yet" in dana.get(HERE).text
    assert dana.get(f"{HERE}{review.id}").status_code == 404

    say(app, review, yes=True)
    assert "Physiotherapy" in dana.get(HERE).text
    assert dana.get(f"{HERE}{review.id}").status_code == 200

    say(app, review, yes=False)
    assert dana.get(f"{HERE}{review.id}/scores.csv").status_code == 404
    assert "Thinking of me" not in dana.get(f"{HERE}promises").text


def test_a_result_says_what_was_agreed_why_and_where_they_differed_and_nothing_of_one(
    app: Flask, review: Scored, dana: FlaskClient
) -> None:
    say(app, review, yes=True)
    page = dana.get(f"{HERE}{review.id}")
    words = text_of(page, "main")

    assert "3 young people scored alone" in words
    assert "Thinking of me" in words
    assert "Mostly“They asked" in words
    assert "Harrison" not in words
    assert words.count("They saw this differently before they talked") == 1
    assert "My own secret words" not in page.text
    assert "Always" not in words
    assert "Never" not in words
    assert "Same every time" not in words


def test_a_reason_that_is_held_is_in_no_page_and_no_file(app: Flask, review: Scored, dana: FlaskClient) -> None:
    say(app, review, yes=True)

    for path in ("", "promises", review.id, "scores.csv", f"{review.id}/scores.csv"):
        assert "dad" not in dana.get(f"{HERE}{path}").text
    assert "Being me" in dana.get(f"{HERE}{review.id}").text


def test_promises_stand_with_what_every_group_said_of_them_and_nobody_is_ranked(
    app: Flask, review: Scored, dana: FlaskClient
) -> None:
    with app.app_context():
        other = a_review(review.table, seats=2, subject="Autism team")
        for seat in (0, 1):
            other.put(seat, FIRST, "never")
        other.hand_in()
        other.lay_together()
        other.agree(FIRST, "never", "Nobody asked us")
        other.say_yes()
    say(app, review, yes=True)

    page = soup(dana.get(f"{HERE}promises"))
    first = page.select("main .card")[0]
    assert first.select_one("h3").get_text() == "Thinking of me"  # type: ignore[union-attr]  # it is there
    assert [one.get_text() for one in first.select("p > b")] == ["Autism team", "Physiotherapy"]
    assert "Six promises, Wexcombe" in page.select("main h2")[0].get_text()


def test_files_say_what_is_invented_and_hold_the_same_words(app: Flask, review: Scored, dana: FlaskClient) -> None:
    say(app, review, yes=True)
    as_csv = dana.get(f"{HERE}scores.csv")
    book = load_workbook(io.BytesIO(dana.get(f"{HERE}{review.id}/scores.xlsx").data))

    rows = list(csv.DictReader(io.StringIO(as_csv.data.decode("utf-8-sig"), newline="")))
    assert as_csv.headers["Content-Disposition"] == f'attachment; filename="scores-{AREA}.csv"'
    assert {row["Note"] for row in rows} == {"Invented example"}
    assert [(row["Promise"], row["What they agreed"], row["Sheets done"]) for row in rows] == [
        ("Thinking of me", "Mostly", "3"),
        ("Being me", "Sometimes", "3"),
        ("", "", "3"),
    ]
    assert rows[2]["Why, in their words"] == "'=The pool is warm"
    assert [cell.value for cell in book["Scores"][2]][:2] == ["Invented example", "Physiotherapy"]
    assert "no marks" in str(book["About"]["C2"].value)


def test_only_those_who_decide_and_the_officers_read_it(app: Flask, term: Term, review: Scored) -> None:
    say(app, review, yes=True)
    for name, status in (("Dana", 200), ("Bea", 200), ("Sam", 200), ("Omar", 403), ("Kit", 403), ("Priya", 403)):
        assert come_in(app, term.staff[name]).get(f"{HERE}{review.id}").status_code == status, name
