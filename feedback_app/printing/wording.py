"""The words of a sheet's own, in the language it is printed in; a command that prints has no request to ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from babel.support import Translations

TRANSLATIONS = Path(__file__).parents[1] / "translations"

Say = Callable[[str], str]
"""A sentence in English as the same sentence in the language of the sheet."""


def words_in(language: str) -> Say:
    return Translations.load(TRANSLATIONS, [language], domain="messages").gettext


def listed(labels: list[str], _: Say) -> str:
    """Labels in quotation marks, the last two joined by "or"."""
    *early, last = [f"“{label}”" for label in labels]
    return _("{these} or {last}").format(these=", ".join(early), last=last) if early else last
