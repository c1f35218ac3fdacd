"""Ask for another format: on every page of a respondent, and the list that a participation officer deals with."""

from __future__ import annotations

import secrets

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import other_formats
from feedback_app.forms.formats import FormatForm
from feedback_app.forms.staff import DealtForm
from feedback_app.web import reader
from feedback_app.web.access import anyone, current_staff, staff_who_are
from feedback_app.web.dates import long_date
from feedback_app.web.frame import staff_frame
from feedback_app.web.visits import is_of_this_visit, pages_of_an_opening, remember, served_to, this_key

pages = pages_of_an_opening("formats")
desk = Blueprint("format_desk", __name__, url_prefix="/areas/<area>/formats")

NAMES = {
    "large_print": "Large print",
    "easy_read": "Easy read",
    "paper": "On paper",
    "telephone": "By telephone",
    "bsl": "British Sign Language",
    "another_language": "Another language",
    "braille": "Braille",
    "someone_to_help": "Someone to help",
    "something_else": "Something else",
}


@pages.get("/format")
@anyone
def show() -> ResponseReturnValue:
    form = FormatForm(send_key=secrets.token_hex(16))
    if not g.tablet or this_key():
        return _page(form)
    key = secrets.token_hex(16)  # on a shared tablet the page is of whoever asks now, though they have begun nothing
    return remember(_page(form, visit=served_to(key)), key)


@pages.post("/format")
@anyone
def ask() -> ResponseReturnValue:
    form = FormatForm(request.form)
    is_switching = reader.is_switching()
    if is_switching or not form.validate():
        if g.tablet and not is_of_this_visit():
            return redirect(url_for("respond.welcome"), 303)  # of somebody before: what they typed is not shown
        return _page(form), 200 if is_switching else 400
    other_formats.ask(
        g.opening,
        form.chosen,
        form.note.data,
        form.reach.data,
        send_key=form.send_key.data or secrets.token_hex(16),
        language=reader.current().language,
    )
    return redirect(url_for("formats.asked"), 303)


@pages.get("/format/asked")
@anyone
def asked() -> ResponseReturnValue:
    return render_template("respondent/format_asked.html", back_url=url_for("respond.welcome"))


@desk.get("/")
@staff_who_are("participation_officer")
def waiting(area: str) -> ResponseReturnValue:
    rows = [
        {
            "formats": ", ".join(NAMES.get(one, one) for one in row.formats) or "Said in words",
            "survey": row.survey_title,
            "asked": long_date(row.asked_on),
            "dealt": long_date(row.dealt_on) if row.dealt_on else None,
            "href": url_for("format_desk.one", area=area, contact=row.id),
        }
        for row in other_formats.asked_in(area)
    ]
    return render_template("staff/formats.html", rows=rows, **_frame(area))


@desk.get("/<contact>")
@staff_who_are("participation_officer")
def one(area: str, contact: str) -> ResponseReturnValue:
    note, reach = other_formats.open_words(area, contact, staff_id=current_staff().id)
    return render_template(
        "staff/format.html",
        note=note,
        reach=reach,
        form=DealtForm(),
        back_url=url_for("format_desk.waiting", area=area),
        **_frame(area),
    )


@desk.post("/<contact>")
@staff_who_are("participation_officer")
def deal(area: str, contact: str) -> ResponseReturnValue:
    if not DealtForm().validate():
        return redirect(url_for("format_desk.one", area=area, contact=contact), 303)
    other_formats.deal(area, contact, staff_id=current_staff().id)
    return redirect(url_for("format_desk.waiting", area=area), 303)


def _page(form: FormatForm, visit: str | None = None) -> str:
    return render_template(
        "respondent/format.html", form=form, visit=visit or served_to(), back_url=url_for("respond.welcome")
    )


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, "Other formats", url_for("format_desk.waiting", area=area))
