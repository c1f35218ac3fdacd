"""The wordings of what a group says together, as pages show them: without words that must not be shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from feedback_app.storage import statements as rows
from feedback_app.storage.rows import Record
from feedback_app.workshops.tapping import FLOOR


@dataclass(frozen=True, slots=True)
class Agreed:
    """The group's yes: how many agree, of how many who were asked, and what is said differently, or nothing.

    Without `is_counted` so few phones are among these that nobody is told how many: `in_words` says it.
    """

    agree: int
    people: int
    differently: str
    agreed_on: dt.date
    is_public: bool  # they said that anybody may read it, and nobody has taken it off
    is_counted: bool = True

    @property
    def in_words(self) -> str:
        return f"{self.agree} of {self.people} agree" if self.is_counted else "More than half agree"


@dataclass(frozen=True, slots=True)
class Statement:
    """One wording. Its words are empty while a concern holds an idea of which they have words, or
    where it was taken back; `agreed` is None before the group's yes."""

    id: str
    number: int
    words: str
    is_held: bool
    agreed: Agreed | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of one workshop, the oldest first."""

    every: tuple[Statement, ...]

    @property
    def newest(self) -> Statement | None:
        return self.every[-1] if self.every else None

    @property
    def agreed(self) -> Statement | None:
        """The newest to which the group said yes."""
        return next((one for one in reversed(self.every) if one.agreed is not None), None)

    @property
    def open(self) -> Statement | None:
        """The newest, where the group has not said yes to it."""
        return self.newest if self.newest is not None and self.newest.agreed is None else None


def seen(row: Record) -> Statement:
    """A row as pages show it: without words that must not be shown."""
    agreed = None
    if row.yes_id is not None:
        differently = rows.open_differently(row)
        agreed = Agreed(
            row.agree,
            row.people,
            differently,
            row.agreed_on,
            row.is_public and not row.is_off,
            not 0 < row.phones < FLOOR,
        )
    return Statement(row.id, row.ordinal, rows.open_words(row), row.is_held, agreed)
