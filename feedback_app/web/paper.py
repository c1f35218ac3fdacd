"""A survey on paper: for staff a list of sheets to print, and for anybody the sheet of the opening they were given."""

from __future__ import annotations

from flask import Blueprint, g, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.asking import Opening
from feedback_app.people import Role
from feedback_app.printing import opening_in, print_opening
from feedback_app.web import typing_in
from feedback_app.web.access import anyone, current_staff, staff_who_are
from feedback_app.web.addresses import whole_address
from feedback_app.web.dates import long_date
from feedback_app.web.frame import staff_frame
from feedback_app.web.visits import pages_of_an_opening

WHO: tuple[Role, ...] = ("participation_officer", "typist", "facilitator")

pages = Blueprint("paper", __name__, url_prefix="/areas/<area>/sheets")
sheet = pages_of_an_opening("sheet")


@pages.get("/")
@staff_who_are(*WHO)
def openings(area: str) -> ResponseReturnValue:
    rows = [
        {
            "title": row.survey_title,
            "audience": asking.find_opening(row.code).survey.audience_name(row.audience),
            "code": row.code,
            "closes": long_date(row.closes_on),
            "pdf_url": url_for("paper.for_staff", area=area, code=row.code),
            "large_url": url_for("paper.for_staff", area=area, code=row.code, size="large"),
            "easy_url": url_for("paper.for_staff", area=area, code=row.code, layer="easy"),
            "typing": _typing(area, row.code),
        }
        for row in asking.openings_of(area)
        if row.closed_on is None
    ]
    return render_template(
        "staff/sheets.html",
        openings=rows,
        **staff_frame(area, "Paper and telephone", url_for("paper.openings", area=area)),
    )


@pages.get("/<code>.pdf")
@staff_who_are(*WHO)
def for_staff(area: str, code: str) -> ResponseReturnValue:
    return _pdf(opening_in(area, code))


@sheet.get("/sheet.pdf")
@anyone
def for_anybody() -> ResponseReturnValue:
    return _pdf(g.opening)


def _typing(area: str, code: str) -> list[tuple[str, str]]:
    """Where sheets and calls are typed in, for those who may."""
    if not current_staff().may(area, *typing_in.WHO):
        return []
    return [
        (words, url_for("typing_in.sheet", area=area, code=code, way=way))
        for words, way in (("Type in sheets", "sheet"), ("Type in telephone calls", "telephone"))
    ]


def _pdf(opening: Opening) -> ResponseReturnValue:
    large, easy = request.args.get("size") == "large", request.args.get("layer") == "easy"
    address = whole_address(url_for("public.short_link", code=opening.code))
    answer = make_response(print_opening(opening, large=large, layer="pictures" if easy else "words", address=address))
    answer.mimetype = "application/pdf"
    name = f"{opening.survey.id}-{opening.code}{'-easy' if easy else ''}{'-large' if large else ''}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
