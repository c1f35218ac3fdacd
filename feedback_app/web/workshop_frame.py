"""What a facilitator's pages of one workshop have round them, and the stamp that says whether anything has changed."""

from __future__ import annotations

from flask import request, url_for

from feedback_app.web.frame import staff_frame
from feedback_app.workshops import ideas, piles, rooms, safety
from feedback_app.workshops.rooms import Room

PAGES = [
    ("Remote", "workshop.remote"),
    ("Ideas to check", "workshop.check"),
    ("Paper ideas", "workshop.paper"),
    ("Projector", "workshop.screen"),
    ("Piles", "workshop_piles.sort"),
    ("Notes", "workshop.notes"),
]


def room_frame(area: str, room: Room, here: str = "") -> dict[str, object]:
    """The bar of a workshop's pages, with the one that is open."""
    nav = [("Workshops", url_for("workshop.every", area=area), False)]
    nav += [(words, url_for(page, area=area, workshop=room.id), words == here) for words, page in PAGES]
    return {**staff_frame(area, here, request.path), "nav": nav}


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
    return f"{room.turn}.{minutes}.{checked}.{rooms.phones(room)}.{lost:d}.{piles.mark(room)}"
