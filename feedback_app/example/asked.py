"""The invented term's asking: its openings, everybody's answers to them, and what a person held back."""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from feedback_app import answering, asking, safeguarding, workshops
from feedback_app.asking import Opening
from feedback_app.example.phone import answer_survey
from feedback_app.example.plan import Plan, PlannedWave
from feedback_app.example.replies import step_of
from feedback_app.example.respondents import Respondent, Said
from feedback_app.example.terms import Asking

if TYPE_CHECKING:
    from flask import Flask

LEVELS = {"yes": "red", "review": "review"}
WHY_HELD = "example: the people who made this comment up marked it as a concern, and the rules let it through"


def open_wave(area_slug: str, planned: PlannedWave, when: Asking, *, until: dt.date) -> dict[str, Opening]:
    """Make a wave and its openings, answered until a day; return them by their name in the plan."""
    asking.make_wave(
        area_slug,
        when.slug,
        f"{planned.title}, {when.name}",
        planned.subject,
        strategy_sets=planned.strategy_sets,
        opens_on=when.opens_on,
        decision_on=when.decision_on,
        reply_by=when.reply_by,
    )
    codes = {
        name: asking.open_survey(
            area_slug,
            when.slug,
            one.survey,
            one.audience,
            opens_on=when.opens_on,
            closes_on=until,
            channel=one.channel,
        )
        for name, one in planned.openings.items()
    }
    return {name: asking.find_opening(code) for name, code in codes.items()}


def let_answer(app: Flask, plan: Plan, opening: Opening, person: Respondent, *, lead_id: str) -> None:
    """One respondent answers as they do; the lead holds what the people who made them up say is a concern."""
    if opening.channel == "workshop":
        with app.app_context():
            key = _contribute(opening, person)
    else:
        key = answer_survey(app, opening, person, plan.usually.get(person.opening, {}))
    if any(one.is_concern for one in person.said):
        with app.app_context():
            _hold_what_rules_missed(opening, person, key, lead_id=lead_id)


def _contribute(opening: Opening, person: Respondent) -> str:
    """A phone, pair or group of a workshop says what it has to say; its response is sent when the workshop ends."""
    key = secrets.token_hex(16)
    workshops.join(opening, key, kind=person.kind, people=person.people)
    for one in person.said:
        workshops.contribute(opening, one.question, one.words, key=key, send_key=secrets.token_hex(16))
    answering.send_response(opening, key=key)
    return key


def _hold_what_rules_missed(opening: Opening, person: Respondent, key: str, *, lead_id: str) -> None:
    visit = answering.look(opening, key)
    held = safeguarding.held_answers(opening.area_id, opening.wave_id)
    for one, place in _places(opening, person).items():
        if one.is_concern and visit is not None and visit.answers[place].id not in held:
            level = LEVELS[one.safeguarding]
            safeguarding.hold_by_hand(opening, visit.answers[place].id, level, WHY_HELD, staff_id=lead_id)


def _places(opening: Opening, person: Respondent) -> Mapping[Said, tuple[str, str]]:
    """Where each comment stands among its response's answers: a workshop numbers what is said to one prompt."""
    if opening.channel != "workshop":
        return {one: step_of(opening.survey, one.question, one.service).key for one in person.said}
    said: Counter[str] = Counter()
    places = {}
    for one in person.said:
        said[one.question] += 1
        places[one] = (one.question, str(said[one.question]))
    return places
