"""Relating: a named person says whether two standards of different sets are about the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import Connection

from analysis.related import RelatedDecision, set_of
from analysis.strategy import strategy_from_json
from feedback_app.errors import HeardError
from feedback_app.storage import areas, relating, staff, waves
from feedback_app.storage.db import reading, transaction

LONGEST_WHY = 300


class NotRelatable(HeardError):
    words = "Choose two different standards, of two lists that this wave was read against."


class NobodyOfThatName(HeardError):
    words = "There is nobody of that name. `heard staff list` shows who there is."


def decide(
    area_slug: str, wave_slug: str, one: str, other: str, *, are_related: bool, staff_id: str, why: str = ""
) -> None:
    """Keep one decision; it stands in the next edition of every report of the area. Raises NotRelatable."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if set_of(one) == set_of(other) or not {one, other} <= standards_of(session, area.id, wave.id):
            raise NotRelatable
        relating.keep(
            session,
            area.id,
            wave.id,
            (one, other),
            are_related=are_related,
            why=why.strip()[:LONGEST_WHY] or None,
            staff_id=staff_id,
        )


def staff_named(name: str) -> str:
    """The id of a member of staff. Raises NobodyOfThatName."""
    with reading() as session:
        found = staff.find_by_name(session, name)
    if found is None:
        raise NobodyOfThatName
    return str(found.id)


def decided(session: Connection, area_id: str) -> tuple[RelatedDecision, ...]:
    """Every decision of an area, oldest first: the newest about a pair counts."""
    return tuple(
        RelatedDecision(*relating.pair_of(row), row.what == relating.CONFIRMED, row.who, row.why or "")
        for row in relating.every(session, area_id)
    )


def newest_of(area_slug: str) -> Mapping[frozenset[str], RelatedDecision]:
    """What counts now, by pair."""
    with reading() as session:
        made: Sequence[RelatedDecision] = decided(session, areas.by_slug(session, area_slug).id)
    return {one.pair: one for one in made}


def standards_of(session: Connection, area_id: str, wave_id: str) -> set[str]:
    """The ids of the standards that a wave is read against."""
    return {
        standard.id
        for row in waves.strategies(session, area_id, wave_id)
        for one_set in strategy_from_json(row.definition).sets
        if one_set.id in row.sets
        for standard in one_set.standards
    }
