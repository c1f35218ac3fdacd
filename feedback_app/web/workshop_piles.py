"""The piles of a workshop: a facilitator sorts ideas as the group says, and writes down what it calls each pile."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.piles import SortForm, name_form
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.visits import KEY
from feedback_app.web.workshop_frame import pile_frame, run_by
from feedback_app.workshops import dots, naming, piles, suggestions
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_piles", __name__, url_prefix="/areas/<area>/workshops/<workshop>/piles")


@pages.get("/")
@staff_who_are("facilitator")
def sort(area: str, workshop: str) -> ResponseReturnValue:
    return _sort_page(area, run_by(area, workshop), SortForm(formdata=None))


@pages.post("/")
@staff_who_are("facilitator")
def move(area: str, workshop: str) -> ResponseReturnValue:
    """Ideas that are ticked go where the button says; or a whole pile does."""
    room, form = run_by(area, workshop), SortForm()
    if not form.validate():
        return _sort_page(area, room, form), 400
    send_key = form.send_key.data if KEY.fullmatch(form.send_key.data or "") else secrets.token_hex(16)
    staff_id = current_staff().id
    if form.whole.data:
        target = request.form.get(f"into-{form.whole.data}", "")
        piles.sort_whole(room, form.whole.data, target, send_key=send_key, staff_id=staff_id)
    else:
        piles.sort(room, form.ideas.data, form.target, send_key=send_key, staff_id=staff_id)
    return redirect(url_for("workshop_piles.sort", area=area, workshop=workshop), 303)


@pages.post("/undo")
@staff_who_are("facilitator")
def undo(area: str, workshop: str) -> ResponseReturnValue:
    piles.undo(run_by(area, workshop), request.form.get("last", ""))
    return redirect(url_for("workshop_piles.sort", area=area, workshop=workshop), 303)


@pages.get("/names")
@staff_who_are("facilitator")
def names(area: str, workshop: str) -> ResponseReturnValue:
    return _names_page(area, run_by(area, workshop))


@pages.post("/names")
@staff_who_are("facilitator")
def name(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    form = name_form(piles.of_room(room).pile(request.form.get("pile", "")).id)
    if not form.validate():
        return _names_page(area, room, form), 400
    if not naming.name(room, form.pile.data, form.name.data, staff_id=current_staff().id):
        form.name.errors = [f"These words need a safety check. {room.safety_adult} is told. Use other words here"]
        form.name.data = ""
        return _names_page(area, room, form), 400
    return redirect(url_for("workshop_piles.names", area=area, workshop=workshop, _anchor=f"p-{form.pile.data}"), 303)


def _sort_page(area: str, room: Room, form: SortForm) -> str:
    board = piles.of_room(room)
    form.send_key.data = secrets.token_hex(16)
    return render_template(
        "workshop/piles.html",
        room=room,
        board=board,
        form=form,
        dots=dots.of_room(room),
        off_url=url_for("workshop_dots.take_off", area=area, workshop=room.id),
        undo_url=url_for("workshop_piles.undo", area=area, workshop=room.id),
        idea_url=url_for("workshop_suggestions.show", area=area, workshop=room.id),
        began_so=suggestions.began_so(room, board),
        **pile_frame(area, room, "Sort"),
    )


def _names_page(area: str, room: Room, wrong: FlaskForm | None = None) -> str:
    board = piles.of_room(room)
    forms = {one.id: name_form(one.id, formdata=None, data={"pile": one.id, "name": one.name}) for one in board.piles}
    if wrong is not None:
        forms[wrong.pile.data] = wrong
    return render_template(
        "workshop/names.html",
        room=room,
        board=board,
        forms=forms,
        has_errors=wrong is not None,
        wrong=wrong,
        **pile_frame(area, room, "Names"),
    )
