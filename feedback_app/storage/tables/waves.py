"""Waves, the strategies they are read against, and their openings."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Sealed, area_id, metadata, ref, row_id, text

wave = sa.Table(
    "wave",
    metadata,
    row_id(),
    area_id(),
    sa.Column("slug", sa.String(64), nullable=False),
    text("title"),
    text("subject"),
    sa.Column("opens_on", sa.Date, nullable=False),
    sa.Column("decision_on", sa.Date),
    sa.Column("reply_by", sa.Date),
    sa.Column("closed_on", sa.Date),
    sa.Column("finished_on", sa.Date),
    # phones without a signal seal their answers to this key; only the server can open them
    sa.Column("public_key", sa.LargeBinary, nullable=False),
    sa.Column("private_key", Sealed, nullable=False),
    sa.UniqueConstraint("area_id", "slug"),
)

wave_strategy = sa.Table(
    "wave_strategy",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("strategy_version_id", "strategy_version"),
    sa.Column("sets", sa.JSON, nullable=False),
    sa.UniqueConstraint("wave_id", "strategy_version_id"),
)

opening = sa.Table(
    "opening",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("setting_id", "setting", nullable=True),
    ref("survey_version_id", "survey_version"),
    sa.Column("audience", sa.String(32), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("code", sa.String(16), nullable=False, unique=True),
    sa.Column("opens_on", sa.Date, nullable=False),
    sa.Column("closes_on", sa.Date, nullable=False),
    sa.Column("closed_on", sa.Date),
    text("closed_why", nullable=True),
    ref("lead_id", "staff"),
    sa.Column("details", sa.JSON, nullable=False),
    sa.CheckConstraint("channel in ('link', 'workshop', 'paper', 'telephone')", name="channel"),
)
