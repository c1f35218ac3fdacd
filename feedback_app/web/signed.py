"""What young people said of a wave's report and themes, on a sheet to print."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.people import Role
from feedback_app.reviewing.signed import signed_of_wave
from feedback_app.web import tables
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import full_date
from feedback_app.web.frame import staff_frame

WHO: tuple[Role, ...] = ("commissioner", *tables.WHO)

pages = Blueprint("signed", __name__, url_prefix="/areas/<area>/signed")


@pages.get("/<wave>")
@staff_who_are(*WHO)
def sheet(area: str, wave: str) -> ResponseReturnValue:
    found = signed_of_wave(area, wave)
    is_reader = current_staff().may(area, "commissioner") and found.report is not None
    report_url = url_for("reports.report", area=area, wave=wave) if is_reader else None
    return render_template(
        "report/signed.html",
        wave_title=found.title,
        parts=[("the report", found.of_report), ("the themes", found.of_themes)],
        lines=found.report.lines if found.report else (),
        version=found.report.version if found.report else "",
        date_of=full_date,
        report_url=report_url,
        **staff_frame(area, "Signed off", url_for("signed.sheet", area=area, wave=wave)),
    )
