"""The end of a sitting, from a seat: read what stands there, and say "we agree" or "we would say it differently"."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.signing import SignForm, TakeBackForm
from feedback_app.reviewing import signed, signing
from feedback_app.reviewing.signed import STANCES
from feedback_app.reviewing.signing import NotSoMany
from feedback_app.reviewing.wordings import Wording, wording_at, wordings_at
from feedback_app.web.dates import full_date
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame

KINDS = {"report": "The report", "themes": "The names of the themes", "scores": "What we scored"}
HERE = "signing.every"
CHANGED = "The words changed while this page was open. Read them again, then say what you say of them."

pages = Blueprint("signing", __name__, url_prefix="/table/say")


@pages.get("/")
@for_a_seat
def every() -> ResponseReturnValue:
    seat = current_seat()
    rows = [(one, signed.signed_here(seat, one), _url("one", one)) for one in wordings_at(seat.sitting)]
    return render_template("table/say.html", rows=rows, kinds=KINDS, **seat_frame(HERE))


@pages.get("/<any(report, themes, scores):of>/<subject>")
@for_a_seat
def one(of: str, subject: str) -> ResponseReturnValue:
    return _page(_wording(of, subject), _form(formdata=None))


@pages.post("/<any(report, themes, scores):of>/<subject>")
@for_a_seat
def sign(of: str, subject: str) -> ResponseReturnValue:
    wording, form = _wording(of, subject), _form()
    if not form.validate():
        return _page(wording, form), 400
    if form.was.data != wording.digest:
        form.stance.errors = [CHANGED]
        return _page(wording, form), 400
    try:
        signing.sign(
            current_seat(),
            wording,
            form.stance.data,
            words=form.words.data,
            is_group=form.is_group,
            people=form.number,
        )
    except NotSoMany as wrong:
        form.people.errors = [str(wrong)]
        return _page(wording, form), wrong.status
    return redirect(_url("one", wording), 303)


@pages.post("/<any(report, themes, scores):of>/<subject>/back")
@for_a_seat
def take_back(of: str, subject: str) -> ResponseReturnValue:
    wording, form = _wording(of, subject), TakeBackForm()
    if not form.validate():
        return _page(wording, _form(formdata=None)), 400
    signing.take_back(current_seat(), wording, is_group=request.form.get("back") == "all")
    return redirect(_url("one", wording), 303)


def _wording(of: str, subject: str) -> Wording:
    """Raises NothingToSign."""
    return wording_at(current_seat().sitting, of, subject)


def _form(**given: object) -> SignForm:
    form = SignForm(**given)
    form.stance.choices = list(STANCES.items())
    return form


def _page(wording: Wording, form: SignForm) -> str:
    form.was.data = wording.digest
    return render_template(
        "table/say_one.html",
        wording=wording,
        kind=KINDS[wording.kind],
        said=signed.signed_here(current_seat(), wording),
        form=form,
        press=TakeBackForm(formdata=None),
        date_of=full_date,
        action=_url("one", wording),
        back_action=_url("take_back", wording),
        back_url=url_for(HERE),
        **seat_frame(HERE),
    )


def _url(page: str, wording: Wording) -> str:
    return url_for(f"signing.{page}", of=wording.kind, subject=wording.subject)
