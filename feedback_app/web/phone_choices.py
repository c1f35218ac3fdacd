"""What a phone is shown of a poll or of the check-out."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from wtforms import Form

from feedback_app.forms.choices import choice_form
from feedback_app.workshops import choices
from feedback_app.workshops.choices import Poll
from feedback_app.workshops.rooms import Room


@dataclass(frozen=True, slots=True)
class Asked:
    """Its form while it is open, what this phone chose, and the tally while that stands on the projector."""

    poll: Poll
    form: Form | None
    yours: str | None


def asked_now(room: Room, key: str) -> Asked | None:
    """What the step that is on lets a phone choose, if it is a poll or the check-out."""
    if room.step is None or room.is_paused or not choices.is_chosen_from(room.step):
        return None
    poll = choices.poll_of(room, room.step.id)
    yours = choices.chosen_by(room, room.step.id, key=key)
    data = {"send_key": secrets.token_hex(16), "step": room.step.id, "choice": None if yours is None else str(yours)}
    return asked_of(room, poll, choice_form(poll.step.options, has_words=bool(poll.step.question), data=data), key)


def asked_of(room: Room, poll: Poll, form: Form, key: str) -> Asked:
    """A poll with this form: the one that was filled in, where something is wrong with it."""
    yours = choices.chosen_by(room, poll.step.id, key=key)
    return Asked(poll, form if poll.is_open else None, None if yours is None else poll.step.options[yours])
