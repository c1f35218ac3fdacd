"""A survey with every kind of question that a page can show, opened for tests and screenshots."""

from __future__ import annotations

from pathlib import Path

from surveys import Survey, load_survey
from tests.term import open_for_a_month

EVERY_KIND = str(Path(__file__).parent / "surveys" / "every-kind.toml")


def every_kind(audience: str = "young_person_11_25") -> Survey:
    """The survey as one audience meets it."""
    return load_survey(EVERY_KIND).for_audience(audience)


def open_every_kind(audience: str = "young_person_11_25") -> str:
    """Open it in the invented term and return the opening's code."""
    return open_for_a_month(EVERY_KIND, audience)
