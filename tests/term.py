"""An invented term to test with: one area, its staff, one wave and two openings of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from feedback_app import asking, people
from feedback_app.asking import Opening
from feedback_app.storage.tables import today

AREA = "wexcombe"
WAVE = "autumn"
STAFF: Mapping[str, people.Role] = {
    "Priya": "safeguarding_lead",
    "Omar": "quote_releaser",
    "Dana": "commissioner",
    "Sam": "facilitator",
    "Kit": "young_commissioner",
    "Bea": "participation_officer",
}


@dataclass(frozen=True, slots=True)
class Term:
    """The codes of the openings, and the ids of the staff by name."""

    area_id: str
    wave_id: str
    therapy: str
    families: str
    staff: Mapping[str, str]

    @property
    def opening(self) -> Opening:
        """The therapy survey for young people, as its pages see it."""
        return asking.find_opening(self.therapy)


def begin_term() -> Term:
    """Make the area, its staff, its wave and its openings, through the same use cases as the commands."""
    area_id = asking.add_area(AREA, "Wexcombe", "Wexcombe Council and the NHS", example=True)
    staff = {name: people.add_staff(AREA, name, role) for name, role in STAFF.items()}
    wave_id = asking.make_wave(
        AREA,
        WAVE,
        "What we heard about therapies",
        "Therapies",
        strategy_sets=["wexcombe"],
        reply_by=today() + dt.timedelta(days=90),
    )
    return Term(
        area_id=area_id,
        wave_id=wave_id,
        therapy=open_for_a_month("therapy-satisfaction", "young_person_11_25"),
        families=open_for_a_month("therapy-satisfaction", "parent_carer"),
        staff=staff,
    )


def open_for_a_month(survey: str, audience: str, *, channel: str = "link", wave: str = WAVE) -> str:
    closes_on = today() + dt.timedelta(days=30)
    return asking.open_survey(AREA, wave, survey, audience, closes_on=closes_on, channel=channel)
