"""A commissioner reads the report of a closed wave, and what was published before."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import relating, reporting
from feedback_app.forms.staff import RelatedForm, relate_form
from feedback_app.reporting import Edition
from feedback_app.reporting.report import Report
from feedback_app.reviewing.signed import signed_of_wave
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import full_date
from feedback_app.web.frame import staff_frame

pages = Blueprint("reports", __name__, url_prefix="/areas/<area>/reports")


@pages.get("/")
@staff_who_are("commissioner")
def all_reports(area: str) -> ResponseReturnValue:
    found = reporting.reports_of(area)
    rows = [(one.title, one.number, full_date(one.released_on), _address(area, one)) for one in found]
    said_url = url_for("said.every", council=area)
    compare_url = url_for("comparisons.choose", area=area)
    return render_template(
        "report/all_reports.html", reports=rows, said_url=said_url, compare_url=compare_url, **_frame(area)
    )


@pages.get("/<wave>")
@staff_who_are("commissioner")
def report(area: str, wave: str) -> ResponseReturnValue:
    edition, found = reporting.read_report(area, wave)
    signed = signed_of_wave(area, wave, (edition, found))
    shown = {
        "nav": _contents(found),
        "signed": [("the report", signed.of_report), ("the themes", signed.of_themes)],
        "signed_url": url_for("signed.sheet", area=area, wave=wave),
        "date_of": full_date,
        "standard_urls": _standard_urls(area, wave, found),
        "crosswalk_url": url_for("reports.crosswalk", area=area, wave=wave),
        "looks_url": url_for("looks.choose", area=area, wave=wave),
        "compare_url": url_for("comparisons.choose", area=area),
    }
    return render_template("report/report.html", **_frame(area) | _read(edition, found) | shown)


@pages.get("/<wave>/standards/<owner>/<one_set>/<standard>")
@staff_who_are("commissioner")
def standard(area: str, wave: str, owner: str, one_set: str, standard: str) -> ResponseReturnValue:
    edition, found = reporting.read_report(area, wave)
    standards, read = found.standard(f"{owner}/{one_set}/{standard}")
    shown = {
        "read": read,
        "standards": standards,
        "report_url": url_for("reports.report", area=area, wave=wave),
        "standard_urls": _standard_urls(area, wave, found),
    }
    return render_template("report/standard.html", **_frame(area) | _read(edition, found) | shown)


@pages.get("/<wave>/crosswalk")
@staff_who_are("commissioner")
def crosswalk(area: str, wave: str) -> ResponseReturnValue:
    edition, found = reporting.read_report(area, wave)
    shown = {
        "report_url": url_for("reports.report", area=area, wave=wave),
        "standard_urls": _standard_urls(area, wave, found),
        "deciding_url": url_for("reports.deciding", area=area, wave=wave),
    }
    return render_template("report/crosswalk.html", **_frame(area) | _read(edition, found) | shown)


@pages.get("/<wave>/related")
@staff_who_are("commissioner")
def deciding(area: str, wave: str) -> ResponseReturnValue:
    edition, found = reporting.read_report(area, wave)
    made = relating.newest_of(area)
    pairs = [pair for walk in found.crosswalks for pair in walk.related]
    shown = {
        "report_url": url_for("reports.report", area=area, wave=wave),
        "crosswalk_url": url_for("reports.crosswalk", area=area, wave=wave),
        "compare_url": url_for("comparisons.choose", area=area),
        "action": url_for("reports.decide", area=area, wave=wave),
        "day_of": lambda decision: full_date(dt.date.fromisoformat(decision.day)),
        "forms": [
            (pair, made.get(frozenset((pair.one_id, pair.other_id))), relate_form(pair.one_id, pair.other_id, number=n))
            for n, pair in enumerate(pairs, start=1)
        ],
    }
    return render_template("report/deciding.html", **_frame(area) | _read(edition, found) | shown)


@pages.post("/<wave>/related")
@staff_who_are("commissioner")
def decide(area: str, wave: str) -> ResponseReturnValue:
    form = RelatedForm()
    if not form.validate():
        raise relating.NotRelatable
    relating.decide(
        area, form.one.data, form.other.data, said=form.said, staff_id=current_staff().id, why=form.why.data or ""
    )
    return redirect(url_for("reports.deciding", area=area, wave=wave), 303)


@pages.get("/published")
@staff_who_are("commissioner")
def published(area: str) -> ResponseReturnValue:
    return render_template("report/published.html", **_frame(area) | _read(*reporting.read_published(area)))


def _frame(area: str) -> dict[str, object]:
    address = url_for("reports.all_reports", area=area)
    return staff_frame(area, "Reports", address) | {"reports_url": address}


def _read(edition: Edition, found: Report) -> dict[str, object]:
    # the pack itself may say that it is invented, whatever the area is
    marked = {"invented": True} if found.about.get("invented") else {}
    return {
        "edition": edition,
        "released": full_date(edition.released_on),
        "report": found,
        "floor": found.about.get("floor", "10"),
        "open_dates": _open_dates(found),
    } | marked


def _contents(found: Report) -> list[tuple[str, str, bool]]:
    parts = [
        ("Summary", "#summary", True),
        ("Who", "#who", True),
        ("Themes", "#themes", True),
        ("Promises", "#promises", bool(found.promises)),
        ("Other lists", "#findings", bool(found.findings)),
        ("Gaps", "#gaps", bool(found.gaps)),
        ("Services", "#services", bool(found.happiness.results or found.published)),
        ("Every question", "#questions", bool(found.results)),
        ("Method", "#made", True),
    ]
    return [(words, address, False) for words, address, is_there in parts if is_there]


def _standard_urls(area: str, wave: str, found: Report) -> dict[str, str]:
    """The address of each standard's own page, by its id."""
    ids = [read.standard.id for one_set in found.sets for read in one_set.standards]
    return {id: _standard_url(area, wave, *id.split("/")) for id in ids}


def _standard_url(area: str, wave: str, owner: str, one_set: str, standard: str) -> str:
    return url_for("reports.standard", area=area, wave=wave, owner=owner, one_set=one_set, standard=standard)


def _address(area: str, edition: Edition) -> str:
    if edition.wave_slug:
        return url_for("reports.report", area=area, wave=edition.wave_slug)
    return url_for("reports.published", area=area)


def _open_dates(found: Report) -> str:
    """As in 14 Sep to 23 Oct 2026; empty where the pack does not say."""
    if not {"opened_on", "closed_on"} <= found.about.keys():
        return ""
    opened, closed = (dt.date.fromisoformat(found.about[name]) for name in ("opened_on", "closed_on"))
    year = "" if opened.year == closed.year else f" {opened.year}"
    return f"{opened.day} {opened:%b}{year} to {closed.day} {closed:%b %Y}"
