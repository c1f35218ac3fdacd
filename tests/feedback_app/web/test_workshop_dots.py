"""Dots from their pages: a phone without scripts, paper dots, and a count that nothing has before its time."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app.workshops import naming, piles
from tests.phone import fields, soup, text_of
from tests.respondents import a_key
from tests.room import Room, a_room
from tests.term import Term

NAMES = ("Ask us first", "Getting there", "Doors", "Quiet")


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    """Four piles with names, and the step of dots is on."""
    made = a_room(app, term, "piles")
    with app.app_context():
        for words in NAMES:
            piles.sort(made.hall.room, [], piles.NEW, send_key=a_key(), staff_id=made.hall.sam)
            naming.name(made.hall.room, piles.of_room(made.hall.room).piles[-1].id, words, staff_id=made.hall.sam)
        made.hall.on_to("dots")
    return made


def put(room: Room, phone: FlaskClient, *names: str) -> TestResponse:
    page = soup(phone.get(f"/w/{room.code}/"))
    boxes = {str(label.find(string=True)).strip(): str(label["for"]) for label in page.select("#dots label")}
    return phone.post(f"/w/{room.code}/dots", data={boxes[name]: "1" for name in names})


def ticked(room: Room, phone: FlaskClient) -> list[str]:
    page = soup(phone.get(f"/w/{room.code}/"))
    return [str(text.find(string=True)) for text in page.select("#dots input[checked] + label")]


def press(room: Room, which: str, **typed: str) -> TestResponse:
    page = room.sam.get(room.at("/dots"))
    token = fields(page)["csrf_token"]
    labels = {
        label.get_text().split("typed")[0].strip(): str(label["for"]) for label in soup(page).select(".entry label")
    }
    data = {labels[name.replace("_", " ")]: number for name, number in typed.items()}
    return room.sam.post(room.at(f"/dots/{which}"), data={"csrf_token": token, **data})


def test_a_phone_puts_its_dots_and_finds_them_where_it_put_them(room: Room) -> None:
    phone = room.phone()
    assert ticked(room, phone) == []

    sent = put(room, phone, "Getting there", "Quiet")

    assert "We have your dots." in text_of(phone.get(sent.location), "#kept")
    assert ticked(room, phone) == ["Getting there", "Quiet"]
    put(room, phone, "Doors")
    assert ticked(room, phone) == ["Doors"]


def test_too_many_dots_are_said_and_stay_ticked(room: Room) -> None:
    phone = room.phone()

    refused = put(room, phone, *NAMES)

    assert refused.status_code == 400
    assert "You have 3 dots. Take 1 away" in text_of(refused, ".err")
    assert len(soup(refused).select("#dots input[checked]")) == 4
    assert ticked(room, phone) == []


def test_no_page_and_no_answer_of_a_script_has_a_count_before_it_is_closed(room: Room) -> None:
    for _ in range(7):
        put(room, room.phone(), "Doors")
    press(room, "paper", Doors="31")
    main = soup(room.phone().get(f"/w/{room.code}/")).select_one("main")
    assert main is not None
    pages = {page: room.sam.get(room.at(page)).text for page in ("", "/screen", "/dots", "/piles/", "/now", "/notes")}
    asked = room.phone().get(str(main["data-now"])).text

    assert not any("31" in soup_text or "38" in soup_text for soup_text in map(_words, [*pages.values(), asked]))
    assert "7 of 9 phones have put dots" in text_of(room.sam.get(room.at("/dots")), "main")
    assert "7 of 10 phones have put dots" not in asked
    assert soup(room.sam.get(room.at("/screen"))).select(".counted") == []


def _words(page: str) -> str:
    return BeautifulSoup(page, "html.parser").get_text()


def test_once_it_is_closed_the_hall_and_the_phones_see_the_count(room: Room) -> None:
    phone = room.phone()
    put(room, phone, "Doors", "Quiet")
    put(room, room.phone(), "Doors")
    press(room, "paper", Getting_there="5")

    press(room, "close")

    screen = soup(room.sam.get(room.at("/screen")))
    shown = [
        (row.select("dt")[0].get_text(), row.select("dd b")[0].get_text()) for row in screen.select(".counted div")
    ]
    assert shown == [("Getting there", "5"), ("Doors", "2"), ("Quiet", "1"), ("Ask us first", "0")]
    assert "What is popular here, not what is needed." in screen.get_text()
    assert "Fewest, but may be serious: Ask us first" in " ".join(screen.get_text().split())
    page = soup(phone.get(f"/w/{room.code}/"))
    assert page.select("#dots") == []
    assert [one.get_text() for one in page.select("dl.sum dd")] == ["5", "2", "1", "0"]
    table = soup(room.sam.get(room.at("/dots"))).select("tbody tr")[0]
    assert [cell.get_text() for cell in table.select("td")] == ["0", "5", "5"]


def test_dots_that_come_too_late_are_said_to_be_late(room: Room) -> None:
    phone = room.phone()
    page = soup(phone.get(f"/w/{room.code}/"))
    box = str(page.select("#dots input")[0]["name"])
    press(room, "close")

    late = phone.post(f"/w/{room.code}/dots", data={box: "1"})

    assert late.status_code == 410
    assert "The dots are closed" in text_of(late, "#late")


def test_dots_on_a_pile_that_is_not_there_any_more_are_asked_for_again(room: Room) -> None:
    phone = room.phone()

    other = phone.post(f"/w/{room.code}/dots", data={f"on-{'0' * 32}": "1"})

    assert other.status_code == 409
    assert "The piles have changed" in other.text
    assert ticked(room, phone) == []


def test_a_phone_that_lost_its_place_is_asked_to_join(room: Room) -> None:
    lost = room.app.test_client().post(f"/w/{room.code}/dots", data={})

    assert lost.status_code == 400
    assert text_of(lost, "main form[action$=join] button") == "Join"


def test_what_is_no_number_of_paper_dots_is_said_beside_its_box(room: Room) -> None:
    refused = press(room, "paper", Doors="many")

    assert refused.status_code == 400
    assert "Write how many, from 0 to 2,000" in text_of(refused, ".err")


def test_a_new_name_reaches_the_phones_while_they_put_dots(room: Room) -> None:
    with room.app.app_context():
        turn = room.hall.room.turn
        naming.name(room.hall.room, piles.of_room(room.hall.room).piles[0].id, "Listen", staff_id=room.hall.sam)

        assert room.hall.room.turn == turn + 1
    assert "Listen" in room.phone().get(f"/w/{room.code}/", follow_redirects=True).text
