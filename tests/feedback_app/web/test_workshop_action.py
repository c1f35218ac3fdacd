"""The one action from its pages: typed in, checked on the projector and on phones, and nothing typed is lost."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.respondents import WORRYING
from tests.room import Room, a_room
from tests.term import Term

SAID = {"what": "Ramps at the front", "owner": "The buildings team", "by_when": "", "hears": "Every head teacher"}


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    return a_room(app, term, "action")


def keep(room: Room, **other: str) -> TestResponse:
    page = room.sam.get(room.at("/action"))
    return room.sam.post(room.at("/action"), data=fields(page) | SAID | other)


def typed(page: TestResponse) -> dict[str, str]:
    return {str(one["name"]): one.get_text().strip() for one in soup(page).select("main textarea")}


def test_the_hall_and_the_phones_see_it_in_plain_words(room: Room) -> None:
    phone = room.phone()
    assert "What should happen?" in text_of(room.sam.get(room.at("/screen")), ".options")

    kept = keep(room)

    assert "The hall and the phones have it" in room.sam.get(kept.location).text
    for page in (room.sam.get(room.at("/screen")), phone.get(f"/w/{room.code}/")):
        words = text_of(page, "main .said")
        assert all(said in words for said in ("Ramps at the front", "The buildings team", "Every head teacher"))
        assert "No date yet" in words
    assert "Write down the action" in room.sam.get(room.at()).text


@pytest.mark.parametrize(
    ("part", "said"), [("owner", "Write whose job it is"), ("hears", "Write who must hear it"), ("what", "Write what")]
)
def test_a_part_that_is_missing_is_said_and_what_was_typed_stays(room: Room, part: str, said: str) -> None:
    refused = keep(room, **{part: ""})

    assert refused.status_code == 400
    assert said in text_of(refused, ".err")
    assert typed(refused) == SAID | {part: ""}
    assert soup(room.sam.get(room.at("/screen"))).select(".said") == []


def test_held_words_are_given_back_to_nobody_and_the_rest_stays(room: Room) -> None:
    refused = keep(room, hears=WORRYING)

    assert "Asha is told" in text_of(refused, ".err")
    assert typed(refused) == SAID | {"hears": ""}
    assert text_of(come_in(room.app, room.hall.asha).get(room.safety), "h1") == "To check: 1"
    lead = come_in(room.app, room.hall.asha)
    assert "stepdad" not in lead.get(room.safety).text


def test_what_comes_after_the_end_is_not_kept_and_not_lost(room: Room) -> None:
    page = room.sam.get(room.at("/action"))
    room.press("end")

    late = room.sam.post(room.at("/action"), data=fields(page) | SAID)

    assert late.status_code == 400
    assert typed(late) == SAID
    assert "ended without an action" in room.sam.get(room.at("/action")).text
