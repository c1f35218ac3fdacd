"""What a facilitator writes down is a count without names, and notes that are no contribution."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app.storage.db import reading
from feedback_app.storage.tables import facilitator_note
from feedback_app.workshops import noting
from feedback_app.workshops.noting import NotACount, NotANote
from tests.hall import a_hall
from tests.respondents import told
from tests.term import AREA, Term


def test_counting_a_group_again_corrects_the_count(term: Term) -> None:
    hall = a_hall(term)

    for people in (27, 28):
        noting.count_people(AREA, hall.id, "", people, staff_id=hall.sam)
    noting.count_people(AREA, hall.id, "Flying High", 8, staff_id=hall.sam)

    assert noting.counts(AREA, hall.id) == [("Flying High", 8), ("Wexcombe Youth Council", 28)]


@pytest.mark.parametrize("people", [0, -1, 501])
def test_a_count_is_of_people_who_can_be_in_a_room(term: Term, people: int) -> None:
    hall = a_hall(term)

    with pytest.raises(NotACount):
        noting.count_people(AREA, hall.id, "", people, staff_id=hall.sam)


def test_a_note_is_sealed_and_says_in_which_step_it_was_written(term: Term) -> None:
    hall = a_hall(term)
    noting.note(AREA, hall.id, "The heating is off", staff_id=hall.sam)
    hall.begin()
    hall.on_to("piles")

    noting.note(AREA, hall.id, "Loud, but good", staff_id=hall.sam)

    assert noting.notes(AREA, hall.id) == [(None, "The heating is off"), ("piles", "Loud, but good")]
    with reading() as session:
        kept = session.execute(sa.select(facilitator_note.c.words).where(facilitator_note.c.area_id == term.area_id))
        assert not any(b"good" in row.words.sealed for row in kept)
    assert told(term.area_id) == []


@pytest.mark.parametrize("words", ["", "  ", "x" * 2_001])
def test_a_note_has_words_and_an_end(term: Term, words: str) -> None:
    hall = a_hall(term)

    with pytest.raises(NotANote):
        noting.note(AREA, hall.id, words, staff_id=hall.sam)
