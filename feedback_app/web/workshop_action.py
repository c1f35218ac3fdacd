"""The facilitator's page of the one action: typed in as the group says it, and changed until the workshop ends."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.room_action import ActionForm
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import agreed_frame, run_by
from feedback_app.workshops import actions
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_action", __name__, url_prefix="/areas/<area>/workshops/<workshop>/action")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    return _page(area, room, ActionForm(formdata=None, obj=actions.of_room(room)), kept="kept" in request.args)


@pages.post("")
@staff_who_are("facilitator")
def keep(area: str, workshop: str) -> ResponseReturnValue:
    room, form = run_by(area, workshop), ActionForm()
    if not form.validate():
        return _page(area, room, form), 400
    if not room.is_on:
        form.what.errors = ["This is not kept: the workshop has not begun, or it is over"]
        return _page(area, room, form), 400
    held = actions.choose(room, {one.name: one.data for one in form if one.name in actions.LONGEST}, staff_id=_me())
    for name in held:
        form[name].errors = [f"These words need a safety check. {room.safety_adult} is told. Use other words here"]
        form[name].data = ""
    if held:
        return _page(area, room, form), 400
    return redirect(url_for("workshop_action.show", area=area, workshop=workshop, kept=1), 303)


def _me() -> str:
    return current_staff().id


def _page(area: str, room: Room, form: ActionForm, *, kept: bool = False) -> str:
    return render_template(
        "workshop/action.html",
        room=room,
        form=form,
        action=actions.of_room(room),
        kept=kept,
        longest=actions.LONGEST,
        **agreed_frame(area, room, "Action"),
    )
