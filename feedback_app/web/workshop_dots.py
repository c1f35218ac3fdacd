"""The facilitator's page of dots: paper dots are typed in, and the count is seen by everybody once it is closed."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.pile_dots import paper_form, paper_of
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import pile_frame, run_by
from feedback_app.workshops import dots, piles, rooms
from feedback_app.workshops.rooms import Room

pages = Blueprint("workshop_dots", __name__, url_prefix="/areas/<area>/workshops/<workshop>/dots")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    return _page(area, run_by(area, workshop))


@pages.post("/close")
@staff_who_are("facilitator")
def close(area: str, workshop: str) -> ResponseReturnValue:
    dots.close(area, workshop, staff_id=current_staff().id)
    return redirect(url_for("workshop_dots.show", area=area, workshop=workshop), 303)


@pages.post("/paper")
@staff_who_are("facilitator")
def paper(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    form = paper_form([one.id for one in piles.of_room(room).piles])
    if not form.validate():
        return _page(area, room, form), 400
    dots.count_paper(room, paper_of(form), staff_id=current_staff().id)
    return redirect(url_for("workshop_dots.show", area=area, workshop=workshop), 303)


@pages.post("/off")
@staff_who_are("facilitator")
def take_off(area: str, workshop: str) -> ResponseReturnValue:
    """All dots go, so that the ideas can be sorted again."""
    dots.take_off(area, workshop, staff_id=current_staff().id)
    return redirect(url_for("workshop_piles.sort", area=area, workshop=workshop), 303)


def _page(area: str, room: Room, refused: FlaskForm | None = None) -> str:
    board = piles.of_room(room)
    form = refused or paper_form([one.id for one in board.piles], formdata=None)
    found = dots.step_of(room.plan)
    return render_template(
        "workshop/dots.html",
        room=room,
        board=board,
        dots=dots.of_room(room),
        step=found[1] if found else None,
        form=form,
        has_errors=refused is not None,
        phones=rooms.phones(room),
        urls={
            name: url_for(f"workshop_dots.{view}", area=area, workshop=room.id)
            for name, view in (("close", "close"), ("paper", "paper"), ("off", "take_off"))
        },
        **pile_frame(area, room, "Dots"),
    )
