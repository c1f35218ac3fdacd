"""Phones say of the group's words whether to publish them: a voice each, no count before it is closed, none of few."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from feedback_app import answering, asking
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.codes import receipt_code
from feedback_app.workshops import ideas, join, said, statements, tapping
from feedback_app.workshops.running import SafetyAdultRunsNothing
from feedback_app.workshops.statements import NotAYes, StillOpen, TooFewAsked
from feedback_app.workshops.wordings import Agreed
from tests.hall import Hall, a_hall
from tests.respondents import a_key
from tests.term import AREA, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    """A room that has words to say yes to."""
    made = a_hall(term)
    made.begin()
    statements.write(made.room, "Ask us before you choose.", staff_id=made.sam)
    return made


def wording(hall: Hall) -> str:
    found = statements.of_room(hall.room).newest
    assert found is not None
    return found.id


def phones(hall: Hall, number: int) -> list[str]:
    keys = [a_key() for _ in range(number)]
    opening = asking.opening_of(hall.room.area_id, hall.room.opening_id)
    for key in keys:
        join(opening, key)
    return keys


def tap(hall: Hall, *keys: str, is_yes: bool = True) -> None:
    for key in keys:
        tapping.tap(hall.room, wording(hall), is_yes=is_yes, key=key)


def close(hall: Hall) -> tapping.Taps:
    tapping.close(AREA, hall.id, wording(hall), staff_id=hall.sam)
    return taps(hall)


def taps(hall: Hall) -> tapping.Taps:
    return tapping.of_wording(hall.room, wording(hall))


def say_yes(hall: Hall, agree: int = 0, people: int = 0, *, is_public: bool = True) -> Agreed:
    statements.say_yes(
        hall.room,
        wording(hall),
        agree=agree,
        people=people,
        differently="",
        is_public=is_public,
        staff_id=hall.sam,
    )
    agreed = statements.of_room(hall.room).agreed
    assert agreed is not None
    assert agreed.agreed is not None
    return agreed.agreed


def test_a_phone_has_one_voice_that_it_may_change_and_nobody_sees_which_before_they_are_closed(hall: Hall) -> None:
    keys = phones(hall, 6)
    tap(hall, *keys[:5])
    tap(hall, keys[0], keys[0], keys[1], is_yes=False)
    assert (taps(hall).joined, taps(hall).answered, taps(hall).yes, taps(hall).is_counted) == (6, 5, 0, False)
    assert [tapping.said_by(hall.room, wording(hall), key=key) for key in (keys[0], keys[4], keys[5])] == [
        False,
        True,
        None,
    ]

    found = close(hall)

    assert (found.answered, found.yes, found.is_counted, found.is_most) == (5, 3, True, True)


def test_a_phone_that_a_group_shares_is_one_voice_however_many_they_are(hall: Hall) -> None:
    hall.on_to("ideas-alone")
    room, key = hall.room, phones(hall, 1)[0]
    opening, step = asking.opening_of(room.area_id, room.opening_id), ideas.step_of(room, "ideas-alone")
    ideas.say(opening, room, step, "A lift", key=key, send_key=a_key(), together="group", people=8)

    tap(hall, key)

    assert (close(hall).joined, taps(hall).answered) == (1, 1)


@pytest.mark.parametrize("what", ["closed", "agreed", "other words", "over"])
def test_what_comes_too_late_is_not_kept(hall: Hall, what: str) -> None:
    key, earlier = phones(hall, 1)[0], wording(hall)
    happened: dict[str, Callable[[], object]] = {
        "closed": lambda: close(hall),
        "agreed": lambda: say_yes(hall, 9, 9),
        "other words": lambda: statements.write(hall.room, "Other words.", staff_id=hall.sam),
        "over": hall.end,
    }
    happened[what]()

    with pytest.raises(SurveyClosed):
        tapping.tap(hall.room, earlier, is_yes=True, key=key)

    assert tapping.of_wording(hall.room, earlier).answered == 0


def test_a_new_wording_asks_every_phone_anew(hall: Hall) -> None:
    tap(hall, *phones(hall, 3))
    close(hall)

    statements.write(hall.room, "Other words.", staff_id=hall.sam)

    assert (taps(hall).answered, taps(hall).is_closed) == (0, False)


def test_only_a_phone_that_has_joined_has_a_voice_and_the_safety_adult_closes_nothing(hall: Hall) -> None:
    with pytest.raises(PlaceLost):
        tap(hall, a_key())
    with pytest.raises(SafetyAdultRunsNothing):
        tapping.close(AREA, hall.id, wording(hall), staff_id=hall.asha)


def test_hands_of_those_without_a_phone_are_added_and_more_than_half_of_both_must_say_yes(hall: Hall) -> None:
    keys = phones(hall, 6)
    tap(hall, *keys[:3])
    tap(hall, *keys[3:], is_yes=False)
    with pytest.raises(StillOpen):
        say_yes(hall, 5, 5)
    close(hall)
    for hands in ((0, 0), (1, 2), (3, 2)):
        with pytest.raises(NotAYes):
            say_yes(hall, *hands)

    agreed = say_yes(hall, 2, 3)

    assert (agreed.agree, agreed.people, agreed.in_words) == (5, 9, "5 of 9 agree")
    assert [one.is_everybody for one in said.of_area(AREA).statements] == [False]


def test_nobody_reads_it_while_most_of_the_phones_are_silent_and_the_group_may_keep_it(hall: Hall) -> None:
    tap(hall, *phones(hall, 11)[:5])
    close(hall)
    with pytest.raises(TooFewAsked):
        say_yes(hall)

    kept = say_yes(hall, is_public=False)

    assert (kept.agree, kept.people) == (5, 5)
    assert said.of_area(AREA).statements == []


def test_what_fewer_than_five_phones_say_counts_and_is_told_in_no_number(hall: Hall) -> None:
    keys = phones(hall, 4)
    tap(hall, *keys[:3])
    tap(hall, keys[3], is_yes=False)
    found = close(hall)
    assert (found.is_counted, found.is_most) == (False, True)

    agreed = say_yes(hall, 20, 20)

    assert (agreed.agree, agreed.people) == (23, 24)
    assert agreed.in_words == "More than half agree"
    assert [one.is_everybody for one in said.of_area(AREA).statements] == [None]


def test_a_phone_whose_answers_are_taken_back_has_said_nothing(hall: Hall) -> None:
    keys = phones(hall, 2)
    tap(hall, *keys)

    answering.withdraw_response(receipt_code(keys[0]))

    assert close(hall).answered == 1
