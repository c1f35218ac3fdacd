"""What became of the themes that were known before, and of what people decided about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from analysis.centres import Centre
from analysis.decisions import Move, ThemeDecision

if TYPE_CHECKING:
    from analysis.findings import Theme

Outcome = Literal["followed", "replaced", "not followed"]
Lesson = Literal["merged", "split", "not a theme", "moved"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A known theme that is there again, under its own id. `likeness` is the cosine of its centres, -1 to 1."""

    theme: str
    likeness: float
    known_since: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class Vanished:
    """A known theme that is not heard any more. `within` is the theme that now holds what it held, if one does."""

    theme: str
    name: str
    known_since: str
    last_seen: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class CameApart:
    """A known theme whose subject is now in several: itself, and `others`, which are new."""

    theme: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was done because people had decided so in an earlier wave. `segments` is how many it placed."""

    what: Lesson
    theme: str
    segments: int


@dataclass(frozen=True, slots=True)
class Followed:
    """One decision, and whether it was obeyed: `why` says what stood against it, or what of it did not hold."""

    decision: ThemeDecision
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What an analysis took over from the waves before it, and what the next one can take over from it.

    `compared` is False where there was no codebook: nothing is then known to be new. `wave` is this wave's name.
    `centres` are by theme id, one for each group that the computer saw in it; `found` has the centre of each theme as
    the computer found it; `encoder` names what encoded the points among them. `set_aside` is what people said is no
    theme; `merged` into which theme one was merged; `taught` from which themes people moved segments into a theme;
    `split_from` which theme a part was split from; `decided` is what people named, confirmed or put something in.
    """

    wave: str = ""
    compared: bool = False
    recognised: tuple[Recognised, ...] = ()
    new: tuple[str, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    came_apart: tuple[CameApart, ...] = ()
    learnt: tuple[Learnt, ...] = ()
    decisions: tuple[Followed, ...] = ()
    encoder: str = ""
    centres: Mapping[str, tuple[Centre, ...]] = field(default_factory=dict)
    found: Mapping[str, Centre] = field(default_factory=dict)
    set_aside: tuple[Theme, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
    taught: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split_from: Mapping[str, str] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()

    def how(self) -> dict[str, str]:
        """What a pack says of it: how many themes and decisions, never which segment."""
        told = {}
        if self.compared:
            told["codebook"] = (
                f"{len(self.recognised)} known themes recognised, {len(self.new)} new, {len(self.vanished)} not heard"
            )
        if self.learnt:
            told["learnt"] = ", ".join(sorted({f"{one.what}: {one.theme}" for one in self.learnt}))
        about_themes = [one.outcome for one in self.decisions if not isinstance(one.decision, Move)]
        if about_themes:
            counts = (f"{about_themes.count(outcome)} {outcome}" for outcome in get_args(Outcome))
            told["decisions_about_themes"] = ", ".join(counts)
        return told

    def known_since(self, theme: str) -> str | None:
        """The wave in which a theme was first seen; None where it is new, or nothing was compared."""
        return next((one.known_since for one in self.recognised if one.theme == theme), None)

    def known(self, theme: str) -> str:
        """What a reader is told of it beside its name; "" where there is nothing to tell."""
        since = self.known_since(theme)
        return f"known since {since}" if since else "new" if theme in self.new else ""

    def count(self, outcome: Outcome) -> int:
        return sum(one.outcome == outcome for one in self.decisions)
