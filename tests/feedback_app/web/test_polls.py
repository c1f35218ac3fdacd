"""Polls and the check-out from their pages: one tap, no tally before it is shown, one more line that is checked."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.respondents import WORRYING
from tests.room import Room, a_room
from tests.term import Term


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    return a_room(app, term)


def at(room: Room, step: str) -> None:
    """The room is at this step: forwards only, and `room` begins at the ideas."""
    with room.app.app_context():
        room.hall.on_to(step)


def warm_up(room: Room) -> None:
    room.press("back")


def choose(room: Room, phone: FlaskClient, choice: str = "0", **more: str) -> TestResponse:
    page = phone.get(f"/w/{room.code}/")
    return phone.post(f"/w/{room.code}/choice", data={**fields(page), "choice": choice, **more})


def press(room: Room, what: str, step: str) -> TestResponse:
    form = soup(room.sam.get(room.at("/polls"))).select_one(f"form:has(#{what}-{step})")
    assert form is not None
    data = {str(one["name"]): str(one["value"]) for one in form.select("input")}
    return room.sam.post(room.at("/polls"), data=data | {"press": what})


def test_a_phone_chooses_with_one_tap_and_may_change_it(room: Room) -> None:
    warm_up(room)
    phone = room.phone()
    first = phone.get(f"/w/{room.code}/")
    assert text_of(first, "h1") == "Has anybody asked you before?"
    assert soup(first).select("input[checked]") == []

    kept = choose(room, phone, "1")

    page = phone.get(kept.location)
    assert "We have it." in text_of(page, "#kept")
    assert [one["value"] for one in soup(page).select("input[checked]")] == ["1"]
    assert text_of(page, "main form[data-idea] .btn") == "Change my answer"


def test_nothing_chosen_is_said_plainly(room: Room) -> None:
    warm_up(room)

    refused = choose(room, room.phone(), "9")

    assert refused.status_code == 400
    assert "Choose one answer" in text_of(refused, ".err")


def test_the_tally_is_nobodys_before_it_is_shown(room: Room) -> None:
    warm_up(room)
    phone, other = room.phone(), room.phone()
    for one in (phone, other):
        choose(room, one)
    assert "2 answered." in text_of(room.sam.get(room.at("/screen")), "main")
    for page in (room.sam.get(room.at("/polls")), room.sam.get(room.at("/screen")), phone.get(f"/w/{room.code}/")):
        assert soup(page).select("table, .tally, #tally") == []

    press(room, "show", "warm-up")

    tally = [text_of_each.get_text() for text_of_each in soup(room.sam.get(room.at("/screen"))).select(".tally dd b")]
    assert tally == ["2", "0", "0"]
    told = phone.get(f"/w/{room.code}/")
    assert "You chose: Yes" in text_of(told, ".lead:has(mark)")
    assert [dd.get_text() for dd in soup(told).select("section dl dd")][:3] == ["2", "0", "0"]
    press(room, "hide", "warm-up")
    assert soup(room.sam.get(room.at("/screen"))).select(".tally") == []


def test_hands_are_typed_in_and_what_is_wrong_loses_nothing(room: Room) -> None:
    warm_up(room)
    page = room.sam.get(room.at("/polls"))
    form = soup(page).select_one("form:has(#warm-up-hands0)")
    assert form is not None
    typed = {str(one["name"]): "" for one in form.select("input[type=text]")}
    hidden = {str(one["name"]): str(one["value"]) for one in form.select("input[type=hidden]")}
    boxes = sorted(typed)

    refused = room.sam.post(room.at("/polls/hands"), data=hidden | {boxes[0]: "12", boxes[1]: "many", boxes[2]: ""})
    assert refused.status_code == 400
    assert "Write how many" in text_of(refused, ".err")
    assert soup(refused).select_one("#warm-up-hands0")["value"] == "12"  # type: ignore[index]  # it is there
    room.sam.post(room.at("/polls/hands"), data=hidden | {boxes[0]: "12", boxes[1]: "3", boxes[2]: ""})

    press(room, "close", "warm-up")
    cells = [one.get_text() for one in soup(room.sam.get(room.at("/polls"))).select("td b")]
    assert cells == ["12", "3", "0"]


def test_one_more_line_at_the_check_out_waits_as_an_idea_does_and_the_rules_see_it(room: Room) -> None:
    at(room, "check-out")
    phone, other = room.phone(), room.phone()

    for _ in range(2):
        sent = choose(room, phone, "0", words="It was loud")
    choose(room, other, "2", words=WORRYING)

    assert "We have it." in phone.get(sent.location).text
    assert room.waiting() == ["It was loud", "It was loud"]  # two pages, each sent once
    assert text_of(come_in(room.app, room.hall.asha).get(room.safety), "h1") == "To check: 1"
    assert "stepdad" not in room.sam.get(room.at("/polls")).text
    press(room, "close", "check-out")
    page = room.sam.get(room.at("/polls"))
    assert "This is for you" in page.text
    assert soup(page).select("#show-check-out") == []


def test_the_same_page_sent_twice_keeps_its_line_once(room: Room) -> None:
    at(room, "check-out")
    phone = room.phone()
    data = {**fields(phone.get(f"/w/{room.code}/")), "choice": "0", "words": "It was loud"}

    for _ in range(2):
        phone.post(f"/w/{room.code}/choice", data=data)

    assert room.waiting() == ["It was loud"]


def test_a_line_that_comes_after_it_was_closed_is_given_back(room: Room) -> None:
    at(room, "check-out")
    phone = room.phone()
    data = {**fields(phone.get(f"/w/{room.code}/")), "choice": "0", "words": "It was loud"}
    press(room, "close", "check-out")

    late = phone.post(f"/w/{room.code}/choice", data=data)

    assert late.status_code == 410
    assert "It was loud" in text_of(late, "main .only")
    assert room.waiting() == []


@pytest.mark.parametrize("made_up", [{"press": "explode"}, {"press": "show", "step": "check-out"}])
def test_a_press_that_is_none_is_refused(room: Room, made_up: dict[str, str]) -> None:
    hidden = fields(room.sam.get(room.at("/polls")))

    assert room.sam.post(room.at("/polls"), data={**hidden, "step": "warm-up", **made_up}).status_code == 400


def test_other_staff_have_no_page_of_polls(room: Room, term: Term) -> None:
    assert come_in(room.app, term.staff["Dana"]).get(room.at("/polls")).status_code == 403
