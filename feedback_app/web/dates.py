"""Dates as people read them."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date
from flask_babel import get_locale


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def long_date(day: dt.date) -> str:
    """As in 11 December, in the language of the page, with the year when it is not this one's or the next months'."""
    pattern = "d MMMM" if abs((day - today()).days) < 180 else "d MMMM y"
    return format_date(day, pattern, locale=get_locale() or "en")


def full_date(day: dt.date) -> str:
    """As in 11 December 2026: what is read years later, or on paper, always has the year."""
    return f"{day.day} {day:%B %Y}"


def long_moment(at: dt.datetime) -> str:
    """As in 11 December at 16:05, local time."""
    here = at.astimezone()
    return f"{long_date(here.date())} at {here:%H:%M}"
