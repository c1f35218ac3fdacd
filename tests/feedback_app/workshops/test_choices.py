"""Polls and the check-out: a phone chooses once and may change it, hands are counted, and the tally waits."""

from __future__ import annotations

import pytest

from feedback_app import asking, workshops
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.asking import Opening
from feedback_app.workshops import choices
from feedback_app.workshops.choices import NoSuchPoll, NotAChoice, NotForTheScreen
from feedback_app.workshops.running import SafetyAdultRunsNothing
from tests.hall import Hall, a_hall
from tests.respondents import a_key
from tests.term import AREA, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone, for time: test_on_both_databases.py takes a whole room through PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    made = a_hall(term)
    made.begin()
    made.on_to("warm-up")
    return made


def phone_of(hall: Hall) -> str:
    key = a_key()
    workshops.join(opening_of(hall), key)
    return key


def opening_of(hall: Hall) -> Opening:
    return asking.opening_of(hall.room.area_id, hall.room.opening_id)


def press(hall: Hall, what: choices.Press, step: str = "warm-up") -> None:
    choices.press(AREA, hall.id, step, what, staff_id=hall.sam)


def tally(hall: Hall, step: str = "warm-up") -> list[int]:
    return [one.both for one in choices.poll_of(hall.room, step).chosen]


def test_a_phone_that_sends_again_or_changes_its_mind_is_counted_once(hall: Hall) -> None:
    key, other = phone_of(hall), phone_of(hall)

    for choice in (0, 0, 1):
        choices.choose(hall.room, "warm-up", choice, key=key)
    choices.choose(hall.room, "warm-up", 1, key=other)

    assert tally(hall) == [0, 2, 0]
    assert choices.chosen_by(hall.room, "warm-up", key=key) == 1


def test_hands_are_added_to_phones_and_counting_again_corrects_them(hall: Hall) -> None:
    choices.choose(hall.room, "warm-up", 0, key=phone_of(hall))

    for counted in ([9, 9, 9], [2, 0, 5]):
        choices.count_hands(AREA, hall.id, "warm-up", counted, staff_id=hall.sam)

    assert tally(hall) == [3, 0, 5]
    assert choices.poll_of(hall.room, "warm-up").answered == 8


def test_a_poll_that_is_closed_takes_no_more_until_it_is_opened_again(hall: Hall) -> None:
    key = phone_of(hall)
    press(hall, "close")

    with pytest.raises(SurveyClosed):
        choices.choose(hall.room, "warm-up", 0, key=key)
    press(hall, "reopen")
    choices.choose(hall.room, "warm-up", 0, key=key)

    assert tally(hall) == [1, 0, 0]


def test_whoever_is_slow_still_chooses_in_the_next_step_but_not_before_it_begins_or_after_the_end(hall: Hall) -> None:
    key = phone_of(hall)
    with pytest.raises(SurveyClosed):
        choices.choose(hall.room, "check-out", 0, key=key)

    hall.on_to("ideas-alone")
    choices.choose(hall.room, "warm-up", 2, key=key)
    hall.end()

    assert tally(hall) == [0, 0, 1]
    with pytest.raises(SurveyClosed):
        choices.choose(hall.room, "warm-up", 0, key=key)


def test_every_press_shows_on_the_pages_and_showing_closes(hall: Hall) -> None:
    turn = hall.room.turn

    press(hall, "show")

    poll = choices.poll_of(hall.room, "warm-up")
    assert (poll.is_open, poll.is_shown, hall.room.turn) == (False, True, turn + 1)
    press(hall, "hide")
    poll = choices.poll_of(hall.room, "warm-up")
    assert (poll.is_open, poll.is_shown) == (False, False)


def test_the_check_out_is_never_shown_on_the_projector(hall: Hall) -> None:
    with pytest.raises(NotForTheScreen):
        press(hall, "show", "check-out")


def test_cards_are_counted_after_everybody_has_gone(hall: Hall) -> None:
    hall.on_to("check-out")
    hall.end()

    choices.count_hands(AREA, hall.id, "check-out", [4, 1, 1, 0], staff_id=hall.sam)

    assert tally(hall, "check-out") == [4, 1, 1, 0]


@pytest.mark.parametrize("counted", [[1, 2], [1, 2, -1], [1, 2, 501]])
def test_a_count_that_cannot_be_is_refused(hall: Hall, counted: list[int]) -> None:
    with pytest.raises(NotAChoice):
        choices.count_hands(AREA, hall.id, "warm-up", counted, staff_id=hall.sam)


def test_a_choice_that_is_none_and_a_step_that_is_no_poll_are_refused(hall: Hall) -> None:
    key = phone_of(hall)

    with pytest.raises(NotAChoice):
        choices.choose(hall.room, "warm-up", 3, key=key)
    with pytest.raises(NoSuchPoll):
        choices.choose(hall.room, "ideas-alone", 0, key=key)
    with pytest.raises(PlaceLost):
        choices.choose(hall.room, "warm-up", 0, key=a_key())
    with pytest.raises(SafetyAdultRunsNothing):
        choices.press(AREA, hall.id, "warm-up", "close", staff_id=hall.asha)
