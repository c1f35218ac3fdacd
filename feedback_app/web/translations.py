"""A participation officer and a speaker read a draft beside its English, and say that respondents may read it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import translating
from feedback_app.forms.staff import ApproveForm
from feedback_app.translating import Draft, NoSuchTranslation
from feedback_app.web import reader
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import long_date
from feedback_app.web.frame import staff_frame

pages = Blueprint("translations", __name__, url_prefix="/areas/<area>/translations")


@pages.get("/")
@staff_who_are("participation_officer")
def drafts(area: str) -> ResponseReturnValue:
    rows = [
        {
            "language": reader.name_of(draft.language),
            "tag": draft.language,
            "subject": draft.subject,
            "said": _said(draft),
            "href": url_for("translations.one", area=area, language=draft.language, subject=draft.subject),
        }
        for draft in translating.drafts(area)
    ]
    return render_template("staff/translations.html", rows=rows, **_frame(area))


@pages.get("/<language>/<subject>")
@staff_who_are("participation_officer")
def one(area: str, language: str, subject: str) -> ResponseReturnValue:
    return _page(area, language, subject, ApproveForm())


@pages.post("/<language>/<subject>")
@staff_who_are("participation_officer")
def decide(area: str, language: str, subject: str) -> ResponseReturnValue:
    form = ApproveForm()
    if not form.validate():
        return _page(area, language, subject, form), 400
    staff_id = current_staff().id
    if form.withdraw.data:
        translating.withdraw(area, language, subject, staff_id=staff_id)
    else:
        translating.approve(area, language, subject, form.speaker.data, staff_id=staff_id)
    return redirect(url_for("translations.drafts", area=area), 303)


def _page(area: str, language: str, subject: str, form: ApproveForm) -> str:
    rows = translating.side_by_side(language, subject)
    found = [draft for draft in translating.drafts(area) if (draft.language, draft.subject) == (language, subject)]
    if not found:
        raise NoSuchTranslation
    return render_template(
        "staff/translation.html",
        language=reader.name_of(language),
        tag=language,
        direction=reader.direction(language),
        subject=subject,
        rows=rows,
        said=_said(found[0]),
        approved=bool(found[0].speaker),
        form=form,
        back_url=url_for("translations.drafts", area=area),
        **_frame(area),
    )


def _said(draft: Draft) -> str:
    if draft.approved_on is None:
        return "Draft. Nobody reads it."
    return f"Approved by {draft.speaker} on {long_date(draft.approved_on)}"


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, "Other languages", url_for("translations.drafts", area=area))
