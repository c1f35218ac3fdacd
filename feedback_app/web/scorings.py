"""Whoever sets a table up puts sheets on it and lays them side by side. No sheet of a seat is shown here."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.scoring import ScoringForm
from feedback_app.forms.table import PressForm
from feedback_app.reviewing import scorings, sittings
from feedback_app.reviewing.own_standards import NoStandards
from feedback_app.reviewing.score_sheets import load_sheets
from feedback_app.reviewing.scorings import NamesSomebody, NotASubject, TooFewSheets
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame
from feedback_app.web.tables import TITLE, WHO

pages = Blueprint("scorings", __name__, url_prefix="/areas/<area>/tables/<sitting>/scores")


@pages.get("/")
@staff_who_are(*WHO)
def every(area: str, sitting: str) -> ResponseReturnValue:
    return _page(area, sitting, _form(area, sitting))


@pages.post("/")
@staff_who_are(*WHO)
def set_up(area: str, sitting: str) -> ResponseReturnValue:
    form = _form(area, sitting)
    if not form.validate():
        return _page(area, sitting, form), 400
    try:
        scorings.make_scoring(
            area, sitting, form.sheet.data, form.subject.data, against=form.against.data, staff_id=current_staff().id
        )
    except (NotASubject, NamesSomebody) as wrong:
        form.subject.errors = [str(wrong)]
        return _page(area, sitting, form), wrong.status
    except NoStandards as wrong:
        form.against.errors = [str(wrong)]
        return _page(area, sitting, form), wrong.status
    return redirect(url_for("scorings.every", area=area, sitting=sitting), 303)


@pages.post("/<scoring>/together")
@staff_who_are(*WHO)
def lay_together(area: str, sitting: str, scoring: str) -> ResponseReturnValue:
    try:
        scorings.lay_together(area, scoring, staff_id=current_staff().id)
    except TooFewSheets as wrong:
        return _page(area, sitting, _form(area, sitting), wrong=str(wrong)), wrong.status
    return redirect(url_for("scorings.every", area=area, sitting=sitting), 303)


def _form(area: str, sitting: str) -> ScoringForm:
    form, sheets = ScoringForm(), load_sheets()
    form.sheet.choices = {one.id: one.title for one in sheets}
    offered = {
        value: words
        for one in sheets
        if one.standards != "none"
        for value, words in scorings.promises_for(area, sitting, one)
    }
    form.against.choices = [("", "None: the sheet’s own questions"), *offered.items()]
    return form


def _page(area: str, sitting: str, form: ScoringForm, *, wrong: str = "") -> str:
    here = sittings.sitting_at(area, sitting)
    rows = [
        (one, url_for("scorings.lay_together", area=area, sitting=sitting, scoring=one.id))
        for one in scorings.scorings_of(here.area_id, here.id)
    ]
    return render_template(
        "scores/set_up.html",
        here=here,
        rows=rows,
        sheets=load_sheets(),
        form=form,
        wrong=wrong,
        has_errors=bool(wrong or form.errors),
        press=PressForm(formdata=None),
        results_url=url_for("score_results.every", area=area),
        back_url=url_for("tables.one", area=area, sitting=sitting),
        **staff_frame(area, TITLE, url_for("tables.every", area=area)),
    )
