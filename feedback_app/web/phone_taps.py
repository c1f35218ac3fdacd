"""What a phone is shown while its group agrees on its words."""

from __future__ import annotations

from dataclasses import dataclass

from wtforms import Form

from feedback_app.forms.statement import NO, SAYS, YES, TapForm
from feedback_app.workshops import statements, tapping
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.wordings import Statement


@dataclass(frozen=True, slots=True)
class PhoneTap:
    """The newest wording, the form of this phone's say while it can have one, and what it says, in words."""

    statement: Statement
    form: Form | None
    yours: str


def tap_now(room: Room, key: str) -> PhoneTap | None:
    """None outside the step of the statement, and while there are no words to see."""
    if room.step is None or room.step.kind != "statement" or room.is_paused:
        return None
    return tap_with(room, key, None)


def tap_with(room: Room, key: str, form: Form | None) -> PhoneTap | None:
    """The same with the form that was filled in and refused."""
    shown = statements.of_room(room).newest
    if shown is None or not shown.words:
        return None
    is_yes = tapping.said_by(room, shown.id, key=key)
    yours = "" if is_yes is None else YES if is_yes else NO
    is_open = shown.agreed is None and room.is_on and not tapping.of_wording(room, shown.id).is_closed
    form = form or TapForm(data={"statement": shown.id, "choice": yours or None})
    return PhoneTap(shown, form if is_open else None, SAYS.get(yours, ""))
