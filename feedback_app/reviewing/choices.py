"""What a comment is sorted into at a table: the themes that people spoke about, or the promises of one list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.strategy import StandardSet, Strategy
from feedback_app.errors import HeardError
from feedback_app.reviewing.material import on_table
from feedback_app.reviewing.released import Key
from feedback_app.reviewing.seats import Hidden
from feedback_app.storage import areas, labels, sample_labels, waves
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.taught import strategies_of

THEMES = "themes"


class NothingToChoose(HeardError):
    words = "Choose what they sort into: the themes, or a list of promises that this wave is read against."


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a comment may be about: a theme's slug or a standard's id, its name, and an easier word for it."""

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, as it is called today, and which of it the computer had chosen for each part."""

    about: str
    every: tuple[Choice, ...]
    machine: Mapping[Key, tuple[str, ...]]


def lists_for(area_slug: str, wave_slug: str) -> list[tuple[str, str]]:
    """What a table of a wave may sort into: values for `draw_sample`, and words. Raises NoSuchWave."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        found = _sets(session, area.id, wave.id)
    named = [(about, f"Promises: {one.name}, {strategy.area_name}") for about, (strategy, one) in found.items()]
    return [(THEMES, "Themes: what people spoke about"), *named]


def choices_of(session: Connection, analysis: Record, about: str) -> Choices:
    """Raises NothingToChoose."""
    if about == THEMES:
        return _themes(session, analysis)
    found = _sets(session, analysis.area_id, analysis.wave_id).get(about)
    if found is None:
        raise NothingToChoose
    return _promises(session, analysis, about, found[1])


def _themes(session: Connection, analysis: Record) -> Choices:
    """By the names that are shown first: theirs, where young people gave one. What they joined is one theme."""
    lying = on_table(session, analysis.area_id, analysis.wave_id, Hidden())
    every = tuple(Choice(one.slug, one.shown_name) for one in lying.themes)
    if not every:
        raise NothingToChoose
    into = lying.lying.into
    machine = sample_labels.by_machine(session, analysis.area_id, analysis.id, analysis.default_level)
    return Choices(THEMES, every, {key: (into.get(slug, slug),) for key, slug in machine.items()})


def _promises(session: Connection, analysis: Record, about: str, one_set: StandardSet) -> Choices:
    every = tuple(
        Choice(one.id, one.shown_name, one.easy_read or one.description) for one in one_set.standards if one.is_promise
    )
    known = {one.id for one in every}
    machine: dict[Key, tuple[str, ...]] = {}
    for row in labels.suggested(session, analysis.area_id, analysis.id):
        if row.standard in known:
            key = (row.answer_id, row.ordinal)
            machine[key] = (*machine.get(key, ()), row.standard)
    return Choices(about, every, machine)


def _sets(session: Connection, area_id: str, wave_id: str) -> Mapping[str, tuple[Strategy, StandardSet]]:
    """The lists with a promise in them that a wave is read against."""
    return {
        f"{strategy.area}/{one.id}": (strategy, one)
        for strategy in strategies_of(session, area_id, wave_id)
        for one in strategy.sets
        if one.is_promise and any(standard.is_promise for standard in one.standards)
    }
