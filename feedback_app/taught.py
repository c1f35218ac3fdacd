"""What an analysis is taught: the strategies that a wave is read against, and what people said of them before."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from analysis import strategy as strategies
from analysis.standard_labels import StandardLabel
from feedback_app.storage import labels, waves
from feedback_app.storage.rows import Record


def strategies_of(session: Connection, area_id: str, wave_id: str) -> tuple[strategies.Strategy, ...]:
    """The strategies that a wave is read against, narrowed to the sets chosen for it."""
    rows = waves.strategies(session, area_id, wave_id)
    return tuple(
        chosen
        for row in rows
        for strategy in (strategies.strategy_from_json(row.definition),)
        for chosen in strategies.choose_sets([strategy], [f"{strategy.area}/{one}" for one in row.sets])
    )


def known_labels(session: Connection, area_id: str, wave_id: str) -> tuple[StandardLabel, ...]:
    """What an analysis of a wave learns from: said of it, of earlier waves of its area, and what files brought.

    Where two people differ about a segment and a standard, the newest word counts.
    """
    return tuple(sorted(label for _, label in one_label_each(labels.until(session, area_id, wave_id))))


def one_label_each(rows: Sequence[Record]) -> list[tuple[Record, StandardLabel]]:
    """The newest word on each segment and standard, whoever said it; `rows` are oldest first."""
    newest: dict[object, tuple[Record, StandardLabel]] = {}
    for row in rows:
        label = labels.as_label(row)
        newest[label.comment, label.words, label.standard] = (row, label)
    return list(newest.values())
