"""Staff: added with a role in an area, let in by a one-time link, known by a session that can be ended."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy.engine import Connection

from feedback_app.codes import digest
from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import areas, waves
from feedback_app.storage import staff as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now, today

Role = Literal[
    "participation_officer",
    "typist",
    "facilitator",
    "young_commissioner",
    "commissioner",
    "quote_releaser",
    "safety_adult",
    "safeguarding_lead",
]
LEAD: Role = "safeguarding_lead"
SAFETY_ROLES: tuple[Role, ...] = ("safety_adult", LEAD)  # who may be there for a workshop's people to talk to
ROLES: tuple[Role, ...] = get_args(Role)
LINK_DAYS = 7
SESSION_HOURS = 12


class NoSuchRole(HeardError):
    words = f"There is no role of that name. The roles are {', '.join(ROLES)}."


class NoSuchStaff(NotFound):
    words = "There is nobody of that name. `heard staff list` shows who there is."


class NameTaken(HeardError):
    """Two people of one name would share one person's roles, and their way in."""


class OnlyLead(HeardError):
    """Nobody would be left to read the concerns of openings that take answers."""


class LinkUsed(HeardError):
    status = 410
    words = "This link has been used, or it is too old. Ask for a new one."


@dataclass(frozen=True, slots=True)
class AreaRoles:
    area_id: str
    slug: str
    name: str
    example: bool
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who came in, and what they may do where (by area slug)."""

    id: str
    name: str
    areas: Mapping[str, AreaRoles]

    def may(self, area_slug: str, *roles: str) -> bool:
        return area_slug in self.areas and not self.areas[area_slug].roles.isdisjoint(roles)


def add_staff(area_slug: str, name: str, role: str, *, same_person: bool = False) -> str:
    """Add somebody, or give the `same_person` who is on the list one more role, and return their staff id.

    Raises NameTaken where somebody of that name is on the list, in whatever area; NoSuchStaff where nobody is and
    somebody must be.
    """
    if role not in ROLES:
        raise NoSuchRole
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        known = rows.find_by_name(session, name)
        if known and not same_person:
            raise NameTaken(
                f"Somebody called {name} is on the list already. If this is the same person, say --same-person. "
                "If not, add something to the name that tells them apart."
            )
        if same_person and not known:
            raise NoSuchStaff
        staff_id = known.id if known else rows.add(session, name)
        rows.give_role(session, area.id, staff_id, role)
        rows.note(session, "role given", area_id=area.id, staff_id=None, subject=staff_id, details={"role": role})
        return str(staff_id)


def make_link(staff_id: str, lead_to: str = "/staff") -> str:
    """Make a link that lets somebody in once within LINK_DAYS; return its path. Only a hash of it is kept."""
    token = secrets.token_urlsafe(32)
    with transaction() as session:
        rows.add_link(session, staff_id, digest(token), lead_to, now() + dt.timedelta(days=LINK_DAYS))
        rows.note(session, "link made", area_id=None, staff_id=None, subject=staff_id)
    return f"/come-in/{token}"


def staff_named(name: str) -> str:
    """The id of the member of staff of that name; raises NoSuchStaff."""
    with reading() as session:
        found = rows.find_by_name(session, name)
    if found is None:
        raise NoSuchStaff
    return str(found.id)


def staff_of(area_slug: str) -> list[tuple[str, str]]:
    """Names and roles in an area."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        return [(row.name, row.role) for row in rows.everybody(session, area.id)]


def remove_staff(name: str) -> None:
    """End somebody's roles, links and sessions at once. Raises NoSuchStaff, OnlyLead."""
    staff_id = staff_named(name)
    with transaction() as session:
        for role in rows.all_roles(session, staff_id):
            if role.role == LEAD:
                _refuse_without_lead(session, role, staff_id, name)
        rows.leave(session, staff_id)
        rows.note(session, "left", area_id=None, staff_id=None, subject=staff_id)


def _refuse_without_lead(session: Connection, area: Record, staff_id: str, name: str) -> None:
    if set(rows.holders(session, area.id, LEAD)) != {staff_id}:
        return
    taking = [row.code for row in waves.openings(session, area.id) if _takes_answers(row)]
    if taking:
        raise OnlyLead(
            f"{name} is the only safeguarding lead of {area.slug}, where openings take answers. Add another lead "
            f"first: `heard staff add {area.slug} NAME {LEAD}`. Or close {', '.join(taking)}."
        )


def _takes_answers(opening: Record) -> bool:
    return opening.closed_on is None and opening.wave_closed_on is None and opening.closes_on >= today()


def owner_of_link(token: str) -> str:
    """The name on a link that can still be used; raises LinkUsed."""
    with reading() as session:
        link = rows.look_at_link(session, digest(token))
    if link is None:
        raise LinkUsed
    return str(link.name)


def come_in(token: str) -> tuple[str, str]:
    """Use a link up and start a session: its token, and where the link leads. Raises LinkUsed."""
    new_token = secrets.token_urlsafe(32)
    with transaction() as session:
        link = rows.use_link(session, digest(token))
        if link is not None:
            ends_at = now() + dt.timedelta(hours=SESSION_HOURS)
            rows.start_session(session, link.staff_id, digest(new_token), ends_at)
            rows.note(session, "came in", area_id=None, staff_id=link.staff_id, subject=link.staff_id)
    if link is None:
        raise LinkUsed
    return new_token, str(link.lead_to)


def who_is(token: str) -> Staff | None:
    """The member of staff whose session this is, or None when there is no such session."""
    with reading() as session:
        found = rows.find_session(session, digest(token))
        if found is None:
            return None
        roles = rows.all_roles(session, found.staff_id)
    by_area = {row.slug: row for row in roles}
    return Staff(
        found.staff_id,
        found.name,
        {
            slug: AreaRoles(row.id, slug, row.name, row.example, frozenset(r.role for r in roles if r.slug == slug))
            for slug, row in by_area.items()
        },
    )


def go_out(token: str) -> None:
    with transaction() as session:
        rows.end_session(session, digest(token))
