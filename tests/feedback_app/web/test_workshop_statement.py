"""What a group says together, from its pages: the hall watches, a yes freezes it, and anybody reads what they may."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app.workshops import actions, noting, statements
from tests.phone import fields, soup, text_of
from tests.respondents import WORRYING
from tests.room import Room, a_room
from tests.term import AREA, Term

WORDS = "Ask us before you choose.\nA lift that works."
IN_A_ROW = WORDS.replace("\n", " ")


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    return a_room(app, term, "statement")


def form_of(room: Room, button: str) -> dict[str, str]:
    form = soup(room.sam.get(room.at("/statement"))).select_one(f"form:has(#{button})")
    assert form is not None
    return {str(one["name"]): str(one["value"]) for one in form.select("input[type=hidden]")}


def write(room: Room, words: str = WORDS) -> TestResponse:
    return room.sam.post(room.at("/statement"), data=form_of(room, "keep") | {"words": words})


def say_yes(room: Room, **other: str) -> TestResponse:
    counted = {"agree": "9", "people": "9", "differently": "", "public": "yes"}
    return room.sam.post(room.at("/statement/yes"), data=form_of(room, "say-yes") | counted | other)


def test_the_hall_and_phones_watch_as_it_is_worded_and_agreed(room: Room) -> None:
    phone = room.phone()
    with room.app.app_context():
        said = {"what": "A lift", "owner": "The council", "by_when": "", "hears": "The head"}
        actions.choose(room.hall.room, said, staff_id=room.hall.sam)
    assert "The words come here" in text_of(room.sam.get(room.at("/screen")), "main")

    room.sam.post(room.at("/statement/draft"), data=form_of(room, "draft"))
    assert "What should happen: A lift" in text_of(room.sam.get(room.at("/screen")), ".said")
    write(room)
    for page in (room.sam.get(room.at("/screen")), phone.get(f"/w/{room.code}/")):
        assert text_of(page, "main .said") == IN_A_ROW
    say_yes(room, agree="8")

    assert "8 of 9 agree" in text_of(room.sam.get(room.at("/screen")), "main")
    assert "8 of 9 agree" in text_of(phone.get(f"/w/{room.code}/"), "main")
    room.press("end")
    assert soup(phone.get(f"/w/{room.code}/")).select("main a[href*='/said/']")


def test_paper_has_the_group_its_day_and_who_came_and_a_draft_says_that_it_is_one(room: Room) -> None:
    assert room.sam.get(room.at("/statement/paper")).status_code == 404
    write(room)
    draft = room.sam.get(room.at("/statement/paper"))
    assert "Draft." in text_of(draft, ".draft")
    with room.app.app_context():
        noting.count_people(AREA, room.hall.id, "", 14, staff_id=room.hall.sam)

    say_yes(room, agree="8", differently="Some want stairs")

    paper = room.sam.get(room.at("/statement/paper"))
    assert soup(paper).select(".draft") == []
    assert text_of(paper, "h1") == "Wexcombe Youth Council says"
    assert text_of(paper, ".said") == IN_A_ROW
    assert "14 from Wexcombe Youth Council" in text_of(paper, "footer dl")
    assert "8 of 9 who were asked" in text_of(paper, "footer dl")
    assert "Some want stairs" in text_of(paper, ".other")
    assert f"/said/{AREA}/" in text_of(paper, "footer .where")


def test_anybody_reads_it_with_their_yes_and_no_number_under_ten(room: Room) -> None:
    anybody = room.app.test_client()
    write(room)
    assert "No group has shown its words yet" in anybody.get(f"/said/{AREA}/").text

    say_yes(room, agree="8")

    listed = anybody.get(f"/said/{AREA}/")
    address = str(soup(listed).select("main h2 a")[0]["href"])
    one = anybody.get(address)
    assert text_of(one, ".said") == IN_A_ROW
    assert "Fewer than 10 people came" in one.text
    assert "Not everybody does" in one.text
    assert not any(number in text_of(one, "[aria-labelledby=who]") for number in "89")
    write(room, "Other words.")
    say_yes(room)
    assert text_of(anybody.get(anybody.get(address).location), ".said") == "Other words."
    room.sam.post(room.at("/statement/off"), data=form_of(room, "off"))
    assert anybody.get(address).status_code == 404
    assert "Other words" not in anybody.get(f"/said/{AREA}/").text
    assert anybody.get("/said/nowhere/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"agree": "10"}, "More people agree than you asked"),
        ({"agree": "4"}, "Half or fewer agree"),
        ({"agree": ""}, "Write how many agree"),
        ({"people": "many"}, "Write how many people you asked"),
        ({"public": ""}, "Ask the group: yes or no"),
        ({"differently": WORRYING}, "Asha is told"),
    ],
)
def test_a_yes_that_does_not_add_up_is_said_and_nothing_typed_is_lost(
    room: Room, wrong: dict[str, str], said: str
) -> None:
    write(room)

    refused = say_yes(room, **{"differently": "Stairs"} | wrong)

    assert refused.status_code == 400
    assert said in text_of(refused, ".err")
    page = soup(refused)
    assert page.select("#agree")[0]["value"] == wrong.get("agree", "9")
    assert page.select("#differently")[0].get_text().strip() == ("" if "differently" in wrong else "Stairs")
    with room.app.app_context():
        assert statements.of_room(room.hall.room).agreed is None


def tap(room: Room, phone: FlaskClient, choice: str) -> TestResponse:
    return phone.post(f"/w/{room.code}/statement", data=fields(phone.get(f"/w/{room.code}/")) | {"choice": choice})


def test_phones_say_yes_or_not_like_this_and_the_facilitator_sees_counts_once_they_are_closed(room: Room) -> None:
    write(room)
    phones = [room.phone() for _ in range(6)]
    first = phones[0].get(f"/w/{room.code}/")
    assert [one.get_text() for one in soup(first).select("#ask label")] == ["Yes, publish it", "Not like this"]
    assert soup(first).select("input[checked]") == []
    assert "Choose one, or leave it" in text_of(tap(room, phones[0], ""), ".err")
    stamp = room.sam.get(room.at("/now")).json

    kept = [tap(room, phone, "no" if number > 3 else "yes") for number, phone in enumerate(phones)]

    again = phones[5].get(kept[5].location)
    assert "We have it. You can change it until it is closed." in text_of(again, "#kept")
    assert [one["value"] for one in soup(again).select("input[checked]")] == ["no"]
    assert room.sam.get(room.at("/now")).json != stamp
    assert "6 of 6 phones have answered" in text_of(room.sam.get(room.at("/screen")), "main")
    page = room.sam.get(room.at("/statement"))
    assert "6 of 6 phones have answered" in text_of(page, "#yes ~ p b")
    assert soup(page).select("#say-yes, #yes ~ dl") == []  # nobody sees what they say before they are closed
    late = fields(phones[0].get(f"/w/{room.code}/")) | {"choice": "no"}
    room.sam.post(room.at("/statement/close"), data=form_of(room, "close"))
    told = soup(room.sam.get(room.at("/statement"))).select("#yes ~ dl b")
    assert [one.get_text() for one in told] == ["4", "2"]
    refused = phones[0].post(f"/w/{room.code}/statement", data=late)
    assert (refused.status_code, text_of(refused, "#late")) == (
        410,
        "That was closed, or the words have changed. Look at them again.",
    )
    assert "You chose: Not like this" in text_of(phones[5].get(f"/w/{room.code}/"), "main")
    assert "Half or fewer agree" in text_of(say_yes(room, agree="0", people="2"), ".err")

    say_yes(room, agree="", people="")

    for shown in (
        room.sam.get(room.at("/screen")),
        room.sam.get(room.at("/statement")),
        phones[5].get(f"/w/{room.code}/"),
    ):
        assert "4 of 6 agree" in text_of(shown, "main")


def test_fewer_than_five_phones_are_told_in_words_on_every_page(room: Room) -> None:
    write(room)
    phones = [room.phone() for _ in range(3)]
    for phone in phones:
        tap(room, phone, "no" if phone is phones[2] else "yes")
    room.sam.post(room.at("/statement/close"), data=form_of(room, "close"))
    assert "More than half of the phones say yes." in text_of(room.sam.get(room.at("/statement")), "#yes ~ p b")

    say_yes(room)

    pages = [room.sam.get(room.at(one)) for one in ("/statement", "/screen", "/statement/paper")]
    pages.append(room.app.test_client().get(f"/said/{AREA}/"))
    pages.append(room.app.test_client().get(str(soup(pages[3]).select("main h2 a")[0]["href"])))
    assert not any(" of 12" in one.text or "11 of" in one.text for one in pages)
    assert "More than half agree" in text_of(pages[0], "main")
    assert "More than half of those who were asked" in text_of(pages[2], "footer dl")
    assert "More than half of those who were asked agree" in text_of(pages[4], "main")


def test_held_words_are_on_no_page_and_too_long_ones_come_back(room: Room) -> None:
    held = write(room, WORRYING)
    assert "Asha is told" in text_of(held, ".err")
    assert "stepdad" not in held.text + room.sam.get(room.at("/screen")).text

    long = write(room, "word " * 400)

    assert "fit the projector and one page" in text_of(long, ".err")
    assert len(text_of(long, "#words")) > 1_000


def test_the_page_that_was_open_too_long_says_so(room: Room) -> None:
    write(room)
    before = form_of(room, "say-yes")
    write(room, "Other words.")

    counted = {"agree": "9", "people": "9", "differently": "", "public": "no"}
    late = room.sam.post(room.at("/statement/yes"), data=before | counted)

    assert late.status_code == 409
    assert "The words have changed" in late.text
