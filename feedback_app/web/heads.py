"""What every answer carries in its head: no store, no third party, no inline script."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from flask import Flask, Response, current_app, g, request
from markupsafe import Markup

from feedback_app.web.files import KEPT_FOR_GOOD

EXTRA_STYLES = ("drawing.css",)  # only on pages that ask for one
RESPONDENT_STYLES = ("tokens.css", "respondent.css", "kinds.css", "reader.css")


def add_heads(app: Flask) -> None:
    """Read the respondents' stylesheet once, allow it by its hash, and add the head lines to every answer."""
    folder = Path(app.static_folder or "")
    css = lean("".join((folder / name).read_text() for name in RESPONDENT_STYLES))
    extra = {name: lean((folder / name).read_text()) for name in EXTRA_STYLES}
    allowed = " ".join(f"'sha256-{_digest(one)}'" for one in (css, *extra.values()))
    app.config["INLINE_CSS"] = css
    app.config["EXTRA_CSS"] = extra
    app.config["CSP"] = "; ".join(
        (
            "default-src 'none'",
            f"style-src 'self' {allowed}",
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
    app.add_template_global(inline_css)
    app.add_template_global(extra_css)
    app.after_request(_heads)


def lean(css: str) -> str:
    """The same styles without what only their writers read: comments and white space. Strings stay as they are."""
    pieces = re.split(r"""("[^"]*"|'[^']*')""", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return "".join(piece if piece[:1] in ("'", '"') else _closer(piece) for piece in pieces)


def inline_css() -> Markup:
    """The whole <style> element of a respondent's page: one request, and the page can be used."""
    return Markup("<style>") + Markup(current_app.config["INLINE_CSS"]) + Markup("</style>")  # noqa: S704 - our own file


def extra_css(name: str) -> Markup:
    """A stylesheet that few pages need, as a <style> element of its own."""
    css: str = current_app.config["EXTRA_CSS"][name]
    return Markup("<style>") + Markup(css) + Markup("</style>")  # noqa: S704 - our own file


def allow_sound() -> None:
    """This page plays what was recorded: our own file, or what this phone has just recorded."""
    g.plays_sound = True


def allow_recording() -> None:
    """This page may ask for the microphone. No other page can, whatever runs on it."""
    g.plays_sound = g.may_record = True


def _closer(css: str) -> str:
    css = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", css))
    return re.sub(r"([{;][a-z-]+):\s", r"\1:", css).replace(";}", "}")


def _digest(css: str) -> str:
    return base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()


def _heads(response: Response) -> Response:
    sound = "; media-src 'self' blob:" if g.get("plays_sound") else ""
    microphone = "microphone=(self)" if g.get("may_record") else "microphone=()"
    response.headers["Content-Security-Policy"] = g.get("own_policy") or current_app.config["CSP"] + sound
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = f"camera=(), geolocation=(), {microphone}, browsing-topics=()"
    is_file = request.endpoint == "static" and response.status_code < 400
    response.headers["Cache-Control"] = KEPT_FOR_GOOD if is_file else "no-store"
    return response
