"""A young person or parent carer answers: welcome, agreement, one question per page."""

from __future__ import annotations

import secrets

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms import Form

from feedback_app import answering
from feedback_app.answering import AlreadySent, PlaceLost, SurveyClosed, Visit
from feedback_app.asking import Opening
from feedback_app.errors import HeardError
from feedback_app.forms.answering import AgreeForm
from feedback_app.forms.questions import given, question_form
from feedback_app.web.access import anyone
from feedback_app.web.dates import long_date, today
from feedback_app.web.visits import (
    KEY,
    address_of,
    here,
    kind_of_response,
    pages_of_an_opening,
    remember,
    this_key,
    this_visit,
    unfinished,
)
from surveys import Question, Step, pipe

pages = pages_of_an_opening("respond")


@pages.get("/")
@anyone
def welcome() -> ResponseReturnValue:
    if not g.opening.is_open:
        return _closed(), 410
    return _welcome(AgreeForm(response_key=secrets.token_hex(16)))


@pages.post("/")
@anyone
def agree() -> ResponseReturnValue:
    form = AgreeForm(request.form)
    if not g.opening.is_open:
        return _closed(), 410
    if not form.validate():
        return _welcome(form), 400
    if form.agree.data != "yes":
        return render_template("respondent/not_now.html", start_url=url_for("respond.welcome"))
    key = unfinished() or _new_key(form)
    opening = g.opening
    wording = opening.survey.wording("start", opening.audience)
    answering.start_response(opening, key, wording, kind=kind_of_response())
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
    kept = visit.answers.get((question, repeat))
    asked = g.opening.survey.question(question)
    shown = kept.options if kept and visit.shows(kept) else ()
    form = question_form(asked, audience=g.opening.audience, kept=shown)
    form.send_key.data = secrets.token_hex(16)
    return _question(form, step, visit)


@pages.post("/q/<question>")
@pages.post("/q/<question>/<repeat>")
@anyone
def answer(question: str, repeat: str = "") -> ResponseReturnValue:
    asked = g.opening.survey.question(question)
    form = question_form(asked, audience=g.opening.audience, formdata=request.form)
    try:
        return _keep(question, repeat, form)
    except (PlaceLost, AlreadySent, SurveyClosed) as too_late:
        return _not_kept(too_late, request.form.get("answer", "") if asked.is_text else ""), too_late.status


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


def _keep(question: str, repeat: str, form: Form) -> ResponseReturnValue:
    """Raises PlaceLost, AlreadySent, SurveyClosed: what was sent is not kept."""
    key, visit, step = here(question, repeat)
    if not form.validate():
        return _question(form, step, visit), 400
    said = given(form)
    stops = "stop" in request.form
    if said.missing == "skipped" and (stops or visit.is_sent or _hides(visit, step)):
        # an untouched page over an answer that is kept but not shown: going on must not delete it
        return _go_on(answering.next_unanswered(g.opening, visit), stops=stops)
    send_key = form.send_key.data or secrets.token_hex(16)
    kept_now = answering.record_answer(g.opening, step, said, key=key, send_key=send_key)
    if kept_now.outcome == "changed":
        form.send_key.data = secrets.token_hex(16)
        return _question(form, step, visit, template="respondent/changed.html"), 409
    return _go_on(kept_now.next_step, stops=stops)


def _go_on(step: Step | None, *, stops: bool) -> ResponseReturnValue:
    return redirect(url_for("stopping.stop") if stops else address_of(step), 303)


def _hides(visit: Visit, step: Step) -> bool:
    """Whether an answer is kept that this page does not show: words, or what an earlier visit chose."""
    kept = visit.answers.get(step.key)
    return kept is not None and (kept.is_told or bool(kept.options)) and not visit.shows(kept)


def _not_kept(too_late: HeardError, words: str) -> str:
    """Say that this page was not kept, and give its words back to whoever wrote them just now."""
    is_finished = isinstance(too_late, AlreadySent)
    return render_template(
        "respondent/lost.html",
        why="finished" if is_finished else "closed" if isinstance(too_late, SurveyClosed) else "lost",
        words=words,
        start_url=url_for("finish.receipt") if is_finished else url_for("respond.welcome"),
    )


def _welcome(form: AgreeForm) -> str:
    opening = g.opening
    key = this_key() if not g.tablet else None  # a shared tablet says nothing of whoever was here before
    visit = answering.look(opening, key) if key else None
    carry_on = url_for("respond.resume") if visit and not visit.is_sent else None
    return render_template(
        "respondent/welcome.html",
        survey=opening.survey,
        audience_name=opening.survey.audience_name(opening.audience),
        asked_by=opening.asked_by,
        closes=long_date(opening.closes_on),
        minutes=opening.survey.rules.minutes,
        start_lines=opening.survey.wording("start", opening.audience),
        form=form,
        carry_on_url=carry_on,
        already_sent_url=url_for("finish.receipt") if visit and visit.is_sent else None,
    )


def _question(form: object, step: Step, visit: Visit, template: str = "respondent/question.html") -> str:
    opening = g.opening
    asked = opening.survey.question(step.question)
    order = answering.steps_of(opening, visit)
    place = order.index(step) if step in order else 0
    kept = visit.answers.get(step.key)
    first_box = next((one for one in order if opening.survey.question(one.question).is_text), None)
    before = opening.survey.wording("before_first_box", opening.audience) if asked.is_text else ()
    return render_template(
        template,
        question=_piped(asked, opening),
        step_words=gettext("Question %(number)s of %(count)s", number=place + 1, count=len(order)),
        service_name=opening.survey.service_name(step.repeat),
        form=form,
        before_box=before if step == first_box else (),
        meaning=pipe(asked.meaning, opening.values) if asked.meaning else None,
        back_url=address_of(order[place - 1]) if place else url_for("respond.welcome"),
        has_words=kept is not None and kept.wrote,
        chosen_before=not asked.is_text and _hides(visit, step),
        delete_action=url_for("respond.delete", question=step.question, repeat=step.repeat or None),
        delete_key=secrets.token_hex(16),
    )


def _piped(asked: Question, opening: Opening) -> Question:
    return asked.model_copy(
        update={name: pipe(getattr(asked, name), opening.values) for name in ("words", "child_words", "hint")}
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
