"""The facilitator's page of what a group says together: drafted, worded as the hall watches, agreed, and printed."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.statement import WordingForm, yes_form
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import full_date
from feedback_app.web.qr import qr_code
from feedback_app.web.workshop_frame import agreed_frame, run_by
from feedback_app.workshops import noting, statements, tapping
from feedback_app.workshops.drafting import fits
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.wordings import Statement

URLS = {"draft": "draft", "close": "close", "yes": "say_yes", "off": "take_off", "paper": "paper"}

pages = Blueprint("workshop_statement", __name__, url_prefix="/areas/<area>/workshops/<workshop>/statement")


@pages.get("")
@staff_who_are("facilitator")
def show(area: str, workshop: str) -> ResponseReturnValue:
    return _page(area, run_by(area, workshop))


@pages.post("/draft")
@staff_who_are("facilitator")
def draft(area: str, workshop: str) -> ResponseReturnValue:
    room, form = run_by(area, workshop), WordingForm(formdata=None)
    if not statements.draft(room, staff_id=current_staff().id):
        form.words.errors = [_told(room)]
        return _page(area, room, wording=form), 400
    return redirect(url_for("workshop_statement.show", area=area, workshop=workshop), 303)


@pages.post("")
@staff_who_are("facilitator")
def write(area: str, workshop: str) -> ResponseReturnValue:
    room, form = run_by(area, workshop), WordingForm()
    if not form.validate():
        return _page(area, room, wording=form), 400
    if not fits(form.words.data):
        form.words.errors = ["Make it shorter: it must fit the projector and one page"]
        return _page(area, room, wording=form), 400
    if not statements.write(room, form.words.data, staff_id=current_staff().id):
        form.words.errors, form.words.data = [_told(room)], ""
        return _page(area, room, wording=form), 400
    return redirect(url_for("workshop_statement.show", area=area, workshop=workshop), 303)


@pages.post("/yes")
@staff_who_are("facilitator")
def say_yes(area: str, workshop: str) -> ResponseReturnValue:
    room = run_by(area, workshop)
    form = _yes_form(room, request.form.get("statement", ""))
    if not form.validate():
        return _page(area, room, yes=form), 400
    kept = statements.say_yes(
        room,
        form.statement.data,
        agree=int(form.agree.data or 0),
        people=int(form.people.data or 0),
        differently=form.differently.data,
        is_public=form.public.data == "yes",
        staff_id=current_staff().id,
    )
    if not kept:
        form.differently.errors, form.differently.data = [_told(room)], ""
        return _page(area, room, yes=form), 400
    return redirect(url_for("workshop_statement.show", area=area, workshop=workshop), 303)


@pages.post("/close")
@staff_who_are("facilitator")
def close(area: str, workshop: str) -> ResponseReturnValue:
    """No phone changes what it says any more, and the facilitator sees it."""
    tapping.close(area, workshop, request.form.get("statement", ""), staff_id=current_staff().id)
    return redirect(url_for("workshop_statement.show", area=area, workshop=workshop, _anchor="yes"), 303)


@pages.post("/off")
@staff_who_are("facilitator")
def take_off(area: str, workshop: str) -> ResponseReturnValue:
    statements.take_off(area, workshop, request.form.get("statement", ""), staff_id=current_staff().id)
    return redirect(url_for("workshop_statement.show", area=area, workshop=workshop), 303)


@pages.get("/paper")
@staff_who_are("facilitator")
def paper(area: str, workshop: str) -> ResponseReturnValue:
    """One A4 page for everybody to take home: what was agreed, or, before the yes, the draft marked as one."""
    room = run_by(area, workshop)
    found = statements.of_room(room)
    shown = found.agreed or found.newest
    if shown is None or shown.is_held:
        raise statements.NoSuchStatement
    public = _public_url(area, shown) if shown.agreed and shown.agreed.is_public else ""
    day = shown.agreed.agreed_on if shown.agreed else room.begun_at.astimezone().date() if room.begun_at else None
    return render_template(
        "workshop/statement_paper.html",
        room=room,
        shown=shown,
        day=full_date(day) if day else "",
        counts=noting.counts(area, workshop),
        public=_address(url_for("said.every", council=area)) if public else "",
        qr=qr_code(public) if public else None,  # the list is short enough to type, and the code leads to this one
        back_url=url_for("workshop_statement.show", area=area, workshop=workshop),
        invented=room.example,
    )


def _told(room: Room) -> str:
    return f"These words need a safety check. {room.safety_adult} is told. Use other words here"


def _public_url(area: str, shown: Statement) -> str:
    return _address(url_for("said.one", council=area, statement=shown.id))


def _address(path: str) -> str:
    return str(current_app.extensions["heard_settings"].address(path))


def _yes_form(room: Room, statement_id: str, **given: object) -> FlaskForm:
    """The form of the group's yes, which knows what phones said once they are closed."""
    taps = tapping.of_wording(room, statement_id)
    return yes_form(joined=taps.joined, answered=taps.answered if taps.is_closed else 0, yes=taps.yes, **given)


def _page(area: str, room: Room, *, wording: FlaskForm | None = None, yes: FlaskForm | None = None) -> str:
    found = statements.of_room(room)
    counts = noting.counts(area, room.id)
    newest = found.newest
    came = sum(people for _, people in counts)
    taps = tapping.of_wording(room, newest.id if newest else "")
    asked = {"statement": newest.id if newest else "", "people": str(came) if came and not taps.answered else ""}
    return render_template(
        "workshop/statement.html",
        room=room,
        found=found,
        agreed_on=full_date(found.agreed.agreed.agreed_on) if found.agreed and found.agreed.agreed else "",
        wording=wording or WordingForm(formdata=None, data={"words": newest.words if newest else ""}),
        taps=taps,
        yes=yes or _yes_form(room, asked["statement"], formdata=None, data=asked),
        has_errors=bool(wording or yes),
        can_change=room.begun_at is not None and not room.is_gone,
        counts=counts,
        public=_public_url(area, found.agreed) if found.agreed else "",
        urls={name: url_for(f"workshop_statement.{view}", area=area, workshop=room.id) for name, view in URLS.items()}
        | {"notes": url_for("workshop_notes.notes", area=area, workshop=room.id)},
        **agreed_frame(area, room, "Statement"),
    )
