"""An app that only draws templates, with what every page gets from the context processor and the head lines."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from flask import Flask, Response, make_response, render_template
from flask_babel import Babel
from markupsafe import Markup

from feedback_app.web.heads import EXTRA_STYLES, RESPONDENT_STYLES
from feedback_app.web.pictures import add_pictures
from feedback_app.web.reader import Reader

ADDRESSES = {
    "home_url": "/",
    "words_url": "/words",
    "help_url": "/help",
    "receipt_url": "/receipt",
    "leave_url": "https://weather.example/",
    "reading_url": "/reading",
    "format_url": "/format",
    "reading_back": "/",
}


def drawing_app() -> Flask:
    """Return an app with the templates and stylesheets of Heard, an invented secret and no pages."""
    app = Flask("feedback_app")
    app.config["SECRET_KEY"] = "invented"
    Babel(app, default_locale="en")
    add_pictures(app)
    app.jinja_env.globals["csrf_token"] = lambda: "invented"
    style = Markup(f"<style>{_css(app)}</style>")  # noqa: S704 - our own files
    app.jinja_env.globals["inline_css"] = lambda: style
    app.jinja_env.globals["extra_css"] = lambda name: Markup(f"<style>{_file(app, name)}</style>")  # noqa: S704 - ours
    app.context_processor(lambda: {"example_only": True, "reader": Reader(), "switching": False, **ADDRESSES})
    app.after_request(lambda response: _with_policy(app, response))
    return app


def drawn_page(app: Flask, template: str, status: int = 200, /, **context: object) -> Response:
    """Return the page as a browser would get it."""
    with app.test_request_context():
        response = make_response(render_template(template, **context), status)
        return app.process_response(response)


def _css(app: Flask) -> str:
    return "".join(_file(app, name) for name in RESPONDENT_STYLES)


def _file(app: Flask, name: str) -> str:
    return (Path(app.static_folder or "") / name).read_text()


def _with_policy(app: Flask, response: Response) -> Response:
    styles = (_css(app), *(_file(app, name) for name in EXTRA_STYLES))
    digests = [base64.b64encode(hashlib.sha256(css.encode()).digest()).decode() for css in styles]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self' {allowed}; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return response
