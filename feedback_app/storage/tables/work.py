"""Work for the worker, written in the same transaction as its cause."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id, text

work = sa.Table(
    "work",
    metadata,
    row_id(),
    area_id(),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("subject", sa.String(64), nullable=False),  # the id of what it is about; never words
    ref("asked_by", "staff", nullable=True),
    sa.Column("queued_at", Moment, nullable=False),
    sa.Column("not_before", Moment, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lease", sa.String(32)),
    sa.Column("lease_ends_at", Moment),
    sa.Column("done_at", Moment),
    sa.Column("failed_at", Moment),
    text("problem", nullable=True),
    sa.Index("ix_work_open", "done_at", "failed_at", "not_before"),
)
