"""One action: kept in the group's words, without names, until the workshop ends; what the rules hold is not kept."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app.storage.db import reading
from feedback_app.storage.tables import workshop_action
from feedback_app.workshops import actions, safety
from feedback_app.workshops.actions import NotAnAction
from feedback_app.workshops.running import NotNow
from tests.hall import Hall, a_hall
from tests.respondents import WORRYING
from tests.term import AREA, Term

SAID = {"what": "Ramps at the front", "owner": "The buildings team", "by_when": "", "hears": "Every head teacher"}


@pytest.fixture
def hall(term: Term) -> Hall:
    made = a_hall(term)
    made.begin()
    return made


def choose(hall: Hall, **other: str) -> frozenset[str]:
    return actions.choose(hall.room, SAID | other, staff_id=hall.sam)


def rows() -> int:
    with reading() as session:
        counted = sa.select(sa.func.count()).select_from(workshop_action)
        return int(session.execute(counted.execution_options(any_area="a test looks at all")).scalar_one())


def test_the_newest_is_the_action_and_those_before_it_stay(hall: Hall) -> None:
    turn = hall.room.turn

    for when in ("", "Before the summer", "Before the summer"):
        choose(hall, by_when=when)

    action = actions.of_room(hall.room)
    assert action is not None
    assert action.by_when == "Before the summer"
    assert rows() == 2  # the same again is no new one
    assert hall.room.turn == turn + 2


def test_names_are_taken_out_before_it_is_kept_and_places_and_days_stay(hall: Hall) -> None:
    choose(hall, owner="Sarah Jones in the buildings team", by_when="3 March 2027")

    action = actions.of_room(hall.room)
    assert action is not None
    assert "Sarah" not in action.owner
    assert "[name]" in action.owner
    assert action.by_when == "3 March 2027"


def test_what_the_rules_hold_is_not_kept_and_the_safety_adult_is_told(hall: Hall) -> None:
    held = choose(hall, what=WORRYING)

    assert held == {"what"}
    assert actions.of_room(hall.room) is None
    assert len(safety.look(AREA, hall.id)[1]) == 1


@pytest.mark.parametrize("part", ["what", "owner", "hears"])
def test_an_action_without_one_of_three_parts_is_none(hall: Hall, part: str) -> None:
    with pytest.raises(NotAnAction):
        choose(hall, **{part: " "})


def test_it_stays_as_it_is_once_the_workshop_is_over(hall: Hall) -> None:
    choose(hall)
    hall.end()

    with pytest.raises(NotNow):
        choose(hall, what="Something else")
    assert actions.of_room(hall.room) is not None
