"""A commissioner lays any two lists side by side, and decides which of their standards are about the same."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app import comparisons, relating
from feedback_app.comparisons import ComparisonRead, ListsWrong, PairRead
from feedback_app.forms.staff import CompareForm, PairForm, RelatedForm, relate_form
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import full_date
from feedback_app.web.frame import staff_frame

pages = Blueprint("comparisons", __name__, url_prefix="/areas/<area>/lists")


@pages.get("/")
@staff_who_are("commissioner")
def choose(area: str) -> ResponseReturnValue:
    return _chooser(area, CompareForm(formdata=None))


@pages.post("/")
@staff_who_are("commissioner")
def ask(area: str) -> ResponseReturnValue:
    form = CompareForm(formdata=request.form)
    if not form.validate():
        return _chooser(area, form), 400
    try:
        made = comparisons.ask(area, form.one.data or "", form.other.data or "", staff_id=current_staff().id)
    except ListsWrong as wrong:
        form[wrong.which].errors = [str(wrong)]
        return _chooser(area, form), 400
    return redirect(url_for("comparisons.compared", area=area, comparison=made), 303)


@pages.get("/<comparison>")
@staff_who_are("commissioner")
def compared(area: str, comparison: str) -> ResponseReturnValue:
    return _page(area, comparisons.comparison_named(area, comparison), PairForm(formdata=None))


@pages.post("/<comparison>")
@staff_who_are("commissioner")
def decide(area: str, comparison: str) -> ResponseReturnValue:
    """From a pair's own form, or from the one at the end where both standards are chosen."""
    found = comparisons.comparison_named(area, comparison)
    is_of_a_pair = request.form.get("from") == "pair"
    form = RelatedForm(formdata=request.form) if is_of_a_pair else PairForm(formdata=request.form)
    if not form.validate():
        if is_of_a_pair:
            raise relating.NotRelatable
        return _page(area, found, form), 400
    relating.decide(
        area, form.one.data, form.other.data, said=form.said, staff_id=current_staff().id, why=form.why.data or ""
    )
    back = url_for("comparisons.compared", area=area, comparison=comparison)
    return redirect(f"{back}#{'open' if is_of_a_pair else 'decided'}", 303)


def _chooser(area: str, form: FlaskForm) -> str:
    made = [
        (one, url_for("comparisons.compared", area=area, comparison=one.id)) for one in comparisons.comparisons_of(area)
    ]
    return render_template(
        "report/compare.html", strategies=comparisons.lists_known(), made=made, form=form, **_frame(area)
    )


def _page(area: str, found: ComparisonRead, form: FlaskForm) -> str:
    return render_template(
        "report/comparison.html",
        found=found,
        open=_forms(found.open, 0),
        decided=_forms(found.decided, len(found.open)),
        form=form,
        day_of=lambda decision: full_date(dt.date.fromisoformat(decision.day)),
        choose_url=url_for("comparisons.choose", area=area),
        here_url=url_for("comparisons.compared", area=area, comparison=found.id),
        **_frame(area),
    )


def _forms(pairs: tuple[PairRead, ...], after: int) -> list[tuple[PairRead, FlaskForm]]:
    return [(pair, relate_form(pair.one.id, pair.other.id, number=n)) for n, pair in enumerate(pairs, start=after + 1)]


def _frame(area: str) -> dict[str, object]:
    address = url_for("reports.all_reports", area=area)
    return staff_frame(area, "Reports", address) | {"reports_url": address}
