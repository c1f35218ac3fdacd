"""What a group says together: drafted, worded, agreed, and for anybody only with its yes and while nothing is held."""

from __future__ import annotations

import pytest

from feedback_app import asking, safeguarding, workshops
from feedback_app.storage.areas import NoSuchArea
from feedback_app.workshops import actions, dots, drafting, ideas, naming, piles, safety, said, statements
from feedback_app.workshops.running import NotNow, SafetyAdultRunsNothing
from feedback_app.workshops.statements import NoSuchStatement, NotAStatement, NotAYes, NothingToDraft, SaidOtherwise
from feedback_app.workshops.wordings import Statement
from tests.hall import Hall, a_hall
from tests.respondents import WORRYING, a_key
from tests.term import AREA, Term

WORDS = "Ask us before you choose.\nA lift that works."


@pytest.fixture
def database_kind() -> str:
    """SQLite alone, for time: test_on_both_databases.py takes a whole room through PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    made = a_hall(term)
    made.begin()
    return made


def write(hall: Hall, words: str = WORDS) -> bool:
    return statements.write(hall.room, words, staff_id=hall.sam)


def newest(hall: Hall) -> Statement:
    found = statements.of_room(hall.room).newest
    assert found is not None
    return found


def say_yes(hall: Hall, agree: int = 9, people: int = 10, differently: str = "", *, is_public: bool = True) -> bool:
    return statements.say_yes(
        hall.room,
        newest(hall).id,
        agree=agree,
        people=people,
        differently=differently,
        is_public=is_public,
        staff_id=hall.sam,
    )


def public() -> list[str]:
    return [one.words for one in said.of_area(AREA).statements]


def idea(hall: Hall, words: str) -> ideas.Idea:
    key, room = a_key(), hall.room
    opening = asking.opening_of(room.area_id, room.opening_id)
    workshops.join(opening, key)
    ideas.say(opening, room, ideas.step_of(room, "ideas-alone"), words, key=key, send_key=a_key())
    kept = ideas.waiting(room)[-1]
    ideas.decide(AREA, hall.id, kept.id, "shown", was="waiting", staff_id=hall.sam)
    return kept


def test_a_draft_has_the_names_with_most_dots_and_the_action(hall: Hall) -> None:
    for name in ("Ask us first", "Getting there", "Doors", "Quiet"):
        piles.sort(hall.room, [], piles.NEW, send_key=a_key(), staff_id=hall.sam)
        naming.name(hall.room, piles.of_room(hall.room).piles[-1].id, name, staff_id=hall.sam)
    hall.on_to("dots")
    by_name = {one.name: one.id for one in piles.of_room(hall.room).piles}
    on_paper = {"Doors": 5, "Quiet": 3, "Getting there": 3, "Ask us first": 1}
    dots.count_paper(hall.room, {by_name[name]: on_paper[name] for name in on_paper}, staff_id=hall.sam)
    said_to = {"what": "A lift", "owner": "The council", "by_when": "", "hears": "The head"}
    actions.choose(hall.room, said_to, staff_id=hall.sam)

    open_still = drafting.draft_of(piles.of_room(hall.room), dots.of_room(hall.room), actions.of_room(hall.room))
    dots.close(AREA, hall.id, staff_id=hall.sam)
    statements.draft(hall.room, staff_id=hall.sam)

    assert open_still.split("\n")[:2] == ["What we talked about:", "1. Ask us first"]
    assert newest(hall).words.split("\n") == [
        "What matters most to us:",
        "1. Doors",
        "2. Getting there",
        "3. Quiet",
        "",
        "What should happen: A lift",
        "Who does it: The council",
        "Who must hear it: The head",
    ]


def test_without_a_name_or_an_action_there_is_nothing_to_draft(hall: Hall) -> None:
    with pytest.raises(NothingToDraft):
        statements.draft(hall.room, staff_id=hall.sam)


def test_a_yes_keeps_its_words_and_a_change_is_a_new_wording_with_a_new_yes(hall: Hall) -> None:
    write(hall)
    say_yes(hall, differently="Some want the lift first")
    write(hall, "Something else.")

    agreed = statements.of_room(hall.room).agreed
    assert agreed is not None
    assert (agreed.words, agreed.number, newest(hall).agreed) == (WORDS, 1, None)
    assert public() == [WORDS]  # the group has not said yes to other words
    say_yes(hall)
    assert public() == ["Something else."]
    assert [one.words for one in statements.of_room(hall.room).every] == [WORDS, "Something else."]


def test_nobody_says_yes_twice_or_to_words_that_have_changed(hall: Hall) -> None:
    write(hall)
    before = newest(hall).id
    write(hall, "Other words.")

    with pytest.raises(SaidOtherwise):
        statements.say_yes(hall.room, before, agree=2, people=2, differently="", is_public=False, staff_id=hall.sam)
    say_yes(hall)
    with pytest.raises(SaidOtherwise):
        say_yes(hall)


@pytest.mark.parametrize(("agree", "people"), [(5, 10), (0, 3), (4, 3), (0, 0), (501, 501)])
def test_what_half_or_fewer_agree_to_is_not_what_the_group_says(hall: Hall, agree: int, people: int) -> None:
    write(hall)

    with pytest.raises(NotAYes):
        say_yes(hall, agree, people)


def test_it_is_public_with_their_yes_alone_and_until_somebody_takes_it_off(hall: Hall) -> None:
    write(hall)
    assert public() == []
    say_yes(hall, is_public=False)
    assert public() == []
    write(hall, "Other words.")
    say_yes(hall)
    assert public() == ["Other words."]

    statements.take_off(AREA, hall.id, newest(hall).id, staff_id=hall.sam)

    assert public() == []
    with pytest.raises(NoSuchStatement):
        said.newer(AREA, newest(hall).id)
    with pytest.raises(NoSuchArea):
        said.of_area("nowhere")


def test_words_and_what_is_said_differently_go_through_the_rules_and_names_are_taken_out(hall: Hall) -> None:
    assert not write(hall, WORRYING)
    assert statements.of_room(hall.room).newest is None
    write(hall, "Sarah Jones must listen.")
    assert newest(hall).words == "[name] must listen."

    assert not say_yes(hall, differently=WORRYING)

    assert newest(hall).agreed is None
    assert len(safety.look(AREA, hall.id)[1]) == 2


def test_words_of_an_idea_that_is_held_later_leave_every_page_until_they_are_released(hall: Hall) -> None:
    hall.on_to("ideas-alone")
    kept = idea(hall, "The door is always locked!")
    write(hall, "What we say: the door is always locked. A lift.")
    say_yes(hall)
    assert public() != []
    opening = asking.opening_of(hall.room.area_id, hall.room.opening_id)

    ideas.decide(AREA, hall.id, kept.id, "ask", was="shown", staff_id=hall.sam)

    assert public() == []
    agreed = statements.of_room(hall.room).agreed
    assert agreed is not None
    assert (agreed.is_held, agreed.words) == (True, "")
    assert safeguarding.held_answers(hall.room.area_id, opening.wave_id)


def test_a_wording_fits_one_page(hall: Hall) -> None:
    for words in ("", "  ", "x" * (drafting.LONGEST + 1), "line\n" * (drafting.MOST_LINES + 1) + "end"):
        with pytest.raises(NotAStatement):
            write(hall, words)


def test_the_same_again_is_no_new_wording_and_the_hall_sees_each_new_one(hall: Hall) -> None:
    turn = hall.room.turn

    for words in (WORDS, WORDS, "Other words."):
        write(hall, words)

    assert len(statements.of_room(hall.room).every) == 2
    assert hall.room.turn == turn + 2


def test_the_safety_adult_takes_nothing_off_and_nothing_is_worded_before_it_begins(term: Term) -> None:
    hall = a_hall(term)
    with pytest.raises(NotNow):
        write(hall)
    hall.begin()
    write(hall)
    with pytest.raises(SafetyAdultRunsNothing):
        statements.take_off(AREA, hall.id, newest(hall).id, staff_id=hall.asha)
    with pytest.raises(NoSuchStatement):
        statements.take_off(AREA, hall.id, "0" * 32, staff_id=hall.sam)
