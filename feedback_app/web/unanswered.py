"""For whoever wrote a survey: which questions were not understood, and why others had no answer."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.people import Role
from feedback_app.unanswered import FLOOR, REASONS, reasons_of
from feedback_app.web.access import staff_who_are
from feedback_app.web.dates import long_date
from feedback_app.web.frame import staff_frame

WHO: tuple[Role, ...] = ("participation_officer",)
TITLE = "Not understood"

pages = Blueprint("unanswered", __name__, url_prefix="/areas/<area>/not-understood")


@pages.get("/")
@staff_who_are(*WHO)
def openings(area: str) -> ResponseReturnValue:
    rows = [
        {
            "title": row.survey_title,
            "audience": row.audience.replace("_", " "),
            "code": row.code,
            "opened": long_date(row.opens_on),
            "href": url_for("unanswered.of_opening", area=area, code=row.code),
        }
        for row in asking.openings_of(area)
        if row.channel != "workshop"
    ]
    return render_template("staff/not_understood.html", title=TITLE, openings=rows, **_frame(area))


@pages.get("/<code>")
@staff_who_are(*WHO)
def of_opening(area: str, code: str) -> ResponseReturnValue:
    found = reasons_of(area, code)
    return render_template(
        "staff/unanswered.html",
        title=f"{found.title}: not understood",
        found=found,
        code=code,
        reasons=REASONS,
        floor=FLOOR,
        **_frame(area),
    )


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, url_for("unanswered.openings", area=area))
