"""A service review at a table: three seats, and what each of them says alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.reviewing import scoring_alone, scoring_together, scorings
from feedback_app.reviewing.score_items import Item, item_of
from feedback_app.reviewing.scorings import Scoring
from feedback_app.reviewing.seats import Seat
from tests.table import Table
from tests.term import AREA

SIX = "wexcombe/six_promises"
FIRST, SECOND, THIRD = "standard-thinking-of-me", "standard-being-me", "standard-same-every-time"


@dataclass(frozen=True, slots=True)
class Scored:
    """A scoring and the seats at its table, which is on."""

    id: str
    table: Table
    seats: Sequence[Seat]

    @property
    def here(self) -> Scoring:
        return scorings.scoring_at(self.table.sitting.area_id, self.id)

    def item(self, item_id: str) -> Item:
        return item_of(self.here.sheet, item_id)

    def put(self, seat: int, item: str, said: str | None = None, words: str = "", source: str | None = None) -> None:
        scoring_alone.put(self.seats[seat], self.here, self.item(item), said=said, source=source, words=words)

    def hand_in(self) -> None:
        for seat in self.seats:
            scoring_alone.hand_in(seat, self.here)

    def lay_together(self) -> None:
        scorings.lay_together(AREA, self.id, staff_id=self.table.bea)

    def agree(self, item: str, said: str | None, words: str, *, was: int = 0, seat: int = 0) -> None:
        scoring_together.agree(self.seats[seat], self.here, self.item(item), said=said, words=words, was=was)

    def say_yes(self, *, yes: bool = True) -> None:
        scoring_together.say_yes(self.seats[0], self.here, yes=yes)

    def all_differ_on_the_second(self) -> None:
        """Everybody is done: alike on the first, far apart on the second, near on the third."""
        for seat, (first, second, third) in enumerate(
            [("mostly", "always", "mostly"), ("mostly", "never", "sometimes"), ("mostly", "cannot-say", "mostly")]
        ):
            self.put(seat, FIRST, first)
            self.put(seat, SECOND, second)
            self.put(seat, THIRD, third)
        self.hand_in()


def a_review(table: Table, *, seats: int = 3, sheet: str = "service-review", subject: str = "Physiotherapy") -> Scored:
    """A table that has begun, with a sheet on it and so many seats."""
    against = SIX if sheet == "service-review" else ""
    made = scorings.make_scoring(AREA, table.id, sheet, subject, against=against, staff_id=table.bea)
    table.begin()
    return Scored(made, table, [table.seat() for _ in range(seats)])
