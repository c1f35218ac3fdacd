"""The pages of piles: tick, choose, undo and name, as a browser without scripts does it; and what the hall sees."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

from feedback_app import people
from feedback_app.workshops import ideas
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.respondents import WORRYING
from tests.room import Room, a_room
from tests.term import AREA, Term

SAID = ("The bus", "The train", "Ramps")


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    """The group sorts what is on the wall; one more idea waits to be checked."""
    made = a_room(app, term)
    phone = made.phone()
    for words in SAID:
        made.say(phone, words)
        made.decide("shown")
    made.say(phone, "Not checked yet")
    with app.app_context():
        made.hall.on_to("piles")
    return made


def hidden(form: BeautifulSoup, selector: str) -> dict[str, object]:
    found = form.select_one(selector)
    assert found is not None, selector
    return {str(one["name"]): str(one["value"]) for one in found.select("input[type=hidden]")}


def sort(room: Room, *words: str, **pressed: str) -> TestResponse:
    page = soup(room.sam.get(room.at("/piles/")))
    labels = {label.get_text().strip(): str(label["for"])[2:] for label in page.select(".pick label")}
    data = {**hidden(page, "#sort"), "ideas": [labels[one] for one in words], **pressed}
    return room.sam.post(room.at("/piles/"), data=data)


def pile_ids(room: Room) -> list[str]:
    page = soup(room.sam.get(room.at("/piles/")))
    return [str(one["id"])[2:] for one in page.select("section[id^=p-]")]


def name(room: Room, pile: str, words: str) -> TestResponse:
    page = soup(room.sam.get(room.at("/piles/names")))
    data = hidden(page, f"#p-{pile} form") | {"name": words}
    return room.sam.post(room.at("/piles/names"), data=data)


def test_only_what_a_person_has_shown_can_be_sorted(room: Room) -> None:
    page = soup(room.sam.get(room.at("/piles/")))

    assert [one.get_text().strip() for one in page.select(".pick label")] == list(SAID)
    assert "Not checked yet" not in page.get_text()


def test_ticked_ideas_become_a_pile_that_the_hall_sees(room: Room) -> None:
    assert sort(room, "The bus", "The train", to="new").status_code == 303

    assert room.board() == {"Pile 1": ["The train"]}  # the newest: the others wait to be sorted beside it
    assert room.wall() == ["Ramps"]
    sort(room, "Ramps", to=pile_ids(room)[0])
    assert room.board() == {"Pile 1": ["The bus", "The train", "Ramps"]}
    sort(room, "The bus", to="chosen", into="alone")
    assert (room.board(), room.wall()) == ({"Pile 1": ["Ramps"]}, ["The bus"])


def test_a_pile_goes_whole_and_comes_back_by_undo(room: Room) -> None:
    sort(room, "The bus", "The train", to="new")
    sort(room, "Ramps", to="new")
    first, second = pile_ids(room)

    assert sort(room, whole=second, **{f"into-{second}": first}).status_code == 303
    assert room.board() == {"Pile 1": ["The bus", "The train", "Ramps"]}
    page = soup(room.sam.get(room.at("/piles/")))
    room.sam.post(room.at("/piles/undo"), data=hidden(page, "form[action$=undo]"))

    assert room.board() == {"Pile 1": ["The bus", "The train"], "Pile 2": ["Ramps"]}


@pytest.mark.parametrize(
    ("words", "pressed", "said"),
    [
        ((), {"to": "chosen", "into": "alone"}, "Tick an idea first"),
        (("The bus",), {"to": "chosen", "into": ""}, "Choose where the ideas go"),
    ],
)
def test_what_is_missing_is_said(room: Room, words: tuple[str, ...], pressed: dict[str, str], said: str) -> None:
    refused = sort(room, *words, **pressed)

    assert refused.status_code == 400
    assert said in text_of(refused, ".err")


def test_the_groups_name_stands_over_its_pile_in_lime(room: Room) -> None:
    sort(room, "The bus", "The train", to="new")
    with room.app.app_context():
        room.hall.on_to("naming")
    assert soup(room.sam.get(room.at("/screen"))).select(".pile .said") == []

    name(room, pile_ids(room)[0], "Buses")
    name(room, pile_ids(room)[0], "Getting there")

    assert room.board() == {"Getting there": ["The bus", "The train"]}
    assert text_of(room.sam.get(room.at("/screen")), ".pile .said") == "Getting there"
    names = room.sam.get(room.at("/piles/names"))
    assert "Before: “Buses”" in text_of(names, "section.card")
    assert text_of(room.sam.get(room.at("/piles/")), "section[id^=p-] mark") == "Getting there"
    assert "1 standing alone" in text_of(room.sam.get(room.at("/screen")), "main")


def test_a_name_with_words_of_an_idea_that_is_held_now_is_on_no_page_of_the_room(room: Room) -> None:
    phone = room.phone()
    with room.app.app_context():
        room.hall.put_up("The old bus stop in the rain")
    sort(room, "The old bus stop in the rain", "Ramps", to="new")
    pile = pile_ids(room)[0]
    name(room, pile, "Old bus stop in the rain")
    with room.app.app_context():
        idea = next(one for one in ideas.shown(room.hall.room) if "stop" in one.words)
        room.hall.on_to("dots")
    assert "bus stop" in phone.get(f"/w/{room.code}/").text

    with room.app.app_context():
        ideas.decide(AREA, room.hall.id, idea.id, "ask", was="shown", staff_id=room.hall.sam)

    pages = [phone.get(f"/w/{room.code}/")]
    pages += [room.sam.get(room.at(one)) for one in ("/screen", "/piles/", "/piles/names", "/dots", "/standards", "")]
    assert [one.status_code for one in pages] == [200] * 7
    assert not any("bus stop" in one.text for one in pages)
    assert "Pile 1" in text_of(pages[0], "main")
    assert room.board() == {"Pile 1": ["Ramps"]}
    assert "Its name is on no page now" in text_of(pages[3], "section.card")


def test_a_name_that_is_none_or_is_held_is_said_beside_its_box(room: Room) -> None:
    sort(room, "The bus", to="new")
    pile = pile_ids(room)[0]

    assert "Write what the group calls this pile" in text_of(name(room, pile, "?!"), ".err")
    held = name(room, pile, WORRYING[:120])

    assert "Asha is told" in text_of(held, ".err")
    assert "stepdad" not in held.text
    assert room.board() == {"Pile 1": ["The bus"]}


def test_the_projector_learns_of_a_move_and_phones_do_not_ask_for_their_page_again(room: Room) -> None:
    before = room.sam.get(room.at("/now")).json
    with room.app.app_context():
        turn = room.hall.room.turn

    sort(room, "The bus", to="new")

    assert room.sam.get(room.at("/now")).json != before
    with room.app.app_context():
        assert room.hall.room.turn == turn


def test_a_wall_that_is_full_of_piles_says_how_many_more_there_are(room: Room) -> None:
    for _ in range(8):
        sort(room, to="new")
    for words in SAID:
        sort(room, words, to=pile_ids(room)[0])

    first = soup(room.sam.get(room.at("/screen"))).select(".pile")[0]

    assert [len(first.select("li")), text_of(room.sam.get(room.at("/screen")), ".pile > .n")] == [1, "and 2 more"]


def test_the_safety_adult_sorts_nothing(room: Room) -> None:
    with room.app.app_context():
        people.add_staff(AREA, "Asha", "facilitator", same_person=True)
    asha = come_in(room.app, room.hall.asha)

    assert [asha.get(room.at(page)).status_code for page in ("/piles/", "/piles/names")] == [403, 403]
