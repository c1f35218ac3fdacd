"""One theme as it lies on a table: its names, its words, and in words how many spoke of it and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.findings import STEADY
from feedback_app.reviewing.decided import Decided
from feedback_app.reviewing.released import Key

SURE = 0.8
# how many of those who wrote: the words of the report, which always mean the same shares (percent)
SHARES = (
    (50, "Most people who wrote said something like this."),
    (30, "Many people said something like this."),
    (10, "Some people said something like this."),
    (0, "A few people said something like this."),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Released words at the table. `key` is their answer's id and their place in it."""

    key: Key
    words: str

    @property
    def id(self) -> str:
        return f"{self.key[0]}-{self.key[1]}"


@dataclass(frozen=True, slots=True)
class TableTheme:
    """One theme as a seat sees it. `machine` is empty where young people made it.

    `quotes` are all the words that this seat may see of it, `typical` up to five of them, `outlier` one that may not
    fit. `links` are the promises that people linked it to, `parts` what the computer sees in it, by id. `how_many` and
    `steady` are in words: a number could be told apart from those of the report.
    """

    slug: str
    machine: str
    terms: tuple[str, ...]
    young_people: str
    commissioner: str
    how_many: str
    steady: str
    typical: tuple[Quote, ...]
    outlier: Quote | None
    quotes: tuple[Quote, ...]
    links: tuple[Decided, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown_name(self) -> str:
        return self.young_people or self.machine


def how_many(said: int, wrote: int) -> str:
    percent = 100 * said // max(wrote, 1)
    return next(words for least, words in SHARES if percent >= least)


def steady(steadiness: float | None) -> str:
    if steadiness is None:
        return ""
    if steadiness < STEADY:
        return "The computer is not sure of this one. A few other comments could change it."
    if steadiness < SURE:
        return "The computer is fairly sure that these belong together."
    return "The computer finds these together nearly every time."
