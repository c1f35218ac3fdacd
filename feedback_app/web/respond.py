"""A young person or parent carer answers: welcome, agreement, and the pages of questions."""

from __future__ import annotations

import secrets

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from feedback_app import answering
from feedback_app.answering import AlreadySent, PlaceLost, SurveyClosed, Visit
from feedback_app.errors import HeardError
from feedback_app.forms.answering import AgreeForm
from feedback_app.forms.given import Given
from feedback_app.storage.responses import KeptAnswer
from feedback_app.web import layered, reader
from feedback_app.web.access import anyone
from feedback_app.web.asked import (
    Page,
    form_posted,
    form_shown,
    holds,
    page_posted,
    page_shown,
    question_page,
    said_on,
    was_shown,
    was_unclear,
    words_on,
)
from feedback_app.web.dates import long_date, today
from feedback_app.web.sizes import too_big_kind
from feedback_app.web.visits import (
    KEY,
    address_of,
    here,
    is_of_this_visit,
    kind_of_response,
    pages_of_an_opening,
    remember,
    served_to,
    this_key,
    this_visit,
    unfinished,
)
from surveys import Step

pages = pages_of_an_opening("respond")


@pages.get("/")
@anyone
def welcome() -> ResponseReturnValue:
    if not g.opening.is_open:
        return _closed(), 410
    return _welcome(_blank())


@pages.post("/")
@anyone
def agree() -> ResponseReturnValue:
    form = AgreeForm(request.form)
    if not g.opening.is_open:
        return _closed(), 410
    if reader.is_switching():
        return _welcome(_blank() if g.tablet else form)
    if not form.validate():
        if g.tablet:
            form.response_key.data = secrets.token_hex(16)  # sent again, it must not lead the next person here
        return _welcome(form), 400
    if form.agree.data != "yes":
        return render_template("respondent/not_now.html", start_url=url_for("respond.welcome"))
    key = unfinished() or _new_key(form)
    opening = g.opening
    answering.start_response(opening, key, layered.lines("start"), kind=kind_of_response())
    visit = this_visit(key)
    if visit.is_sent:
        return remember(redirect(url_for("finish.receipt"), 303), key)
    return remember(redirect(address_of(answering.next_unanswered(opening, visit)), 303), key)


@pages.get("/q/<question>")
@pages.get("/q/<question>/<repeat>")
@anyone
def show(question: str, repeat: str = "") -> ResponseReturnValue:
    _, visit, step = here(question, repeat)
    if visit.is_sent:
        return redirect(url_for("finish.receipt"), 303)
    if step not in answering.steps_of(g.opening, visit):
        return redirect(address_of(answering.next_unanswered(g.opening, visit)), 303)
    page = page_shown(step, visit)
    return question_page(form_shown(page, visit), page, visit)


@pages.post("/q/<question>")
@pages.post("/q/<question>/<repeat>")
@anyone
def answer(question: str, repeat: str = "") -> ResponseReturnValue:
    g.opening.survey.service_name(repeat)
    page = page_posted(Step(question, repeat))
    form = form_posted(page)
    if not is_of_this_visit():
        return _not_of_this_visit(page, form)
    try:
        return _keep(page, form)
    except (PlaceLost, AlreadySent, SurveyClosed) as too_late:
        return _not_kept(too_late, words_on(page, form)), too_late.status


@pages.post("/q/<question>/delete")
@pages.post("/q/<question>/<repeat>/delete")
@anyone
def delete(question: str, repeat: str = "") -> ResponseReturnValue:
    key, _, step = here(question, repeat)
    answering.delete_words(g.opening, step, key=key)
    return redirect(url_for("finish.check"), 303)


@pages.get("/carry-on")
@anyone
def resume() -> ResponseReturnValue:
    """Coming back opens the next unanswered question and never shows what was said before."""
    return redirect(address_of(answering.next_unanswered(g.opening, this_visit(this_key()))), 303)


@pages.get("/words")
@anyone
def words() -> ResponseReturnValue:
    return render_template("respondent/words.html")


@pages.get("/help")
@anyone
def help_lines() -> ResponseReturnValue:
    return render_template("respondent/help.html")


