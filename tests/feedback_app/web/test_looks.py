"""A commissioner chooses lists, the worker looks, and the page tells what may be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import looking, looks, relating
from feedback_app.config import Settings
from feedback_app.storage import looks as kept
from feedback_app.storage.db import transaction
from tests.closed_wave import collect
from tests.desk import come_in
from tests.feedback_app.released import release_report
from tests.feedback_app.web.test_reports import words
from tests.phone import soup
from tests.term import AREA, STAFF, WAVE, Term

LISTS = f"/areas/{AREA}/reports/{WAVE}/lists/"
CHOSEN = ("barnsley/quality_standards", "wexcombe/six_promises")


def told(people: int | None = 14) -> Mapping[str, Any]:
    """What a look may tell: one list, one group."""
    shown = "fewer than 10" if people is None else str(people)
    standards = [{"id": "barnsley/quality_standards/kindness", "name": "Kindness", "status": ""}]
    one: dict[str, Any] = {"id": CHOSEN[0], "name": "Quality standards", "strategy": "Barnsley’s strategy"}
    one |= {"version": 2, "status": "draft", "kind": "standard", "is_promise": True, "later_than": None}
    count = {"standard": standards[0]["id"], "group": "parents", "people": people, "shown": shown}
    return {
        "groups": [["parents", "Parents and carers"]],
        "lists": [one | {"standards": standards}],
        "counts": [count],
        "shared": [],
        "related": [],
        "moved": [],
    }


@pytest.fixture
def commissioner(app: Flask, term: Term, settings: Settings) -> FlaskClient:
    with app.app_context():
        release_report(term, settings)
    return come_in(app, term.staff["Dana"])


def ask(client: FlaskClient, *lists: str) -> str:
    token = soup(client.get(LISTS)).select_one("form [name=csrf_token]")
    data = {"lists": list(lists), "csrf_token": token["value"] if token else ""}
    return str(client.post(LISTS, data=data).headers.get("Location", ""))


def test_every_list_can_be_chosen_and_says_what_it_is(commissioner: FlaskClient) -> None:
    page = soup(commissioner.get(LISTS))

    labels = [words(one) for one in page.select("form label")]
    assert any("nobody’s promise" in one for one in labels)
    assert any(one.endswith("In the report") for one in labels)
    assert "Status:" in words(page)


@pytest.mark.parametrize(
    ("lists", "problem"),
    [
        ((), "Choose one list or more"),
        (("nowhere/at-all",), "Choose from these lists"),
        (tuple(f"x/{number}" for number in range(7)), "Choose 6 lists at most"),
    ],
)
def test_lists_that_cannot_be_looked_at_are_told(
    commissioner: FlaskClient, lists: tuple[str, ...], problem: str
) -> None:
    token = soup(commissioner.get(LISTS)).select_one("form [name=csrf_token]")
    answer = commissioner.post(LISTS, data={"lists": list(lists), "csrf_token": token["value"] if token else ""})

    assert answer.status_code == 400
    assert problem in words(soup(answer).select("[role=alert]")[0])


def test_the_worker_looks_and_the_page_waits_for_it(app: Flask, term: Term, commissioner: FlaskClient) -> None:
    with app.app_context():
        collect(term)
    address = ask(commissioner, *CHOSEN)

    assert "The computer is reading what people said" in words(soup(commissioner.get(address)))
    with app.app_context():
        looking.make_look(term.area_id, address.rpartition("/")[2])
    page = soup(commissioner.get(address))
    assert "Asked for by Dana" in words(page)
    assert [words(one) for one in page.select("h2")][:2] == ["CYP Quality Standards", "Six promises"]
    assert "stands in the report" in words(page)
    assert "Ready." in words(soup(commissioner.get(LISTS)))


def test_numbers_stand_by_group_and_few_people_as_a_sign(app: Flask, term: Term, commissioner: FlaskClient) -> None:
    address = ask(commissioner, CHOSEN[0])
    for people, cells, few in ((14, ["Kindness", "14"], False), (None, [], True)):
        with app.app_context(), transaction() as session:
            kept.tell(session, term.area_id, address.rpartition("/")[2], told(people))

        page = soup(commissioner.get(address))

        assert [words(one) for one in page.select("tbody tr > *")] == cells
        assert ("Too few to show in any of these: Parents and carers." in words(page)) is few
        assert "Status of the strategy: draft" in words(page)


def test_a_look_that_differs_by_a_few_from_an_earlier_one_is_not_shown(
    app: Flask, term: Term, commissioner: FlaskClient
) -> None:
    first, second, third = (ask(commissioner, CHOSEN[0]).rpartition("/")[2] for _ in range(3))
    with app.app_context():
        for look_id, people in ((first, 14), (second, 13), (third, 24)):
            looking.keep(term.area_id, look_id, told(people))
        found = [looks.look_named(AREA, WAVE, look_id).told for look_id in (first, second, third)]

    assert [one == {"refused": True} for one in found] == [False, True, False]
    assert "This is not shown" in words(soup(commissioner.get(f"{LISTS}{second}")))


def test_a_look_is_of_its_own_wave_and_for_commissioners(app: Flask, term: Term, commissioner: FlaskClient) -> None:
    assert commissioner.get(f"{LISTS}{'0' * 32}").status_code == 404
    for name in STAFF:
        if name != "Dana":
            assert come_in(app, term.staff[name]).get(LISTS).status_code == 403


def test_what_was_decided_since_stands_beside_a_pair_of_an_earlier_look(
    app: Flask, term: Term, commissioner: FlaskClient
) -> None:
    one, other = "barnsley/quality_standards/kindness", "wexcombe/six_promises/kind-people"
    pair = {"one": one, "other": other, "by_words": 1, "by_voices": 0, "state": "suggested", "who": "", "why": ""}
    address = ask(commissioner, *CHOSEN)
    ours = {"id": CHOSEN[1], "standards": [{"id": other, "name": "Kind people", "status": ""}]}
    lists = [told()["lists"][0], {**told()["lists"][0], **ours}]
    with app.app_context(), transaction() as session:
        kept.tell(session, term.area_id, address.rpartition("/")[2], {**told(), "lists": lists, "related": [pair]})

    assert "Suggested by the computer: their words are alike" in words(soup(commissioner.get(address)))
    with app.app_context():
        relating.decide(AREA, one, other, said="confirmed", staff_id=term.staff["Dana"], why="one wish")

    assert "Confirmed by Dana: one wish" in words(soup(commissioner.get(address)))
