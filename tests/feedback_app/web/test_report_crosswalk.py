"""The page of two lists side by side, and what the page of a standard says of other lists."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import relating
from feedback_app.config import Settings
from feedback_app.web.dates import full_date, today
from tests.desk import come_in
from tests.feedback_app.invented_pack import FAIRNESS, KINDNESS, WAITING_TIMES, Row, related, standards_with
from tests.feedback_app.released import release_report
from tests.feedback_app.web.test_reports import REPORTS, part, read, rows, words
from tests.phone import soup
from tests.term import AREA, STAFF, WAVE, Term

CROSSWALK = f"{WAVE}/crosswalk"
RELATED = f"{WAVE}/related"
TWO = ("wexcombe/six_promises/being-me", "wexcombe/outcomes/it-fits-together")
OF_STANDARDS = (
    *("standard_counts", "standard_strengths", "standard_words", "theme_standards", "quote_standards"),
    *("shared_voices", "gaps"),
)


@pytest.fixture
def commissioner(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Dana"])


def page_of(app: Flask, term: Term, settings: Settings, client: FlaskClient, **tables: list[Row]) -> BeautifulSoup:
    with app.app_context():
        release_report(term, settings, tables=tables)
    return soup(read(client, CROSSWALK))


@pytest.fixture
def page(app: Flask, term: Term, settings: Settings, commissioner: FlaskClient) -> BeautifulSoup:
    return page_of(app, term, settings, commissioner)


def test_a_cell_has_the_people_who_spoke_to_both_or_says_that_it_is_hidden(page: BeautifulSoup) -> None:
    walk = part(page, "walk-1")

    assert words(walk.select("h2")[0]) == "Our six promises beside What families said about therapies"
    assert [words(one) for one in walk.select("thead th")] == ["Standard", "Waiting"]
    assert rows(walk) == [
        ["Kindness", "17 young people aged 11 to 25 21 parents and carers"],
        ["Fairness", "[c]"],
    ]


def test_what_may_be_about_the_same_is_the_computers_suggestion_with_its_reason(page: BeautifulSoup) -> None:
    assert [words(one) for one in part(page, "walk-1").select("li")] == [
        "Kindness and Waiting Suggested by the computer: their words are alike",
        "Fairness and Waiting Suggested by the computer: they share voices",
    ]


def test_what_a_person_decided_names_the_person_and_comes_first(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    pairs = [
        related(KINDNESS, "Kindness", by_words=1),
        related(FAIRNESS, "Fairness", state="refused", who="Kit", why="not the same at all"),
    ]

    page = page_of(app, term, settings, commissioner, related_standards=pairs)

    assert [words(one) for one in part(page, "walk-1").select("li")] == [
        "Fairness and Waiting Refused by Kit: not the same at all",
        "Kindness and Waiting Suggested by the computer: their words are alike",
    ]
    assert len(part(page, "walk-1").select(".machine")) == 1


def test_one_list_has_nothing_to_stand_beside(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    promises = [row for row in standards_with("") if row["id"] != WAITING_TIMES]
    nothing: dict[str, list[Row]] = {name: [] for name in ("standard_counts", "theme_standards", "quote_standards")}
    pairs: dict[str, list[Row]] = {"shared_voices": [], "related_standards": []}

    page = page_of(app, term, settings, commissioner, standards=promises, **nothing, **pairs)

    assert "read against one list only" in words(page)
    assert "two lists at a time" not in words(soup(read(commissioner)))


def test_the_report_leads_to_it(page: BeautifulSoup, commissioner: FlaskClient) -> None:
    links = [link["href"] for link in soup(read(commissioner)).select("main a")]

    assert REPORTS + CROSSWALK in links
    assert page


def test_the_page_of_a_standard_names_what_is_related_in_other_lists_and_nothing_that_was_refused(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    pairs = [
        related(KINDNESS, "Kindness", state="confirmed", who="Dana"),
        related(FAIRNESS, "Fairness", state="refused", who="Kit"),
    ]
    page_of(app, term, settings, commissioner, related_standards=pairs)

    of = {one: soup(read(commissioner, f"{WAVE}/standards/{one}")) for one in (KINDNESS, FAIRNESS, WAITING_TIMES)}

    assert words(part(of[KINDNESS], "related")) == (
        "In other lists Waiting in “What families said about therapies” Confirmed by Dana"
    )
    assert "Kindness in “Our six promises” Confirmed by Dana" in words(part(of[WAITING_TIMES], "related"))
    assert "Fairness" not in words(part(of[WAITING_TIMES], "related"))
    assert of[FAIRNESS].select("#related") == []


@pytest.mark.parametrize("name", [name for name, role in STAFF.items() if role != "commissioner"])
@pytest.mark.parametrize("address", [CROSSWALK, RELATED])
def test_nobody_but_a_commissioner_reads_it(app: Flask, term: Term, name: str, address: str) -> None:
    assert come_in(app, term.staff[name]).get(REPORTS + address).status_code == 403


def test_a_person_decides_what_is_about_the_same_and_their_name_stands_beside_it(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    with app.app_context():
        one, other = TWO
        pairs = [related(KINDNESS, "Kindness", by_words=1)]
        release_report(term, settings, tables={"related_standards": pairs})
    page = soup(read(commissioner, RELATED))
    assert [words(h2) for h2 in page.select("h2")] == ["“Kindness” and “Waiting”"]
    form = {field["name"]: field.get("value", "") for field in page.select("main form input")}

    sent = {**form, "one": one, "other": other, "decision": "same", "why": "one wish in two words"}
    answer = commissioner.post(REPORTS + RELATED, data=sent)

    assert answer.status_code == 303
    with app.app_context():
        made = relating.newest_of(AREA)[frozenset((one, other))]
    assert (made.are_related, made.who, made.why) == (True, "Dana", "one wish in two words")


def test_what_was_decided_stands_on_the_page_before_the_next_edition(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    with app.app_context():
        one, other = TWO
        rows: list[Row] = [{**row, "id": new} for row, new in zip(standards_with("")[1:], (one, other), strict=True)]
        pair = {**related(one, "One", by_words=1), "other_id": other}
        tables: dict[str, list[Row]] = {name: [] for name in OF_STANDARDS}
        release_report(term, settings, tables={**tables, "standards": rows, "related_standards": [pair]})
        relating.decide(AREA, one, other, said="refused", staff_id=term.staff["Kit"], why="quite different")

    assert f"Not about the same, says Kit, {full_date(today())}: quite different" in words(
        part(soup(read(commissioner, RELATED)), "pair-1")
    )


def test_a_decision_without_an_answer_is_refused_in_plain_words(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    with app.app_context():
        release_report(term, settings)

    form = soup(read(commissioner, RELATED)).select("main form")[0]
    sent = {field["name"]: field.get("value", "") for field in form.select("input")}

    answer = commissioner.post(REPORTS + RELATED, data=sent)

    assert answer.status_code == 400
    assert "Choose two different standards" in words(soup(answer))
