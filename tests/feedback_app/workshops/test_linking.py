"""Linking: a pile is about one standard, several or none, for a reason of the group's, and each press can be undone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import sqlalchemy as sa

from feedback_app.storage.db import reading
from feedback_app.storage.tables import pile_standard
from feedback_app.workshops import dots, linking, piles, safety
from feedback_app.workshops.board import NoSuchPile
from feedback_app.workshops.linking import NONE, NoReason, NoSuchStandard
from feedback_app.workshops.piles import NEW
from tests.hall import Hall, a_hall
from tests.respondents import WORRYING, a_key
from tests.term import AREA, Term

FAIR, KIND = "wexcombe/six_promises/fair-chance", "wexcombe/six_promises/kind-people"


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def hall(term: Term) -> Hall:
    """A room with four piles, in the step of dots."""
    made = a_hall(term)
    made.begin()
    made.on_to("dots")
    for _ in range(4):
        piles.sort(made.room, [], NEW, send_key=a_key(), staff_id=made.sam)
    return made


def pile(hall: Hall, number: int) -> str:
    return piles.of_room(hall.room).piles[number - 1].id


def link(hall: Hall, number: int, standard: str, reason: str = "they decide without us") -> bool:
    return linking.link(hall.room, pile(hall, number), standard, reason, staff_id=hall.sam)


def linked(hall: Hall) -> Sequence[tuple[int, str, str]]:
    found = linking.of_room(hall.room).links
    return [(one.pile.number, one.standard.name if one.standard else "", one.reason) for one in found]


def test_a_pile_may_be_about_several_standards_and_a_later_reason_takes_the_place_of_the_earlier(hall: Hall) -> None:
    link(hall, 1, FAIR)
    link(hall, 1, KIND, "nobody shouts\n")

    link(hall, 1, FAIR, "one bus for all")

    assert linked(hall) == [(1, "A fair chance", "one bus for all"), (1, "Kind people", "nobody shouts")]
    with reading() as session:
        mine = sa.select(pile_standard).where(pile_standard.c.area_id == hall.room.area_id)
        kept = session.execute(mine).all()
    assert len(kept) == 3
    assert not any(b"bus" in row.reason.sealed for row in kept)


def test_none_of_these_is_an_answer_with_a_reason_and_stands_beside_no_standard(hall: Hall) -> None:
    link(hall, 1, FAIR)
    link(hall, 2, KIND)

    link(hall, 1, NONE, "no promise is about the bus")
    assert linked(hall) == [(1, "", "no promise is about the bus"), (2, "Kind people", "they decide without us")]
    link(hall, 1, KIND)

    assert [one[:2] for one in linked(hall)] == [(1, "Kind people"), (2, "Kind people")]


def test_undo_takes_back_one_press_and_brings_back_what_it_took_away(hall: Hall) -> None:
    link(hall, 1, FAIR)
    linking.unlink(hall.room, pile(hall, 1), FAIR, staff_id=hall.sam)
    assert linked(hall) == []
    last = linking.of_room(hall.room).last

    for _ in range(2):
        linking.undo(hall.room, last)
    assert [one[:2] for one in linked(hall)] == [(1, "A fair chance")]
    linking.undo(hall.room, linking.of_room(hall.room).last)

    assert (linked(hall), linking.of_room(hall.room).last) == ([], "")


def test_the_same_link_sent_again_and_a_link_that_is_not_there_make_no_row(hall: Hall) -> None:
    link(hall, 1, FAIR)
    before = linking.mark(hall.room)

    link(hall, 1, FAIR)
    linking.unlink(hall.room, pile(hall, 1), KIND, staff_id=hall.sam)

    assert linking.mark(hall.room) == before
    linking.undo(hall.room, linking.of_room(hall.room).last)
    assert linking.mark(hall.room) != before


def test_the_top_piles_are_three_and_those_with_as_many_dots_once_dots_are_closed(hall: Hall) -> None:
    for number, paper in ((1, 2), (2, 5), (3, 2), (4, 2)):
        dots.count_paper(hall.room, {pile(hall, number): paper}, staff_id=hall.sam)

    def top() -> list[int]:
        return [one.number for one in linking.top(piles.of_room(hall.room), dots.of_room(hall.room))]

    assert top() == []
    dots.close(AREA, hall.id, staff_id=hall.sam)
    assert top() == [2, 1, 3, 4]
    dots.count_paper(hall.room, {pile(hall, 4): 0}, staff_id=hall.sam)
    assert top() == [2, 1, 3]


def test_what_is_no_standard_no_reason_or_no_pile_is_refused(hall: Hall) -> None:
    with pytest.raises(NoSuchStandard):
        link(hall, 1, "wexcombe/therapy_themes/no-such")
    with pytest.raises(NoReason):
        link(hall, 1, FAIR, " ")
    with pytest.raises(NoSuchPile):
        linking.link(hall.room, "0" * 32, FAIR, "why", staff_id=hall.sam)


def test_only_promises_are_the_choice_where_the_wave_has_any(hall: Hall) -> None:
    kinds = {one.kind for choice in linking.choices(hall.room) for one in choice.standards}

    assert kinds == {"standard", "priority", "outcome"}


def test_a_reason_that_the_rules_hold_is_kept_nowhere_and_the_safety_adult_is_told(hall: Hall) -> None:
    assert not link(hall, 1, FAIR, WORRYING)

    assert (linked(hall), len(safety.look(AREA, hall.id)[1])) == ([], 1)


def test_links_go_with_a_pile_that_is_no_more_and_wait_for_a_room_that_has_begun(hall: Hall, term: Term) -> None:
    link(hall, 1, FAIR)
    piles.sort_whole(hall.room, pile(hall, 1), pile(hall, 2), send_key=a_key(), staff_id=hall.sam)
    assert linked(hall) == []

    piles.undo(hall.room, piles.of_room(hall.room).last)
    assert [one[0] for one in linked(hall)] == [1]
    hall.end()
    link(hall, 2, KIND)
    assert len(linked(hall)) == 2
