"""One action: what should happen, whose job it is, by when, and who must hear it, in the group's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from feedback_app.asking import opening_of
from feedback_app.errors import HeardError
from feedback_app.safeguarding import ACTION, check_copied, check_words, seen_by_rules
from feedback_app.storage import room_actions as rows
from feedback_app.storage import staff
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.workshops.copying import ideas_in
from feedback_app.workshops.names_out import without_names
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import NotNow

LONGEST = {"what": 240, "owner": 120, "by_when": 60, "hears": 120}
NEEDED = ("what", "owner", "hears")


class NotAnAction(HeardError):
    words = "An action says what should happen, whose job it is, and who must hear it."


@dataclass(frozen=True, slots=True)
class Action:
    """The action as every page of the room has it, names taken out. `by_when` is empty where nobody could say."""

    what: str
    owner: str
    by_when: str
    hears: str


def of_room(room: Room) -> Action | None:
    """The action that the group chose last; None where it has none yet, or where its words must not be shown."""
    with reading() as session:
        found = rows.newest(session, room.area_id, room.id)
    return None if found is None else Action(**found)


def choose(room: Room, said: Mapping[str, str], *, staff_id: str) -> frozenset[str]:
    """Keep the group's action, in place of the one before, which stays; return the parts that the concern rules hold.

    `said` has the parts of an Action. Where anything is held, or has words of a held idea, nothing is kept, and the
    safety adult is told. It can be changed until the workshop ends. The same again is no new one. Raises NotAnAction,
    NotNow.
    """
    parts = {one: " ".join(said[one].split()) for one in rows.PARTS}
    if not all(parts[one] for one in NEEDED) or any(len(parts[one]) > LONGEST[one] for one in parts):
        raise NotAnAction
    kept = {one: without_names(words) for one, words in parts.items()}
    opening = opening_of(room.area_id, room.opening_id)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        row = workshop_rows.by_id(session, room.area_id, room.id)
        if row.begun_at is None or row.ended_at is not None:
            raise NotNow
        if check_words(session, opening, None, ACTION, "\n".join(parts.values()), language="en"):
            return _held(parts)
        ideas = ideas_in(session, room, "\n".join(kept.values()))
        if check_copied(session, opening, ideas, ACTION, "\n".join(parts.values())):
            return frozenset(parts)
        if rows.newest(session, room.area_id, room.id) != kept:
            rows.add(session, room.area_id, room.id, kept, ideas=ideas, staff_id=staff_id)
            workshop_rows.turn_on(session, room.area_id, room.id)  # the hall and the phones see it
            staff.note(session, "action chosen", area_id=room.area_id, staff_id=staff_id, subject=room.id)
    return frozenset()


def _held(parts: Mapping[str, str]) -> frozenset[str]:
    """The parts in which the rules find something; all, where they find it only in what they say together."""
    found = frozenset(one for one, words in parts.items() if seen_by_rules(words, "en"))
    return found or frozenset(parts)
