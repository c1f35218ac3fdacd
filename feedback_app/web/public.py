"""Pages for anybody: the first page with its code box, the help lines, what happens to words, a receipt code."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import answering, asking, returning, throttling, translating
from feedback_app.asking import Opening
from feedback_app.errors import NotFound
from feedback_app.forms.answering import CodeForm, WithdrawForm
from feedback_app.web import reader
from feedback_app.web.access import anyone
from feedback_app.web.dates import long_date
from feedback_app.web.errors import words_of
from feedback_app.web.visits import bring_back

pages = Blueprint("public", __name__)


@pages.before_request
def _offer_languages() -> None:
    reader.offer(translating.offered_before_any_area())


@pages.get("/")
@anyone
def home() -> ResponseReturnValue:
    return render_template("respondent/home.html", form=CodeForm())


@pages.post("/")
@anyone
def go() -> ResponseReturnValue:
    form = CodeForm(request.form)
    if reader.is_switching():
        return render_template("respondent/home.html", form=form)
    if form.validate():
        try:
            return redirect(_address_of(_found(form.code.data)), 303)
        except NotFound as wrong:
            form.code.errors = [words_of(wrong)]
    return render_template("respondent/home.html", form=form), 400


@pages.get("/<code>")
@anyone
def short_link(code: str) -> ResponseReturnValue:
    """The short link that a poster carries: the address and six letters."""
    if not re.fullmatch(r"[A-Za-z0-9]{4}-?[A-Za-z0-9]{2}", code):
        raise NotFound
    return redirect(_address_of(_found(code)), 303)


@pages.post("/reading")
@anyone
def reading() -> ResponseReturnValue:
    """The reading panel of a page that has nothing to lose: back to the same page, as it is wanted now."""
    back = request.form.get("back", "")
    return redirect(back if _is_ours(back) else url_for("public.home"), 303)


@pages.get("/format")
@anyone
def another_format() -> ResponseReturnValue:
    """From a page that belongs to no survey: the code says who is asked."""
    return render_template("respondent/format_where.html", form=CodeForm())


@pages.post("/format")
@anyone
def find_format() -> ResponseReturnValue:
    form = CodeForm(request.form)
    if reader.is_switching():
        return render_template("respondent/format_where.html", form=form)
    if form.validate():
        try:
            return redirect(url_for("formats.show", code=_found(form.code.data).code), 303)
        except NotFound as wrong:
            form.code.errors = [words_of(wrong)]
    return render_template("respondent/format_where.html", form=form), 400


@pages.get("/help")
@anyone
def help_lines() -> ResponseReturnValue:
    return render_template("respondent/help.html")


@pages.get("/words")
@anyone
def words() -> ResponseReturnValue:
    return render_template("respondent/words.html")


@pages.get("/receipt")
@anyone
def receipt() -> ResponseReturnValue:
    return render_template("respondent/receipt_enter.html", form=CodeForm())


@pages.post("/receipt")
@anyone
def find_receipt() -> ResponseReturnValue:
    """Show what a receipt code can do. The code stays in the body of the page, never in an address."""
    form = CodeForm(request.form)
    if reader.is_switching() and not form.code.data:
        return render_template("respondent/receipt_enter.html", form=form)
    if form.validate():
        try:
            opening, response = answering.find_response(form.code.data)
        except NotFound as wrong:
            _count_wrong()
            form.code.errors = [words_of(wrong)]
        else:
            return render_template(
                "respondent/withdraw.html",
                form=WithdrawForm(code=form.code.data),
                audience=opening.audience,
                invented=opening.example,
                delete_until=long_date(opening.reply_by or opening.closes_on),
                is_late=opening.wave_finished_on is not None,
                action=url_for("public.delete"),
                back_url=url_for("public.home"),
                go_on_action=url_for("public.go_on") if response.sent_on is None and opening.is_open else None,
            )
    return render_template("respondent/receipt_enter.html", form=form), 400


@pages.post("/receipt/go-on")
@anyone
def go_on() -> ResponseReturnValue:
    """Go on with unfinished answers on this phone, which gets a key of its own. What was said stays hidden."""
    form = WithdrawForm(request.form)
    if not form.validate():
        return render_template("respondent/receipt_enter.html", form=CodeForm(code=form.code.data)), 400
    try:
        opening, key = returning.come_back(form.code.data or "")
    except NotFound:
        _count_wrong()
        raise
    return bring_back(opening, key)


@pages.post("/receipt/delete")
@anyone
def delete() -> ResponseReturnValue:
    form = WithdrawForm(request.form)
    if not form.validate():
        return render_template("respondent/receipt_enter.html", form=CodeForm(code=form.code.data)), 400
    try:
        answering.withdraw_response(form.code.data)
    except NotFound:
        _count_wrong()
        raise
    return redirect(url_for("public.deleted"), 303)


@pages.get("/receipt/deleted")
@anyone
def deleted() -> ResponseReturnValue:
    return render_template("respondent/withdrawn.html")


def _is_ours(address: str) -> bool:
    """Whether it is a path on this site. Browsers read a backslash as a slash and pass over tabs and line ends."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address or not address.isprintable():
        return False
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def _address_of(opening: Opening) -> str:
    page = "room.show" if opening.channel == "workshop" else "respond.welcome"
    return url_for(page, code=opening.code)


def _found(typed: str | None) -> Opening:
    """The opening whose code was typed. Raises NoSuchOpening, TooManyTries: those are said alike."""
    address = request.remote_addr or ""
    try:
        opening = asking.find_opening(typed or "")
    except NotFound:
        _count_wrong()
        raise
    throttling.refuse_too_many(address, current_app.config["CODE_TRIES"], code=opening.code)
    return opening


def _count_wrong() -> None:
    """Raises TooManyTries; those that are refused are not counted, so that who stops may try again in seconds."""
    throttling.refuse_too_many(request.remote_addr or "", current_app.config["CODE_TRIES"])
    throttling.count_wrong_code(request.remote_addr or "")
