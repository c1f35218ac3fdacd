"""Standards of two lists that may be about the same: comparisons that somebody asked for, and every decision."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id, text

comparison = sa.Table(
    "comparison",
    metadata,
    row_id(),
    area_id(),
    ref("staff_id", "staff"),
    ref("one_version_id", "strategy_version"),
    text("one_set"),
    ref("other_version_id", "strategy_version"),
    text("other_set"),
    sa.Column("asked_at", Moment, nullable=False),
    # pairs of ids with the reason, of published words alone; empty until the worker has compared
    sa.Column("found", sa.JSON),
    sa.Column("made_at", Moment),
)

related_decision = sa.Table(
    "related_decision",
    metadata,
    row_id(),
    area_id(),
    ref("staff_id", "staff"),
    text("one_id"),
    text("other_id"),
    sa.Column("said", sa.String(16), nullable=False),
    text("why", nullable=True),
    sa.Column("decided_at", Moment, nullable=False),
)
