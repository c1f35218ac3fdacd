"""What young commissioners agreed in their scores, for those who decide: to read, to print, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import spreadsheets
from feedback_app.people import Role
from feedback_app.reviewing import score_results
from feedback_app.reviewing.score_results import Result
from feedback_app.reviewing.signed import signed
from feedback_app.reviewing.wordings import scores_wording
from feedback_app.web import tables
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import full_date
from feedback_app.web.frame import staff_frame

WHO: tuple[Role, ...] = ("commissioner", *tables.WHO)
TITLE = "What young commissioners scored"
ENDINGS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
ABOUT = (
    "Each row is one thing that a group of young people agreed, in their sheet’s words. The words are no marks and are "
    "not to be added up. Names are taken out. What one young person said alone is nowhere in this file."
)
LONG = ("Asked", "Why, in their words", "What this is")

pages = Blueprint("score_results", __name__, url_prefix="/areas/<area>/scores")


@pages.get("/")
@staff_who_are(*WHO)
def every(area: str) -> ResponseReturnValue:
    results = score_results.results_of(area)
    rows = [(one, full_date(one.said_on), url_for("score_results.one", area=area, scoring=one.id)) for one in results]
    return render_template(
        "scores/results.html",
        title=TITLE,
        rows=rows,
        promises_url=url_for("score_results.promises", area=area) if score_results.by_promise(results) else None,
        files=_files(area),
        **_frame(area),
    )


@pages.get("/promises")
@staff_who_are(*WHO)
def promises(area: str) -> ResponseReturnValue:
    return render_template(
        "scores/promises.html",
        lists=score_results.by_promise(score_results.results_of(area)),
        date_of=full_date,
        back_url=url_for("score_results.every", area=area),
        files=_files(area),
        **_frame(area),
    )


@pages.get("/<scoring>")
@staff_who_are(*WHO)
def one(area: str, scoring: str) -> ResponseReturnValue:
    result = score_results.result_of(area, scoring)
    digest = scores_wording(area, scoring).digest
    return render_template(
        "scores/result.html",
        result=result,
        said_on=full_date(result.said_on),
        said=signed(area, "scores", scoring, digest),
        date_of=full_date,
        back_url=url_for("score_results.every", area=area),
        files=_files(area, scoring),
        **_frame(area),
    )


@pages.get("/scores.<any(xlsx, csv):ending>")
@staff_who_are(*WHO)
def every_file(area: str, ending: str) -> ResponseReturnValue:
    return _sent(area, score_results.results_of(area), ending)


@pages.get("/<scoring>/scores.<any(xlsx, csv):ending>")
@staff_who_are(*WHO)
def one_file(area: str, scoring: str, ending: str) -> ResponseReturnValue:
    return _sent(area, [score_results.result_of(area, scoring)], ending)


def _sent(area: str, results: Sequence[Result], ending: str) -> Response:
    owner = current_staff().areas[area]
    rows = score_results.as_rows(results, invented=owner.example)
    if ending == "csv":
        content = spreadsheets.as_csv(rows)
    else:
        note = {"Note": score_results.INVENTED} if owner.example else {}
        about = [{**note, "Area": owner.name, "What this is": ABOUT}]
        content = spreadsheets.as_workbook({"Scores": rows, "About": about}, wide=LONG)
    sent = Response(content, content_type=ENDINGS[ending])
    sent.headers["Content-Disposition"] = f'attachment; filename="scores-{area}.{ending}"'
    return sent


def _files(area: str, scoring: str = "") -> dict[str, str]:
    """Where each kind of file is, by what it is called on the page."""
    words = {"xlsx": "For Excel (XLSX)", "csv": "For any spreadsheet (CSV)"}
    if scoring:
        return {
            words[ending]: url_for("score_results.one_file", area=area, scoring=scoring, ending=ending)
            for ending in ENDINGS
        }
    return {words[ending]: url_for("score_results.every_file", area=area, ending=ending) for ending in ENDINGS}


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, url_for("score_results.every", area=area))
