"""Pooling: the worker finds out how far all tables of a wave agree, together and one by one, and keeps it for pages.

Only the worker imports this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.agreement import Coding, NothingToCompare, agreement
from analysis.agreement_file import as_values
from feedback_app.reviewing.differences import Compared, standing
from feedback_app.reviewing.released import Key
from feedback_app.reviewing.samples import Sample, seen
from feedback_app.storage import samples
from feedback_app.storage.db import reading, transaction

RANDOM_STATE = 0

Sorted = Mapping[Key, Compared]  # a sample's comments that may still be read, by their answer and part


def pool_tables(area_id: str, wave_id: str, asked_by: str | None = None) -> None:
    """Compare what all seats of a wave chose alone, over every table that has begun to talk; keep it with the wave.

    Only tables that chose from the same list are pooled: what a table could not choose is no "no" of it.
    """
    with reading() as session:
        rows = samples.of_wave(session, area_id, wave_id)
        talked = [seen(session, row) for row in rows if row.talking_at is not None]
        sorted_ = {one.id: standing(session, one) for one in talked}
    lists: dict[tuple[str, frozenset[str]], list[Sample]] = {}
    for sample in talked:
        lists.setdefault((sample.about, frozenset(sample.names)), []).append(sample)
    figures = {
        "places": {id: [one.place for one in comments.values()] for id, comments in sorted_.items()},
        "pools": [_pool(of_list, sorted_) for of_list in lists.values()],
    }
    with transaction() as session:
        samples.keep_pooled(session, area_id, wave_id, figures)


def _pool(of_list: Sequence[Sample], sorted_: Mapping[str, Sorted]) -> dict[str, Any]:
    """Figures of all the tables with one list of choices, and of each of them, in the order in which they began."""
    names = of_list[-1].names
    tables: dict[str, list[Sample]] = {}
    for sample in of_list:
        tables.setdefault(sample.sitting_id, []).append(sample)
    sorted_at = Counter(
        key for of_table in tables.values() for key in {key for one in of_table for key in sorted_[one.id]}
    )
    return {
        "about": of_list[-1].about,
        "names": dict(names),
        "shared": sum(number > 1 for number in sorted_at.values()),
        "pooled": _figures(_codings(of_list, sorted_), list(names)),
        "tables": [
            {"samples": [one.id for one in of_table], "told": _figures(_codings(of_table, sorted_), list(names))}
            for of_table in tables.values()
        ],
    }


def _codings(of: Iterable[Sample], sorted_: Mapping[str, Sorted]) -> list[Coding]:
    """What each seat chose alone. A comment is one unit at whatever table; what a seat said of it first counts."""
    said: dict[tuple[Key, str], frozenset[str]] = {}
    for sample in of:
        for key, one in sorted_[sample.id].items():
            for chosen in one.each:
                said.setdefault((key, f"{sample.sitting_id} {chosen.number}"), frozenset(chosen.chosen))
    return [Coding(f"{answer_id} {part}", seat, labels) for ((answer_id, part), seat), labels in said.items()]


def _figures(codings: Sequence[Coding], labels: Sequence[str]) -> dict[str, Any] | None:
    """None where no comment was sorted by two. Nobody is named: seats are counted."""
    try:
        found = agreement(codings, labels=labels, pairs=False, random_state=RANDOM_STATE)
    except NothingToCompare:
        return None
    return as_values(found) | {"coders": len(found.coders)}
