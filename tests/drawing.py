"""An app that only draws templates, with what every page gets from the context processor and the head lines."""

from __future__ import annotations

from flask import Flask, Response, make_response, render_template
from flask_babel import Babel

from feedback_app.web.heads import add_heads
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
    add_heads(app)
    app.context_processor(lambda: {"example_only": True, "reader": Reader(), "switching": False, **ADDRESSES})
    return app


def drawn_page(app: Flask, template: str, status: int = 200, /, **context: object) -> Response:
    """Return the page as a browser would get it."""
    with app.test_request_context():
        response = make_response(render_template(template, **context), status)
        return app.process_response(response)
