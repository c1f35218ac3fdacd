"""The end of a sitting, from a seat: how far their say went, and whether they had what they were told of."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.parts import parts_form
from feedback_app.reviewing import parts
from feedback_app.reviewing.parts import ASKED
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame

pages = Blueprint("parts", __name__, url_prefix="/table/how")


@pages.get("/")
@for_a_seat
def how() -> ResponseReturnValue:
    return _page(_form(formdata=None, data=parts.judged_by(current_seat())))


@pages.post("/")
@for_a_seat
def judge() -> ResponseReturnValue:
    form = _form()
    if not form.validate():
        return _page(form), 400
    parts.judge(current_seat(), {one.id: form[one.id].data or "" for one in ASKED})
    return redirect(url_for("parts.how"), 303)


def _form(**given: object) -> FlaskForm:
    return parts_form({one.id: one.answers for one in ASKED}, **given)


def _page(form: FlaskForm) -> str:
    seat = current_seat()
    told = {"role": seat.role, "training": seat.sitting.training_planned, "thanks": seat.sitting.thanks_planned}
    rows = [(one, form[one.id], told.get(one.id, "")) for one in ASKED]
    done_url = url_for("table.done")
    is_said = bool(parts.judged_by(seat))
    frame = seat_frame("table.done")
    return render_template("table/how.html", rows=rows, form=form, is_said=is_said, done_url=done_url, **frame)
