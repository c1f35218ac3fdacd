"""Ideas in the room: said by one or several, checked by the rules and by a person, and only then on the wall."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from feedback_app.answering import SurveyClosed
from feedback_app.asking import Opening, opening_of
from feedback_app.errors import HeardError, NotFound
from feedback_app.safeguarding import hold_by_hand
from feedback_app.storage import areas
from feedback_app.storage import ideas as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.workshops.contributing import join, keep
from feedback_app.workshops.plans import PlannedStep, Together
from feedback_app.workshops.rooms import Room

PAIR, MOST_TOGETHER = 2, 30
Decision = Literal["shown", "hidden", "ask"]


class NoSuchStep(NotFound):
    words = "This workshop does not ask that."


class NoSuchIdea(NotFound):
    words = "That idea is not here any more."


class NotAGroup(HeardError):
    words = f"A group is from {PAIR} to {MOST_TOGETHER} people."


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea as whoever checks it sees it, and as the wall does. `people` is who said it together."""

    id: str
    step: str
    words: str
    together: str
    people: int
    source: str
    state: str


def step_of(room: Room, step_id: str) -> PlannedStep:
    """A step in which something can be said: one of ideas, or a check-out with a question. Raises NoSuchStep."""
    found = next((step for step in room.plan.steps if step.id == step_id and step.question), None)
    if found is None:
        raise NoSuchStep
    return found


def say(
    opening: Opening,
    room: Room,
    step: PlannedStep,
    words: str,
    *,
    key: str,
    send_key: str,
    together: Together = "alone",
    people: int = 1,
    source: str = "phone",
) -> None:
    """Keep one idea, sealed and checked by the concern rules in one transaction. Nobody is told whether it is held.

    An idea of a pair or a group is of a response of its own, with its size: a group is counted once, and so is the
    phone on which it wrote. An idea to a step that has passed is kept too. Raises NotAGroup, PlaceLost, SurveyClosed.
    """
    if not room.is_on:
        raise SurveyClosed
    size = _size(together, people)
    if size > 1:
        key = group_key(key, size)
        join(opening, key, kind="group", people=size)
    with transaction() as session:
        kept = keep(session, opening, str(step.question), words, key=key, send_key=send_key)
        if kept is not None:
            rows.add(
                session,
                room.area_id,
                room.id,
                answer_id=kept[0],
                step=step.id,
                together=together,
                people=size,
                source=source,
            )


def type_in(
    opening: Opening, room: Room, step: PlannedStep, lines: Sequence[str], *, people: int, send_key: str
) -> int:
    """Keep ideas from paper, one a line, as one response of so many people; say how many lines are kept.

    The same page sent again keeps nothing twice. Raises SurveyClosed.
    """
    if not room.is_on:
        raise SurveyClosed
    key = group_key(send_key, people)
    join(opening, key, kind="sheet", people=people)
    for number, line in enumerate(lines):
        with transaction() as session:
            kept = keep(session, opening, str(step.question), line, key=key, send_key=f"{send_key}:{number}")
            if kept is not None:
                rows.add(
                    session,
                    room.area_id,
                    room.id,
                    answer_id=kept[0],
                    step=step.id,
                    together="alone",
                    people=1,
                    source="paper",
                )
    return len(lines)


def group_key(key: str, people: int) -> str:
    """The key of what so many said together on the phone with this key: the same each time, and no other phone's."""
    return hashlib.sha256(f"heard group 1:{people}:{key}".encode()).hexdigest()[:32]


def waiting(room: Room) -> Sequence[Idea]:
    """What waits to be checked, the oldest first. What the rules hold is not among it."""
    return _of_state(room, "waiting")


def shown(room: Room) -> Sequence[Idea]:
    """What stands on the wall, in the order in which it came."""
    return _of_state(room, "shown")


def hidden(room: Room) -> Sequence[Idea]:
    return _of_state(room, "hidden")


def counts(room: Room) -> Mapping[str, int]:
    with reading() as session:
        found = rows.counts(session, room.area_id, room.id)
    return {"waiting": 0, "shown": 0, "hidden": 0, **found}


def decide(area_slug: str, workshop_id: str, idea_id: str, decision: Decision, *, was: str, staff_id: str) -> None:
    """Show an idea on the wall, hide it, or ask the safety adult about it, who then has it in place of the room.

    Where somebody else has decided meanwhile, that stays. Raises NoSuchIdea, NoSuchWorkshop.
    """
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        room = workshop_rows.by_id(session, area_id, workshop_id)
        found = rows.one(session, area_id, workshop_id, idea_id)
        if found is None:
            raise NoSuchIdea
        if decision != "ask":
            rows.decide(session, area_id, idea_id, was=was, state=decision, staff_id=staff_id)
    if decision == "ask":
        opening = opening_of(area_id, room.opening_id)
        hold_by_hand(opening, found.answer_id, "amber", "Asked in the workshop", staff_id=staff_id)


def seen_idea(row: Record) -> Idea:
    """An idea's row with its words opened."""
    return Idea(row.id, row.step, rows.open_words(row), row.together, row.people, row.source, row.state)


def _size(together: Together, people: int) -> int:
    if together == "alone":
        return 1
    size = PAIR if together == "pair" else people
    if not PAIR <= size <= MOST_TOGETHER:
        raise NotAGroup
    return size


def _of_state(room: Room, state: str) -> Sequence[Idea]:
    with reading() as session:
        return [seen_idea(row) for row in rows.of_state(session, room.area_id, room.id, state)]
