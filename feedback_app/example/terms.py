"""When an invented term lies: the newest asking that is over, in weeks when schools are open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# season, the first day that its Monday may be, weeks of asking: over before each half term begins
SEASONS = (("spring", 1, 5, 5), ("summer", 4, 26, 4), ("autumn", 9, 8, 6))
READING_DAYS = 14  # between the last answer and a report there is work
DECISION_WEEKS = 8
REPLY_WEEKS = 12
OPEN_DAYS = 21


@dataclass(frozen=True, slots=True)
class Asking:
    """One time of asking: from a Monday to a Friday, what is decided from it and when the reply is due."""

    slug: str
    name: str
    opens_on: dt.date
    closes_on: dt.date

    @property
    def decision_on(self) -> dt.date:
        return self.closes_on + dt.timedelta(weeks=DECISION_WEEKS)

    @property
    def reply_by(self) -> dt.date:
        return self.closes_on + dt.timedelta(weeks=REPLY_WEEKS)


def last_asking(day: dt.date) -> Asking:
    """The newest asking that ended READING_DAYS before a day, or earlier."""
    every = (_asking(year, *season) for year in (day.year - 1, day.year) for season in SEASONS)
    over = [one for one in every if one.closes_on + dt.timedelta(days=READING_DAYS) <= day]
    return max(over, key=lambda one: one.closes_on)


def asking_now(day: dt.date) -> Asking:
    """The asking that opens on a day and closes on a Friday about three weeks later."""
    latest = day + dt.timedelta(days=OPEN_DAYS)
    friday = latest - dt.timedelta(days=(latest.weekday() - 4) % 7)
    return Asking(f"{day:%d-%B-%Y}".lower(), f"{day:%B %Y}", day, friday)


def _asking(year: int, season: str, month: int, first: int, weeks: int) -> Asking:
    start = dt.date(year, month, first)
    monday = start + dt.timedelta(days=-start.weekday() % 7)
    return Asking(f"{season}-{year}", f"{season} {year}", monday, monday + dt.timedelta(days=weeks * 7 - 3))
