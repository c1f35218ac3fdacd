"""The facilitator's page of polls and the check-out: closed, counted by hand, and shown only when they say so."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.choices import counted, hands_form
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import live, room_frame, run_by
from feedback_app.workshops import choices
from feedback_app.workshops.choices import Poll
from feedback_app.workshops.rooms import Room

pages = Blueprint("polls", __name__, url_prefix="/areas/<area>/workshops/<workshop>/polls")

PRESSES = ("close", "show", "hide", "reopen")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    return _page(area, run_by(area, workshop))


@pages.post("")
@staff_who_are("facilitator")
def press(area: str, workshop: str) -> ResponseReturnValue:
    what, step = request.form.get("press", ""), request.form.get("step", "")
    if what not in PRESSES:
        raise choices.NotAChoice
    choices.press(area, workshop, step, what, staff_id=current_staff().id)  # type: ignore[arg-type]  # one of four
    return redirect(url_for("polls.show", area=area, workshop=workshop), 303)


@pages.post("/hands")
@staff_who_are("facilitator")
def hands(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    poll = choices.poll_of(room, request.form.get("step", ""))
    form = hands_form(poll.step.id, poll.step.options)
    if not form.validate():
        return _page(area, room, refused=(poll.step.id, form)), 400
    told = counted(form, poll.step.options)
    choices.count_hands(area, workshop, poll.step.id, told, staff_id=current_staff().id)
    return redirect(url_for("polls.show", area=area, workshop=workshop), 303)


def _page(area: str, room: Room, refused: tuple[str, FlaskForm] | None = None) -> str:
    polls = [choices.poll_of(room, step.id) for step in choices.polls_of(room)]
    forms = {poll.step.id: _form(poll) for poll in polls} | (dict([refused]) if refused else {})
    return render_template(
        "workshop/polls.html",
        room=room,
        polls=[(poll, forms[poll.step.id]) for poll in polls],
        form=refused[1] if refused else None,
        has_errors=refused is not None,
        hands_url=url_for("polls.hands", area=area, workshop=room.id),
        **live(area, room),
        **room_frame(area, room, here="Polls"),
    )


def _form(poll: Poll) -> FlaskForm:
    told = {f"hands{place}": str(one.hands or "") for place, one in enumerate(poll.chosen)}
    return hands_form(poll.step.id, poll.step.options, formdata=None, data=told)
