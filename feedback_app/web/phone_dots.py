"""What a phone is shown in the step of dots: the piles to put them on, and the count once it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from wtforms import Form

from feedback_app.forms.pile_dots import ON, dots_form
from feedback_app.workshops import dots, piles
from feedback_app.workshops.board import Board
from feedback_app.workshops.dots import Dots
from feedback_app.workshops.plans import PlannedStep
from feedback_app.workshops.rooms import Room


@dataclass(frozen=True, slots=True)
class PhoneDots:
    """The piles, the form of this phone's dots while they are open, and what may be known of everybody's."""

    step: PlannedStep
    board: Board
    known: Dots
    form: Form | None
    has_put: bool


def dots_now(room: Room, key: str, form: Form | None = None) -> PhoneDots | None:
    """None outside the step of dots. With `form` it is the one that was filled in and refused."""
    if room.step is None or room.step.kind != "dots" or room.is_paused:
        return None
    board, known, mine = piles.of_room(room), dots.of_room(room), dots.put_by(room, key=key)
    ids = [one.id for one in board.piles]
    if form is None:
        data = {f"{ON}{pile}": str(number) for pile, number in mine.items()}
        form = dots_form(ids, dots=room.step.dots, most_on_one=room.step.most_on_one, data=data)
    return PhoneDots(room.step, board, known, None if known.is_closed else form, bool(mine))
