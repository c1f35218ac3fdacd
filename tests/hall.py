"""A hall to test with: a workshop of the invented term, with Sam who runs it and Asha who is by the door."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_app import asking, people
from feedback_app.workshops import ideas, join, rooms, running, safety
from feedback_app.workshops.rooms import Room
from tests.respondents import a_key
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

    def put_up(self, *words: str) -> None:
        """One phone says all of these in the step of ideas alone, and Sam shows them on the wall."""
        room, key = self.room, a_key()
        opening = asking.opening_of(room.area_id, room.opening_id)
        join(opening, key)
        for one in words:
            ideas.say(opening, room, ideas.step_of(room, "ideas-alone"), one, key=key, send_key=a_key())
        for waiting in ideas.waiting(room):
            ideas.decide(AREA, self.id, waiting.id, "shown", was="waiting", staff_id=self.sam)

    def end(self) -> None:
        running.end(AREA, self.id, self.room.turn, staff_id=self.sam)


def a_hall(term: Term, plan: str = "sixty-minutes") -> Hall:
    """A workshop that has not begun."""
    asha = people.add_staff(AREA, "Asha", "safety_adult")
    sam = term.staff["Sam"]
    made = rooms.make_room(AREA, WAVE, plan, "Wexcombe Youth Council", facilitator_id=sam, safety_id=asha)
    return Hall(made, sam, asha)
