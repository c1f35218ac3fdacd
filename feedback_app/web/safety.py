"""The safety adult's page: it signals that something needs a safety check, and never shows what was said."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import people
from feedback_app.forms.staff import ComeInForm
from feedback_app.people import LinkUsed, Staff
from feedback_app.storage.workshops import NoSuchWorkshop
from feedback_app.web.access import STAFF_COOKIE, anyone
from feedback_app.web.dates import long_moment
from feedback_app.workshops import passing, rooms, safety
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.safety import Signal

pages = Blueprint("safety", __name__, url_prefix="/safety/<workshop>")


@pages.get("/come-in/<token>")
@anyone
def link(workshop: str, token: str) -> ResponseReturnValue:
    """Opening a link uses nothing up: programs that look at links before people do must not spend them."""
    return _come_in_page(workshop, token, ComeInForm())


@pages.post("/come-in/<token>")
@anyone
def come_in(workshop: str, token: str) -> ResponseReturnValue:
    form = ComeInForm()
    if not form.validate():
        return _come_in_page(workshop, token, form), 400
    response = make_response(redirect(url_for("safety.show", workshop=workshop), 303))
    response.set_cookie(
        _cookie(workshop),
        passing.use_pass(rooms.area_with(workshop), workshop, token),
        path=url_for("safety.show", workshop=workshop),
        max_age=passing.PASS_HOURS * 3600,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response


@pages.get("/")
@anyone
def show(workshop: str) -> ResponseReturnValue:
    """Open to whoever used the link, and to the safety adult who came in as staff; to others there is no such page."""
    area = rooms.area_with(workshop)
    _refuse_others(area, workshop)
    room, signals = safety.look(area, workshop)
    person = _staff()
    is_lead = person is not None and person.may(area, "safeguarding_lead")
    rows = [
        {
            "level": one.level,
            "reference": one.reference,
            "received": long_moment(one.received_at),
            "href": url_for("safeguarding.one", area=area, reference=one.reference) if is_lead else None,
        }
        for one in signals
    ]
    return render_template(
        "workshop/safety.html",
        room=room,
        signals=rows,
        leads=safety.leads(area),
        stamp=_stamp(room, signals),
        now_url=url_for("safety.now", workshop=workshop),
        page_url=request.path,
        invented=room.example,
        home_url=request.path,
    )


@pages.get("/now")
@anyone
def now(workshop: str) -> ResponseReturnValue:
    """Asked every other second; that the page is open is written down twice a minute at most."""
    area = rooms.area_with(workshop)
    _refuse_others(area, workshop)
    return jsonify(now=_stamp(*safety.look(area, workshop)))


def _refuse_others(area: str, workshop: str) -> None:
    """Raises NoSuchWorkshop."""
    key = request.cookies.get(_cookie(workshop))
    if key and passing.has_pass(area, workshop, key):
        return
    person = _staff()
    if person is None or person.id != rooms.room_of(area, workshop).safety_id:
        raise NoSuchWorkshop


def _staff() -> Staff | None:
    """Who came in as staff on this browser: these pages are open to others too, so the guard does not look."""
    token = request.cookies.get(STAFF_COOKIE)
    return people.who_is(token) if token else None


def _come_in_page(workshop: str, token: str, form: ComeInForm) -> str:
    """Raises LinkUsed, NoSuchWorkshop."""
    area = rooms.area_with(workshop)
    if not passing.can_be_used(area, workshop, token):
        raise LinkUsed
    room = rooms.room_of(area, workshop)
    return render_template("workshop/come_in.html", room=room, form=form, invented=room.example)


def _stamp(room: Room, signals: Sequence[Signal]) -> str:
    return f"{len(signals)}.{signals[0].reference if signals else ''}.{room.is_on:d}.{room.ended_at is not None:d}"


def _cookie(workshop: str) -> str:
    return f"heard-safety-{workshop}"
