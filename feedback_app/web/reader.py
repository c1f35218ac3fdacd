"""How this reader wants the pages: their language so far."""

from __future__ import annotations

from flask import Flask
from flask_babel import Babel


def add_languages(app: Flask) -> None:
    """Words round the questions come from `translations/`; English is written in the templates themselves."""
    Babel(app, default_locale="en", locale_selector=language)


def language() -> str:
    """The language of this page."""
    return "en"
