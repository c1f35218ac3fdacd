"""The computer's idea for piles: asked for by a facilitator, seen by the facilitator alone, applied by a person."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.piles import TakeForm
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.visits import KEY
from feedback_app.web.workshop_frame import pile_frame, run_by
from feedback_app.workshops import dots, piles, suggestions
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_suggestions", __name__, url_prefix="/areas/<area>/workshops/<workshop>/suggested")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    return _page(area, run_by(area, workshop), TakeForm(formdata=None))


@pages.post("/ask")
@staff_who_are("facilitator")
def ask(area: str, workshop: str) -> ResponseReturnValue:
    suggestions.ask(run_by(area, workshop), staff_id=current_staff().id)
    return redirect(url_for("workshop_suggestions.show", area=area, workshop=workshop), 303)


@pages.post("")
@staff_who_are("facilitator")
def take(area: str, workshop: str) -> ResponseReturnValue:
    """One suggested pile becomes a pile of the group's, or all that are left do."""
    room, form = run_by(area, workshop), TakeForm()
    if not form.validate():
        return _page(area, room, form), 400
    send_key = form.send_key.data if KEY.fullmatch(form.send_key.data or "") else secrets.token_hex(16)
    suggestions.take(room, request.form.getlist("suggested"), send_key=send_key, staff_id=current_staff().id)
    return redirect(url_for("workshop_suggestions.show", area=area, workshop=workshop), 303)


def _page(area: str, room: Room, form: TakeForm) -> str:
    form.send_key.data = secrets.token_hex(16)
    known = dots.of_room(room)
    return render_template(
        "workshop/suggested.html",
        room=room,
        form=form,
        suggestion=suggestions.of_room(room),
        board=piles.of_room(room),
        stand=bool(known.phones or known.paper or known.is_closed),
        fewest=suggestions.FEWEST_IDEAS,
        urls={
            "ask": url_for("workshop_suggestions.ask", area=area, workshop=room.id),
            "undo": url_for("workshop_piles.undo", area=area, workshop=room.id),
            "sort": url_for("workshop_piles.sort", area=area, workshop=room.id),
        },
        **pile_frame(area, room, ""),
    )