def _keep(page: Page, form: Form) -> ResponseReturnValue:
    """Raises PlaceLost, AlreadySent, SurveyClosed: what was sent is not kept."""
    key = this_key()
    visit = this_visit(key)
    if reader.is_switching() and not _has_file():
        # as it was, in the new layer: what is typed and ticked comes back, and none of it is kept or counted as wrong
        return question_page(form, page, visit)
    if not form.validate():
        return question_page(form, page, visit), 413 if too_big_kind() else 400
    said = said_on(page, form)
    stops = "stop" in request.form
    # an untouched question over an answer that this page did not show: going on must not delete it
    leaving = [
        step
        for step, given in said.items()
        if (given.missing == "skipped" and (visit.is_sent or (not was_shown(step) and (stops or holds(visit, step)))))
        or (len(said) == 1 and _is_said_again(given, visit.answers.get(step.key)))
    ]
    if len(leaving) == len(said):
        return _go_on(answering.next_unanswered(g.opening, visit), stops=stops)
    send_key = form.send_key.data or secrets.token_hex(16)
    kept = answering.record_page(
        g.opening,
        said,
        key=key or "",
        send_key=send_key,
        leaving=leaving,
        layer=reader.current().kept_layer,
        language=reader.current().language,
    )
    if kept.outcome == "changed":
        form.send_key.data = secrets.token_hex(16)
        return question_page(form, page, visit, template="respondent/changed.html"), 409
    if reader.is_switching():
        # a file cannot come back to the page it was chosen on: it is kept as Next would, and the page says that it is
        return redirect(address_of(page[0]), 303)
    return _go_on(kept.next_step, stops=stops)


def _is_said_again(given: Given, kept: KeptAnswer | None) -> bool:
    """Whether Next is pressed on what was not understood and is as it was: a button has no mark to untick."""
    unchanged = kept is not None and not kept.is_told and kept.options == given.options
    return unchanged and was_unclear(kept) and not given.words and not given.files


def _has_file() -> bool:
    return any(file.filename for file in request.files.values())


def _go_on(step: Step | None, *, stops: bool) -> ResponseReturnValue:
    return redirect(url_for("stopping.stop") if stops else address_of(step), 303)


def _not_of_this_visit(page: Page, form: Form) -> ResponseReturnValue:
    """The page may be of whoever was here before: its words go back only to a phone that has begun nothing else."""
    if g.tablet:
        return redirect(url_for("respond.welcome"), 303)
    lost = PlaceLost()
    return _not_kept(lost, "" if this_key() else words_on(page, form)), lost.status


def _not_kept(too_late: HeardError, words: str) -> str:
    """Say that this page was not kept, and give its words back to whoever wrote them just now."""
    is_finished = isinstance(too_late, AlreadySent)
    return render_template(
        "respondent/lost.html",
        why="finished" if is_finished else "closed" if isinstance(too_late, SurveyClosed) else "lost",
        words=words,
        visit=served_to(),
        start_url=url_for("finish.receipt") if is_finished else url_for("respond.welcome"),
    )


def _blank() -> AgreeForm:
    return AgreeForm(response_key=secrets.token_hex(16))


def _welcome(form: AgreeForm) -> str:
    key = this_key() if not g.tablet else None  # a shared tablet says nothing of whoever was here before
    return welcome_page(form, answering.look(g.opening, key) if key else None)


def welcome_page(form: AgreeForm, visit: Visit | None) -> str:
    """The first page, as somebody with this visit sees it; without one it is the same for everybody."""
    opening = g.opening
    carry_on = url_for("respond.resume") if visit and not visit.is_sent else None
    return render_template(
        "respondent/welcome.html",
        survey=opening.survey,
        audience_name=layered.audience_name(),
        asked_by=opening.asked_by,
        closes=long_date(opening.closes_on),
        minutes=opening.survey.rules.minutes,
        start_lines=layered.lines("start"),
        start_english=layered.lines("start", english=True),
        title=layered.title(),
        form=form,
        carry_on_url=carry_on,
        already_sent_url=url_for("finish.receipt") if visit and visit.is_sent else None,
    )


def _closed() -> str:
    opening = g.opening
    not_yet = opening.closed_on is None and opening.wave_closed_on is None and opening.opens_on > today()
    return render_template(
        "respondent/closed.html",
        opens=long_date(opening.opens_on) if not_yet else None,
        closed=None if not_yet else long_date(opening.closed_on or opening.wave_closed_on or opening.closes_on),
    )


def _new_key(form: AgreeForm) -> str:
    """The key that came with the page, so that pressing twice starts one response; a made-up one is not taken."""
    offered = form.response_key.data or ""
    return offered if KEY.fullmatch(offered) else secrets.token_hex(16)
