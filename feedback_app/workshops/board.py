"""The board of a workshop: its piles as the group sorted and named them, and the ideas that stand alone."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_app.errors import NotFound
from feedback_app.workshops.ideas import Idea


class NoSuchPile(NotFound):
    words = "That pile is not here any more. Somebody may have moved its ideas."


@dataclass(frozen=True, slots=True)
class Pile:
    """One pile. `names` are the group's own, oldest first: the last one counts. `ideas` in the order of the wall.

    A name with words of an idea that a concern holds, or that was taken back, is empty.
    """

    id: str
    number: int
    names: tuple[str, ...]
    ideas: tuple[Idea, ...]

    @property
    def name(self) -> str:
        """What the group calls it; empty while nobody has named it, and while its name must not be shown."""
        return self.names[-1] if self.names else ""

    @property
    def earlier_names(self) -> tuple[str, ...]:
        return tuple(one for one in self.names[:-1] if one)

    @property
    def is_name_off(self) -> bool:
        """The group has named it, and the name must not be shown now."""
        return bool(self.names) and not self.name

    @property
    def shown_name(self) -> str:
        return self.name or f"Pile {self.number}: no name yet"


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that stands on the wall: in piles, or `alone`. `last` is the sorting that Undo takes back."""

    piles: tuple[Pile, ...] = ()
    alone: tuple[Idea, ...] = ()
    last: str = ""

    def pile(self, pile_id: str) -> Pile:
        """Raises NoSuchPile."""
        for one in self.piles:
            if one.id == pile_id:
                return one
        raise NoSuchPile
