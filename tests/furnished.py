"""An installation with something on every page: an open wave, one with a report, concerns, and a published result."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask

from feedback_app import answering, asking, create_app, packing, people, publishing, translating
from feedback_app.asking import Opening
from feedback_app.config import Settings
from feedback_app.forms.given import NOT_UNDERSTOOD
from feedback_app.storage.tables import today
from feedback_app.unanswered import FLOOR
from surveys import Step
from tests.closed_wave import close_and_analyse, say
from tests.feedback_app.released import release_report
from tests.respondents import a_key, arrive
from tests.term import AREA, WAVE, Term, begin_term

OPEN_WAVE = "winter"
EVERY_KIND = str(Path(__file__).parent / "surveys" / "every-kind.toml")
CLOSES = today() + dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Furnished:
    """The codes of what is open now, the receipt code of somebody, and staff who can come in."""

    app: Flask
    term: Term
    young: str
    family: str
    child: str
    over: str
    receipt: str
    kinds: str
    kinds_child: str

    def link(self, name: str, lead_to: str = "/staff") -> str:
        """A one-time link of a member of staff."""
        with self.app.app_context():
            return people.make_link(self.term.staff[name], lead_to)


def furnish(settings: Settings) -> Furnished:
    """Fill an empty installation through the use cases that the commands call."""
    app = create_app(settings)
    with app.app_context():
        term = begin_term()
        over = term.families
        close_and_analyse(term)
        _decide_some(term)
        release_report(term, settings)
        asking.make_wave(AREA, OPEN_WAVE, "What we hear now", "Support", strategy_sets=["wexcombe"], reply_by=CLOSES)
        young = _open("therapy-satisfaction", "young_person_11_25")
        answering.ask_for_contact(asking.find_opening(young), "Text me on Friday", send_key=a_key())
        _press_not_understood(asking.find_opening(young))
        receipt = say(replace(term, therapy=young), "The pool").send()
        _publish(term)
        return Furnished(
            app=app,
            term=term,
            young=young,
            family=_open("parent-carer", "parent_carer"),
            child=_open("child-5-10-easy-read", "child_5_10"),
            over=over,
            receipt=receipt,
            kinds=_open(EVERY_KIND, "young_person_11_25"),
            kinds_child=_open(EVERY_KIND, "child_5_10"),
        )


def approve_everything(furnished: Furnished) -> None:
    """Named speakers have approved every word in every language, in this installation alone."""
    with furnished.app.app_context():
        for draft in translating.drafts(AREA):
            translating.approve(AREA, draft.language, draft.subject, "A. Speaker")


def _open(survey: str, audience: str) -> str:
    return asking.open_survey(AREA, OPEN_WAVE, survey, audience, closes_on=CLOSES)


def _decide_some(term: Term) -> None:
    for one, release in zip(publishing.candidates(AREA, WAVE), (True, False), strict=False):
        publishing.decide_quote(
            AREA,
            WAVE,
            one.answer_id,
            one.ordinal,
            release=release,
            words=one.redacted,
            staff_id=term.staff["Omar"],
            why="" if release else "A classmate could guess",
        )


def _press_not_understood(opening: Opening) -> None:
    for number in range(FLOOR + 2):
        who, layer = arrive(opening), "easy" if number < FLOOR else "standard"
        given = {Step("t1"): NOT_UNDERSTOOD}
        answering.record_page(opening, given, key=who.key, send_key=a_key(), layer=layer)


def _publish(term: Term) -> None:
    asking.add_area("durham", "County Durham", "Durham County Council", example=False)
    people.add_staff("durham", "Dana", "commissioner", same_person=True)
    packing.write_published("durham")
