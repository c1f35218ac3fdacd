"""A phone in a workshop: it joins without a name, shows the step that is on, and sends ideas."""

from __future__ import annotations

import secrets

from flask import (
    Blueprint,
    Response,
    current_app,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from wtforms import Form

from feedback_app import answering, asking, throttling, workshops
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.asking import Opening
from feedback_app.forms.room import JoinForm, idea_form
from feedback_app.protecting import fingerprint
from feedback_app.storage import workshops as rows
from feedback_app.web import reader
from feedback_app.web.access import anyone
from feedback_app.web.phone_choices import Asked, asked_now
from feedback_app.web.phone_dots import PhoneDots, dots_now
from feedback_app.web.phone_taps import PhoneTap, tap_now
from feedback_app.web.visits import KEY
from feedback_app.workshops import actions, ideas, linking, rooms, statements
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
    if not secrets.compare_digest(tag, _tag(code)):
        raise rows.NoSuchWorkshop
    return jsonify(now=rooms.turn_of(code))


def address(code: str) -> str:
    """The whole address of a workshop, for a QR code."""
    return str(current_app.extensions["heard_settings"].address(url_for("room.show", code=code)))


def find(code: str) -> Room:
    """The room of a code. Who has not joined and tries codes is counted; who has is never refused."""
    place = request.remote_addr or ""
    try:
        room = rooms.room_with(code)
    except rows.NoSuchWorkshop:
        throttling.refuse_too_many(place, current_app.config["CODE_TRIES"])
        throttling.count_wrong_code(place)
        raise
    if _cookie_key(room) is None or joined(room) is None:
        throttling.refuse_too_many(place, current_app.config["CODE_TRIES"], code=room.code)
        throttling.remember_code(place, room.code)
    return room


def opening_of(room: Room) -> Opening:
    return asking.opening_of(room.area_id, room.opening_id)


def _cookie_key(room: Room) -> str | None:
    key = request.cookies.get(f"heard-{room.code}", "")
    return key if KEY.fullmatch(key) else None


def joined(room: Room) -> str | None:
    """The key of this phone, where it has joined: asked once for each page."""
    key = _cookie_key(room)
    if "joined" not in g:
        g.joined = key if key and answering.has_begun(room.area_id, room.opening_id, key) else None
    found: str | None = g.joined
    return found


def join_page(room: Room, words: str = "") -> str:
    form = JoinForm(response_key=secrets.token_hex(16))
    opening = opening_of(room)
    return render_template(
        "room/join.html",
        room=room,
        form=form,
        start_lines=opening.survey.wording("start", opening.audience),
        asked_by=opening.asked_by,
        words=words,
        **_frame(room),
    )


def phone(
    room: Room,
    form: Form | None = None,
    *,
    kept: bool = False,
    words: str = "",
    asked: Asked | None = None,
    dots: PhoneDots | None = None,
    tapped: PhoneTap | None = None,
    is_late_tap: bool = False,
    late: bool = False,
    is_other: bool = False,
) -> str:
    """The page of a phone that has joined.

    With `late` its dots came when they were closed, with `is_other` the piles have changed meanwhile, and with
    `is_late_tap` the words that it spoke of have.
    """
    key = joined(room)
    if key is not None:
        dots = dots or dots_now(room, key)
        asked = asked or asked_now(room, key)
        tapped = tapped or tap_now(room, key)
    step = room.step
    takes_ideas = step is not None and step.kind == "ideas" and not room.is_paused
    if form is not None and not takes_ideas:
        words = form.words.data  # the room has moved on while somebody wrote: what they wrote goes back to them
    if takes_ideas and step is not None and form is None:
        chosen = {"together": request.args.get("by"), "people": request.args.get("of", "")[:2]}
        form = idea_form(step.together, data={"send_key": secrets.token_hex(16), "step": step.id, **chosen})
    return render_template(
        "room/phone.html",
        room=room,
        form=form if takes_ideas else dots.form if dots else asked.form if asked else tapped.form if tapped else None,
        asked=asked,
        action=actions.of_room(room) if step is not None and step.kind == "action" else None,
        tapped=tapped,
        is_late_tap=is_late_tap,
        said_url=_said_url(room),
        dots=dots,
        late=late,
        is_other=is_other,
        choices=linking.choices(room) if step and step.kind == "standards" and not room.is_paused else (),
        kept=kept,
        words=words,
        page_url=url_for("room.show", code=room.code),
        now_url=url_for("room.now", code=room.code, tag=_tag(room.code)),
        **_frame(room),
    )


def _said_url(room: Room) -> str:
    """Where anybody can read what the group agreed, once the workshop is over and where they said yes to that."""
    agreed = statements.of_room(room).agreed if room.ended_at else None
    if agreed is None or agreed.is_held or not agreed.agreed or not agreed.agreed.is_public:
        return ""
    return url_for("said.one", council=room.area_slug, statement=agreed.id)


def _frame(room: Room) -> dict[str, object]:
    return {"invented": room.example, "audience": "workshop"}


def _tag(code: str) -> str:
    return fingerprint(f"room:{code}").hex()[:32]


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
