"""Standards of different sets that may be about the same: what the computer suggests, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelatedStandards:
    """Two standards of different sets, in the order in which they were read against, and how alike their words are."""

    one: str
    other: str
    likeness: float


@dataclass(frozen=True, slots=True)
class RelatedDecision:
    """What a person said of two standards: that they are about the same, or are not."""

    one: str
    other: str
    are_related: bool
    who: str
    why: str = ""

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.one, self.other))


def set_of(standard: str) -> str:
    """The set that a standard stands in, as ``area/set``."""
    return standard.rpartition("/")[0]
