"""A table to test blind double coding with: quotations are released, two seats have sat down, a sample is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.reviewing import coding, differences, samples
from feedback_app.reviewing.choices import THEMES
from feedback_app.reviewing.coding import Alone
from feedback_app.reviewing.differences import Compared
from feedback_app.reviewing.seats import Hidden, Seat
from tests.sorted_wave import collect_and_sort, release_everything
from tests.table import Table, a_table
from tests.term import AREA, Term

ANA, BO = 0, 1


@dataclass(frozen=True, slots=True)
class CodingTable:
    """A table that is on, with two seats."""

    table: Table
    seats: tuple[Seat, Seat]

    def draw(self, number: int = 8, about: str = THEMES) -> str:
        return samples.draw_sample(AREA, self.table.id, number=number, about=about, staff_id=self.table.bea)

    def alone(self, who: int = ANA) -> Alone:
        return coding.coding_of(self.seats[who])

    @property
    def themes(self) -> Sequence[str]:
        return list(self.alone().sample.names)

    def code(self, who: int, *choices: Sequence[int] | None) -> None:
        """Choose for the drawn comments one after the other, themes by their place; None skips."""
        for one, places in zip(self.alone(who).comments, choices, strict=False):
            chosen = [self.themes[place] for place in places or ()]
            coding.choose(self.seats[who], one.place, chosen, is_skipped=places is None)

    def both_done(self) -> None:
        for seat in self.seats:
            coding.finish(seat)

    def talk(self) -> None:
        self.both_done()
        samples.begin_talking(self.table.sitting.area_id, self.alone().sample.id)

    def compared(self, who: int = ANA) -> Sequence[Compared]:
        return differences.differences_of(self.seats[who]).comments


def a_coding_table(term: Term, *hidden: Hidden) -> CodingTable:
    """Everything that may be quoted is released, and two seats sit at a table that is on."""
    collect_and_sort(term)
    release_everything(term)
    table = a_table(term)
    table.begin()
    theirs = [*hidden, Hidden(), Hidden()]
    return CodingTable(table, (table.seat(theirs[0]), table.seat(theirs[1])))
