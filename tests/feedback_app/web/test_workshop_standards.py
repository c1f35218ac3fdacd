"""The page on which piles meet standards, as a browser without scripts uses it; and what the hall and phones see."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from feedback_app import people
from feedback_app.workshops import dots, naming, piles
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.respondents import WORRYING, a_key
from tests.room import Room, a_room
from tests.term import AREA, Term

FAIR, KIND = "wexcombe/six_promises/fair-chance", "wexcombe/six_promises/kind-people"
NAMES = ("Ask us first", "Getting there", "Doors", "Quiet")


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    """Four piles with names; the step of standards is on, and the dots are closed."""
    made = a_room(app, term, "dots")
    with app.app_context():
        for _ in NAMES:
            piles.sort(made.hall.room, [], piles.NEW, send_key=a_key(), staff_id=made.hall.sam)
        for one, words in zip(piles.of_room(made.hall.room).piles, NAMES, strict=True):
            naming.name(made.hall.room, one.id, words, staff_id=made.hall.sam)
            dots.count_paper(made.hall.room, {one.id: 9 - one.number}, staff_id=made.hall.sam)
        dots.close(AREA, made.hall.id, staff_id=made.hall.sam)
        made.hall.on_to("standards")
    return made


def press(room: Room, name: str, path: str = "/standards", **typed: str) -> TestResponse:
    """The form of a pile (or its first link's, or Undo) with what was typed into it."""
    page = soup(room.sam.get(room.at("/standards")))
    for form in page.select(f"form[action$='{path}']"):
        card = form.find_parent("section")
        if not name or (card and name in card.select("h2")[0].get_text()):
            data = {str(one["name"]): str(one["value"]) for one in form.select("input[type=hidden]")}
            return room.sam.post(room.at("/standards" + path.removeprefix("/standards")), data=data | typed)
    raise AssertionError(f"no form {path} for {name}")


def test_the_top_piles_come_first_and_the_others_are_folded(room: Room) -> None:
    page = soup(room.sam.get(room.at("/standards")))

    names = [one.get_text() for one in page.select(".piles section h2")]
    assert names == list(NAMES)
    assert [one.get_text() for one in page.select("#others section h2")] == ["Quiet"]
    assert not page.select("#others[open], option[selected]")  # no answer is chosen beforehand
    hall = soup(room.sam.get(room.at("/screen")))
    assert [one.get_text() for one in hall.select(".about .said")] == list(NAMES[:3])
    assert [len(hall.select(".promises dt")), hall.select("main > .n")[0].get_text()] == [6, "and 7 more on your phone"]


def test_a_link_stands_with_its_reason_in_lime_and_the_hall_reads_it_in_plain_words(room: Room) -> None:
    assert press(room, "Doors", standard=FAIR, reason="the lift is for staff").status_code == 303
    press(room, "Doors", standard=KIND, reason="they are kind at the door")
    press(room, "Quiet", standard="none", reason="nobody promised quiet")

    hall = soup(room.sam.get(room.at("/screen")))
    said = [[line.get_text() for line in one.select("p")] for one in hall.select(".about li")]
    assert said[0][:3] == ["Doors", "A fair chanceIt is fair. I am told why.", "Because: the lift is for staff"]
    assert said[1][:2] == ["Quiet", "None of these"]
    assert hall.select(".about mark")[0].get_text() == "the lift is for staff"
    page = soup(room.sam.get(room.at("/standards")))
    assert len(page.select(".adult mark")) == 3
    assert page.select("#others[open]")


@pytest.mark.parametrize(("standard", "called"), [(FAIR, "A fair chance"), ("none", "None of these")])
def test_a_link_is_taken_away_and_comes_back_by_undo(room: Room, standard: str, called: str) -> None:
    press(room, "Doors", standard=standard, reason="the lift is for staff")

    press(room, "Doors", "/off")
    assert soup(room.sam.get(room.at("/standards"))).select(".adult") == []
    press(room, "", "/undo")

    assert called in text_of(room.sam.get(room.at("/standards")), ".adult")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"standard": "", "reason": "why not"}, "Choose what it is about"),
        ({"standard": FAIR, "reason": ""}, "Write why, in the group’s words"),
        ({"standard": FAIR, "reason": "x" * 301}, "shorter than 300 letters"),
        ({"standard": FAIR, "reason": WORRYING}, "Asha is told"),
    ],
)
def test_what_is_missing_or_held_is_said_beside_its_box(room: Room, typed: dict[str, str], said: str) -> None:
    refused = press(room, "Getting there", **typed)

    assert refused.status_code == 400
    assert said in text_of(refused, ".err")
    assert "stepdad" not in refused.text
    assert soup(room.sam.get(room.at("/standards"))).select(".adult") == []


def test_phones_have_the_promises_in_plain_words_while_their_step_is_on(room: Room) -> None:
    phone = room.phone()

    assert "It is fair. I am told why." in phone.get(f"/w/{room.code}/").text
    room.press("next")
    assert "It is fair. I am told why." not in phone.get(f"/w/{room.code}/").text


def test_the_remote_leads_there_and_the_projector_learns_of_a_link(room: Room) -> None:
    remote = soup(room.sam.get(room.at()))
    assert room.at("/standards") in [str(one["href"]) for one in remote.select("main a.btn")]
    before = room.sam.get(room.at("/now")).json

    press(room, "Doors", standard=FAIR, reason="the lift is for staff")

    assert room.sam.get(room.at("/now")).json != before


def test_the_safety_adult_links_nothing(room: Room) -> None:
    with room.app.app_context():
        people.add_staff(AREA, "Asha", "facilitator", same_person=True)
    asha = come_in(room.app, room.hall.asha)

    assert asha.get(room.at("/standards")).status_code == 403
