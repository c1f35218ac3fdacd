"""What every page of one opening shares: the code that leads to it, and the phone's own response."""

from __future__ import annotations

import re
import secrets

from flask import Blueprint, Response, current_app, g, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import answering, throttling, translating
from feedback_app.answering import PlaceLost, Visit
from feedback_app.asking import Opening, find_opening
from feedback_app.errors import NotFound, read_by_people
from feedback_app.protecting import fingerprint
from feedback_app.web import reader
from surveys import Step

# how an opening is reached says what kind of response it brings; a workshop's phones do not answer here
KINDS = {"link": "phone", "paper": "sheet", "telephone": "telephone"}
TABLET = "tablet"
REMEMBER_DAYS = 90
KEY = re.compile("[0-9a-f]{32}")  # as welcome pages make them


class NotAnsweredHere(NotFound):
    words = read_by_people("This code is for a workshop. Ask the people who run it.")


def pages_of_an_opening(name: str) -> Blueprint:
    """A blueprint whose every page is of the opening that the address names by its code."""
    pages = Blueprint(name, __name__, url_prefix="/a/<code>")
    pages.url_value_preprocessor(_take_code)
    pages.before_request(_find)
    pages.url_defaults(_same_opening)
    pages.context_processor(_of_opening)
    pages.after_request(_remember_again)
    return pages


def here(question: str, repeat: str) -> tuple[str, Visit, Step]:
    """This phone's key, its response and the step that the address names. Raises PlaceLost, UnknownService."""
    g.opening.survey.service_name(repeat)
    key = this_key()
    return key or "", this_visit(key), Step(question, repeat)


def this_visit(key: str | None) -> Visit:
    """Raises PlaceLost."""
    visit = answering.look(g.opening, key) if key else None
    if visit is None:
        raise PlaceLost
    return visit


def address_of(step: Step | None) -> str:
    if step is None:
        return url_for("finish.check")
    return url_for("respond.show", question=step.question, repeat=step.repeat or None)


def this_key() -> str | None:
    """The key in this phone's cookie; one that no page made, planted to be known to somebody else, is none."""
    return _key_of(g.opening)


def served_to(key: str | None = None) -> str | None:
    """What ties a page to the visit that it is served to, and tells nobody its key; None where there is no visit.

    New in each view: a value that lasts could be told from how small a page is compressed. `key` is one that goes out
    with this page.
    """
    key = key or this_key()
    return _tie(secrets.token_hex(8), key) if key else None


def is_of_this_visit() -> bool:
    """Whether what was sent comes from a page of this visit, and not from one that somebody before left in the browser.

    A page that does not say is believed on somebody's own phone, and never on a shared tablet.
    """
    said, key = request.form.get("visit"), this_key()
    if said is None:
        return not g.tablet
    ours = _tie(said.partition("-")[0], key) if key else ""
    return secrets.compare_digest(said.encode(), ours.encode())


def _tie(salt: str, key: str) -> str:
    return f"{salt}-{fingerprint(f'visit:{salt}:{key}').hex()}"


def unfinished() -> str | None:
    """The key that whoever agrees goes on with: this phone's own, if it has begun and not sent.

    On a shared tablet everybody begins afresh, and so does the next person after answers were sent.
    """
    key = None if g.tablet else this_key()
    visit = answering.look(g.opening, key) if key else None
    return key if visit is not None and not visit.is_sent else None


def kind_of_response() -> str:
    """How this response is given: a tablet that many share is told from somebody's own phone."""
    return TABLET if g.tablet else KINDS[g.opening.channel]


def remember(response: ResponseReturnValue, key: str) -> Response:
    kept = make_response(response)
    _set_key(kept, key)
    return kept


def bring_back(opening: Opening, key: str) -> Response:
    """Take a phone that came back with a code to its opening, with its own key."""
    g.opening, g.tablet = opening, request.cookies.get(_tablet_cookie_of(opening)) == "yes"
    return remember(redirect(url_for("respond.resume", code=opening.code), 303), key)


