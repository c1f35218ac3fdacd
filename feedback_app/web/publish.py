"""The quote releaser: original beside redaction, released or refused one by one; then the report may be made."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking, publishing
from feedback_app.forms.staff import MakePackForm, release_form
from feedback_app.publishing import Candidate, NotAnalysed, NotQuotable
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import long_date
from feedback_app.web.frame import staff_frame

pages = Blueprint("publish", __name__, url_prefix="/areas/<area>/quotes")

CANDIDATE = re.compile("([0-9a-f]{32})-([0-9]{1,9})")  # as `_shown` writes one; int() refuses figures without end


@pages.get("/")
@staff_who_are("quote_releaser")
def waves(area: str) -> ResponseReturnValue:
    rows = [(wave.title, url_for("publish.quotes", area=area, wave=wave.slug)) for wave in asking.waves_of(area)]
    return render_template("staff/quotes_waves.html", waves=rows, **_frame(area))


@pages.get("/<wave>")
@staff_who_are("quote_releaser")
def quotes(area: str, wave: str) -> ResponseReturnValue:
    return _page(area, wave)


@pages.post("/<wave>")
@staff_who_are("quote_releaser")
def decide(area: str, wave: str) -> ResponseReturnValue:
    candidate_id = request.form.get("candidate", "")
    found = CANDIDATE.fullmatch(candidate_id)
    if found is None:
        raise NotQuotable
    form = release_form(candidate_id, words="", formdata=request.form)
    if not form.validate():
        return _page(area, wave, form=form), 400
    try:
        publishing.decide_quote(
            area,
            wave,
            found[1],
            int(found[2]),
            release=form.decision.data == "released",
            words=form.words.data,
            staff_id=current_staff().id,
            why=form.why.data,
        )
    except publishing.QUOTE_PROBLEMS as wrong:
        form.words.errors = [str(wrong)]
        return _page(area, wave, form=form), 400
    return redirect(url_for("publish.quotes", area=area, wave=wave), 303)


@pages.post("/<wave>/pack")
@staff_who_are("quote_releaser")
def make_pack(area: str, wave: str) -> ResponseReturnValue:
    publishing.release_pack(area, wave, staff_id=current_staff().id)
    return redirect(url_for("publish.made", area=area, wave=wave), 303)


@pages.get("/<wave>/pack")
@staff_who_are("quote_releaser")
def made(area: str, wave: str) -> ResponseReturnValue:
    title = publishing.wave_named(area, wave).title
    return render_template(
        "staff/pack_made.html",
        wave_title=title,
        report=publishing.report_state(area, wave),
        back_url=url_for("publish.quotes", area=area, wave=wave),
        **_frame(area),
    )


def _page(area: str, wave: str, form: object = None) -> str:
    row = publishing.wave_named(area, wave)
    try:
        candidates = publishing.candidates(area, wave)
    except NotAnalysed:
        state = "waiting" if row.closed_on else "open"
        return render_template(
            "staff/quotes_closed.html", wave_title=row.title, state=state, closes=None, report_url=None, **_frame(area)
        )
    return render_template(
        "staff/quotes.html",
        wave_title=row.title,
        candidates=[_shown(one, form) for one in candidates],
        pack_words="The report can be made now.",
        pack_form=MakePackForm(),
        pack_action=url_for("publish.make_pack", area=area, wave=wave),
        closed=long_date(row.closed_on),
        late=publishing.came_late(area, wave),
        **_frame(area),
    )


def _shown(one: Candidate, posted: object) -> dict[str, object]:
    candidate_id = f"{one.answer_id}-{one.ordinal}"
    mine = getattr(getattr(posted, "candidate", None), "data", None) == candidate_id
    return {
        "id": candidate_id,
        "original": one.original,
        "question": one.question,
        "group": one.group_name,
        "themes": one.themes,
        "kind": one.kind,
        "state": "pending" if one.is_asked_again else one.state or "pending",
        "is_asked_again": one.is_asked_again,
        "decided": one.why or None,
        "form": posted if mine else release_form(candidate_id, words=one.redacted, why=one.why),
    }


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, "Quotes to release", url_for("publish.waves", area=area))
