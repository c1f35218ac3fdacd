"""Areas, their places and settings, and the published versions of their surveys and strategies."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import area_id, metadata, ref, row_id, text

area = sa.Table(
    "area",
    metadata,
    row_id(),
    sa.Column("slug", sa.String(64), nullable=False, unique=True),
    text("name"),
    text("asked_by"),
    sa.Column("example", sa.Boolean, nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
)

place = sa.Table("place", metadata, row_id(), area_id(), ref("parent_id", "place", nullable=True), text("name"))

setting = sa.Table("setting", metadata, row_id(), area_id(), text("name"), text("kind"))

survey_version = sa.Table(
    "survey_version",
    metadata,
    row_id(),
    area_id(),
    sa.Column("survey", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    text("title"),
    text("definition"),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("published_on", sa.Date, nullable=False),
    sa.UniqueConstraint("area_id", "survey", "version"),
)

strategy_version = sa.Table(
    "strategy_version",
    metadata,
    row_id(),
    area_id(),
    sa.Column("strategy", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    text("title"),
    text("definition"),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("published_on", sa.Date, nullable=False),
    sa.UniqueConstraint("area_id", "strategy", "version"),
)
