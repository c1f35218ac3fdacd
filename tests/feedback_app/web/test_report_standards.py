"""The page of one standard: what it says of the standard, of who spoke to it, and why."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.config import Settings
from tests.desk import come_in
from tests.feedback_app.invented_pack import FAIRNESS, KINDNESS, WAITING, WAITING_TIMES, Row, standards_with
from tests.feedback_app.released import release_report
from tests.feedback_app.web.test_reports import REPORTS, part, read, words
from tests.phone import soup
from tests.term import STAFF, WAVE, Term

QUOTE = {"theme_name": "t", "group_id": "parent_carer", "group_name": "Parents and carers", "release": "released"}


@pytest.fixture
def commissioner(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Dana"])


def page_of(
    app: Flask, term: Term, settings: Settings, client: FlaskClient, standard: str, **tables: list[Row]
) -> BeautifulSoup:
    with app.app_context():
        release_report(term, settings, tables=tables)
    return soup(read(client, address_of(standard)))


def address_of(standard: str) -> str:
    return f"{WAVE}/standards/{standard}"


@pytest.fixture
def kindness(app: Flask, term: Term, settings: Settings, commissioner: FlaskClient) -> BeautifulSoup:
    return page_of(app, term, settings, commissioner, KINDNESS)


def test_every_standard_of_a_report_has_a_page_and_every_page_leads_back(
    kindness: BeautifulSoup, commissioner: FlaskClient
) -> None:
    report = soup(read(commissioner))
    pages = [link["href"] for link in report.select("a") if "See the page of" in link.get_text()]

    assert pages == [REPORTS + address_of(one) for one in (KINDNESS, FAIRNESS, WAITING_TIMES)]
    back = {link["href"] for link in kindness.select("main a") if words(link) == "Back to the report"}
    assert back == {f"{REPORTS}{WAVE}#wexcombe-our_promises-kindness"}
    assert report.select_one("#wexcombe-our_promises-kindness")


def test_it_says_which_of_the_set_it_is_with_its_words_their_writers_and_its_status(kindness: BeautifulSoup) -> None:
    said = words(kindness)

    assert words(kindness.select("h1")[0]) == "Kindness"
    assert "Promise 1 of 2 in “Our six promises”, Wexcombe’s joint commissioning strategy." in said
    assert "Status of the strategy: invented example." in said
    assert "Young people chose the words of the name. The description is ours until" in said
    assert "Easy read, written by us until local young people write their own: Kindness for all." in said


def test_a_status_of_its_own_stands_with_its_words(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    page = page_of(
        app, term, settings, commissioner, FAIRNESS, standards=standards_with(FAIRNESS, status="draft, not confirmed")
    )

    assert "Status: draft, not confirmed." in words(page)


def test_who_spoke_to_it_stands_group_by_group_with_small_ones_in_words(kindness: BeautifulSoup) -> None:
    who = words(part(kindness, "who"))

    assert "38 of 81 young people aged 11 to 25 who wrote (47%)" in who
    assert "58 of 204 parents and carers who wrote (28%)" in who
    assert "96" not in who
    assert "This does not say whether the promise is kept." in who


def test_what_people_said_stands_by_sentiment_with_what_is_typical_before_what_is_different(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    said = (
        (1, "negative", "outlier", "They were kind to everybody but me."),
        (2, "negative", "typical", "Nobody was kind."),
        (3, "positive", "typical", "The kind one on reception."),
    )
    quotes: list[Row] = [
        {**QUOTE, "id": id, "theme_id": WAITING, "position": id, "sentiment": feeling, "kind": kind, "words": text}
        for id, feeling, kind, text in said
    ]
    links: list[Row] = [
        {"quote_id": id, "standard_id": KINDNESS, "standard_name": "K", "strength": "possible", "reason": "kind"}
        for id, _, _, _ in said
    ]

    page = page_of(app, term, settings, commissioner, KINDNESS, quotes=quotes, quote_standards=links)

    assert [words(one) for one in part(page, "said").select("h3")] == ["Not going well", "Going well"]
    against = [words(one) for one in part(page, "said-negative").select("figure")]
    assert against[0].startswith("“Nobody was kind.” Parent carer The computer says: possible, from the words: kind.")
    assert "Different from most of what was said." in against[1]
    assert "Different" not in against[0]


def test_each_quote_says_why_the_computer_thought_of_it(kindness: BeautifulSoup) -> None:
    assert "The computer says: likely, from the words: remembered." in words(part(kindness, "said-positive"))
    why = words(part(kindness, "why"))
    assert "Suggested by the computer, from words like: kind, listened" in why
    assert "Young people aged 11 to 25: likely 25, possible 13" in why


def test_a_percentage_stands_only_where_labels_have_shown_how_often_the_computer_is_right(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    link = {"quote_id": 2, "standard_id": KINDNESS, "standard_name": "K", "strength": "likely", "reason": "remembered"}
    page = page_of(
        app, term, settings, commissioner, KINDNESS, quote_standards=[{**link, "chance": 81}], standard_strengths=[]
    )

    assert "likely (81%), from the words" in words(page)
    assert "A percentage says how often the computer was right" in words(part(page, "why"))


def test_without_labels_no_percentage_is_given_and_the_page_says_so(kindness: BeautifulSoup) -> None:
    assert "%" not in words(part(kindness, "said"))
    assert "No percentage is given" in words(part(kindness, "why"))


def test_a_promise_that_too_few_spoke_to_has_no_voice_evidence(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    page = page_of(app, term, settings, commissioner, FAIRNESS)

    assert "No voice evidence." in words(part(page, "who"))
    assert "Nobody’s words on this have been released." in words(part(page, "said"))


def test_a_finding_is_no_promise_and_is_never_without_evidence(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    page = page_of(app, term, settings, commissioner, WAITING_TIMES)
    said = words(page)

    assert "Finding 1 of 1 in “What families said about therapies”" in said
    assert "Nobody promised this." in said
    assert "No voice evidence" not in said
    assert "promise is kept" not in said


def test_the_themes_that_speak_to_it_lead_to_the_report(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    page = page_of(app, term, settings, commissioner, WAITING_TIMES)

    assert [(link["href"], words(link)) for link in part(page, "speaking").select("a")] == [
        (f"{REPORTS}{WAVE}#{WAITING}", "Waiting list")
    ]
    assert "Waiting list : 12 young people aged 11 to 25, 21 parents and carers" in words(part(page, "speaking"))


def test_words_that_nobody_released_are_not_there(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    link = {"quote_id": 3, "standard_id": KINDNESS, "standard_name": "K", "strength": "likely", "reason": "looked"}
    page = page_of(app, term, settings, commissioner, KINDNESS, quote_standards=[link])

    assert "Nobody looked at these words" not in words(page)
    assert "looked" not in words(part(page, "said"))


def test_a_standard_that_the_wave_was_not_read_against_is_not_found_in_plain_words(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    with app.app_context():
        release_report(term, settings)

    answer = commissioner.get(REPORTS + address_of("wexcombe/our_promises/beauty"))

    assert answer.status_code == 404
    assert "not read against such a promise" in words(soup(answer))


@pytest.mark.parametrize("name", [name for name, role in STAFF.items() if role != "commissioner"])
def test_nobody_but_a_commissioner_reads_the_page(app: Flask, term: Term, name: str) -> None:
    assert come_in(app, term.staff[name]).get(REPORTS + address_of(KINDNESS)).status_code == 403
