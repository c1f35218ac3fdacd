"""A young commissioners' table to test with: Bea set it up, Asha is in the room, and seats have what is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from feedback_app.reviewing import adults, seats, sittings
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.reviewing.sittings import Sitting
from tests.phone import fields
from tests.term import AREA, WAVE, Term


@dataclass(frozen=True, slots=True)
class Table:
    """`bea` and `asha` are staff ids; every move is Bea's."""

    id: str
    bea: str
    asha: str

    @property
    def sitting(self) -> Sitting:
        return sittings.sitting_at(AREA, self.id)

    def begin(self) -> None:
        sittings.begin(AREA, self.id, staff_id=self.bea)

    def end(self) -> None:
        sittings.end(AREA, self.id, staff_id=self.bea)

    def link(self, hidden: Hidden | None = None) -> str:
        """The token of a new seat's link."""
        seat_id = seats.add_seat(AREA, self.id, hidden=hidden or Hidden(), staff_id=self.bea)
        return seats.make_link(AREA, self.id, seat_id, staff_id=self.bea)

    def seat(self, hidden: Hidden | None = None) -> Seat:
        """Somebody who has sat down."""
        seat = seats.seat_with(seats.sit_down(self.link(hidden)))
        assert seat is not None
        return seat


def a_table(term: Term, wave: str = WAVE) -> Table:
    """A table that has not begun."""
    there = next((id for id, name in adults.to_choose(AREA) if name == "Asha"), None)
    asha, bea = there or people.add_staff(AREA, "Asha", "safety_adult"), term.staff["Bea"]
    made = sittings.make_sitting(AREA, wave, adult_id=asha, staff_id=bea, stage="check", shier=4)
    return Table(made, bea, asha)


def sit_down(app: Flask, token: str) -> FlaskClient:
    """A browser at a seat, which came in by the link's own page."""
    client = app.test_client()
    page = client.get(f"/table/come-in/{token}")
    entered = client.post(f"/table/come-in/{token}", data=fields(page))
    assert (entered.status_code, entered.location) == (303, "/table/")
    return client
