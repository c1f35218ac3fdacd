"""Looks: a commissioner asks what the voices of a closed wave say to lists that it was not read against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import current_app

from analysis import strategy as strategies
from feedback_app import asking
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError
from feedback_app.storage import areas, looks, staff, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.taught import strategies_of

MOST = 6  # lists of one look: the worker reads every comment against each
LOOK = "look"


class ListsWrong(HeardError):
    """The lists that were chosen cannot be looked at."""


@dataclass(frozen=True, slots=True)
class ListKnown:
    """A set of a strategy that can be chosen. `made_for` is the version that the wave was read against, or None."""

    id: str
    name: str
    kind: str
    strategy: str
    version: int
    status: str
    is_promise: bool
    made_for: int | None

    @property
    def is_later(self) -> bool:
        return self.made_for is not None and self.made_for < self.version


@dataclass(frozen=True, slots=True)
class LookRead:
    """One look. `told` is None until the worker has looked, and has "refused" alone where it may not be told."""

    id: str
    asked_by: str
    lists: tuple[str, ...]
    told: Mapping[str, Any] | None


def lists_known(area_slug: str, wave_slug: str) -> tuple[ListKnown, ...]:
    """Every set of every strategy that is known here, promises first within each strategy."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        versions = {
            f"{strategy.area}/{one.id}": strategy.version
            for strategy in strategies_of(session, area.id, wave.id)
            for one in strategy.sets
        }
    return tuple(
        ListKnown(
            id=f"{strategy.area}/{one.id}",
            name=one.name,
            kind=one.kind,
            strategy=strategy.title,
            version=strategy.version,
            status=strategy.shown_status,
            is_promise=one.is_promise,
            made_for=versions.get(f"{strategy.area}/{one.id}"),
        )
        for strategy in _known()
        for one in sorted(strategy.sets, key=lambda one: not one.is_promise)
    )


def ask(area_slug: str, wave_slug: str, lists: Sequence[str], *, staff_id: str) -> str:
    """Ask the worker to look; return the look's id. Raises ListsWrong."""
    if not lists:
        raise ListsWrong("Choose one list or more")
    if len(lists) > MOST:
        raise ListsWrong(f"Choose {MOST} lists at most")
    known = _known()
    if not set(lists) <= {f"{strategy.area}/{one.id}" for strategy in known for one in strategy.sets}:
        raise ListsWrong("Choose from these lists")
    whole = {strategy.area: strategy for strategy in known}
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        chosen = {
            asking.publish_strategy(session, area.id, whole[one.area]): [each.id for each in one.sets]
            for one in strategies.choose_sets(known, lists)
        }
        look_id = looks.add(session, area.id, wave.id, chosen, staff_id=staff_id)
        staff.note(session, "look asked for", area_id=area.id, staff_id=staff_id, subject=look_id)
        work.queue(session, area.id, LOOK, look_id, asked_by=staff_id)
    return look_id


def looks_of(area_slug: str, wave_slug: str) -> tuple[LookRead, ...]:
    """The newest first."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        rows = looks.of_wave(session, area.id, wave.id)
        return tuple(_read(row, looks.lists(session, area.id, row.id)) for row in rows)


def look_named(area_slug: str, wave_slug: str, look_id: str) -> LookRead:
    """Raises NoSuchLook."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        row = looks.by_id(session, area.id, look_id)
        if row.wave_id != wave.id:
            raise looks.NoSuchLook
        return _read(row, looks.lists(session, area.id, row.id))


def _known() -> Sequence[strategies.Strategy]:
    return strategies.load_strategies(folder_of_strategies(Path(current_app.instance_path)))


def _read(row: Record, lists: Sequence[Record]) -> LookRead:
    names = []
    for one in lists:
        strategy = strategies.strategy_from_json(one.definition)
        names += [f"{each.name} ({strategy.area_name})" for each in strategy.sets if each.id in one.sets]
    return LookRead(row.id, row.asked_by, tuple(names), row.told)
