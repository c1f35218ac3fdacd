"""A response is checked and sent: check page, receipt, its code as a file, and the offer of somebody to talk to."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from flask import g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from feedback_app import answering
from feedback_app.answering import Visit
from feedback_app.asking import Opening
from feedback_app.codes import read_out
from feedback_app.forms.answering import ReachForm, SendForm
from feedback_app.web import layered, reader
from feedback_app.web.about import about_words
from feedback_app.web.access import anyone
from feedback_app.web.addresses import whole_address
from feedback_app.web.asked import in_words, told_before
from feedback_app.web.dates import long_date
from feedback_app.web.visits import address_of, is_of_this_visit, pages_of_an_opening, served_to, this_key, this_visit
from surveys import Step
from surveys.kinds import READ_KINDS

pages = pages_of_an_opening("finish")


@pages.get("/check")
@anyone
def check() -> ResponseReturnValue:
    key = this_key()
    visit = this_visit(key)
    if visit.is_sent:
        return redirect(url_for("finish.receipt"), 303)
    order = answering.steps_of(g.opening, visit)
    lines = [_line(step, visit, order) for step in order if step.key in visit.answers and _is_answered(step)]
    return render_template(
        "respondent/check.html",
        lines=lines,
        form=SendForm(send_key=secrets.token_hex(16)),
        delete_until=_delete_until(g.opening),
        back_url=address_of(order[-1]) if order else url_for("respond.welcome"),
        can_send=g.opening.is_open,
    )


@pages.post("/check")
@anyone
def send() -> ResponseReturnValue:
    key = this_key()
    this_visit(key)
    answering.send_response(g.opening, key=key or "")
    return redirect(url_for("finish.receipt"), 303)


@pages.get("/receipt")
@anyone
def receipt() -> ResponseReturnValue:
    key = this_key()
    visit = this_visit(key)
    if not visit.is_sent:
        return redirect(url_for("finish.check"), 303)
    opening = g.opening
    return render_template(
        "respondent/receipt.html",
        code=visit.code,
        letters=read_out(visit.code, reader.current().language) if visit.code else (),
        end_lines=layered.lines("end"),
        next_dates=_next_dates(opening),
        delete_until=_delete_until(opening),
        reach_url=url_for("finish.reach"),
        withdraw_url=url_for("public.receipt"),
        save_url=url_for("finish.save_code") if visit.code and not g.tablet else None,
        happened_url=None,
    )


@pages.get("/reach")
@anyone
def reach() -> ResponseReturnValue:
    return _reach(ReachForm(send_key=secrets.token_hex(16)))


@pages.post("/reach")
@anyone
def ask_to_be_reached() -> ResponseReturnValue:
    if g.tablet and not is_of_this_visit():
        return redirect(url_for("respond.welcome"), 303)
    form = ReachForm(request.form)
    if reader.is_switching():
        return _reach(form)
    if not form.validate():
        return _reach(form), 400
    answering.ask_for_contact(g.opening, form.reach.data, send_key=form.send_key.data or secrets.token_hex(16))
    return redirect(url_for("finish.reached"), 303)


@pages.get("/reached")
@anyone
def reached() -> ResponseReturnValue:
    return render_template("respondent/reached.html", back_url=url_for("finish.receipt"))


@pages.get("/receipt/code.txt")
@anyone
def save_code() -> ResponseReturnValue:
    """The code as a small file, so that nobody has to write it down."""
    visit = this_visit(this_key())
    if visit.code is None:
        return redirect(url_for("finish.receipt" if visit.is_sent else "stopping.stop"), 303)
    code = gettext("Your code: %(code)s", code=visit.code)
    place = gettext("Use it at %(address)s", address=whole_address(url_for("public.receipt")))
    saved = make_response(f"Heard\n{code}\n{place}\n")
    saved.headers["Content-Type"] = "text/plain; charset=utf-8"
    saved.headers["Content-Disposition"] = 'attachment; filename="my-code.txt"'
    return saved


def _reach(form: ReachForm) -> str:
    return render_template("respondent/reach.html", form=form, visit=served_to(), back_url=url_for("finish.receipt"))


def _delete_until(opening: Opening) -> str:
    return long_date(opening.reply_by or opening.closes_on)


def _is_answered(step: Step) -> bool:
    """What is only read has no line on the check page."""
    return g.opening.survey.question(step.question).kind not in READ_KINDS


def _line(step: Step, visit: Visit, order: Sequence[Step]) -> Mapping[str, object]:
    asked = layered.asked(step.question, step.repeat, visit)
    kept = visit.answers[step.key]
    is_shown = visit.shows(kept)
    question, repeat = step.question, step.repeat or None
    return {
        "words": asked.words,
        "service": about_words(step, order),
        "answer_words": (is_shown and in_words(asked.question, kept.options)) or None,
        "told": told_before(kept),
        "is_hidden": bool(kept.options) and not is_shown,
        "change_url": url_for("respond.show", question=question, repeat=repeat),
        "delete_action": url_for("respond.delete", question=question, repeat=repeat) if kept.is_told else None,
        "delete_key": secrets.token_hex(16),
    }


def _next_dates(opening: Opening) -> list[tuple[str, str, bool]]:
    dates = [
        (gettext("Today"), gettext("Your answers are in."), True),
        (long_date(opening.closes_on), gettext("We stop asking."), False),
        (gettext("After that"), gettext("We group what people said, and young commissioners check it."), False),
    ]
    if opening.reply_by:
        reply = gettext("We put our reply here, even if it is “no, because”.")
        dates.append((long_date(opening.reply_by), reply, False))
    return dates