def forget(response: ResponseReturnValue) -> Response:
    """Let go of the phone's response; its answers stay, and its receipt code still leads to them."""
    let_go = make_response(response)
    let_go.delete_cookie(_cookie(), path=_cookie_path())
    let_go.delete_cookie(reader.COOKIE)  # how the person before wanted the pages
    return let_go


def _take_code(endpoint: str | None, values: dict[str, object] | None) -> None:
    g.code = str((values or {}).pop("code"))


def _find() -> ResponseReturnValue | None:
    """Every page here is of one opening; its code leads to it. Codes that lead nowhere are counted."""
    address = request.remote_addr or ""
    try:
        opening = find_opening(g.code)
    except NotFound:
        throttling.refuse_too_many(address, current_app.config["CODE_TRIES"])
        throttling.count_wrong_code(address)
        raise
    if opening.channel not in KINDS:
        throttling.refuse_too_many(address, current_app.config["CODE_TRIES"], code=opening.code)
        raise NotAnsweredHere
    key = _key_of(opening)
    if key is None or answering.look(opening, key) is None:
        # whoever has begun here goes on, even where somebody else at this address tries codes
        throttling.refuse_too_many(address, current_app.config["CODE_TRIES"], code=opening.code)
        if request.method != "HEAD":
            throttling.remember_code(address, opening.code)
    g.opening = opening
    g.tablet = request.cookies.get(tablet_cookie()) == "yes"
    reader.offer(translating.offered(opening.area_id, opening.survey))
    if g.code != opening.code and request.method == "GET":
        # the phone's cookie belongs to the code as it is written on the poster, not in small letters
        return redirect(url_for(str(request.endpoint), **(request.view_args or {})), 303)
    return None


def _same_opening(endpoint: str, values: dict[str, object]) -> None:
    if "opening" in g:
        values.setdefault("code", g.opening.code)


def _of_opening() -> dict[str, object]:
    if "opening" not in g:  # a page that says so has no opening
        return {}
    opening: Opening = g.opening
    # a shared tablet stays below its opening, where every page goes back to the first one by itself
    kept_here = {"home_url": url_for("respond.welcome"), "receipt_url": None} if g.tablet else {}
    return {
        **kept_here,
        "audience": opening.audience,
        "invented": opening.example,
        "area_name": opening.area_name,
        "words_url": url_for("respond.words"),
        "help_url": url_for("respond.help_lines"),
        "format_url": url_for("formats.show"),
        "sheet_url": url_for("sheet.for_anybody"),
        "tablet": g.tablet,
        "next_person_url": url_for("stopping.next_person"),
        "next_by_itself_url": url_for("stopping.next_by_itself"),
        "lead_contact": opening.values.get("lead_contact"),
        "front_door": opening.values.get("front_door"),
    }


def _remember_again(response: Response) -> Response:
    """Set the cookie anew on each page: a page that does so is not brought back, words and all, by the back button."""
    key = this_key() if "opening" in g else None
    if key and "Set-Cookie" not in response.headers:
        _set_key(response, key)
    return response


def _set_key(response: Response, key: str) -> None:
    """Keep the response key where no script can read it, for this opening alone, while the opening lasts."""
    response.set_cookie(
        _cookie(),
        key,
        path=_cookie_path(),
        max_age=None if g.tablet else 60 * 60 * 24 * REMEMBER_DAYS,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )


def _cookie() -> str:
    return _cookie_of(g.opening)


def _cookie_of(opening: Opening) -> str:
    return f"heard-{opening.code}"


def _key_of(opening: Opening) -> str | None:
    key = request.cookies.get(_cookie_of(opening), "")
    return key if KEY.fullmatch(key) else None


def tablet_cookie() -> str:
    """The cookie of a browser that was made a shared tablet for this opening."""
    return _tablet_cookie_of(g.opening)


def _tablet_cookie_of(opening: Opening) -> str:
    return f"heard-tablet-{opening.code}"


def _cookie_path() -> str:
    return url_for("respond.welcome", code=g.opening.code)
