"""A facilitator runs a workshop: starts it in a minute, has it in the hand, checks ideas, and shows the wall."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.forms.room import CountForm, NoteForm, PaperForm, StartForm
from feedback_app.web import room as phones
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame
from feedback_app.web.qr import qr_code
from feedback_app.web.wall import COUNTED, KINDS, WALL, StandardsOnWall, on_wall, standards_on_wall
from feedback_app.web.workshop_frame import live, room_frame, stamp_of
from feedback_app.workshops import (
    actions,
    choices,
    dots,
    ideas,
    linking,
    noting,
    passing,
    piles,
    rooms,
    running,
    safety,
    statements,
    tapping,
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


@pages.get("/<workshop>/check")
@staff_who_are("facilitator")
def check(area: str, workshop: str) -> ResponseReturnValue:
    room = rooms.room_of(area, workshop)
    running.refuse_safety_adult(room.safety_id, current_staff().id)
    return render_template(
        "workshop/check.html",
        room=room,
        waiting=ideas.waiting(room),
        shown=list(reversed(ideas.shown(room))),
        hidden=ideas.hidden(room),
        asked=_asked(room),
        **live(area, room),
        **room_frame(area, room, here="Ideas to check"),
    )


@pages.post("/<workshop>/check")
@staff_who_are("facilitator")
def decide(area: str, workshop: str) -> ResponseReturnValue:
    form = request.form
    decision, was = form.get("decision", ""), form.get("was", "")
    if decision not in ("shown", "hidden", "ask") or was not in ("waiting", "shown", "hidden"):
        raise ideas.NoSuchIdea
    room = rooms.room_of(area, workshop)
    running.refuse_safety_adult(room.safety_id, current_staff().id)
    ideas.decide(area, workshop, form.get("idea", ""), decision, was=was, staff_id=current_staff().id)  # type: ignore[arg-type]  # one of three
    return redirect(url_for("workshop.check", area=area, workshop=workshop), 303)


@pages.get("/<workshop>/screen")
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


@pages.get("/<workshop>/now")
@staff_who_are("facilitator")
def now(area: str, workshop: str) -> ResponseReturnValue:
    """What the pages of a workshop ask every second: nothing is written."""
    return jsonify(now=stamp_of(rooms.room_of(area, workshop)))


@pages.get("/<workshop>/paper")
@staff_who_are("facilitator")
def paper(area: str, workshop: str) -> ResponseReturnValue:
    room = rooms.room_of(area, workshop)
    form = _paper_form(room, formdata=None)
    form.step.data = request.args.get("step") or (room.step.id if room.step else None)
    form.send_key.data = secrets.token_hex(16)
    return _paper(area, room, form, kept=request.args.get("kept", ""))


@pages.post("/<workshop>/paper")
@staff_who_are("facilitator")
def type_in(area: str, workshop: str) -> ResponseReturnValue:
    room = rooms.room_of(area, workshop)
    form = _paper_form(room)
    if not form.validate():
        return _paper(area, room, form), 400
    step = ideas.step_of(room, form.step.data)
    opening = asking.opening_of(room.area_id, room.opening_id)
    send_key = form.send_key.data or secrets.token_hex(16)
    kept = ideas.type_in(opening, room, step, form.lines, people=int(form.people.data), send_key=send_key)
    return redirect(url_for("workshop.paper", area=area, workshop=workshop, kept=kept, step=step.id), 303)


@pages.get("/<workshop>/notes")
@staff_who_are("facilitator")
def notes(area: str, workshop: str) -> ResponseReturnValue:
    return _notes(area, workshop, CountForm(formdata=None), NoteForm(formdata=None))


@pages.post("/<workshop>/notes")
@staff_who_are("facilitator")
def note(area: str, workshop: str) -> ResponseReturnValue:
    form = NoteForm()
    if not form.validate():
        return _notes(area, workshop, CountForm(formdata=None), form), 400
    noting.note(area, workshop, form.words.data, staff_id=current_staff().id)
    return redirect(url_for("workshop.notes", area=area, workshop=workshop), 303)


@pages.post("/<workshop>/count")
@staff_who_are("facilitator")
def count(area: str, workshop: str) -> ResponseReturnValue:
    form = CountForm()
    if not form.validate():
        return _notes(area, workshop, form, NoteForm(formdata=None)), 400
    noting.count_people(area, workshop, form.group_name.data, int(form.people.data), staff_id=current_staff().id)
    return redirect(url_for("workshop.notes", area=area, workshop=workshop), 303)


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


def _paper_form(room: Room, **given: object) -> PaperForm:
    form = PaperForm(**given)
    form.step.choices = [(step.id, room.said(step.screen)) for step in room.plan.steps if step.question]
    return form


def _paper(area: str, room: Room, form: PaperForm, kept: str = "") -> str:
    return render_template(
        "workshop/paper.html",
        room=room,
        form=form,
        kept=kept if kept.isdecimal() else None,
        **room_frame(area, room, here="Paper ideas"),
    )


def _notes(area: str, workshop: str, count_form: CountForm, note_form: NoteForm) -> str:
    room = rooms.room_of(area, workshop)
    titles = {step.id: step.title for step in room.plan.steps}
    return render_template(
        "workshop/notes.html",
        room=room,
        count_form=count_form,
        note_form=note_form,
        counts=noting.counts(area, workshop),
        notes=[(titles.get(step or "", ""), words) for step, words in noting.notes(area, workshop)],
        count_url=url_for("workshop.count", area=area, workshop=workshop),
        **room_frame(area, room, here="Notes"),
    )


def _asked(room: Room) -> dict[str, str]:
    return {step.id: room.said(step.screen) for step in room.plan.steps}


def _linked(room: Room) -> StandardsOnWall | None:
    board = piles.of_room(room)
    top = linking.top(board, dots.of_room(room))
    return standards_on_wall(board, top, linking.of_room(room), linking.choices(room))


def _belongs(room: Room, step: str) -> bool:
    """While a question is asked the wall has what was said to it alone; afterwards everything that was shown."""
    return room.step is None or room.step.kind not in ("ideas", "check_out") or room.step.id == step
