"""A phone puts its dots on piles, and may put them elsewhere until they are closed."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.forms.pile_dots import ON, dots_form, dots_of
from feedback_app.web import phones, reader
from feedback_app.web.access import anyone
from feedback_app.web.phone_dots import dots_now
from feedback_app.workshops import dots, piles

pages = Blueprint("dotting", __name__, url_prefix="/w/<code>")


@pages.before_request
def _offer() -> None:
    reader.offer(())


@pages.post("/dots")
@anyone
def put(code: str) -> ResponseReturnValue:
    """The page says all of a phone's dots, so that the same page sent again changes nothing."""
    room = phones.find(code)
    key = phones.joined(room)
    if key is None:
        return phones.join_page(room), PlaceLost.status
    found = dots.step_of(room.plan)
    if found is None:
        return phones.phone(room, late=True), SurveyClosed.status
    ids = [one.id for one in piles.of_room(room).piles]
    form = dots_form(ids, dots=found[1].dots, most_on_one=found[1].most_on_one, formdata=request.form)
    if reader.is_switching():
        return phones.phone(room, dots=dots_now(room, key, form))
    if not form.validate():
        return phones.phone(room, dots=dots_now(room, key, form)), 400
    if any(name.startswith(ON) and name.removeprefix(ON) not in ids for name in request.form):
        return phones.phone(room, is_other=True, dots=dots_now(room, key, form)), 409  # a pile is not there any more
    try:
        dots.put(room, dots_of(form), key=key)
    except SurveyClosed as closed:
        return phones.phone(phones.find(code), late=True), closed.status
    return redirect(url_for("room.show", code=room.code, kept=1), 303)
