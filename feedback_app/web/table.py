"""A young commissioner's seat: sitting down, what the table is for, whom to call, and the end of it."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.staff import ComeInForm
from feedback_app.forms.table import CalledForm, PressForm
from feedback_app.reviewing import calling, seats
from feedback_app.reviewing.sittings import LONGEST_MINUTES
from feedback_app.web.access import anyone
from feedback_app.web.seat_access import current_seat, for_a_seat, remember_seat, seat_frame

pages = Blueprint("table", __name__, url_prefix="/table")


@pages.get("/come-in/<token>")
@anyone
def link(token: str) -> ResponseReturnValue:
    """Opening a link uses nothing up: programs that look at links before people do must not spend them."""
    return _come_in_page(token, ComeInForm())


@pages.post("/come-in/<token>")
@anyone
def come_in(token: str) -> ResponseReturnValue:
    form = ComeInForm()
    if not form.validate():
        return _come_in_page(token, form), 400
    return remember_seat(make_response(redirect(url_for("table.home"), 303)), seats.sit_down(token))


@pages.get("/")
@for_a_seat
def home() -> ResponseReturnValue:
    return _home(CalledForm(formdata=None, called=current_seat().called))


@pages.post("/")
@for_a_seat
def called() -> ResponseReturnValue:
    """What somebody wants to be called, which nobody has to say."""
    form = CalledForm()
    if not form.validate():
        return _home(form), 400
    seats.call_me(current_seat(), form.called.data)
    return redirect(url_for("table.home"), 303)


@pages.get("/call")
@for_a_seat
def call() -> ResponseReturnValue:
    """Whom to call: the adult in the room, the lead, and help lines."""
    return render_template("table/call.html", form=PressForm(), is_told=False, **seat_frame())


@pages.post("/call")
@for_a_seat
def tell() -> ResponseReturnValue:
    form = PressForm()
    if not form.validate():
        return render_template("table/call.html", form=form, is_told=False, **seat_frame()), 400
    calling.call_adult(current_seat())
    return render_template("table/call.html", form=form, is_told=True, **seat_frame())


@pages.get("/done")
@for_a_seat
def done() -> ResponseReturnValue:
    """What to talk about before everybody goes home."""
    urls = {"say_url": url_for("signing.every"), "how_url": url_for("parts.how")}
    return render_template("table/done.html", longest=LONGEST_MINUTES, **urls, **seat_frame("table.done"))


def _come_in_page(token: str, form: ComeInForm) -> str:
    """Raises LinkUsed."""
    seat = seats.seat_of_link(token)
    return render_template("table/come_in.html", seat=seat, form=form, invented=seat.sitting.example)


def _home(form: CalledForm) -> str:
    themes_url = url_for("table_themes.every")
    frame = seat_frame("table.home")
    return render_template("table/home.html", form=form, longest=LONGEST_MINUTES, themes_url=themes_url, **frame)
