"""A commissioner lays two lists side by side, the worker suggests pairs, and every decision stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import jobs, relating
from feedback_app.web.dates import full_date, today
from tests.desk import come_in
from tests.feedback_app.web.test_reports import words
from tests.pages import check_page
from tests.phone import fields, soup
from tests.term import AREA, STAFF, Term

LISTS = f"/areas/{AREA}/lists/"
ONE, OTHER = "barnsley/quality_standards", "durham/therapy_feedback_themes"
KIND, TEAM = f"{ONE}/kindness", f"{OTHER}/therapy-team-feedback"
OURS = "wexcombe/six_promises"


@pytest.fixture
def commissioner(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Dana"])


def compare(app: Flask, client: FlaskClient, one: str = ONE, other: str = OTHER) -> str:
    """Ask, let the worker work, and return the address of the comparison."""
    answer = client.post(LISTS, data=fields(client.get(LISTS)) | {"one": one, "other": other})
    jobs.run_until_idle(app)
    return str(answer.headers["Location"])


def press(client: FlaskClient, address: str, decision: str, *, form: int = 0, **more: str) -> TestResponse:
    """Press a button of the page's form of that number."""
    chosen = soup(client.get(address)).select("main form")[form]
    hidden = {str(one["name"]): str(one["value"]) for one in chosen.select("input[type=hidden]")}
    return client.post(address, data=hidden | {"decision": decision, **more})


def titles(client: FlaskClient, address: str, section: str) -> list[str]:
    return [words(one) for one in soup(client.get(address)).select(f"[aria-labelledby={section}] h3")]


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ("", OTHER, "Choose the first list"),
        (ONE, "nowhere/at-all", "Choose the second list"),
        (ONE, ONE, "Choose two different lists"),
    ],
)
def test_lists_that_cannot_be_compared_are_told(commissioner: FlaskClient, one: str, other: str, problem: str) -> None:
    answer = commissioner.post(LISTS, data=fields(commissioner.get(LISTS)) | {"one": one, "other": other})

    assert answer.status_code == 400
    assert problem in words(soup(answer).select("[role=alert]")[0])
    assert [str(chosen["value"]) for chosen in soup(answer).select("option[selected]")] == [
        each for each in (one, other) if each and each != "nowhere/at-all"
    ]


def test_two_lists_of_any_strategies_are_compared_once_with_the_most_alike_first(
    app: Flask, commissioner: FlaskClient
) -> None:
    waiting = commissioner.post(LISTS, data=fields(commissioner.get(LISTS)) | {"one": ONE, "other": OURS})
    assert "The computer is comparing the two lists" in words(soup(commissioner.get(waiting.headers["Location"])))
    jobs.run_until_idle(app)

    address = compare(app, commissioner, OURS, ONE)

    assert address == waiting.headers["Location"]
    assert "“Fairness in all things” and “A fair chance”" in titles(commissioner, address, "open")
    assert all("Words in both: " in words(one) for one in soup(commissioner.get(address)).select(".machine")[:6])
    assert "to decide, 0 about the same" in words(soup(commissioner.get(LISTS)))


def test_each_suggestion_is_confirmed_refused_or_opened_again_and_every_row_stays(
    app: Flask, term: Term, commissioner: FlaskClient
) -> None:
    address = compare(app, commissioner, ONE, OURS)
    first = titles(commissioner, address, "open")[0]

    press(commissioner, address, "same", why="one wish")
    assert titles(commissioner, address, "decided") == [first]
    page = soup(commissioner.get(address))
    assert words(page.select(".adult")[0]) == f"About the same, says Dana, {full_date(today())}: one wish"
    last = len(page.select("main form")) - 2
    press(commissioner, address, "back", form=last)

    assert first in titles(commissioner, address, "open")
    assert "About the same, says Dana" in words(soup(commissioner.get(address)).select("details")[0])
    with app.app_context():
        assert relating.newest_of(AREA) == {}


def test_two_that_the_computer_did_not_suggest_can_be_related_too(
    app: Flask, term: Term, commissioner: FlaskClient
) -> None:
    address = compare(app, commissioner)

    refused = press(commissioner, address, "same", form=-1, one=KIND)
    assert refused.status_code == 400
    assert "Choose one of the second list" in words(soup(refused).select("[role=alert]")[0])
    press(commissioner, address, "not same", form=-1, one=KIND, other=TEAM)

    with app.app_context():
        assert [(one.pair, one.said) for one in relating.newest_of(AREA).values()] == [
            (frozenset((KIND, TEAM)), "refused")
        ]
    assert titles(commissioner, address, "decided") == [
        "“Kindness” and “Feedback on the children's therapy services teams”"
    ]


def test_a_comparison_is_of_its_own_area_and_for_commissioners(
    app: Flask, term: Term, commissioner: FlaskClient
) -> None:
    assert commissioner.get(f"{LISTS}{'0' * 32}").status_code == 404
    for name in STAFF:
        if name != "Dana":
            assert come_in(app, term.staff[name]).get(LISTS).status_code == 403


def test_a_strategy_of_the_installation_that_cannot_be_read_is_told_in_plain_words(
    app: Flask, commissioner: FlaskClient
) -> None:
    folder = Path(app.instance_path) / "strategies"
    folder.mkdir()
    (folder / "ours.toml").write_text("area = [", encoding="utf-8")

    page = FlaskClient.open(commissioner, LISTS, buffered=True)  # a page that fails, unlike those that are looked at

    check_page(page, path=LISTS, may_fail=True)
    assert page.status_code == 503
    assert "A strategy in this installation’s folder cannot be read." in words(soup(page))
