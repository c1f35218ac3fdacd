"""A warm-up poll and the check-out: one tap on a phone, hands and cards counted, and a tally that waits to be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.engine import Connection

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.codes import digest
from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import areas, responses, staff
from feedback_app.storage import choices as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now
from feedback_app.workshops.plans import Plan, PlannedStep
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import refuse_safety_adult

MOST_HANDS = 500
KINDS = ("poll", "check_out")
Press = Literal["close", "show", "hide", "reopen"]


class NoSuchPoll(NotFound):
    words = "This workshop has no poll of that name."


class NotAChoice(HeardError):
    words = "Choose one of the answers on the page."


class NotForTheScreen(HeardError):
    words = "What people say at the check-out is for you, and not for the projector."


@dataclass(frozen=True, slots=True)
class Chosen:
    """One option, with how many phones chose it and how many hands and cards were counted for it."""

    words: str
    phones: int
    hands: int

    @property
    def both(self) -> int:
        return self.phones + self.hands


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll or a check-out as its pages see it. Its tally is for nobody while it is open."""

    step: PlannedStep
    chosen: Sequence[Chosen]
    has_begun: bool
    is_open: bool
    is_shown: bool

    @property
    def answered(self) -> int:
        """How many have chosen so far, which says nothing of what."""
        return sum(one.both for one in self.chosen)

    @property
    def most(self) -> int:
        return max((one.both for one in self.chosen), default=0)


def is_chosen_from(step: PlannedStep | None) -> bool:
    return step is not None and step.kind in KINDS and bool(step.options)


def polls_of(room: Room) -> Sequence[PlannedStep]:
    """The steps of a workshop in which something is chosen, in their order."""
    return [step for step in room.plan.steps if is_chosen_from(step)]


def poll_of(room: Room, step_id: str) -> Poll:
    """Raises NoSuchPoll."""
    position, step = _place(room.plan, step_id)
    with reading() as session:
        timed = workshop_rows.step_at(session, room.area_id, room.id, position)
        phones = rows.by_phones(session, room.area_id, room.id, step.id)
        hands = rows.by_hands(session, room.area_id, room.id, step.id)
    return Poll(
        step=step,
        chosen=[Chosen(words, phones.get(place, 0), hands.get(place, 0)) for place, words in enumerate(step.options)],
        has_begun=timed.begun_at is not None,
        is_open=room.is_on and _is_open(timed),
        is_shown=timed.choices_shown_at is not None,
    )


def poll_now(room: Room) -> Poll | None:
    """What is chosen in the step that is on; None where nothing is."""
    return poll_of(room, room.step.id) if room.step is not None and is_chosen_from(room.step) else None


def choose(room: Room, step_id: str, choice: int, *, key: str) -> None:
    """Keep what a phone chose, in place of what it chose before: sending again never counts twice.

    Raises NoSuchPoll, NotAChoice, PlaceLost, SurveyClosed.
    """
    position, step = _place(room.plan, step_id)
    if not 0 <= choice < len(step.options):
        raise NotAChoice
    with transaction() as session:
        row = workshop_rows.by_id(session, room.area_id, room.id)
        if row.ended_at is not None or not _is_open(workshop_rows.step_at(session, row.area_id, row.id, position)):
            raise SurveyClosed
        response = responses.find_by_key(session, room.area_id, room.opening_id, digest(key))
        if response is None:
            raise PlaceLost
        rows.put(session, room.area_id, room.id, step.id, response.id, choice)


def chosen_by(room: Room, step_id: str, *, key: str) -> int | None:
    """What the phone with this key chose, or None."""
    with reading() as session:
        response = responses.look_by_key(session, room.area_id, room.opening_id, digest(key))
        if response is None:
            return None
        return rows.of_response(session, room.area_id, room.id, step_id, response.id)


def count_hands(area_slug: str, workshop_id: str, step_id: str, counted: Sequence[int], *, staff_id: str) -> None:
    """Keep how many hands or cards there were for each option, in the options' order; again corrects it.

    Cards are counted when everybody has gone, so it may be after the end. Raises NoSuchPoll, NotAChoice.
    """
    with transaction() as session:
        row, plan = _workshop(session, area_slug, workshop_id)
        _, step = _place(plan, step_id)
        if len(counted) != len(step.options) or not all(0 <= people <= MOST_HANDS for people in counted):
            raise NotAChoice
        refuse_safety_adult(row.safety_id, staff_id)
        rows.count_hands(session, row.area_id, row.id, step_id, dict(enumerate(counted)), staff_id)
        workshop_rows.turn_on(session, row.area_id, row.id)
        staff.note(session, "hands counted", area_id=row.area_id, staff_id=staff_id, subject=row.id)


def press(area_slug: str, workshop_id: str, step_id: str, what: Press, *, staff_id: str) -> None:
    """Close it, show its tally on the projector (which closes it), take that off again, or open it once more.

    Raises NoSuchPoll, NotForTheScreen.
    """
    with transaction() as session:
        row, plan = _workshop(session, area_slug, workshop_id)
        position, step = _place(plan, step_id)
        refuse_safety_adult(row.safety_id, staff_id)
        if what == "show" and step.kind == "check_out":
            raise NotForTheScreen
        timed = workshop_rows.step_at(session, row.area_id, row.id, position)
        changes = _changes(what, timed, now())
        workshop_rows.change_step(session, row.area_id, timed.id, **changes)
        workshop_rows.turn_on(session, row.area_id, row.id)
        staff.note(session, f"poll: {what}", area_id=row.area_id, staff_id=staff_id, subject=row.id)


def _workshop(session: Connection, area_slug: str, workshop_id: str) -> tuple[Record, Plan]:
    row = workshop_rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
    return row, Plan.model_validate_json(row.plan)


def _place(plan: Plan, step_id: str) -> tuple[int, PlannedStep]:
    for position, step in enumerate(plan.steps):
        if step.id == step_id and is_chosen_from(step):
            return position, step
    raise NoSuchPoll


def _is_open(timed: Record) -> bool:
    """From when its step began until somebody closes it: whoever was slow may still choose in the next step."""
    return timed.begun_at is not None and timed.choices_closed_at is None


def _changes(what: Press, timed: Record, at: dt.datetime) -> dict[str, object]:
    closed_at = timed.choices_closed_at or at
    changes: dict[Press, dict[str, object]] = {
        "close": {"choices_closed_at": closed_at},
        "show": {"choices_closed_at": closed_at, "choices_shown_at": at},
        "hide": {"choices_shown_at": None},
        "reopen": {"choices_closed_at": None, "choices_shown_at": None},
    }
    return changes[what]
