"""A hall to test with: a workshop of the invented term, with Sam who runs it and Asha who is by the door."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_app import people
from feedback_app.workshops import rooms, running, safety
from feedback_app.workshops.rooms import Room
from tests.term import AREA, WAVE, Term


@dataclass(frozen=True, slots=True)
class Hall:
    """`asha` and `sam` are staff ids; every move is Sam's, at the turn at which the room is."""

    id: str
    sam: str
    asha: str

    @property
    def room(self) -> Room:
        return rooms.room_of(AREA, self.id)

    def begin(self) -> None:
        """Asha opens her page, and Sam begins."""
        safety.look(AREA, self.id)
        running.begin(AREA, self.id, self.room.turn, staff_id=self.sam)

    def on_to(self, step: str) -> None:
        while (now := self.room.step) is not None and now.id != step:
            running.go_on(AREA, self.id, self.room.turn, staff_id=self.sam)

    def end(self) -> None:
        running.end(AREA, self.id, self.room.turn, staff_id=self.sam)


def a_hall(term: Term, plan: str = "sixty-minutes") -> Hall:
    """A workshop that has not begun."""
    asha = people.add_staff(AREA, "Asha", "safety_adult")
    sam = term.staff["Sam"]
    made = rooms.make_room(AREA, WAVE, plan, "Wexcombe Youth Council", facilitator_id=sam, safety_id=asha)
    return Hall(made, sam, asha)
