"""Without a signal: blank pages for a phone to keep, and what it kept arrives here once it has a signal again."""

from __future__ import annotations

import base64
import re
from typing import Any

from flask import Response, abort, g, json, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from feedback_app import arriving
from feedback_app.arriving import Arrived, Waited
from feedback_app.boxes import BoxDoesNotOpen
from feedback_app.web import blank
from feedback_app.web.access import anyone
from feedback_app.web.files import FOLDER
from feedback_app.web.visits import KEY, KINDS, pages_of_an_opening, remember, this_key

pages = pages_of_an_opening("offline")

MOST_AT_ONCE = 50
NAME = re.compile("[0-9a-f]{0,32}")


@pages.get("/blank")
@anyone
def survey_to_keep() -> Response:
    return jsonify(blank.survey_to_keep())


@pages.get("/sw.js")
@anyone
def service_worker() -> Response:
    """The worker of this survey alone: what it keeps, then what it does."""
    root = url_for("respond.welcome")
    written = {"ROOT": root, "NAME": f"heard {root} {blank.version()}", "FILES": blank.kept_files()}
    lines = [f"const {name} = {json.dumps(value)};\n" for name, value in written.items()]
    return Response("".join(lines) + (FOLDER / "sw.js").read_text(), mimetype="text/javascript")


@pages.get("/help")
@anyone
def help_lines() -> ResponseReturnValue:
    """Where a phone without a signal reads the help lines; with one, the page of them all."""
    return redirect(url_for("public.help_lines"), 303)


@pages.post("/queue")
@anyone
def queue() -> Response:
    """Take in pages that waited on this phone, and say of each what became of it. One bad page stops no other."""
    sent = _sent()
    listed = sent.get("answers") if isinstance(sent, dict) else None
    if not isinstance(listed, list) or len(listed) > MOST_AT_ONCE:
        abort(400)
    read = [_waited(one) for one in listed]
    arrived, key = arriving.take_in(
        g.opening,
        [one for one in read if isinstance(one, Waited)],
        key=this_key(),
        kind=KINDS[g.opening.channel],
    )
    unread = [one for one in read if isinstance(one, Arrived)]
    reply = jsonify(
        answers=[
            {"id": one.send_key, "is": one.outcome, "why": _in_their_language(one.why)} for one in (*arrived, *unread)
        ],
    )
    return remember(reply, key) if key else reply


def _sent() -> object:
    """The JSON that was sent, or None where it is none: brackets too deep to read are none either."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _in_their_language(why: str) -> str:
    words: str = gettext(why) if why else ""
    return words


def _waited(one: Any) -> Waited | Arrived:
    """One page of a batch; whatever it is, it must not stop the others."""
    said = one if isinstance(one, dict) else {}
    send_key, box, days = (said.get(name) for name in ("id", "box", "days"))
    if isinstance(send_key, str) and isinstance(box, str) and KEY.fullmatch(send_key):
        try:
            opened = base64.b64decode(box, validate=True)
        except ValueError:  # binascii.Error is one, and so is a letter beyond ASCII
            return Arrived(send_key, "refused", BoxDoesNotOpen.words)
        return Waited(send_key, opened, days if isinstance(days, int) and 0 <= days < 10_000 else 0)
    known = NAME.match(send_key) if isinstance(send_key, str) else None
    return Arrived(known.group() if known else "", "refused", BoxDoesNotOpen.words)
