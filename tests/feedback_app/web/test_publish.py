"""The quote releaser's page: the original beside its redaction, released or refused one by one."""

from __future__ import annotations

import pytest
from bs4 import Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import arriving, jobs, publishing
from feedback_app.storage import work
from feedback_app.storage.db import transaction
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, close_and_analyse
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.respondents import WORRYING
from tests.sealed import SilentPhone
from tests.stages import Stages
from tests.term import AREA, WAVE, Term

QUOTES = f"/areas/{AREA}/quotes/{WAVE}"


@pytest.fixture
def releaser(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Omar"])


@pytest.fixture
def analysed(app: Flask, term: Term, stages: Stages) -> None:
    stages.come_to(app, close_and_analyse, term)


def shown(client: FlaskClient) -> list[str]:
    """What people wrote, as far as the page shows it: some at a time."""
    return [one.get_text().strip("“”") for one in soup(client.get(QUOTES)).select("main section > .two blockquote")]


def form_of(page: TestResponse, words: str) -> Tag:
    """The form that decides about the words of one person."""
    for form in soup(page).select("main form"):
        section = form.find_parent(["section", "li"])
        if isinstance(section, Tag) and words in section.get_text():
            return form
    raise AssertionError(f"no form for these words on {page.request.path}")


def decide(client: FlaskClient, of: str, **values: str) -> TestResponse:
    form = form_of(client.get(QUOTES), of)
    box = form.select_one("textarea")
    sent = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}
    if box is not None:
        sent["words"] = box.get_text().strip()
    return client.post(QUOTES, data=sent | values)


def state_of(app: Flask, words: str) -> str:
    with app.app_context():
        return next(one.state for one in publishing.candidates(AREA, WAVE) if one.original == words)


def test_an_open_wave_has_no_words_to_check_yet(releaser: FlaskClient) -> None:
    assert "still answering" in releaser.get(QUOTES).text


@pytest.mark.usefixtures("analysed")
def test_the_page_shows_only_what_may_be_quoted(releaser: FlaskClient) -> None:
    page = soup(releaser.get(QUOTES)).get_text()

    assert shown(releaser)
    assert all(any(one in words for words in QUOTABLE) for one in shown(releaser))
    assert NOT_TO_BE_QUOTED not in page
    assert WORRYING not in page


@pytest.mark.usefixtures("analysed")
def test_no_decision_is_made_beforehand_and_one_must_be(app: Flask, releaser: FlaskClient) -> None:
    first = shown(releaser)[0]
    assert not soup(releaser.get(QUOTES)).select("input[checked]")

    refused = decide(releaser, first)

    assert refused.status_code == 400
    assert state_of(app, first) == ""


@pytest.mark.usefixtures("analysed")
def test_words_are_released_and_refused_one_by_one(app: Flask, releaser: FlaskClient) -> None:
    first, second = shown(releaser)[:2]

    released = decide(releaser, first, decision="released")
    refused = decide(releaser, second, decision="refused", why="A classmate could guess")

    assert (released.status_code, refused.status_code) == (303, 303)
    assert state_of(app, first) == "released"
    assert state_of(app, second) == "refused"
    page = soup(releaser.get(QUOTES)).get_text()
    assert "Released: 1" in page
    assert "Not shown: 1" in page


@pytest.mark.usefixtures("analysed")
def test_a_decision_can_be_changed(app: Flask, releaser: FlaskClient) -> None:
    first = shown(releaser)[0]
    decide(releaser, first, decision="released")

    decide(releaser, first, decision="refused")

    assert state_of(app, first) == "refused"


@pytest.mark.usefixtures("analysed")
def test_words_that_still_name_somebody_come_back_with_the_reason(app: Flask, releaser: FlaskClient) -> None:
    first = shown(releaser)[0]

    refused = decide(releaser, first, decision="released", words="Mrs Harrison runs the pool")

    assert refused.status_code == 400
    assert "still looks like a name" in refused.text
    assert "Mrs Harrison runs the pool" in refused.text
    assert state_of(app, first) == ""


@pytest.mark.usefixtures("analysed")
@pytest.mark.parametrize("candidate", ["", "x", "x-y", f"{'0' * 32}-0", "0-" + "9" * 40, "1" * 32 + "-" + "9" * 5_000])
def test_words_that_were_never_offered_are_refused(releaser: FlaskClient, candidate: str) -> None:
    first = shown(releaser)[0]

    refused = decide(releaser, first, decision="released", candidate=candidate)

    assert refused.status_code == 404
    assert "There are no words there that may be quoted." in refused.text


@pytest.mark.usefixtures("analysed")
def test_a_report_that_would_tell_on_a_few_is_explained_and_not_tried_again(
    app: Flask, term: Term, releaser: FlaskClient
) -> None:
    assert text_of(releaser.get(f"{QUOTES}/pack"), "h1") == "Nobody has asked for the report yet"
    with app.app_context():
        publishing.release_pack(AREA, WAVE, staff_id=term.staff["Omar"])
        with transaction() as session:
            claimed = iter(lambda: work.claim(session), None)
            asked = next(row for row in claimed if row is not None and row.kind == "write_pack")
            work.put_back(session, asked, "EditionWouldTell in editions.py:43", for_good=True)

    page = releaser.get(f"{QUOTES}/pack")

    assert text_of(page, "h1") == "A new edition would tell on a few people"
    assert jobs.run_until_idle(app) == 0


@pytest.mark.usefixtures("analysed")
def test_the_report_is_asked_for_and_then_made(app: Flask, term: Term, releaser: FlaskClient) -> None:
    first = shown(releaser)[0]
    decide(releaser, first, decision="released")
    form = soup(releaser.get(QUOTES)).select_one(f"form[action='{QUOTES}/pack']")
    assert form is not None

    asked = releaser.post(
        str(form["action"]), data={str(one["name"]): str(one.get("value", "")) for one in form.select("input")}
    )

    assert text_of(releaser.get(str(asked.location)), "h1") == "The report is being made"
    assert jobs.run_until_idle(app) == 2
    assert text_of(releaser.get(str(asked.location)), "h1") == "The report is made"
    commissioner = come_in(app, term.staff["Dana"])
    assert commissioner.get(f"/areas/{AREA}/reports/{WAVE}").status_code == 200


def test_the_waves_of_an_area_lead_to_their_words(releaser: FlaskClient) -> None:
    page = releaser.get(f"/areas/{AREA}/quotes/")

    assert [one["href"] for one in soup(page).select("main li a")] == [QUOTES]


def test_a_wave_that_is_not_there_is_not_found(releaser: FlaskClient) -> None:
    assert releaser.get(f"/areas/{AREA}/quotes/winter").status_code == 404


@pytest.mark.usefixtures("analysed")
def test_that_some_answers_came_late_is_said_and_never_how_few(app: Flask, term: Term, releaser: FlaskClient) -> None:
    page = f"/areas/{AREA}/quotes/{WAVE}"
    assert "came after" not in releaser.get(page).text

    for several in (1, 9):
        with app.app_context():
            phones = [SilentPhone(term.opening) for _ in range(several)]
            arriving.take_in(term.opening, [phone.choose("t1", "physiotherapy") for phone in phones], key=None)
        expected = "fewer than 10" if several == 1 else "10"
        assert f"after the wave had closed: {expected}." in soup(releaser.get(page)).get_text()
