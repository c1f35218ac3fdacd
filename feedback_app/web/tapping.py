"""A phone says of its group's words: yes, publish it, or not like this. It may change it until it is closed."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.forms.statement import YES, TapForm
from feedback_app.web import phones, reader
from feedback_app.web.access import anyone
from feedback_app.web.phone_taps import tap_with
from feedback_app.workshops import tapping

pages = Blueprint("tapping", __name__, url_prefix="/w/<code>")


@pages.before_request
def _offer() -> None:
    reader.offer(())


@pages.post("/statement")
@anyone
def tap(code: str) -> ResponseReturnValue:
    """The same page sent again changes nothing; a page with another wording on it counts for none."""
    room, form = phones.find(code), TapForm(request.form)
    key = phones.joined(room)
    if key is None:
        return phones.join_page(room), PlaceLost.status
    if reader.is_switching() or not form.validate():
        return phones.phone(room, tapped=tap_with(room, key, form)), 400 if form.errors else 200
    try:
        tapping.tap(room, form.statement.data, is_yes=form.choice.data == YES, key=key)
    except SurveyClosed as late:
        return phones.phone(phones.find(code), is_late_tap=True), late.status
    return redirect(url_for("room.show", code=room.code, kept=1), 303)
