"""The part that young people have: what adults planned when they set the table up, and how each seat judged it after.

Both are kept side by side, and neither is ever written over the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedback_app.errors import HeardError
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.sittings import Sitting
from feedback_app.reviewing.stages import SHIER, STAGES
from feedback_app.storage import parts as rows
from feedback_app.storage import sittings
from feedback_app.storage.db import reading, transaction

LEAST_SEATS = 2  # that have judged, before an adult reads it: nobody has to say it alone
CANNOT_SAY = "cannot-say"
# Shier's five levels (2001) as somebody of nine would say after a meeting how it was; in words of ours
AS_IT_WAS: Mapping[str, str] = {
    "1": "They listened to us.",
    "2": "They helped us to say what we think.",
    "3": "They will think about what we said when they decide.",
    "4": "We were part of deciding.",
    "5": "We decided together with them, and shared the power.",
}
WHERE_IT_WAS: Mapping[str, str] = {
    "plan": "Finding out what people need",
    "design": "Writing down what a service must do",
    "choose": "Choosing who does it",
    "check": "Looking at how it goes",
}
YES_OR_NO: Mapping[str, str] = {"yes": "Yes", "partly": "A bit", "no": "No"}
YES_OR_LATER: Mapping[str, str] = {**YES_OR_NO, "later": "Not yet"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a seat judges. `planned_as` is how staff call it."""

    id: str
    asks: str
    planned_as: str
    options: Mapping[str, str]

    @property
    def answers(self) -> Mapping[str, str]:
        """Its options, and that somebody cannot say."""
        return {**self.options, CANNOT_SAY: "I cannot say"}


ASKED: tuple[Asked, ...] = (
    Asked("role", "Did you know what your part was?", "What they do", YES_OR_NO),
    Asked("training", "Did somebody show you how, before you began?", "Training", YES_OR_NO),
    Asked(
        "thanks", "Did you get the thanks that you were told of?", "Thanks or pay", {**YES_OR_NO, "later": "Not yet"}
    ),
    Asked("stage", "Which part of the work was it?", "Where in the work", WHERE_IT_WAS),
    Asked("shier", "How far did your say go?", "How far their say goes", AS_IT_WAS),
)


class NotAnAnswer(HeardError):
    words = "Choose one of the answers."


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing as it was planned, in words (empty where nobody said), and as seats judged it: words and how many.

    `judged` is empty before two seats have judged. `lower` is how many judged it lower than it was planned.
    """

    name: str
    asks: str
    planned: str
    judged: Sequence[tuple[str, int]]
    lower: int


def judge(seat: Seat, said: Mapping[str, str]) -> None:
    """Keep how a seat judged its part as one more row; what is left out is left out. Raises NotAnAnswer."""
    chosen = {one.id: said.get(one.id, "") for one in ASKED}
    for one in ASKED:
        if chosen[one.id] not in ("", *one.answers):
            raise NotAnAnswer
    with transaction() as session:
        sittings.one_at_a_time(session, seat.sitting.area_id, seat.sitting.id)
        rows.add(session, seat.sitting.area_id, seat.sitting.id, seat.id, chosen)


def judged_by(seat: Seat) -> Mapping[str, str]:
    """What a seat said last, by what was asked; empty where it has not said anything."""
    with reading() as session:
        return rows.newest(session, seat.sitting.area_id, seat.sitting.id).get(seat.id, {})


def side_by_side(sitting: Sitting, roles: Sequence[str]) -> Sequence[Beside]:
    """The plan of a table, with the `roles` of its seats, beside what its seats said of it."""
    with reading() as session:
        said = list(rows.newest(session, sitting.area_id, sitting.id).values())
    planned = {
        "role": ", ".join(dict.fromkeys(roles)),
        "training": sitting.training_planned,
        "thanks": sitting.thanks_planned,
        "stage": STAGES.get(sitting.stage_planned or "", ""),
        "shier": f"{sitting.shier_planned}. {SHIER[sitting.shier_planned]}" if sitting.shier_planned else "",
    }
    shown = said if len(said) >= LEAST_SEATS else []
    return [
        Beside(one.planned_as, one.asks, planned[one.id], _counted(one, shown), _lower(one, sitting, shown))
        for one in ASKED
    ]


def how_many_judged(sitting: Sitting) -> int:
    with reading() as session:
        return len(rows.newest(session, sitting.area_id, sitting.id))


def _counted(asked: Asked, said: Sequence[Mapping[str, str]]) -> Sequence[tuple[str, int]]:
    counts = Counter(one.get(asked.id, "") for one in said)
    return [(words, counts[value]) for value, words in asked.answers.items() if counts[value]]


def _lower(asked: Asked, sitting: Sitting, said: Sequence[Mapping[str, str]]) -> int:
    if asked.id != "shier" or not sitting.shier_planned:
        return 0
    levels = [int(one["shier"]) for one in said if one.get("shier", "") in AS_IT_WAS]
    return sum(level < sitting.shier_planned for level in levels)
