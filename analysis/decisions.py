"""What people decided about what the computer suggested: as the next analysis obeys it, and as a report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from analysis.errors import AnalysisError

Key = tuple[str, int]  # a segment: its comment's id, and its place in it
Namer = Literal["young people", "commissioner"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in words. `who` is a role or a group ("young commissioners"), never a person's name."""

    about: str
    decision: str
    who: str
    why: str = ""
    replaces: str = ""


class MalformedDecision(AnalysisError):
    """A decision that nobody could follow, whatever the comments; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A theme has another name: the young people's own, which is shown first, or the commissioner's heading."""

    theme: str
    name: str
    by: Namer = "young people"
    who: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        _refuse(not self.name.strip(), "a name needs letters")
        _refuse(
            self.by not in get_args(Namer), f"{self.by!r} gives no names; it is one of {', '.join(get_args(Namer))}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Themes are one theme: the one they are merged into, which keeps its id and its names."""

    themes: tuple[str, ...]
    into: str
    who: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        _refuse(not set(self.themes) - {self.into}, "to merge needs a second theme")


@dataclass(frozen=True, slots=True)
class Part:
    """One part that a theme is split into: its name, and its segments.

    `id` is the id that it gets, where whoever decides must know it at once; else one is made of the name.
    """

    name: str
    segments: frozenset[Key]
    id: str = ""

    def __post_init__(self) -> None:
        _refuse(not self.name.strip(), "a part needs a name with letters")
        _refuse(not self.segments, "a part needs a segment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A theme is several. What no part names stays in the theme. Without `parts`: the parts that the computer saw."""

    theme: str
    parts: tuple[Part, ...] = ()
    who: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        named = [key for part in self.parts for key in part.segments]
        _refuse(len(named) != len(set(named)), "a segment stands in one part only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One segment belongs to another theme; `to` is empty where it belongs to none."""

    segment: Key
    to: str
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotATheme:
    """What the computer grouped says nothing together: it is set aside, and in the next wave too."""

    theme: str
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """A theme is one, as it is."""

    theme: str
    who: str = ""
    why: str = ""


ThemeDecision = Rename | Merge | Split | Move | NotATheme | Confirm


def _refuse(wrong: bool, why: str) -> None:
    if wrong:
        raise MalformedDecision(why)
