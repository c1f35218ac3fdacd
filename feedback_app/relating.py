"""Relating: a named person says whether two standards of different lists are about the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from flask import current_app
from sqlalchemy.engine import Connection

from analysis.related import RelatedDecision, Said, set_of
from analysis.strategy import Strategy, load_strategies, strategy_from_json
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError
from feedback_app.storage import areas, relating, staff
from feedback_app.storage.db import reading, transaction


class NotRelatable(HeardError):
    words = "Choose two different standards, of two different lists that are known here."


class NothingToTakeBack(HeardError):
    words = "Nobody has decided about these two, so there is nothing to take back."


class NobodyOfThatName(HeardError):
    words = "There is nobody of that name. `heard staff list` shows who there is."


def decide(area_slug: str, one: str, other: str, *, said: Said, staff_id: str, why: str = "") -> None:
    """Keep one decision; it stands in the next edition of every report of the area that has one of the two.

    Raises NotRelatable, NothingToTakeBack.
    """
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if set_of(one) == set_of(other) or not {one, other} <= _ids(strategies_known(session, area.id)):
            raise NotRelatable
        if said == "taken back" and not _is_decided(session, area.id, frozenset((one, other))):
            raise NothingToTakeBack
        relating.keep(session, area.id, (one, other), said=said, why=why.strip() or None, staff_id=staff_id)


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
        RelatedDecision(
            row.one_id, row.other_id, row.said, row.who, row.why or "", row.decided_at.astimezone().date().isoformat()
        )
        for row in relating.every(session, area_id)
    )


def newest_of(area_slug: str) -> Mapping[frozenset[str], RelatedDecision]:
    """What counts now, by pair; a pair whose decision was taken back is not there."""
    with reading() as session:
        made = decided(session, areas.by_slug(session, area_slug).id)
    return {pair: one for pair, one in {one.pair: one for one in made}.items() if not one.is_open}


def strategies_known(session: Connection, area_id: str) -> tuple[Strategy, ...]:
    """Every strategy that a standard can be of: those that are known here, and what the area published before.

    The newest words of a standard come last.
    """
    published = [strategy_from_json(row.definition) for row in areas.strategy_versions(session, area_id)]
    known = load_strategies(folder_of_strategies(Path(current_app.instance_path)))
    return (*reversed(published), *known)


def _is_decided(session: Connection, area_id: str, pair: frozenset[str]) -> bool:
    newest = {one.pair: one for one in decided(session, area_id)}
    return pair in newest and not newest[pair].is_open


def _ids(strategies: Sequence[Strategy]) -> set[str]:
    return {standard.id for strategy in strategies for standard in strategy.standards}
