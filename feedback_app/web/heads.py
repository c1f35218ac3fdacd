"""What every answer carries in its head: no store, no third party, no inline script."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from flask import Flask, Response, current_app, g, request
from markupsafe import Markup

from feedback_app.web.files import KEPT_FOR_GOOD
from feedback_app.web.styles import lean, names_in, rules_of, styles_for

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
RESPONDENT_STYLES = ("tokens.css", "respondent.css", "kinds.css", "reader.css", "drawing.css")


def add_heads(app: Flask) -> None:
    """Read the respondents' styles once, and add to every answer its head lines and the styles that it wears."""
    folder = Path(app.static_folder or "")
    css = lean("".join((folder / name).read_text() for name in RESPONDENT_STYLES))
    app.config["INLINE_CSS"] = f"<style>{css}</style>"
    app.config["ALL_STYLES"] = _hash(css)  # a page without a signal turns into every other, and wears them all
    app.config["STYLE_RULES"] = rules_of(css)
    app.config["NAMES_IN_SCRIPTS"] = names_in({file.name: file.read_text() for file in folder.glob("*.js")})
    app.add_template_global(inline_css)
    app.after_request(_heads)


def inline_css() -> Markup:
    """The <style> element of a respondent's page: one request, and the page can be used.

    All of the styles, until the page is whole and shows which of them it wears.
    """
    return Markup(current_app.config["INLINE_CSS"])  # noqa: S704 - our own file


def allow_sound() -> None:
    """This page plays what was recorded: our own file, or what this phone has just recorded."""
    g.plays_sound = True


def allow_recording() -> None:
    """This page may ask for the microphone. No other page can, whatever runs on it."""
    g.plays_sound = g.may_record = True


def _heads(response: Response) -> Response:
    sound = "; media-src 'self' blob:" if g.get("plays_sound") else ""
    microphone = "microphone=(self)" if g.get("may_record") else "microphone=()"
    own_policy = g.get("own_policy") or f"{POLICY}; style-src 'self' {_worn_styles(response)}{sound}"
    response.headers["Content-Security-Policy"] = own_policy
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = f"camera=(), geolocation=(), {microphone}, browsing-topics=()"
    is_file = request.endpoint == "static" and response.status_code < 400
    response.headers["Cache-Control"] = KEPT_FOR_GOOD if is_file else "no-store"
    return response


def _worn_styles(response: Response) -> str:
    """Leave on a respondent's page the styles that it wears, and return the hashes that its policy allows."""
    config = current_app.config
    everything, whole = config["ALL_STYLES"], config["INLINE_CSS"]
    if response.mimetype != "text/html" or response.direct_passthrough:
        return str(everything)
    html = response.get_data(as_text=True)
    if whole not in html:
        return str(everything)
    css = styles_for(html.replace(whole, "", 1), config["STYLE_RULES"], config["NAMES_IN_SCRIPTS"])
    response.set_data(html.replace(whole, f"<style>{css}</style>", 1))
    return f"{everything} {_hash(css)}"


def _hash(css: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}'"
