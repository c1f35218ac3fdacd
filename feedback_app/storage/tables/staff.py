"""Staff, their roles by area, one-time links, sessions, throttling and the audit trail."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id, text

staff = sa.Table(
    "staff",
    metadata,
    row_id(),
    text("name"),
    sa.Column("added_at", Moment, nullable=False),
    sa.Column("left_at", Moment),
)

role = sa.Table(
    "role",
    metadata,
    row_id(),
    area_id(),
    ref("staff_id", "staff"),
    ref("setting_id", "setting", nullable=True),
    sa.Column("role", sa.String(32), nullable=False),
    sa.Column("given_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
)

one_time_link = sa.Table(
    "one_time_link",
    metadata,
    row_id(),
    ref("staff_id", "staff"),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False, unique=True),
    text("lead_to", default="/staff"),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("ends_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
)

session = sa.Table(
    "session",
    metadata,
    row_id(),
    ref("staff_id", "staff"),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("ends_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
)

# How often one address tried a code in one stretch of ten minutes; the address is hashed with the day's secret.
throttle = sa.Table(
    "throttle",
    metadata,
    sa.Column("bucket", sa.String(96), primary_key=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("ends_at", Moment, nullable=False),
)

# Append only. Area is empty for what concerns the installation.
audit = sa.Table(
    "audit",
    metadata,
    row_id(),
    sa.Column("area_id", sa.String(32), sa.ForeignKey("area.id"), index=True),
    ref("staff_id", "staff", nullable=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("what", sa.String(48), nullable=False),
    text("subject"),
    sa.Column("details", sa.JSON, nullable=False),
)
