"""Naming: what the group calls each pile, in its own words. A later name keeps the earlier ones."""

from __future__ import annotations

from feedback_app.asking import opening_of
from feedback_app.errors import HeardError
from feedback_app.safeguarding import PILE_NAME, check_copied, check_words
from feedback_app.storage import piles as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import transaction
from feedback_app.workshops.copying import ideas_in
from feedback_app.workshops.piles import board_of, refuse_out_of_time
from feedback_app.workshops.rooms import Room

LONGEST_NAME = 120


class NotAName(HeardError):
    words = f"A name for a pile is between 1 and {LONGEST_NAME} letters long."


def name(room: Room, pile_id: str, words: str, *, staff_id: str) -> bool:
    """Keep what the group calls a pile; False where the concern rules hold it, or an idea that it is taken from.

    Then it is on no page, and the safety adult is told. The same name again is no new one. Raises NotAName,
    NoSuchPile, NotNow.
    """
    refuse_out_of_time(room)
    said = " ".join(words.split())
    if not 1 <= len(said) <= LONGEST_NAME:
        raise NotAName
    opening = opening_of(room.area_id, room.opening_id)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        pile = board_of(session, room.area_id, room.id).pile(pile_id)
        if pile.name == said:
            return True
        if check_words(session, opening, None, PILE_NAME, said, language="en"):
            return False
        taken_from = ideas_in(session, room, said)
        if check_copied(session, opening, taken_from, PILE_NAME, said):
            return False
        rows.name(session, room.area_id, room.id, pile.id, said, ideas=taken_from, staff_id=staff_id)
        if room.step is not None and room.step.kind == "dots":  # phones have the name beside their dots
            workshop_rows.turn_on(session, room.area_id, room.id)
    return True
