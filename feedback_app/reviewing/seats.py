"""A seat: one young person at a table, who comes in by a link that works once and sees nothing of their own people."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from feedback_app.codes import digest
from feedback_app.people import LinkUsed
from feedback_app.reviewing.sittings import OPEN_HOURS, NotOn, Sitting, seen
from feedback_app.storage import areas, sittings, staff, waves
from feedback_app.storage import seats as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now
from surveys import survey_from_json

ROLE = "young commissioner"
MOST_SEATS = 20


@dataclass(frozen=True, slots=True)
class Hidden:
    """Whose words a seat does not see: of which openings, about which services, of which audience groups (ids)."""

    openings: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seat:
    """`called` is empty where they want no name. `came` is when they first sat down; None before."""

    id: str
    number: int
    sitting: Sitting
    called: str
    role: str
    hidden: Hidden = field(repr=False)
    came: dt.datetime | None

    @property
    def name(self) -> str:
        return self.called or f"Seat {self.number}"


def add_seat(area_slug: str, sitting_id: str, *, hidden: Hidden, staff_id: str, role: str = ROLE) -> str:
    """One more seat at a table, with what must not be shown to it; return its id. Raises NoSuchSitting, NotOn."""
    with transaction() as session:
        row = sittings.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        sittings.one_at_a_time(session, row.area_id, row.id)
        if row.ended_at is not None or len(rows.of_sitting(session, row.area_id, row.id)) >= MOST_SEATS:
            raise NotOn(
                f"There is no place for another seat. A table has {MOST_SEATS} at most, and none once it is over."
            )
        seat_id = rows.add(session, row.area_id, row.id, role=role, hidden=_as_json(hidden))
        staff.note(session, "seat added", area_id=row.area_id, staff_id=staff_id, subject=seat_id)
    return seat_id


def make_link(area_slug: str, sitting_id: str, seat_id: str, *, staff_id: str) -> str:
    """A token that lets one young person sit down, once. It ends the link and the browser before.

    Raises NoSuchSitting, NoSuchSeat, NotOn once the table is over.
    """
    token = secrets.token_urlsafe(24)
    with transaction() as session:
        row = sittings.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        if row.ended_at is not None:
            raise NotOn
        seat = rows.by_id(session, row.area_id, row.id, seat_id)
        rows.give_link(session, row.area_id, seat.id, digest(token), now() + dt.timedelta(hours=OPEN_HOURS))
        staff.note(session, "seat link made", area_id=row.area_id, staff_id=staff_id, subject=seat.id)
    return token


def seat_of_link(token: str) -> Seat:
    """The seat that a link still leads to; looking uses nothing up. Raises LinkUsed."""
    with reading() as session:
        row = rows.by_token(session, digest(token))
        if row is None:
            raise LinkUsed
        return _seat(session, row)


def sit_down(token: str) -> str:
    """Use a link up and return the key that the young person's browser keeps. Raises LinkUsed."""
    key = secrets.token_urlsafe(24)
    with transaction() as session:
        row = rows.by_token(session, digest(token))
        if row is None or not rows.use_link(session, row.area_id, row.id, digest(token), digest(key)):
            raise LinkUsed
        staff.note(session, "seat link used", area_id=row.area_id, staff_id=None, subject=row.id)
    return key


def seat_with(key: str) -> Seat | None:
    """The seat of a browser's key; None where it is of no seat, or not any more."""
    with reading() as session:
        row = rows.by_key(session, digest(key))
        return _seat(session, row) if row else None


def call_me(seat: Seat, called: str) -> None:
    """What somebody wants to be called at the table, for as long as it is set up."""
    with transaction() as session:
        rows.call_them(session, seat.sitting.area_id, seat.id, called.strip())


def seats_of(area_slug: str, sitting_id: str) -> Sequence[Seat]:
    """The seats of a table by their numbers. Raises NoSuchSitting."""
    with reading() as session:
        row = sittings.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        sitting = seen(row)
        return [_seen(one, sitting) for one in rows.of_sitting(session, row.area_id, row.id)]


def may_hide(area_slug: str, wave_slug: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What can be kept from a seat at a table of this wave: by `openings`, `services` and `groups`, ids and names.

    Raises NoSuchWave.
    """
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        found = waves.openings(session, area.id, waves.by_slug(session, area.id, wave_slug).id)
        surveys = {row.id: survey_from_json(row.definition) for row in found}
    groups = {row.audience: surveys[row.id].audience_name(row.audience) for row in found}
    services = {one.id: one.name for survey in surveys.values() for one in survey.services}
    named = {row.id: f"{row.survey_title}, {groups[row.audience]}, code {row.code}" for row in found}
    return {"openings": list(named.items()), "services": list(services.items()), "groups": list(groups.items())}


def _seat(session: Connection, row: Record) -> Seat:
    return _seen(row, seen(sittings.by_id(session, row.area_id, row.sitting_id)))


def _seen(row: Record, sitting: Sitting) -> Seat:
    return Seat(
        id=row.id,
        number=row.number,
        sitting=sitting,
        called=rows.name_of(row),
        role=row.role,
        hidden=Hidden(**{name: frozenset(ids) for name, ids in row.hidden.items()}),
        came=row.used_at,
    )


def _as_json(hidden: Hidden) -> Mapping[str, Sequence[str]]:
    return {
        "openings": sorted(hidden.openings),
        "services": sorted(hidden.services),
        "groups": sorted(hidden.groups),
    }
