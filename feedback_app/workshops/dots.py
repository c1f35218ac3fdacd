"""Dots: each phone puts a few on piles, paper dots are counted beside them, and nobody sees a count until it is closed.

They measure what is popular in one room, not what is needed: so the piles with the fewest stand beside those with most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.codes import digest
from feedback_app.errors import HeardError
from feedback_app.storage import areas, responses, staff
from feedback_app.storage import dots as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.workshops.board import Pile
from feedback_app.workshops.piles import board_of, refuse_other_piles, refuse_out_of_time
from feedback_app.workshops.plans import Plan, PlannedStep
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import NotNow, refuse_safety_adult

MOST_ON_PAPER = 2_000


class TooManyDots(HeardError):
    words = "That is more dots than there are for each of you."


class NotACount(HeardError):
    words = f"Write how many paper dots there are: a whole number from 0 to {MOST_ON_PAPER:,}."


@dataclass(frozen=True, slots=True)
class Counted:
    """The dots on one pile, from phones and from paper."""

    pile: Pile
    phones: int
    paper: int

    @property
    def both(self) -> int:
        return self.phones + self.paper


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots of a workshop. `counted` has each pile, most dots first, and is empty until they are closed.

    `phones` is how many phones have put theirs. `is_typed_late` is whether paper dots came in when the count was known.
    """

    has_begun: bool
    is_closed: bool
    phones: int
    paper: frozenset[str]  # ids of piles whose paper dots are typed in
    counted: tuple[Counted, ...] = ()
    is_typed_late: bool = False

    @property
    def most(self) -> int:
        return max((one.both for one in self.counted), default=0)

    @property
    def fewest(self) -> tuple[Counted, ...]:
        """The piles that fewest dots are on, where they are not all alike: fewest can still be the most serious."""
        least = min((one.both for one in self.counted), default=0)
        return tuple(one for one in self.counted if one.both == least) if least < self.most else ()


def step_of(plan: Plan) -> tuple[int, PlannedStep] | None:
    """The step in which dots are put, and its place; None where the plan has none."""
    return next(((place, step) for place, step in enumerate(plan.steps) if step.kind == "dots"), None)


def of_room(room: Room) -> Dots:
    """What may be known of the dots now: no count before they are closed."""
    with reading() as session:
        board = board_of(session, room.area_id, room.id)
        closed_at = rows.closed_at(session, room.area_id, room.id)
        paper = rows.on_paper(session, room.area_id, room.id)
        known = Dots(
            has_begun=_has_begun(session, room),
            is_closed=closed_at is not None,
            phones=rows.phones(session, room.area_id, room.id),
            paper=frozenset(paper),
        )
        if closed_at is None:
            return known
        by_phones = rows.by_phones(session, room.area_id, room.id)
    counted = [Counted(one, by_phones.get(one.id, 0), paper.get(one.id, (0,))[0]) for one in board.piles]
    return Dots(
        has_begun=known.has_begun,
        is_closed=True,
        phones=known.phones,
        paper=known.paper,
        counted=tuple(sorted(counted, key=lambda one: (-one.both, one.pile.number))),
        is_typed_late=any(at > closed_at for _, at in paper.values()),
    )


def put(room: Room, dots: Mapping[str, int], *, key: str) -> None:
    """Keep where a phone puts its dots, in place of where it had put them: sending again never counts twice.

    Whoever was slow may still put them in the next step, until they are closed. Raises TooManyDots, NoSuchPile,
    PlaceLost, SurveyClosed (they are closed, or not begun, or the workshop is over).
    """
    found = step_of(room.plan)
    given = {pile: number for pile, number in dots.items() if number}
    if found is None:
        raise SurveyClosed
    if sum(given.values()) > found[1].dots or any(not 0 <= one <= found[1].most_on_one for one in given.values()):
        raise TooManyDots
    with transaction() as session:
        row = workshop_rows.by_id(session, room.area_id, room.id)
        if row.ended_at is not None or not is_open(session, room):
            raise SurveyClosed
        refuse_other_piles(session, room.area_id, room.id, given)
        response = responses.find_by_key(session, room.area_id, room.opening_id, digest(key))
        if response is None:
            raise PlaceLost
        rows.put(session, room.area_id, room.id, response.id, given)


def put_by(room: Room, *, key: str) -> Mapping[str, int]:
    """Where the phone with this key has put its dots, by pile."""
    with reading() as session:
        response = responses.look_by_key(session, room.area_id, room.opening_id, digest(key))
        return {} if response is None else rows.of_response(session, room.area_id, response.id)


def is_open(session: Connection, room: Room) -> bool:
    """From when the step of dots has begun until somebody closes them."""
    return _has_begun(session, room) and rows.closed_at(session, room.area_id, room.id) is None


def count_paper(room: Room, counted: Mapping[str, int], *, staff_id: str) -> None:
    """Keep how many paper dots are on each of these piles; again corrects it. Raises NotACount, NoSuchPile, NotNow."""
    refuse_out_of_time(room)
    if not all(0 <= number <= MOST_ON_PAPER for number in counted.values()):
        raise NotACount
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        if not _has_begun(session, room):
            raise NotNow
        refuse_other_piles(session, room.area_id, room.id, counted)
        known = rows.on_paper(session, room.area_id, room.id)
        for pile_id, number in counted.items():
            if known.get(pile_id, (None,))[0] != number:
                rows.count_paper(session, room.area_id, room.id, pile_id, number, staff_id=staff_id)


def close(area_slug: str, workshop_id: str, *, staff_id: str) -> None:
    """Let everybody see the count, and no phone change it any more. It cannot be taken back. Raises NotNow."""
    with transaction() as session:
        row = workshop_rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        refuse_safety_adult(row.safety_id, staff_id)
        place = step_of(Plan.model_validate_json(row.plan))
        if place is None or workshop_rows.step_at(session, row.area_id, row.id, place[0]).begun_at is None:
            raise NotNow
        if rows.close(session, row.area_id, row.id, staff_id=staff_id):
            workshop_rows.turn_on(session, row.area_id, row.id)
            staff.note(session, "dots closed", area_id=row.area_id, staff_id=staff_id, subject=row.id)


def take_off(area_slug: str, workshop_id: str, *, staff_id: str) -> None:
    """Take all dots off the piles, so that these can be sorted again. Raises NotNow once they are closed."""
    with transaction() as session:
        row = workshop_rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        refuse_safety_adult(row.safety_id, staff_id)
        if rows.closed_at(session, row.area_id, row.id) is not None:
            raise NotNow
        rows.forget(session, row.area_id, row.id)
        workshop_rows.turn_on(session, row.area_id, row.id)
        staff.note(session, "dots taken off", area_id=row.area_id, staff_id=staff_id, subject=row.id)


def mark(room: Room) -> str:
    """Another one whenever something of the dots changed that a facilitator or the hall sees: never a count."""
    with reading() as session:
        return rows.mark(session, room.area_id, room.id)


def _has_begun(session: Connection, room: Room) -> bool:
    found = step_of(room.plan)
    return found is not None and workshop_rows.step_at(session, room.area_id, room.id, found[0]).begun_at is not None
