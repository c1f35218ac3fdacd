"""The example area: an invented term, played through the pages and use cases that a real one would go through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from feedback_app import asking, jobs, packing, people, publishing, reporting
from feedback_app.errors import HeardError
from feedback_app.example import asked, terms
from feedback_app.example.links import links_of, open_openings
from feedback_app.example.plan import Plan, read_plan
from feedback_app.example.quoting import release_quotes
from feedback_app.example.respondents import read_respondents
from feedback_app.example.workshop import hold_workshop, set_up_table
from feedback_app.reviewing import sittings
from feedback_app.storage.tables import today
from feedback_app.workshops import rooms

if TYPE_CHECKING:
    from flask import Flask

DURHAM = "durham"  # a real area: its own published figures, and nobody is asked anything


class PlayedInPart(HeardError):
    words = "The example was left half played. Set HEARD_INSTANCE to an empty folder, or move `instance` away."


class NoReportMade(HeardError):
    words = "The worker made no report of the example. The lines above say which step failed, and where."


def play(app: Flask, *, tell: Callable[[str], None] = lambda line: None) -> list[str]:
    """Play the invented term, unless it was played before; return the lines that say where to look.

    `tell` hears what is being done. Raises PlayedInPart, NoReportMade.
    """
    plan = read_plan()
    with app.app_context():
        played = any(area.slug == plan.slug for area in asking.every_area())
        if played and not reporting.reports_of(plan.slug):
            raise PlayedInPart
    if played:
        tell(f"{plan.name} is filled already. Nothing was added to it.")
    else:
        _play(app, plan, today(), tell)
    with app.app_context():
        _add_staff_since(plan, tell)
        if not open_openings(plan.slug):
            _ask_now(plan, today())
        if not rooms.rooms_of(plan.slug):
            tell("The Youth Council holds a workshop")
            hold_workshop(plan, _open_wave(plan))
        if not sittings.sittings_of(plan.slug):
            set_up_table(plan, reporting.reports_of(plan.slug)[0].wave_slug)
        return links_of(plan, published=DURHAM)


def _play(app: Flask, plan: Plan, day: dt.date, tell: Callable[[str], None]) -> None:
    with app.app_context():
        tell(f"Opening {plan.name}’s surveys")
        staff = _add_areas(plan)
        when = terms.last_asking(day)
        # no answer is kept with a day that it did not come in on: the openings stay open until all are in
        openings = asked.open_wave(plan.slug, plan.asked, when, until=day + dt.timedelta(days=1))
    everybody = read_respondents()
    for number, person in enumerate(everybody, start=1):
        asked.let_answer(app, plan, openings[person.opening], person, lead_id=staff["safeguarding_lead"])
        if number % 50 == 0 or number == len(everybody):
            tell(f"{number} of {len(everybody)} invented people have answered")
    with app.app_context():
        asking.close_wave(plan.slug, when.slug, on=when.closes_on)
    tell("Reading what they said")
    jobs.run_until_idle(app)
    with app.app_context():
        tell("Releasing quotations")
        release_quotes(plan, when.slug, everybody, releaser_id=staff["quote_releaser"])
        publishing.release_pack(plan.slug, when.slug, staff_id=staff["quote_releaser"])
    jobs.run_until_idle(app)
    with app.app_context():
        if not reporting.reports_of(plan.slug):
            raise NoReportMade


def _add_areas(plan: Plan) -> dict[str, str]:
    """The invented area and its staff, and a real one whose own figures the commissioner reads too."""
    asking.add_area(plan.slug, plan.name, plan.asked_by, example=True, details=plan.details)
    if not any(area.slug == DURHAM for area in asking.every_area()):
        asking.add_area(DURHAM, "County Durham", "County Durham’s partnership", example=False)
    packing.write_published(DURHAM)
    people.add_staff(DURHAM, plan.staff["commissioner"], "commissioner")
    return {
        role: people.add_staff(plan.slug, name, role, same_person=role == "commissioner")
        for role, name in plan.staff.items()
    }


def _add_staff_since(plan: Plan, tell: Callable[[str], None]) -> None:
    """An earlier version filled the example without some of them, and each link lets one of them in."""
    there = people.staff_of(plan.slug)
    for role, name in plan.staff.items():
        if (name, role) not in there:
            people.add_staff(plan.slug, name, role, same_person=any(name == one for one, _ in there))
            tell(f"{name} was added.")


def _open_wave(plan: Plan) -> str:
    """The slug of the wave that takes answers today."""
    wave_id = open_openings(plan.slug)[0].wave_id
    return next(str(one.slug) for one in asking.waves_of(plan.slug) if one.id == wave_id)


def _ask_now(plan: Plan, day: dt.date) -> None:
    when = terms.asking_now(day)
    asked.open_wave(plan.slug, plan.asked_now, when, until=when.closes_on)
