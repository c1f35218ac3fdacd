"""What a phone in a workshop is and sees: found by its code, joined by its key, and shown the step that is on."""

from __future__ import annotations

import secrets

from flask import (
    current_app,
    g,
    render_template,
    request,
    url_for,
)
from wtforms import Form

from feedback_app import answering, asking, throttling
from feedback_app.asking import Opening
from feedback_app.forms.room import JoinForm, idea_form
from feedback_app.protecting import fingerprint
from feedback_app.storage import workshops as rows
from feedback_app.web.phone_choices import Asked, asked_now
from feedback_app.web.phone_dots import PhoneDots, dots_now
from feedback_app.web.phone_taps import PhoneTap, tap_now
from feedback_app.web.visits import KEY
from feedback_app.workshops import actions, linking, rooms, statements
from feedback_app.workshops.rooms import Room


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
        now_url=url_for("room.now", code=room.code, tag=tag_of(room.code)),
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


def tag_of(code: str) -> str:
    return fingerprint(f"room:{code}").hex()[:32]
