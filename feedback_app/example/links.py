"""Where to look: the open surveys, and fresh links for the invented staff."""

from __future__ import annotations

from flask import current_app

from feedback_app import asking, people, reporting
from feedback_app.asking import Opening
from feedback_app.config import Settings
from feedback_app.example.plan import Plan
from feedback_app.people import Role


def links_of(plan: Plan, *, published: str) -> list[str]:
    """Lines to print. Every link for staff works once; `published` is the area of the published results."""
    wave = reporting.reports_of(plan.slug)[0]
    report = f"/areas/{plan.slug}/reports/{wave.wave_slug}"
    openings = open_openings(plan.slug)
    return [
        "",
        f"{plan.name} is an invented example. Nobody in it exists. Do not use Heard with children yet.",
        "",
        "For a phone (its pages open on this machine alone; make the window narrow):",
        *(f"  {_address('/' + one.code)}  {_for_whom(one)}, code {one.code}" for one in openings),
        "",
        "For staff. Each link lets one person in, once; run this again for new ones:",
        *_staff(plan, "commissioner", f"the report “{wave.title}”", report),
        *_staff(plan, "commissioner", "County Durham’s published figures", f"/areas/{published}/reports/published"),
        *_staff(plan, "quote_releaser", "quotations to release", f"/areas/{plan.slug}/quotes/{wave.wave_slug}"),
        *_staff(plan, "safeguarding_lead", "what was held", f"/areas/{plan.slug}/concerns/"),
        *_staff(
            plan,
            "participation_officer",
            "which promises people’s words speak to",
            f"/areas/{plan.slug}/promises/{wave.wave_slug}",
        ),
        *_staff(plan, "facilitator", "a workshop that was held, or one of your own", f"/areas/{plan.slug}/workshops/"),
        *_staff(plan, "participation_officer", "the young commissioners' table", f"/areas/{plan.slug}/tables/"),
        *_staff(plan, "participation_officer", "paper sheets, other formats and languages", "/staff"),
        "",
    ]


def open_openings(area_slug: str) -> list[Opening]:
    """The openings that take answers today, as a phone finds them; a workshop's is for those who are in its room."""
    found = [asking.find_opening(row.code) for row in asking.openings_of(area_slug)]
    return [one for one in found if one.is_open and one.channel != "workshop"]


def _for_whom(opening: Opening) -> str:
    return f"{opening.survey.audience_name(opening.audience)}: {opening.survey.title}"


def _staff(plan: Plan, role: Role, sees: str, lead_to: str) -> list[str]:
    name = plan.staff[role]
    link = people.make_link(people.staff_named(name), lead_to)
    return [f"  {name}, {role.replace('_', ' ')}: {sees}", f"    {_address(link)}"]


def _address(path: str) -> str:
    settings: Settings = current_app.extensions["heard_settings"]
    return settings.address(path)
