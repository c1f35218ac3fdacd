"""The invented term lies where a real one could."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from feedback_app.example.terms import asking_now, last_asking

DAYS = some.dates(dt.date(2025, 1, 1), dt.date(2040, 12, 31))
MONDAY, FRIDAY = 0, 4


@given(DAYS)
def test_the_last_asking_ended_a_fortnight_ago_or_earlier(day: dt.date) -> None:
    asked = last_asking(day)

    assert dt.timedelta(days=14) <= day - asked.closes_on < dt.timedelta(weeks=30)


@given(DAYS)
def test_an_asking_goes_from_a_monday_to_a_friday(day: dt.date) -> None:
    asked = last_asking(day)

    assert (asked.opens_on.weekday(), asked.closes_on.weekday()) == (MONDAY, FRIDAY)


@given(DAYS)
def test_nobody_is_asked_in_the_long_holidays(day: dt.date) -> None:
    asked = last_asking(day)

    months = {asked.opens_on.month, asked.closes_on.month}
    assert months.isdisjoint({7, 8, 12})


@given(DAYS)
def test_people_are_asked_before_anything_is_decided_and_answered_within_twelve_weeks(day: dt.date) -> None:
    asked = last_asking(day)

    assert asked.opens_on < asked.closes_on < asked.decision_on < asked.reply_by
    assert asked.reply_by - asked.closes_on == dt.timedelta(weeks=12)


@given(DAYS)
def test_the_asking_of_today_is_open_for_two_weeks_and_closes_on_a_friday(day: dt.date) -> None:
    asked = asking_now(day)

    assert asked.opens_on == day
    assert asked.closes_on.weekday() == FRIDAY
    assert dt.timedelta(weeks=2) <= asked.closes_on - day <= dt.timedelta(weeks=3)


@pytest.mark.parametrize(
    ("day", "name", "opens_on", "closes_on"),
    [
        (dt.date(2026, 11, 22), "autumn 2026", dt.date(2026, 9, 14), dt.date(2026, 10, 23)),
        (dt.date(2027, 3, 1), "spring 2027", dt.date(2027, 1, 11), dt.date(2027, 2, 12)),
        (dt.date(2027, 9, 20), "summer 2027", dt.date(2027, 4, 26), dt.date(2027, 5, 21)),
        (dt.date(2027, 1, 4), "autumn 2026", dt.date(2026, 9, 14), dt.date(2026, 10, 23)),
    ],
)
def test_askings_are_over_before_half_term(day: dt.date, name: str, opens_on: dt.date, closes_on: dt.date) -> None:
    asked = last_asking(day)

    assert (asked.name, asked.opens_on, asked.closes_on) == (name, opens_on, closes_on)
