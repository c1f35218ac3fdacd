"""The page of the computer's idea: a facilitator asks, waits without scripts too, and takes what the group wants."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from feedback_app import jobs, people
from tests.analysis.test_alike import BUSES, ODD, WAITS
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.room import Room, a_room
from tests.term import AREA, Term


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    """Twelve ideas on the wall, in the step of piles."""
    made = a_room(app, term, "piles")
    with app.app_context():
        made.hall.put_up(*BUSES, *WAITS, *ODD)
    return made


def press(room: Room, button: str) -> TestResponse:
    form = soup(room.sam.get(room.at("/suggested"))).select_one(f"form:has(#{button})")
    assert form is not None
    pressed = form.select("button")[0]
    data = [(str(one["name"]), str(one["value"])) for one in form.select("input")]
    if pressed.get("name"):
        data.append((str(pressed["name"]), str(pressed["value"])))
    fields = {name: [value for known, value in data if known == name] for name, _ in data}
    return room.sam.post(str(form["action"]), data=fields)


def test_asked_waited_for_and_taken_it_is_on_the_wall(room: Room) -> None:
    sort = soup(room.sam.get(room.at("/piles/")))
    assert room.at("/suggested") in [str(one["href"]) for one in sort.select("main a")]

    assert press(room, "ask").status_code == 303
    waiting = room.sam.get(room.at("/suggested"))
    assert "The computer is looking" in text_of(waiting, "main")
    assert soup(waiting).select("noscript meta[http-equiv=refresh]")
    before = room.sam.get(room.at("/now")).json
    jobs.run_until_idle(room.app)
    assert room.sam.get(room.at("/now")).json != before

    page = soup(room.sam.get(room.at("/suggested")))
    assert not page.select("noscript meta[http-equiv=refresh]")
    assert [one.get_text() for one in page.select(".machine .who")] == ["Suggested by the computer"] * 2
    assert room.board() == {}
    first = str(page.select(".machine button")[0]["id"])
    press(room, first)
    assert len(room.board()) == 1
    assert "It began as the computer’s idea." in room.sam.get(room.at("/piles/")).text
    press(room, "undo")
    press(room, "take-all")

    assert len(room.board()) == 2
    assert "Nothing is left of this idea" in text_of(room.sam.get(room.at("/suggested")), "main")


def test_where_few_ideas_stand_alone_it_says_so_instead_of_a_button(room: Room) -> None:
    for _ in range(5):
        room.decide("hidden", place=0)

    page = room.sam.get(room.at("/suggested"))

    assert "7 ideas stand alone. The computer needs 8" in text_of(page, "main")
    assert not soup(page).select("#ask")


def test_phones_and_the_projector_have_nothing_of_it_and_the_safety_adult_asks_nothing(room: Room) -> None:
    press(room, "ask")
    jobs.run_until_idle(room.app)

    assert "omputer" not in room.phone().get(f"/w/{room.code}/").text
    assert "omputer" not in text_of(room.sam.get(room.at("/screen")), "main")
    with room.app.app_context():
        people.add_staff(AREA, "Asha", "facilitator", same_person=True)
    asha = come_in(room.app, room.hall.asha)
    token = fields(asha.get(f"/areas/{AREA}/workshops/"))["csrf_token"]

    assert asha.get(room.at("/suggested")).status_code == 403
    assert asha.post(room.at("/suggested/ask"), data={"csrf_token": token}).status_code == 403
