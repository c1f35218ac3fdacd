"""Findings: what one analysis made of a closed wave, and what people decided about it."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

analysis = sa.Table(
    "analysis",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("inputs_hash", sa.String(64), nullable=False),
    sa.Column("random_state", sa.Integer, nullable=False),
    sa.Column("default_level", sa.Integer, nullable=False),
    sa.Column("how", sa.JSON, nullable=False),
    # the themes as they are known after this wave, for the next one; none of anybody's words
    sa.Column("codebook", sa.Text),
    # the themes as the machine alone found them, so that their ids stay when the same wave is analysed again
    sa.Column("machine_codebook", sa.Text),
)

segment = sa.Table(
    "segment",
    metadata,
    row_id(),
    area_id(),
    ref("analysis_id", "analysis", ondelete="CASCADE"),
    ref("answer_id", "answer", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("start_at", sa.Integer, nullable=False),
    sa.Column("end_at", sa.Integer, nullable=False),
    # redacted words, only where the comment is not held and permission to quote is Yes
    sa.Column("words", Sealed),
    sa.Column("sentiment", sa.String(8), nullable=False),
    sa.Column("is_answer", sa.Boolean, nullable=False),
    sa.UniqueConstraint("analysis_id", "answer_id", "ordinal"),
)

theme = sa.Table(
    "theme",
    metadata,
    row_id(),
    area_id(),
    ref("analysis_id", "analysis", ondelete="CASCADE"),
    ref("parent_id", "theme", nullable=True, ondelete="CASCADE"),
    sa.Column("slug", sa.String(96), nullable=False),
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("provisional", sa.Boolean, nullable=False),
    sa.Column("steadiness", sa.Float),
    sa.Column("terms", sa.JSON, nullable=False),
    sa.UniqueConstraint("analysis_id", "slug"),
)

# What the machine suggested for a segment: a theme, or a standard. A person's decision is another row, elsewhere.
assignment = sa.Table(
    "assignment",
    metadata,
    row_id(),
    area_id(),
    ref("segment_id", "segment", ondelete="CASCADE"),
    ref("theme_id", "theme", nullable=True, ondelete="CASCADE"),
    text("standard", nullable=True),
    sa.Column("strength", sa.String(8)),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("chance", sa.Float),  # of being right, once enough labels have shown it
    sa.Column("reason", sa.JSON, nullable=False),
    sa.Column("examples", sa.JSON),  # sentences of ours that the segment is like; nobody said them
    sa.CheckConstraint("(theme_id is null) <> (standard is null)", name="one_subject"),
)

# Who decided what about what, why, and which decision it replaces. Nothing is overwritten.
decision = sa.Table(
    "decision",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("staff_id", "staff", nullable=True),
    ref("seat_id", "seat", nullable=True),
    ref("replaces_id", "decision", nullable=True),
    text("said_by", default=""),  # a role or a group, never a person's name
    sa.Column("subject_kind", sa.String(24), nullable=False),
    text("subject"),
    sa.Column("what", sa.String(32), nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    text("why", nullable=True),
    sa.Column("words", Sealed),  # of a decision about a theme: the name that it gives, and why
    ref("concern_id", "seat_concern", nullable=True),
    sa.Column("decided_at", Moment, nullable=False),
)

name = sa.Table(
    "name",
    metadata,
    row_id(),
    area_id(),
    ref("theme_id", "theme", ondelete="CASCADE"),
    sa.Column("kind", sa.String(16), nullable=False),
    text("words"),
    text("named_by", nullable=True),
    sa.Column("people", sa.Integer),
    sa.Column("named_at", Moment, nullable=False),
    sa.CheckConstraint("kind in ('machine', 'young_people', 'commissioner')", name="kind"),
)

# A person's decision to release or refuse one redacted segment as a quotation.
release = sa.Table(
    "release",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("answer_id", "answer", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("words", Sealed),
    ref("staff_id", "staff"),
    sa.Column("decided_at", Moment, nullable=False),
    text("why", nullable=True),
    sa.CheckConstraint("state in ('released', 'refused')", name="state"),
)
