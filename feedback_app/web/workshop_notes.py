"""How many came, without names, and the facilitator's own notes."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.room import CountForm, NoteForm
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.workshop_frame import room_frame
from feedback_app.workshops import (
    noting,
    rooms,
)

pages = Blueprint("workshop_notes", __name__, url_prefix="/areas/<area>/workshops/<workshop>")


@pages.get("/notes")
@staff_who_are("facilitator")
def notes(area: str, workshop: str) -> ResponseReturnValue:
    return _notes(area, workshop, CountForm(formdata=None), NoteForm(formdata=None))


@pages.post("/notes")
@staff_who_are("facilitator")
def note(area: str, workshop: str) -> ResponseReturnValue:
    form = NoteForm()
    if not form.validate():
        return _notes(area, workshop, CountForm(formdata=None), form), 400
    noting.note(area, workshop, form.words.data, staff_id=current_staff().id)
    return redirect(url_for("workshop_notes.notes", area=area, workshop=workshop), 303)


@pages.post("/count")
@staff_who_are("facilitator")
def count(area: str, workshop: str) -> ResponseReturnValue:
    form = CountForm()
    if not form.validate():
        return _notes(area, workshop, form, NoteForm(formdata=None)), 400
    noting.count_people(area, workshop, form.group_name.data, int(form.people.data), staff_id=current_staff().id)
    return redirect(url_for("workshop_notes.notes", area=area, workshop=workshop), 303)


def _notes(area: str, workshop: str, count_form: CountForm, note_form: NoteForm) -> str:
    room = rooms.room_of(area, workshop)
    titles = {step.id: step.title for step in room.plan.steps}
    return render_template(
        "workshop/notes.html",
        room=room,
        count_form=count_form,
        note_form=note_form,
        counts=noting.counts(area, workshop),
        notes=[(titles.get(step or "", ""), words) for step, words in noting.notes(area, workshop)],
        count_url=url_for("workshop_notes.count", area=area, workshop=workshop),
        **room_frame(area, room, here="Notes"),
    )
