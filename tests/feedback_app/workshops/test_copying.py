"""Words of an idea that stand in a name, a reason, the action or a statement go when the idea is held or taken back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app import answering, asking, safeguarding
from feedback_app.codes import receipt_code
from feedback_app.storage.db import reading
from feedback_app.storage.tables import idea_copy
from feedback_app.workshops import actions, dots, drafting, ideas, join, linking, naming, piles, safety, statements
from feedback_app.workshops.board import Pile
from feedback_app.workshops.copying import are_copied
from tests.hall import Hall, a_hall
from tests.respondents import a_key
from tests.term import AREA, Term

IDEA = "Nobody asks us when Mr Hill moves our lockers again"
NAME = "Mr Hill moves our lockers"


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    made = a_hall(term)
    made.begin()
    made.on_to("ideas-alone")
    return made


def say(hall: Hall, words: str = IDEA) -> str:
    """One phone says it, it goes on the wall and in a pile; return the phone's key."""
    key, room = a_key(), hall.room
    opening = asking.opening_of(room.area_id, room.opening_id)
    join(opening, key)
    ideas.say(opening, room, ideas.step_of(room, "ideas-alone"), words, key=key, send_key=a_key())
    kept = ideas.waiting(room)[-1]
    ideas.decide(AREA, hall.id, kept.id, "shown", was="waiting", staff_id=hall.sam)
    piles.sort(room, [kept.id], piles.NEW, send_key=a_key(), staff_id=hall.sam)
    return key


def first(hall: Hall) -> Pile:
    return piles.of_room(hall.room).piles[0]


def called(hall: Hall, words: str = NAME) -> bool:
    return naming.name(hall.room, first(hall).id, words, staff_id=hall.sam)


def hold(hall: Hall) -> str:
    """Sam asks the safety adult about the first idea of the first pile; return the concern's reference."""
    ideas.decide(AREA, hall.id, first(hall).ideas[0].id, "ask", was="shown", staff_id=hall.sam)
    return safeguarding.waiting(hall.room.area_id)[0].reference


def release(hall: Hall, reference: str, lead: str) -> None:
    safeguarding.open_concern(hall.room.area_id, reference, staff_id=lead)
    safeguarding.release(hall.room.area_id, reference, "It is about a noise", staff_id=lead)


@pytest.mark.parametrize(
    ("words", "idea"),
    [
        (NAME, IDEA),
        ("Moves our lockers again", IDEA),
        (IDEA.upper() + "!", IDEA),
        ("Lifts", "lifts"),
        ("[name] moves our lockers", IDEA),
        ("What we say:\n1. Nobody asks us when [name] moves our lockers again\n2. Lifts", IDEA),
        ("We say that the door is always locked, and why", "The door is always locked"),
        (
            "Nobody stops when somebody shouts at us in PE again",
            "They shout and nobody stops when somebody shouts at me",
        ),
        ("Nobody’s listening", "nobody's listening to me"),
    ],
)
def test_words_that_stand_as_somebody_said_them_are_copied(words: str, idea: str) -> None:
    assert are_copied(words, idea)


@pytest.mark.parametrize(
    ("words", "idea"),
    [
        ("Lockers", IDEA),
        ("At us", IDEA),
        ("The bus", "The bus driver shuts the door on us"),
        ("Getting to school", "It is hard to get to school on my own"),
        ("We would like it to be a lot more quiet", "I would like it to be in another room"),
        ("A lift and quiet rooms", "Quiet rooms"),
        ("", IDEA),
    ],
)
def test_words_that_many_would_say_and_words_of_the_groups_own_are_not(words: str, idea: str) -> None:
    assert not are_copied(words, idea)


def test_a_pile_has_no_name_while_an_idea_that_it_is_taken_from_is_held_and_has_it_back_after(
    hall: Hall, term: Term
) -> None:
    say(hall)
    called(hall, "Lockers")
    called(hall)
    turn = hall.room.turn

    reference = hold(hall)

    held = first(hall)
    assert (held.name, held.shown_name, held.is_name_off) == ("", "Pile 1: no name yet", True)
    assert held.earlier_names == ("Lockers",)
    assert hall.room.turn > turn  # phones that show it fetch another page
    release(hall, reference, term.staff["Priya"])
    assert (first(hall).name, first(hall).is_name_off) == (NAME, False)
    safeguarding.hold_again(hall.room.area_id, reference, "It is not", staff_id=term.staff["Priya"])
    assert first(hall).name == ""


def test_another_name_takes_its_place_and_the_words_of_the_held_idea_do_not_come_again(hall: Hall) -> None:
    say(hall)
    called(hall)
    hold(hall)

    assert not called(hall)
    assert [one.level for one in safety.look(AREA, hall.id)[1]] == ["review", "amber"]  # the lead learns of it
    assert called(hall, "PE")

    assert (first(hall).name, first(hall).earlier_names) == ("PE", ())


def test_a_name_goes_for_good_when_whoever_said_its_words_takes_them_back_held_or_not(hall: Hall) -> None:
    keys = [say(hall), say(hall, "The lift never works on Mondays")]
    called(hall)
    naming.name(hall.room, piles.of_room(hall.room).piles[1].id, "The lift never works", staff_id=hall.sam)
    hold(hall)

    for key in keys:
        answering.withdraw_response(receipt_code(key))

    assert [(one.name, one.shown_name) for one in piles.of_room(hall.room).piles] == [
        ("", "Pile 1: no name yet"),
        ("", "Pile 2: no name yet"),
    ]
    with reading() as session:
        left = sa.select(idea_copy.c.answer_id).where(idea_copy.c.area_id == hall.room.area_id)
        assert session.execute(left).scalars().all() == [None, None]


def test_a_name_of_the_groups_own_stays_whatever_becomes_of_its_ideas(hall: Hall) -> None:
    key = say(hall)
    called(hall, "How people speak to us")

    hold(hall)
    answering.withdraw_response(receipt_code(key))

    assert first(hall).name == "How people speak to us"


def test_a_reason_the_action_and_a_draft_lose_the_words_of_a_held_idea_too(hall: Hall, term: Term) -> None:
    say(hall)
    called(hall)
    hall.on_to("standards")
    standard = linking.choices(hall.room)[0].standards[0].id
    linking.link(hall.room, first(hall).id, standard, f"Because {NAME}", staff_id=hall.sam)
    said = {"what": f"Stop it: {NAME}", "owner": "The school", "by_when": "", "hears": "The head"}
    actions.choose(hall.room, said, staff_id=hall.sam)
    statements.draft(hall.room, staff_id=hall.sam)
    drafted = statements.of_room(hall.room).newest
    assert drafted is not None
    assert "moves our lockers" in drafted.words

    reference = hold(hall)

    links = linking.of_room(hall.room).links
    assert [(one.standard is not None and one.standard.id, one.reason) for one in links] == [(standard, "")]
    assert actions.of_room(hall.room) is None
    assert [one.is_held for one in statements.of_room(hall.room).every] == [True]
    assert drafting.draft_of(piles.of_room(hall.room), dots.of_room(hall.room), actions.of_room(hall.room)) == ""
    assert actions.choose(hall.room, said, staff_id=hall.sam) == {"what", "owner", "by_when", "hears"}
    assert not linking.link(hall.room, first(hall).id, standard, f"Still {NAME}", staff_id=hall.sam)
    release(hall, reference, term.staff["Priya"])
    assert linking.of_room(hall.room).links[0].reason == f"Because {NAME}"
    assert actions.of_room(hall.room) is not None
