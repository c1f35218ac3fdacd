"""The facilitator's page on which the group's piles meet the standards: which ones is it about, and why."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.piles import link_form
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import pile_frame, run_by
from feedback_app.workshops import dots, linking, piles
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_standards", __name__, url_prefix="/areas/<area>/workshops/<workshop>/standards")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    return _page(area, run_by(area, workshop))


@pages.post("")
@staff_who_are("facilitator")
def link(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    form = link_form(piles.of_room(room).pile(request.form.get("pile", "")).id)
    if not form.validate():
        return _page(area, room, form), 400
    if not linking.link(room, form.pile.data, form.standard.data, form.reason.data, staff_id=current_staff().id):
        form.reason.errors = [f"These words need a safety check. {room.safety_adult} is told. Use other words here"]
        form.reason.data = ""
        return _page(area, room, form), 400
    return _back(area, workshop, form.pile.data)


@pages.post("/off")
@staff_who_are("facilitator")
def unlink(area: str, workshop: str) -> ResponseReturnValue:
    pile, standard = request.form.get("pile", ""), request.form.get("standard", "")
    linking.unlink(run_by(area, workshop), pile, standard, staff_id=current_staff().id)
    return _back(area, workshop, pile)


@pages.post("/undo")
@staff_who_are("facilitator")
def undo(area: str, workshop: str) -> ResponseReturnValue:
    linking.undo(run_by(area, workshop), request.form.get("last", ""))
    return redirect(url_for("workshop_standards.show", area=area, workshop=workshop), 303)


def _back(area: str, workshop: str, pile: str) -> ResponseReturnValue:
    return redirect(url_for("workshop_standards.show", area=area, workshop=workshop, _anchor=f"p-{pile}"), 303)


def _page(area: str, room: Room, wrong: FlaskForm | None = None) -> str:
    board, counted = piles.of_room(room), dots.of_room(room)
    top = linking.top(board, counted)
    others = [one for one in board.piles if one not in top]
    forms = {one.id: link_form(one.id, formdata=None, data={"pile": one.id}) for one in board.piles}
    if wrong is not None:
        forms[wrong.pile.data] = wrong
    linked = linking.of_room(room)
    return render_template(
        "workshop/standards.html",
        room=room,
        top=top,
        others=others,
        is_open=wrong is not None or not top or any(linked.of(one.id) for one in others),
        both={one.pile.id: one.both for one in counted.counted},
        linked=linked,
        choices=linking.choices(room),
        about_none=linking.NONE,
        forms=forms,
        wrong=wrong,
        has_errors=wrong is not None,
        urls={
            name: url_for(f"workshop_standards.{view}", area=area, workshop=room.id)
            for name, view in (("off", "unlink"), ("undo", "undo"))
        },
        **pile_frame(area, room, "Standards"),
    )
