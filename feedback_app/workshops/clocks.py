"""The silent clock of a workshop: what is left of a step, and how far behind the plan the room is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from feedback_app.storage.rows import Record
from feedback_app.workshops.plans import Plan, PlannedStep

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Clock:
    """`left` in seconds, below 0 when a step is over its time; `whole` is all of its time, `runs` while it counts."""

    left: int
    whole: int
    runs: bool

    @property
    def minutes(self) -> int:
        """The minutes to say: those begun, so that 61 seconds are 2 minutes and 0 is 0."""
        return -(-self.left // MINUTE)

    @property
    def share(self) -> float:
        """How much of the time is left, from 0 to 1."""
        return max(0.0, min(1.0, self.left / self.whole))


def clock_of(step: PlannedStep, row: Record, at: dt.datetime) -> Clock:
    """The clock of a step that was begun, at a moment; a pause takes nothing of it."""
    whole = step.minutes * MINUTE + row.added_seconds
    return Clock(whole - _spent(row, at), whole, runs=row.paused_at is None)


def behind(plan: Plan, position: int, row: Record, begun_at: dt.datetime, at: dt.datetime) -> int:
    """By how many whole minutes the room is behind its plan, pauses and added minutes included; never below 0."""
    planned = sum(step.minutes for step in plan.steps[:position]) * MINUTE
    planned += min(_spent(row, at), plan.steps[position].minutes * MINUTE)
    return max(0, (int((at - begun_at).total_seconds()) - planned) // MINUTE)


def _spent(row: Record, at: dt.datetime) -> int:
    """Seconds since a step was begun, without its pauses."""
    return max(0, int(((row.paused_at or at) - row.begun_at).total_seconds()) - int(row.paused_seconds))
