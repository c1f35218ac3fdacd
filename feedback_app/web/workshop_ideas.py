"""Ideas as a facilitator has them: checked before the wall has them, and typed in from paper."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.forms.room import PaperForm
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import live, room_frame
from feedback_app.workshops import (
    ideas,
    rooms,
    running,
)
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_ideas", __name__, url_prefix="/areas/<area>/workshops/<workshop>")


@pages.get("/check")
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


@pages.post("/check")
@staff_who_are("facilitator")
def decide(area: str, workshop: str) -> ResponseReturnValue:
    form = request.form
    decision, was = form.get("decision", ""), form.get("was", "")
    if decision not in ("shown", "hidden", "ask") or was not in ("waiting", "shown", "hidden"):
        raise ideas.NoSuchIdea
    room = rooms.room_of(area, workshop)
    running.refuse_safety_adult(room.safety_id, current_staff().id)
    ideas.decide(area, workshop, form.get("idea", ""), decision, was=was, staff_id=current_staff().id)  # type: ignore[arg-type]  # one of three
    return redirect(url_for("workshop_ideas.check", area=area, workshop=workshop), 303)


@pages.get("/paper")
@staff_who_are("facilitator")
def paper(area: str, workshop: str) -> ResponseReturnValue:
    room = rooms.room_of(area, workshop)
    form = _paper_form(room, formdata=None)
    form.step.data = request.args.get("step") or (room.step.id if room.step else None)
    form.send_key.data = secrets.token_hex(16)
    return _paper(area, room, form, kept=request.args.get("kept", ""))


@pages.post("/paper")
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
    return redirect(url_for("workshop_ideas.paper", area=area, workshop=workshop, kept=kept, step=step.id), 303)


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


def _asked(room: Room) -> dict[str, str]:
    return {step.id: room.said(step.screen) for step in room.plan.steps}
