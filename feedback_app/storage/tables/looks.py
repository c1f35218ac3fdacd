"""Looks at the voices of a closed wave against lists that it was not made for."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id

look = sa.Table(
    "look",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("staff_id", "staff"),
    sa.Column("asked_at", Moment, nullable=False),
    # numbers and names that may be printed, and none of anybody's words; empty until the worker has looked
    sa.Column("told", sa.JSON),
    sa.Column("made_at", Moment),
)

look_list = sa.Table(
    "look_list",
    metadata,
    row_id(),
    area_id(),
    ref("look_id", "look", ondelete="CASCADE"),
    ref("strategy_version_id", "strategy_version"),
    sa.Column("sets", sa.JSON, nullable=False),
    sa.UniqueConstraint("look_id", "strategy_version_id"),
)
