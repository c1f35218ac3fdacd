"""Everything on a score sheet in its order: what is scored, the boxes for words, what may be recommended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from feedback_app.reviewing.score_sheets import CANNOT_SAY, Sheet
from feedback_app.storage.scorings import NoSuchScoring

Kind = Literal["score", "words", "choice"]


@dataclass(frozen=True, slots=True)
class Item:
    """One page of a sheet. `options` are ids, words and what each means; a box for words has none.

    `name` is the promise that it is about.
    """

    id: str
    number: int
    kind: Kind
    asks: str
    hint: str
    good_has: tuple[str, ...]
    name: str
    standard: str
    options: tuple[tuple[str, str, str], ...]

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        return [(id, words) for id, words, _ in self.options]

    @property
    def is_scored(self) -> bool:
        return self.kind == "score"

    def words_of(self, said: str | None) -> str:
        """What was said, as the sheet words it; empty where it was left out."""
        return next((words for id, words, _ in self.options if id == said), "")


def items_of(sheet: Sheet) -> Sequence[Item]:
    """The items of a sheet by their numbers, from 1."""
    scale = tuple((step.id, step.words, step.means) for step in sheet.scale)
    every = (*scale, (CANNOT_SAY, sheet.cannot_say, ""))
    scored = [
        (one.id, "score", one.asks, one.hint, one.good_has, one.name, one.standard, every) for one in sheet.criteria
    ]
    boxes = [(one.id, "words", one.asks, "", (), "", "", ()) for one in sheet.boxes]
    choices = [
        (one.id, "choice", one.asks, "", (), "", "", tuple((option.id, option.words, "") for option in one.options))
        for one in sheet.choices
    ]
    return [
        Item(id, number, kind, asks, hint, good_has, name, standard, options)  # type: ignore[arg-type]  # one of three
        for number, (id, kind, asks, hint, good_has, name, standard, options) in enumerate(
            (*scored, *boxes, *choices), start=1
        )
    ]


def item_of(sheet: Sheet, item_id: str) -> Item:
    """Raises NoSuchScoring where the sheet has no such item."""
    found = next((one for one in items_of(sheet) if one.id == item_id), None)
    if found is None:
        raise NoSuchScoring
    return found
