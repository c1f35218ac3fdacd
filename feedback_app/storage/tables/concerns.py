"""Concerns: a comment that may mean somebody is at risk, with its own sealed copy, and what was done."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

concern = sa.Table(
    "concern",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("opening_id", "opening"),
    # the answer may be deleted by the person; the concern and its own copy stay
    ref("answer_id", "answer", nullable=True, ondelete="SET NULL"),
    sa.Column("reference", sa.String(24), nullable=False),
    sa.Column("level", sa.String(8), nullable=False),
    sa.Column("source", sa.String(16), nullable=False),
    sa.Column("found", sa.JSON, nullable=False),  # category and place of each find; never words
    sa.Column("question", sa.String(64), nullable=False),
    sa.Column("audience", sa.String(32), nullable=False),
    sa.Column("words", Sealed, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("released_at", Moment),
    sa.UniqueConstraint("area_id", "reference"),
    sa.CheckConstraint("level in ('red', 'amber', 'review')", name="level"),
    sa.CheckConstraint("source in ('rules', 'model', 'person')", name="source"),
)

# Append only: received, opened, decided, referred, closed.
concern_step = sa.Table(
    "concern_step",
    metadata,
    row_id(),
    area_id(),
    ref("concern_id", "concern"),
    ref("staff_id", "staff", nullable=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("what", sa.String(32), nullable=False),
    sa.Column("why", Sealed),
    text("case_reference", nullable=True),
)

# A drawing or a recording goes to a person: the concern's own sealed copy stays when its answer is deleted.
concern_file = sa.Table(
    "concern_file",
    metadata,
    row_id(),
    area_id(),
    ref("concern_id", "concern", ondelete="CASCADE"),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("media_type", sa.String(64), nullable=False),
    sa.Column("content", Sealed, nullable=False),
)
