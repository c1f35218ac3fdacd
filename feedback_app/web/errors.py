"""The one place where a mistake becomes a page."""

from __future__ import annotations

import logging

from flask import Flask, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, HTTPException, LengthRequired

from analysis.strategy import MalformedStrategy
from feedback_app.errors import HeardError, where
from feedback_app.people import LinkUsed
from feedback_app.web.sizes import file_too_big, page_too_big, too_big_kind
from surveys.errors import UnknownQuestion, UnknownService

log = logging.getLogger("heard")


def explain_errors(app: Flask) -> None:
    app.register_error_handler(HeardError, _explained)
    app.register_error_handler(MalformedStrategy, _broken_strategy)
    app.register_error_handler(UnknownQuestion, _no_such_question)
    app.register_error_handler(UnknownService, _no_such_question)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _slip)
    app.before_request(_refuse_unmeasured)
    app.before_request(_refuse_cut_short)


def words_of(error: HeardError) -> str:
    """The words of a mistake in the language of this page."""
    return str(gettext(str(error)))


def _refuse_unmeasured() -> None:
    # a chunked body over the limit is cut short and accepted by the server: refuse a body without a length
    if request.content_length is None and "Transfer-Encoding" in request.headers:
        raise LengthRequired


def _refuse_cut_short() -> None:
    # where a connection is lost halfway the server hands over the half that came: half an answer is not an answer
    if not too_big_kind() and request.content_length and len(request.get_data()) < request.content_length:
        raise BadRequest


def _explained(error: HeardError) -> ResponseReturnValue:
    if isinstance(error, LinkUsed):
        return render_template("staff/link_used.html"), error.status
    return _page(error.status, words_of(error)), error.status


def _broken_strategy(error: MalformedStrategy) -> ResponseReturnValue:
    # a file in the installation's own folder: its name and places hold nothing that anybody said
    log.error("strategy that cannot be read: %s", error.problems[0])
    words = "A strategy in this installation’s folder cannot be read. Nothing is lost. Ask whoever looks after Heard."
    return _page(503, words), 503


def _no_such_question(error: UnknownQuestion | UnknownService) -> ResponseReturnValue:
    return _page(404, None), 404


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error
    if status == 413:
        return _page(status, file_too_big(), back_url=page_too_big()), status
    return _page(status, None), status


def _slip(error: Exception) -> ResponseReturnValue:
    # the kind of slip and the page's pattern, never an address, a body or a message that could hold words
    log.error("slip %s at %s", where(error), request.url_rule or "no page")
    return _page(500, None), 500


def _page(status: int, words: str | None, back_url: str | None = None) -> str:
    opening = g.get("opening")
    return render_template(
        "respondent/error.html",
        status=status,
        words=words,
        back_url=back_url,
        audience=opening.audience if opening else None,
        invented=bool(opening and opening.example),
        reading_back=url_for("public.home"),  # an address that led here may hold words
    )
