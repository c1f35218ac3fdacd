"""Dots that people put on piles: from phones, and counted on paper."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id

# What a phone has put on a pile. No time, and what it put before is not kept: nobody needs to know who wavered.
dot = sa.Table(
    "dot",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("response_id", "response", ondelete="CASCADE"),
    ref("pile_id", "pile", ondelete="CASCADE"),
    sa.Column("dots", sa.Integer, nullable=False),
    sa.UniqueConstraint("response_id", "pile_id"),
    sa.CheckConstraint("dots > 0", name="dots"),
)

# Dots on paper, counted by somebody: the newest count of a pile is the one that counts.
paper_dots = sa.Table(
    "paper_dots",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("pile_id", "pile", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("dots", sa.Integer, nullable=False),
    ref("staff_id", "staff"),
    sa.Column("counted_at", Moment, nullable=False),
    sa.UniqueConstraint("pile_id", "ordinal"),
    sa.CheckConstraint("dots >= 0", name="dots"),
)

# Until this row is there nobody sees a count.
dots_closed = sa.Table(
    "dots_closed",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("staff_id", "staff"),
    sa.Column("closed_at", Moment, nullable=False),
    sa.UniqueConstraint("workshop_id"),
)
