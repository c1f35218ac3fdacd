"""Dates as people read them."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def long_date(day: dt.date) -> str:
    """As in 11 December, with the year when it is not this one's or the next months'."""
    words = f"{day.day} {day:%B}"
    return words if abs((day - today()).days) < 180 else f"{words} {day.year}"


def long_moment(at: dt.datetime) -> str:
    """As in 11 December at 16:05, local time."""
    here = at.astimezone()
    return f"{long_date(here.date())} at {here:%H:%M}"
