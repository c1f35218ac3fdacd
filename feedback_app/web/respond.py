"""A young person or parent carer answers: welcome, one question per page, check, send, receipt."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from flask import Blueprint, Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import answering, throttling
from feedback_app.answering import PlaceLost, Visit
from feedback_app.asking import Opening, find_opening
from feedback_app.codes import receipt_code
from feedback_app.errors import NotFound
from feedback_app.forms.answering import AgreeForm, ReachForm, SendForm
from feedback_app.forms.questions import given, question_form
from feedback_app.web.access import anyone
from feedback_app.web.dates import long_date, today
from surveys import Question, Step, pipe

# how an opening is reached says what kind of response it brings; a workshop's phones do not answer here
KINDS = {"link": "phone", "paper": "sheet", "telephone": "telephone"}

pages = Blueprint("respond", __name__, url_prefix="/a/<code>")


class NotAnsweredHere(NotFound):
    words = "This code is for a workshop. Ask the people who run it."


@pages.url_value_preprocessor
def take_code(endpoint: str | None, values: dict[str, object] | None) -> None:
    g.code = str((values or {}).pop("code"))


@pages.before_request
def find() -> None:
    """Every page here is of one opening; its code leads to it. Codes that lead nowhere are counted."""
    address = request.remote_addr or ""
    try:
        opening = find_opening(g.code)
    except NotFound:
        throttling.refuse_too_many(address, current_app.config["CODE_TRIES"])
        throttling.count_wrong_code(address)
        raise
    if opening.channel not in KINDS:
        raise NotAnsweredHere
    key = request.cookies.get(_cookie_of(opening))
    if key is None or answering.look(opening, key) is None:
        # whoever has begun here goes on, even where somebody else at this address tries codes
        throttling.refuse_too_many(address, current_app.config["CODE_TRIES"])
    g.opening = opening


@pages.url_defaults
def same_opening(endpoint: str, values: dict[str, object]) -> None:
    if "opening" in g:
        values.setdefault("code", g.opening.code)


@pages.context_processor
def of_opening() -> dict[str, object]:
    if "opening" not in g:  # a page that says so has no opening
        return {}
    opening: Opening = g.opening
    return {
        "audience": opening.audience,
        "invented": opening.example,
        "area_name": opening.area_name,
        "words_url": url_for("respond.words"),
        "lead_contact": opening.values.get("lead_contact"),
        "front_door": opening.values.get("front_door"),
    }


@pages.after_request
def remember_again(response: Response) -> Response:
    """Set the cookie anew on each page: a page that does so is not brought back, words and all, by the back button."""
    key = request.cookies.get(_cookie()) if "opening" in g else None
    if key and "Set-Cookie" not in response.headers:
        _set_cookie(response, key)
    return response


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
    key = _key() or _new_key(form)
    opening = g.opening
    wording = opening.survey.wording("start", opening.audience)
    answering.start_response(opening, key, wording, kind=KINDS[opening.channel])
    visit = _visit(key)
    if visit.is_sent:
        return _remember(redirect(url_for("respond.receipt"), 303), key)
    return _remember(redirect(_url_of(answering.next_unanswered(opening, visit)), 303), key)


@pages.get("/q/<question>")
@pages.get("/q/<question>/<repeat>")
@anyone
def show(question: str, repeat: str = "") -> ResponseReturnValue:
    _, visit, step = _here(question, repeat)
    if visit.is_sent:
        return redirect(url_for("respond.receipt"), 303)
    if step not in answering.steps_of(g.opening, visit):
        return redirect(_url_of(answering.next_unanswered(g.opening, visit)), 303)
    kept = visit.answers.get((question, repeat))
    asked = g.opening.survey.question(question)
    form = question_form(asked, audience=g.opening.audience, kept=kept.options if kept else ())
    form.send_key.data = secrets.token_hex(16)
    return _question(form, step, visit)


@pages.post("/q/<question>")
@pages.post("/q/<question>/<repeat>")
@anyone
def answer(question: str, repeat: str = "") -> ResponseReturnValue:
    asked = g.opening.survey.question(question)
    form = question_form(asked, audience=g.opening.audience, formdata=request.form)
    try:
        key, visit, step = _here(question, repeat)
    except PlaceLost:
        words = request.form.get("answer", "") if asked.is_text else ""
        return render_template("respondent/lost.html", words=words, start_url=url_for("respond.welcome")), 400
    if visit.is_sent:
        return redirect(url_for("respond.receipt"), 303)
    if not form.validate():
        return _question(form, step, visit), 400
    said = given(form)
    wrote_before = (kept := visit.answers.get((question, repeat))) is not None and kept.wrote
    if wrote_before and asked.is_text and said.missing == "skipped":
        # an empty box over words that are kept but never shown: going on must not delete them
        return redirect(_url_of(answering.next_unanswered(g.opening, visit)), 303)
    kept_now = answering.record_answer(
        g.opening,
        step,
        said,
        key=key,
        send_key=form.send_key.data or secrets.token_hex(16),
    )
    if kept_now.outcome == "changed":
        form.send_key.data = secrets.token_hex(16)
        return _question(form, step, visit, template="respondent/changed.html"), 409
    return redirect(_url_of(kept_now.next_step), 303)


@pages.post("/q/<question>/delete")
@pages.post("/q/<question>/<repeat>/delete")
@anyone
def delete(question: str, repeat: str = "") -> ResponseReturnValue:
    key, _, step = _here(question, repeat)
    answering.delete_words(g.opening, step, key=key)
    return redirect(url_for("respond.check"), 303)


@pages.get("/check")
@anyone
def check() -> ResponseReturnValue:
    key = _key()
    visit = _visit(key)
    if visit.is_sent:
        return redirect(url_for("respond.receipt"), 303)
    order = answering.steps_of(g.opening, visit)
    lines = [_line(step, visit) for step in order if step.key in visit.answers]
    return render_template(
        "respondent/check.html",
        lines=lines,
        form=SendForm(send_key=secrets.token_hex(16)),
        delete_until=_delete_until(g.opening),
        back_url=_url_of(order[-1]) if order else url_for("respond.welcome"),
        can_send=g.opening.is_open,
    )


@pages.post("/check")
@anyone
def send() -> ResponseReturnValue:
    key = _key()
    _visit(key)
    answering.send_response(g.opening, key=key or "")
    return redirect(url_for("respond.receipt"), 303)


@pages.get("/receipt")
@anyone
def receipt() -> ResponseReturnValue:
    key = _key()
    visit = _visit(key)
    if not visit.is_sent:
        return redirect(url_for("respond.check"), 303)
    opening = g.opening
    return render_template(
        "respondent/receipt.html",
        code=receipt_code(key or ""),
        end_lines=opening.survey.wording("end", opening.audience),
        next_dates=_next_dates(opening),
        delete_until=_delete_until(opening),
        reach_url=url_for("respond.reach"),
        withdraw_url=url_for("public.receipt"),
        save_url=url_for("respond.save_code"),
        happened_url=None,
        new_visit_url=url_for("respond.someone_else"),
    )


@pages.get("/someone-else")
@anyone
def someone_else() -> ResponseReturnValue:
    """Another person on the same phone starts afresh; nothing of the one before is shown."""
    response = make_response(redirect(url_for("respond.welcome"), 303))
    response.delete_cookie(_cookie(), path=_cookie_path())
    return response


@pages.get("/reach")
@anyone
def reach() -> ResponseReturnValue:
    return _reach(ReachForm(send_key=secrets.token_hex(16)))


@pages.post("/reach")
@anyone
def ask_to_be_reached() -> ResponseReturnValue:
    form = ReachForm(request.form)
    if not form.validate():
        return _reach(form), 400
    answering.ask_for_contact(g.opening, form.reach.data, send_key=form.send_key.data or secrets.token_hex(16))
    return redirect(url_for("respond.reached"), 303)


@pages.get("/reached")
@anyone
def reached() -> ResponseReturnValue:
    return render_template("respondent/reached.html", back_url=url_for("respond.receipt"))


@pages.get("/words")
@anyone
def words() -> ResponseReturnValue:
    return render_template("respondent/words.html")


@pages.get("/receipt/code.txt")
@anyone
def save_code() -> ResponseReturnValue:
    """The code as a small file, so that nobody has to write it down."""
    key = _key()
    if not _visit(key).is_sent:
        return redirect(url_for("respond.check"), 303)
    words = f"Heard\nYour code: {receipt_code(key or '')}\nUse it at {url_for('public.receipt', _external=True)}\n"
    saved = make_response(words)
    saved.headers["Content-Type"] = "text/plain; charset=utf-8"
    saved.headers["Content-Disposition"] = 'attachment; filename="my-code.txt"'
    return saved


def _welcome(form: AgreeForm) -> str:
    opening = g.opening
    key = _key()
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
        already_sent_url=url_for("respond.receipt") if visit and visit.is_sent else None,
    )


@pages.get("/carry-on")
@anyone
def resume() -> ResponseReturnValue:
    """Coming back opens the next unanswered question and never shows what was said before."""
    return redirect(_url_of(answering.next_unanswered(g.opening, _visit(_key()))), 303)


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
        step_words=f"Question {place + 1} of {len(order)}",
        service_name=opening.survey.service_name(step.repeat),
        form=form,
        before_box=before if step == first_box else (),
        meaning=pipe(asked.meaning, opening.values) if asked.meaning else None,
        back_url=_url_of(order[place - 1]) if place else url_for("respond.welcome"),
        has_words=kept is not None and kept.wrote,
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


def _reach(form: ReachForm) -> str:
    return render_template("respondent/reach.html", form=form, back_url=url_for("respond.receipt"))


def _delete_until(opening: Opening) -> str:
    return long_date(opening.reply_by or opening.closes_on)


def _line(step: Step, visit: Visit) -> Mapping[str, object]:
    opening = g.opening
    asked = opening.survey.question(step.question)
    kept = visit.answers[step.key]
    chosen = [option.label for option in asked.options if option.id in kept.options]
    question, repeat = step.question, step.repeat or None
    return {
        "words": pipe(asked.words_for(opening.audience), opening.values),
        "service": opening.survey.service_name(step.repeat),
        "answer_words": "; ".join(chosen) or None,
        "wrote": kept.wrote,
        "change_url": url_for("respond.show", question=question, repeat=repeat),
        "delete_action": url_for("respond.delete", question=question, repeat=repeat) if kept.wrote else None,
        "delete_key": secrets.token_hex(16),
    }


def _next_dates(opening: Opening) -> list[tuple[str, str, bool]]:
    dates = [
        ("Today", "Your answers are in.", True),
        (long_date(opening.closes_on), "We stop asking.", False),
        ("After that", "We group what people said, and young commissioners check it.", False),
    ]
    if opening.reply_by:
        dates.append((long_date(opening.reply_by), "We put our reply here, even if it is “no, because”.", False))
    return dates


def _here(question: str, repeat: str) -> tuple[str, Visit, Step]:
    key = _key()
    return key or "", _visit(key), Step(question, repeat)


def _visit(key: str | None) -> Visit:
    visit = answering.look(g.opening, key) if key else None
    if visit is None:
        raise PlaceLost
    return visit


def _new_key(form: AgreeForm) -> str:
    """The key that came with the page, so that pressing twice starts one response; a made-up one is not taken."""
    offered = form.response_key.data or ""
    return offered if re.fullmatch(r"[0-9a-f]{32}", offered) else secrets.token_hex(16)


def _url_of(step: Step | None) -> str:
    if step is None:
        return url_for("respond.check")
    return url_for("respond.show", question=step.question, repeat=step.repeat or None)


def _key() -> str | None:
    return request.cookies.get(_cookie())


def _remember(response: ResponseReturnValue, key: str) -> Response:
    kept = make_response(response)
    _set_cookie(kept, key)
    return kept


def _set_cookie(response: Response, key: str) -> None:
    """Keep the response key where no script can read it, for this opening alone, while the opening lasts."""
    response.set_cookie(
        _cookie(),
        key,
        path=_cookie_path(),
        max_age=60 * 60 * 24 * 90,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )


def _cookie() -> str:
    return _cookie_of(g.opening)


def _cookie_of(opening: Opening) -> str:
    return f"heard-{opening.code}"


def _cookie_path() -> str:
    return url_for("respond.welcome")
