"""Workshops on SQLite and on PostgreSQL: sorted, named, counted, linked, suggested; and several who press at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.engine import Connection

from feedback_app import asking
from feedback_app.storage import responses
from feedback_app.storage import suggestions as suggestion_rows
from feedback_app.storage.db import transaction
from feedback_app.storage.tables import answer, idea
from feedback_app.workshops import (
    building,
    dots,
    ideas,
    join,
    linking,
    naming,
    own_plans,
    piles,
    statements,
    suggestions,
    tapping,
)
from tests.hall import a_hall
from tests.respondents import a_key
from tests.term import AREA, Term

FAIR = "wexcombe/six_promises/fair-chance"


def test_a_room_goes_from_ideas_to_links(term: Term) -> None:
    hall = a_hall(term)
    hall.begin()
    hall.on_to("piles")
    hall.put_up("The bus", "The train", "Ramps")
    room, first = hall.room, [one.id for one in piles.of_room(hall.room).alone]
    with transaction() as session:
        asked = suggestion_rows.ask(session, room.area_id, room.id, staff_id=hall.sam)
    suggestions.keep(room.area_id, asked, 3, [first[:2]])
    found = suggestions.of_room(room)
    assert found is not None
    suggestions.take(room, [found.piles[0].id], send_key=a_key(), staff_id=hall.sam)
    piles.sort(room, first[2:], piles.NEW, send_key=a_key(), staff_id=hall.sam)
    piles.undo(room, piles.of_room(room).last)
    pile = piles.of_room(room).piles[0].id
    naming.name(room, pile, "Getting there", staff_id=hall.sam)
    hall.on_to("dots")
    dots.count_paper(hall.room, {pile: 7}, staff_id=hall.sam)
    dots.close(AREA, hall.id, staff_id=hall.sam)
    linking.link(hall.room, pile, FAIR, "one bus for all", staff_id=hall.sam)

    board = piles.of_room(hall.room)

    assert [(one.name, len(one.ideas)) for one in board.piles] == [("Getting there", 2)]
    assert [one.both for one in dots.of_room(hall.room).counted] == [7]
    assert [one.reason for one in linking.of_room(hall.room).of(pile)] == ["one bus for all"]
    assert suggestions.began_so(hall.room, board) == {pile}


def test_words_of_an_idea_go_with_it_and_phones_say_yes_to_a_statement(term: Term) -> None:
    hall = a_hall(term)
    hall.begin()
    hall.on_to("piles")
    hall.put_up("The bus stop in the rain", "The train is late")
    room, key = hall.room, a_key()
    for words, one in zip(("Bus stop in the rain", "The train is late"), piles.of_room(room).alone, strict=True):
        piles.sort(room, [one.id], piles.NEW, send_key=a_key(), staff_id=hall.sam)
        naming.name(room, piles.of_room(room).piles[-1].id, words, staff_id=hall.sam)
    join(asking.opening_of(room.area_id, room.opening_id), key)
    statements.write(room, "We say: the train is late.", staff_id=hall.sam)
    wording = statements.of_room(room).every[0].id
    for is_yes in (False, True):
        tapping.tap(room, wording, is_yes=is_yes, key=key)
    tapping.close(AREA, hall.id, wording, staff_id=hall.sam)
    statements.say_yes(room, wording, agree=5, people=6, differently="", is_public=True, staff_id=hall.sam)
    agreed = statements.of_room(room).every[0].agreed
    assert agreed is not None
    assert (agreed.agree, agreed.people, agreed.is_counted) == (6, 7, False)

    bus = next(one for one in ideas.shown(room) if "bus" in one.words)
    ideas.decide(AREA, hall.id, bus.id, "ask", was="shown", staff_id=hall.sam)

    assert [one.name for one in piles.of_room(room).piles] == ["", "The train is late"]
    with transaction() as session:  # their author takes back what they said
        responses.delete(session, room.area_id, response_of(session, room.area_id, bus.id))
    assert [one.name for one in piles.of_room(room).piles] == ["", ""]
    assert [one.is_held for one in statements.of_room(room).every] == [True]


def response_of(session: Connection, area_id: str, idea_id: str) -> str:
    found = sa.select(answer.c.response_id).join(idea, idea.c.answer_id == answer.c.id)
    return str(
        session.execute(
            found.where(answer.c.area_id == area_id, idea.c.area_id == area_id, idea.c.id == idea_id)
        ).scalar_one()
    )


def test_two_who_press_at_once_both_have_their_press(term: Term, inside: Flask) -> None:
    hall = a_hall(term)
    hall.begin()
    hall.on_to("piles")
    piles.sort(hall.room, [], piles.NEW, send_key=a_key(), staff_id=hall.sam)
    room, pile = hall.room, piles.of_room(hall.room).piles[0].id

    def name(words: str) -> bool:
        with inside.app_context():
            return naming.name(room, pile, words, staff_id=hall.sam)

    with ThreadPoolExecutor(6) as pool:
        kept = list(pool.map(name, [f"Name {number}" for number in "ABCDEF"]))

    assert (kept, len(piles.of_room(room).piles[0].names)) == ([True] * 6, 6)


def test_a_plan_of_an_area_has_versions(term: Term) -> None:
    plan_id = own_plans.begin(AREA, "sixty-minutes", staff_id=term.staff["Sam"])

    own_plans.keep(
        AREA, plan_id, 1, building.without(own_plans.one(AREA, plan_id).plan, "dots"), staff_id=term.staff["Sam"]
    )
    own_plans.undo(AREA, plan_id, 2, staff_id=term.staff["Sam"])

    assert [one.version for one in own_plans.every(AREA)] == [3]
