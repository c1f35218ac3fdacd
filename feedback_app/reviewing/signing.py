"""Signing off: each seat, or all of them together, says "we agree" or "we would say it differently". Never a name."""

from __future__ import annotations

from feedback_app.errors import HeardError
from feedback_app.reviewing.held_words import hold
from feedback_app.reviewing.seats import MOST_SEATS, Seat
from feedback_app.reviewing.signed import STANCES
from feedback_app.reviewing.wordings import Wording
from feedback_app.storage import sign_offs as rows
from feedback_app.storage import sittings
from feedback_app.storage.db import transaction

BACK = "taken_back"
LEAST_GROUP = 2
MOST_PEOPLE = 2 * MOST_SEATS  # two may share a seat


class NoSuchStance(HeardError):
    words = "Choose one of the two answers."


class NoOwnWords(HeardError):
    words = "Write how you would say it."


class NotSoMany(HeardError):
    words = f"Write how many of you say this together, from {LEAST_GROUP} to {MOST_PEOPLE}."


def sign(
    seat: Seat, wording: Wording, stance: str, *, words: str = "", is_group: bool = False, people: int = 1
) -> None:
    """Keep what a seat says, or what all say through it, as one more row; the newest counts.

    Raises NoSuchStance, NoOwnWords, NotSoMany.
    """
    if stance not in STANCES:
        raise NoSuchStance
    if stance == "differently" and not words.strip():
        raise NoOwnWords
    if is_group and not LEAST_GROUP <= people <= MOST_PEOPLE:
        raise NotSoMany
    _keep(seat, wording, stance, words.strip(), is_group=is_group, people=people if is_group else 1)


def take_back(seat: Seat, wording: Wording, *, is_group: bool) -> None:
    """Nothing is said any more by this seat, or by all together; what was said stays as a row."""
    _keep(seat, wording, BACK, "", is_group=is_group, people=1)


def _keep(seat: Seat, wording: Wording, stance: str, words: str, *, is_group: bool, people: int) -> None:
    asked = f"What they say of {wording.title}"
    with transaction() as session:
        sittings.one_at_a_time(session, seat.sitting.area_id, seat.sitting.id)
        rows.add(
            session,
            seat.sitting.area_id,
            seat.sitting.id,
            seat.id,
            kind=wording.kind,
            subject=wording.subject,
            wording=wording.digest,
            version=wording.version,
            stance=stance,
            is_group=is_group,
            people=people,
            words=words,
            concern_id=hold(session, seat, asked, words) if words else None,
        )
