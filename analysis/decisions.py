"""What people decided about what the computer suggested, as a report tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in words. `who` is a role or a group ("young commissioners"), never a person's name."""

    about: str
    decision: str
    who: str
    why: str = ""
    replaces: str = ""
