"""An adult draws a sample for a table, sees who is done, begins the talk and closes it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.coding import DrawForm
from feedback_app.forms.table import PressForm
from feedback_app.people import Role
from feedback_app.reviewing import choices, consensus, samples, seats, sittings
from feedback_app.reviewing.samples import ENOUGH, NoSample, Sample
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.agreement import READS
from feedback_app.web.frame import staff_frame
from feedback_app.web.tables import TITLE

WHO: tuple[Role, ...] = ("participation_officer", "facilitator")
MOVES = {"talk": samples.begin_talking, "close": consensus.close}

pages = Blueprint("samples", __name__, url_prefix="/areas/<area>/tables/<sitting>/sample")


@pages.get("/")
@staff_who_are(*WHO)
def of_table(area: str, sitting: str) -> ResponseReturnValue:
    return _table_page(area, sitting, _draw_form(area, sitting))


@pages.post("/")
@staff_who_are(*WHO)
def draw(area: str, sitting: str) -> ResponseReturnValue:
    form = _draw_form(area, sitting)
    if not form.validate():
        return _table_page(area, sitting, form), 400
    samples.draw_sample(area, sitting, number=form.number.data, about=form.about.data, staff_id=current_staff().id)
    return redirect(url_for("samples.of_table", area=area, sitting=sitting), 303)


@pages.post("/move")
@staff_who_are(*WHO)
def move(area: str, sitting: str) -> ResponseReturnValue:
    """Begin to talk before everybody is done, or close."""
    here = sittings.sitting_at(area, sitting)
    sample, what = samples.sample_of(here.area_id, here.id), request.form.get("move", "")
    if what not in MOVES:
        raise sittings.NotOn
    MOVES[what](here.area_id, sample.id, staff_id=current_staff().id)
    return redirect(url_for("samples.of_table", area=area, sitting=sitting), 303)


def _draw_form(area: str, sitting: str) -> DrawForm:
    here, form = sittings.sitting_at(area, sitting), DrawForm()
    form.about.choices = choices.lists_for(area, here.wave_slug) if here.wave_slug else []
    return form


def _table_page(area: str, sitting: str, form: DrawForm) -> str:
    here = sittings.sitting_at(area, sitting)
    sample: Sample | None
    try:
        sample = samples.sample_of(here.area_id, here.id)
    except NoSample:
        sample = None
    return render_template(
        "table/sample.html",
        here=here,
        sample=sample,
        seats=len(seats.seats_of(area, sitting)),
        enough=ENOUGH,
        form=form,
        press=PressForm(formdata=None),
        move_url=url_for("samples.move", area=area, sitting=sitting),
        figures_url=url_for("agreement.figures", area=area, sample=sample.id)
        if sample and current_staff().may(area, READS)
        else "",
        back_url=url_for("tables.one", area=area, sitting=sitting),
        **staff_frame(area, TITLE, url_for("tables.every", area=area)),
    )
