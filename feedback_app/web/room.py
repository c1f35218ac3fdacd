"""A phone in a workshop: it joins without a name, shows the step that is on, and sends ideas."""

from __future__ import annotations

import secrets

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from feedback_app import workshops
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.forms.room import JoinForm, idea_form
from feedback_app.storage import workshops as rows
from feedback_app.web import reader
from feedback_app.web.access import anyone
from feedback_app.web.phones import find, join_page, joined, opening_of, phone, tag_of
from feedback_app.web.visits import KEY
from feedback_app.workshops import ideas, rooms
from feedback_app.workshops.rooms import Room

pages = Blueprint("room", __name__, url_prefix="/w/<code>")

REMEMBER_HOURS = 24


@pages.before_request
def _offer() -> None:
    reader.offer(())


@pages.get("/")
@anyone
def show(code: str) -> ResponseReturnValue:
    room = find(code)
    if code != room.code:
        # the phone's cookie belongs to the code as it stands on the wall, not in small letters
        return redirect(url_for("room.show", code=room.code), 303)
    if joined(room) is None:
        return join_page(room)
    return phone(room, kept="kept" in request.args)


@pages.post("/join")
@anyone
def join(code: str) -> ResponseReturnValue:
    """The key comes with the page: pressing twice joins once, and a made-up one is not taken."""
    room = find(code)
    offered = JoinForm(request.form).response_key.data or ""
    key = joined(room) or (offered if KEY.fullmatch(offered) else secrets.token_hex(16))
    if room.ended_at is None:
        workshops.join(opening_of(room), key)
    return _remember(redirect(url_for("room.show", code=room.code), 303), room, key)


@pages.post("/idea")
@anyone
def idea(code: str) -> ResponseReturnValue:
    room = find(code)
    step = ideas.step_of(room, request.form.get("step", ""))
    form = idea_form(step.together, formdata=request.form)
    key = joined(room)
    if key is None:
        return join_page(room, words=form.words.data), PlaceLost.status
    if reader.is_switching():
        return phone(room, form)
    if not form.validate():
        return phone(room, form), 400
    try:
        ideas.say(
            opening_of(room),
            room,
            step,
            form.words.data,
            key=key,
            send_key=form.send_key.data or secrets.token_hex(16),
            together=form.together.data,
            people=int(form.people.data) if form.together.data == "group" else 1,
        )
    except SurveyClosed as late:
        return phone(rooms.room_with(code), words=form.words.data), late.status
    # the next idea comes from the same people, unless they say so: their own choice comes back with the page
    again = {"by": form.together.data, "of": form.people.data or None}
    return redirect(url_for("room.show", code=room.code, kept=1, **again), 303)


@pages.get("/now/<tag>")
@anyone
def now(code: str, tag: str) -> ResponseReturnValue:
    """What phones ask every other second: one row is read and nothing is written.

    The tag comes with the page, so that this address tells nobody which codes there are.
    """
    if not secrets.compare_digest(tag, tag_of(code)):
        raise rows.NoSuchWorkshop
    return jsonify(now=rooms.turn_of(code))


def _remember(response: ResponseReturnValue, room: Room, key: str) -> Response:
    """Keep the phone's key where no script can read it, for this workshop alone: a locked phone comes back by it."""
    kept = make_response(response)
    kept.set_cookie(
        f"heard-{room.code}",
        key,
        path=url_for("room.show", code=room.code),
        max_age=60 * 60 * REMEMBER_HOURS,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return kept
