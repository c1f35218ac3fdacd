"""What the hall sees on the projector: nothing that a person has not checked."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.web import phones
from feedback_app.web.access import staff_who_are
from feedback_app.web.qr import qr_code
from feedback_app.web.wall import COUNTED, KINDS, WALL, StandardsOnWall, on_wall, standards_on_wall
from feedback_app.web.workshop_frame import live
from feedback_app.workshops import (
    actions,
    choices,
    dots,
    ideas,
    linking,
    piles,
    rooms,
    statements,
    tapping,
)
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_screen", __name__, url_prefix="/areas/<area>/workshops/<workshop>")


@pages.get("/screen")
@staff_who_are("facilitator")
def screen(area: str, workshop: str) -> ResponseReturnValue:
    """What the hall sees: nothing here that a person has not checked."""
    room = rooms.room_of(area, workshop)
    address = phones.address(room.code)
    wall = [one for one in ideas.shown(room) if _belongs(room, one.step)]
    wordings = statements.of_room(room)
    return render_template(
        "workshop/screen.html",
        room=room,
        poll=choices.poll_now(room),
        kind=room.step.kind if room.step else "",
        action=actions.of_room(room),
        wordings=wordings,
        taps=tapping.of_wording(room, wordings.open.id) if wordings.open else None,
        board=on_wall(piles.of_room(room), room.step.kind) if room.step and room.step.kind in KINDS else None,
        dots=dots.of_room(room) if room.step and room.step.kind == "dots" else None,
        most_counted=COUNTED,
        linked=_linked(room) if room.step and room.step.kind == "standards" else None,
        wall=wall[-WALL:],
        earlier=max(0, len(wall) - WALL),
        qr=qr_code(address),
        join_address=urlsplit(address).netloc,
        phones=rooms.phones(room),
        remote_url=url_for("workshop.remote", area=area, workshop=workshop),
        invented=room.example,
        **live(area, room),
    )


def _linked(room: Room) -> StandardsOnWall | None:
    board = piles.of_room(room)
    top = linking.top(board, dots.of_room(room))
    return standards_on_wall(board, top, linking.of_room(room), linking.choices(room))


def _belongs(room: Room, step: str) -> bool:
    """While a question is asked the wall has what was said to it alone; afterwards everything that was shown."""
    return room.step is None or room.step.kind not in ("ideas", "check_out") or room.step.id == step
