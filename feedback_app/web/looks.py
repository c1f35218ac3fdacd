"""A commissioner looks at the voices of a wave against lists that its report was not made for."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import looks, relating, reporting
from feedback_app.forms.staff import LookForm
from feedback_app.looks import ListsWrong
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame

pages = Blueprint("looks", __name__, url_prefix="/areas/<area>/reports/<wave>/lists")


@pages.get("/")
@staff_who_are("commissioner")
def choose(area: str, wave: str) -> ResponseReturnValue:
    return _page(area, wave, LookForm(formdata=None))


@pages.post("/")
@staff_who_are("commissioner")
def ask(area: str, wave: str) -> ResponseReturnValue:
    reporting.read_report(area, wave)
    form = LookForm(formdata=request.form)
    if not form.validate():
        return _page(area, wave, form), 400
    try:
        look_id = looks.ask(area, wave, form.lists.data, staff_id=current_staff().id)
    except ListsWrong as wrong:
        form.lists.errors = [str(wrong)]
        return _page(area, wave, form), 400
    return redirect(url_for("looks.look", area=area, wave=wave, look=look_id), 303)


@pages.get("/<look>")
@staff_who_are("commissioner")
def look(area: str, wave: str, look: str) -> ResponseReturnValue:
    edition, _ = reporting.read_report(area, wave)
    found = looks.look_named(area, wave, look)
    return render_template(
        "report/look.html",
        look=found,
        wave_title=edition.title,
        names=_names(found),
        related=_related(area, found),
        compare_url=url_for("comparisons.choose", area=area),
        choose_url=url_for("looks.choose", area=area, wave=wave),
        **_frame(area, wave),
    )


def _page(area: str, wave: str, form: LookForm) -> str:
    edition, _ = reporting.read_report(area, wave)
    by_strategy: dict[str, list[looks.ListKnown]] = {}
    for one in looks.lists_known(area, wave):
        by_strategy.setdefault(one.strategy, []).append(one)
    rows = [(one, url_for("looks.look", area=area, wave=wave, look=one.id)) for one in looks.looks_of(area, wave)]
    return render_template(
        "report/looks.html",
        wave_title=edition.title,
        strategies=by_strategy,
        most=looks.MOST,
        looks=rows,
        form=form,
        **_frame(area, wave),
    )


def _names(look: looks.LookRead) -> dict[str, tuple[str, str]]:
    """By a standard's id its name and the name of its list."""
    lists = (look.told or {}).get("lists", ())
    return {standard["id"]: (standard["name"], one["name"]) for one in lists for standard in one["standards"]}


def _related(area: str, look: looks.LookRead) -> list[Mapping[str, object]]:
    """Pairs that may be about the same, with what counts now of people's decisions; the decided come first."""
    newest = relating.newest_of(area)
    pairs = []
    for one in (look.told or {}).get("related", ()):
        decision = newest.get(frozenset((one["one"], one["other"])))
        open_again = {"state": "suggested", "who": "", "why": ""}
        if decision:
            pairs.append({**one, "state": decision.said, "who": decision.who, "why": decision.why})
        elif one["by_words"] or one["by_voices"]:
            pairs.append({**one, **open_again})
    return sorted(pairs, key=lambda one: one["state"] == "suggested")


def _frame(area: str, wave: str) -> dict[str, object]:
    address = url_for("reports.all_reports", area=area)
    report_url = url_for("reports.report", area=area, wave=wave)
    return staff_frame(area, "Reports", address) | {"report_url": report_url, "floor": "10"}
