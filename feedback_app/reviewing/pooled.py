"""How far all tables of a wave agree, for whoever analyses: together and one by one, as the worker kept it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from feedback_app.reviewing.choices import THEMES
from feedback_app.reviewing.released import key_of, readable
from feedback_app.reviewing.samples import COMPARE, POOL
from feedback_app.storage import areas, samples, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record


@dataclass(frozen=True, slots=True)
class Tables:
    """How many tables of a wave have begun to talk."""

    wave_slug: str
    wave_title: str
    tables: int


@dataclass(frozen=True, slots=True)
class TableAgreed:
    """One table of a pool, when its first sample was drawn, and its figures: None where none can be told."""

    number: int
    drawn_at: dt.datetime
    samples: tuple[str, ...]
    told: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pool:
    """All tables of a wave that chose from one list.

    `pooled` and each table's `told` are as `analysis.agreement_file` writes them, with the number of seats in place of
    who they were. `shared` is how many comments two tables or more sorted.
    """

    about: str
    names: Mapping[str, str]
    shared: int
    pooled: Mapping[str, Any] | None
    tables: tuple[TableAgreed, ...]

    @property
    def is_of_themes(self) -> bool:
        return self.about == THEMES

    @property
    def is_apart(self) -> bool:
        """Whether two tables have whole choices whose intervals do not meet: then they may have seen it differently."""
        said = [one.told["overall"] for one in self.tables if one.told and one.told["overall"]["low"] is not None]
        return any(one["high"] < other["low"] for one in said for other in said)


@dataclass(frozen=True, slots=True)
class Pooled:
    """What is known of a wave. `pools` is empty where `is_stale`: words were held or given back since it was found."""

    wave_slug: str
    wave_title: str
    talked: int
    pools: tuple[Pool, ...]
    is_awaited: bool
    is_stale: bool


def waves_of(area_slug: str) -> Sequence[Tables]:
    """The waves of an area of which a table has begun to talk, the newest first."""
    with reading() as session:
        rows = samples.of_area(session, areas.by_slug(session, area_slug).id)
    tables: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row.talking_at is not None:
            tables.setdefault((row.wave_slug, row.wave_title), set()).add(row.sitting_id)
    return [Tables(slug, title, len(sittings)) for (slug, title), sittings in tables.items()]


def of_wave(area_slug: str, wave_slug: str) -> Pooled:
    """Raises NoSuchArea, NoSuchWave."""
    with reading() as session:
        wave = waves.by_slug(session, areas.by_slug(session, area_slug).id, wave_slug)
        talked = [row for row in samples.of_wave(session, wave.area_id, wave.id) if row.talking_at is not None]
        kept = samples.pooled(session, wave.area_id, wave.id) or {"places": {}, "pools": []}
        is_awaited = work.waits(session, wave.area_id, POOL, wave.id) or any(
            work.waits(session, wave.area_id, COMPARE, row.id) for row in talked
        )
        is_stale = kept["places"] != _places(session, wave, talked)
    drawn = {row.id: row.drawn_at for row in talked}
    pools = () if is_stale else tuple(_pool(one, drawn) for one in kept["pools"])
    return Pooled(wave.slug, wave.title, len(talked), pools, is_awaited, is_stale)


def work_out_again(area_slug: str, wave_slug: str, *, staff_id: str) -> None:
    """Ask the worker for the figures of what may be read now. Raises NoSuchArea, NoSuchWave."""
    with transaction() as session:
        wave = waves.by_slug(session, areas.by_slug(session, area_slug).id, wave_slug)
        if not work.waits(session, wave.area_id, POOL, wave.id):
            work.queue(session, wave.area_id, POOL, wave.id, asked_by=staff_id)


def _pool(kept: Mapping[str, Any], drawn: Mapping[str, dt.datetime]) -> Pool:
    tables = tuple(
        TableAgreed(number, drawn[one["samples"][0]], tuple(one["samples"]), one["told"])
        for number, one in enumerate(kept["tables"], start=1)
    )
    return Pool(kept["about"], kept["names"], kept["shared"], kept["pooled"], tables)


def _places(session: Connection, wave: Record, talked: Sequence[Record]) -> dict[str, list[int]]:
    """Which comments of each sample may still be read by anybody."""
    words = readable(session, wave.area_id, wave.id)
    return {
        row.id: [one.place for one in samples.quotes(session, row.area_id, row.id) if key_of(one) in words]
        for row in talked
    }
