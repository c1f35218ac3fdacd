"""A phone chooses in a poll or at the check-out: one tap, which can be changed until it is closed."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.forms.choices import choice_form
from feedback_app.web import phones, reader
from feedback_app.web.access import anyone
from feedback_app.web.phone_choices import asked_of
from feedback_app.workshops import choices, ideas

pages = Blueprint("choosing", __name__, url_prefix="/w/<code>")


@pages.before_request
def _offer() -> None:
    reader.offer(())


@pages.post("/choice")
@anyone
def choose(code: str) -> ResponseReturnValue:
    """The same page sent again changes nothing; another choice stands in place of the one before."""
    room = phones.find(code)
    poll = choices.poll_of(room, request.form.get("step", ""))
    form = choice_form(poll.step.options, has_words=bool(poll.step.question), formdata=request.form)
    words = str(form.words.data or "") if "words" in form else ""
    key = phones.joined(room)
    if key is None:
        return phones.join_page(room, words=words), PlaceLost.status
    if reader.is_switching() or not form.validate():
        refused = 400 if form.errors else 200
        return phones.phone(room, words="", asked=asked_of(room, poll, form, key)), refused
    try:
        choices.choose(room, poll.step.id, int(form.choice.data), key=key)
        if words:
            send_key = form.send_key.data or secrets.token_hex(16)
            ideas.say(phones.opening_of(room), room, poll.step, words, key=key, send_key=send_key)
    except SurveyClosed as late:
        return phones.phone(phones.find(code), words=words), late.status
    return redirect(url_for("room.show", code=room.code, kept=1), 303)
