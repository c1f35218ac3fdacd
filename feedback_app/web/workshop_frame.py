"""What a facilitator's pages of one workshop have round them, and the stamp that says whether anything has changed."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request, url_for

from feedback_app.web.access import current_staff
from feedback_app.web.frame import staff_frame
from feedback_app.workshops import choices, dots, ideas, linking, piles, rooms, running, safety, suggestions, tapping
from feedback_app.workshops.rooms import Room

PAGES = [
    ("Remote", "workshop.remote"),
    ("Ideas to check", "workshop_ideas.check"),
    ("Paper ideas", "workshop_ideas.paper"),
    ("Projector", "workshop_screen.screen"),
    ("Polls", "polls.show"),
    ("Piles", "workshop_piles.sort"),
    ("Agreed", "workshop_action.show"),
    ("Notes", "workshop_notes.notes"),
]
PILE_PAGES = [
    ("Sort", "workshop_piles.sort"),
    ("Names", "workshop_piles.names"),
    ("Dots", "workshop_dots.show"),
    ("Standards", "workshop_standards.show"),
]
AGREED_PAGES = [("Action", "workshop_action.show"), ("Statement", "workshop_statement.show")]


def room_frame(area: str, room: Room, here: str = "") -> dict[str, object]:
    """The bar of a workshop's pages, with the one that is open."""
    nav = [("Workshops", url_for("workshop.every", area=area), False)]
    nav += [(words, url_for(page, area=area, workshop=room.id), words == here) for words, page in PAGES]
    return {**staff_frame(area, here, request.path), "nav": nav}


def pile_frame(area: str, room: Room, part: str) -> dict[str, object]:
    """The same for a page of piles, with the parts of these."""
    return _with_parts(area, room, PILE_PAGES, part, here="Piles")


def agreed_frame(area: str, room: Room, part: str) -> dict[str, object]:
    """The same for a page of what the group agrees."""
    return _with_parts(area, room, AGREED_PAGES, part, here="Agreed")


def run_by(area: str, workshop: str) -> Room:
    """The room, for whoever may run it. Raises NoSuchWorkshop, SafetyAdultRunsNothing."""
    room = rooms.room_of(area, workshop)
    running.refuse_safety_adult(room.safety_id, current_staff().id)
    return room


def live(area: str, room: Room) -> dict[str, object]:
    """What static/room.js needs to keep a page fresh."""
    return {
        "now_url": url_for("workshop.now", area=area, workshop=room.id),
        "page_url": request.path,
        "stamp": stamp_of(room),
    }


def stamp_of(room: Room) -> str:
    """Another one whenever anything on a page of the facilitator or on the wall is another."""
    minutes = "" if room.clock is None else room.clock.minutes
    found = ideas.counts(room)
    lost = safety.is_lost(room) or room.safety_seen_at is None
    checked = f"{found['waiting']}.{found['shown']}.{found['hidden']}"
    sorting = f"{piles.mark(room)}.{dots.mark(room)}.{linking.mark(room)}.{suggestions.mark(room)}"
    poll = choices.poll_now(room)
    answered = poll.answered if poll else ""
    return f"{room.turn}.{minutes}.{checked}.{rooms.phones(room)}.{lost:d}.{sorting}.{answered}.{tapping.mark(room)}"


def _with_parts(area: str, room: Room, pages: Sequence[tuple[str, str]], part: str, *, here: str) -> dict[str, object]:
    parts = [(words, url_for(page, area=area, workshop=room.id), words == part) for words, page in pages]
    return {"parts": parts, **live(area, room), **room_frame(area, room, here=here)}
