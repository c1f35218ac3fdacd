"""Standards of different sets that may be about the same: what the computer suggests, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Said = Literal["confirmed", "refused", "taken back"]
SAID: Final[tuple[Said, ...]] = get_args(Said)


@dataclass(frozen=True, slots=True)
class RelatedStandards:
    """Two standards of different sets, in the order in which they were read against, and how alike their words are."""

    one: str
    other: str
    likeness: float


@dataclass(frozen=True, slots=True)
class RelatedDecision:
    """What a person said of two standards: "confirmed" (they are about the same), "refused", or "taken back", which
    leaves the pair as if nobody had decided. `day` is when, as 2026-11-29.
    """

    one: str
    other: str
    said: Said
    who: str
    why: str = ""
    day: str = ""

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.one, self.other))

    @property
    def are_related(self) -> bool:
        return self.said == "confirmed"

    @property
    def is_open(self) -> bool:
        return self.said == "taken back"


def set_of(standard: str) -> str:
    """The set that a standard stands in, as ``area/set``."""
    return standard.rpartition("/")[0]
