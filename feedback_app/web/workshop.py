"""A facilitator runs a workshop: starts it in a minute, and has it in the hand."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.forms.room import StartForm
from feedback_app.web import phones
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame
from feedback_app.web.qr import qr_code
from feedback_app.web.workshop_frame import live, room_frame, stamp_of
from feedback_app.workshops import (
    choices,
    ideas,
    passing,
    rooms,
    running,
    safety,
)
from feedback_app.workshops.own_plans import to_choose
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop", __name__, url_prefix="/areas/<area>/workshops")

MORE_MINUTES = 2
TOOLS = {
    "poll": ("Close the poll, count hands, show it", "polls.show"),
    "check_out": ("Count cards, see what they chose", "polls.show"),
    "piles": ("Sort the ideas into piles", "workshop_piles.sort"),
    "naming": ("Write down the names", "workshop_piles.names"),
    "action": ("Write down the action", "workshop_action.show"),
    "statement": ("Word what we say together", "workshop_statement.show"),
    "dots": ("Paper dots, and close the dots", "workshop_dots.show"),
    "standards": ("Say which standards they are about", "workshop_standards.show"),
}
MOVES = {
    "begin": running.begin,
    "next": running.go_on,
    "back": running.go_back,
    "pause": running.pause,
    "blank": running.blank,
    "end": running.end,
}


@pages.get("/")
@staff_who_are("facilitator")
def every(area: str) -> ResponseReturnValue:
    return _start_page(area, _start_form(area))


@pages.post("/")
@staff_who_are("facilitator")
def start(area: str) -> ResponseReturnValue:
    form = _start_form(area)
    if not form.validate():
        return _start_page(area, form), 400
    made = rooms.make_room(
        area,
        form.wave.data,
        form.plan.data,
        form.group_name.data,
        facilitator_id=current_staff().id,
        safety_id=form.safety.data,
    )
    return redirect(url_for("workshop.remote", area=area, workshop=made), 303)


@pages.get("/<workshop>")
@staff_who_are("facilitator")
def remote(area: str, workshop: str) -> ResponseReturnValue:
    return _remote(area, rooms.room_of(area, workshop))


@pages.post("/<workshop>")
@staff_who_are("facilitator")
def move(area: str, workshop: str) -> ResponseReturnValue:
    """One button of the remote, for the room as it was when the page was shown."""
    what, turn = request.form.get("move", ""), request.form.get("turn", "")
    if not turn.isdecimal():
        raise running.NotNow
    staff_id = current_staff().id
    if what == "more":
        running.add_minutes(area, workshop, int(turn), MORE_MINUTES, staff_id=staff_id)
    elif what in MOVES:
        MOVES[what](area, workshop, int(turn), staff_id=staff_id)
    else:
        raise running.NotNow
    return redirect(url_for("workshop.remote", area=area, workshop=workshop), 303)


@pages.post("/<workshop>/safety-link")
@staff_who_are("facilitator")
def safety_link(area: str, workshop: str) -> ResponseReturnValue:
    """The link is on this page alone, and works once: only its hash is kept."""
    room = rooms.room_of(area, workshop)
    token = passing.make_pass(area, workshop, staff_id=current_staff().id)
    path = url_for("safety.link", workshop=workshop, token=token)
    link = str(current_app.extensions["heard_settings"].address(path))
    return render_template(
        "workshop/link.html",
        room=room,
        link=link,
        qr=qr_code(link),
        back_url=url_for("workshop.remote", area=area, workshop=workshop),
        **room_frame(area, room),
    )


@pages.get("/<workshop>/now")
@staff_who_are("facilitator")
def now(area: str, workshop: str) -> ResponseReturnValue:
    """What the pages of a workshop ask every second: nothing is written."""
    return jsonify(now=stamp_of(rooms.room_of(area, workshop)))


def _start_form(area: str) -> StartForm:
    form = StartForm()
    plans = to_choose(area)
    form.plan.choices = [(plan.id, plan.title) for plan in plans]
    form.wave.choices = [(row.slug, row.title) for row in asking.waves_of(area) if row.closed_on is None]
    people = rooms.safety_adults(area, current_staff().id)
    form.safety.choices = [("", "Choose somebody"), *people]
    return form


def _start_page(area: str, form: StartForm) -> str:
    every = rooms.rooms_of(area)
    listed = [(one, url_for("workshop.remote", area=area, workshop=one.id)) for one in every if not one.is_gone]
    past = [(one, url_for("workshop_statement.show", area=area, workshop=one.id)) for one in every if one.is_gone]
    return render_template(
        "workshop/start.html",
        form=form,
        plans=to_choose(area),
        plans_url=url_for("plans.every", area=area),
        listed=listed,
        past=past,
        **staff_frame(area, "Workshops", url_for("workshop.every", area=area)),
    )


def _remote(area: str, room: Room) -> str:
    running.refuse_safety_adult(room.safety_id, current_staff().id)
    position = -1 if room.position is None else room.position
    following = room.plan.steps[position + 1] if position + 1 < len(room.plan.steps) else None
    return render_template(
        "workshop/remote.html",
        room=room,
        following=following,
        poll=choices.poll_now(room),
        is_lost=safety.is_lost(room),
        counts=ideas.counts(room),
        phones=rooms.phones(room),
        join_address=urlsplit(phones.address(room.code)).netloc,
        link_url=url_for("workshop.safety_link", area=area, workshop=room.id),
        more_minutes=MORE_MINUTES,
        tool=_tool(area, room),
        **live(area, room),
        **room_frame(area, room, here="Remote"),
    )


def _tool(area: str, room: Room) -> tuple[str, str] | None:
    """The page that the step needs beside the remote: what it is called, and where."""
    words, page = TOOLS.get(room.step.kind if room.step else "", ("", ""))
    return (words, url_for(page, area=area, workshop=room.id)) if words else None
