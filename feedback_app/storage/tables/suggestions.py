"""What the computer suggests for piles, where a facilitator asked for it: ids alone, no words."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id

# One press of "Ask the computer for an idea". The worker answers it; nothing is in a pile until a person takes it.
suggestion = sa.Table(
    "suggestion",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("ideas", sa.Integer),  # how many the computer looked at
    ref("staff_id", "staff"),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("answered_at", Moment),
    sa.UniqueConstraint("workshop_id", "ordinal"),
)

suggested_pile = sa.Table(
    "suggested_pile",
    metadata,
    row_id(),
    area_id(),
    ref("suggestion_id", "suggestion", ondelete="CASCADE"),
    sa.Column("number", sa.Integer, nullable=False),
    ref("pile_id", "pile", nullable=True, ondelete="SET NULL"),  # the group's pile that somebody made of it
    sa.UniqueConstraint("suggestion_id", "number"),
)

suggested_idea = sa.Table(
    "suggested_idea",
    metadata,
    row_id(),
    area_id(),
    ref("suggested_pile_id", "suggested_pile", ondelete="CASCADE"),
    ref("idea_id", "idea", ondelete="CASCADE"),
    sa.UniqueConstraint("suggested_pile_id", "idea_id"),
)
