"""Labels: what people said of a part of a comment and a promise."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One row for each thing that somebody said; the newest of a person about a segment and a standard counts, and nothing
# is overwritten. `speaks` is empty where they took it back. What a file brought has the file's comment and no answer.
standard_label = sa.Table(
    "standard_label",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave", nullable=True),
    ref("answer_id", "answer", nullable=True, ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer),
    sa.Column("comment", sa.String(200)),
    sa.Column("words", Sealed, nullable=False),
    text("standard"),
    text("asked", default=""),  # the question, as survey/question
    text("service", default=""),
    sa.Column("speaks", sa.Boolean),
    text("said_by"),  # a role or a group
    sa.Column("said_on", sa.Date),
    ref("staff_id", "staff", nullable=True),
    sa.Column("kept_at", Moment, nullable=False),
    sa.CheckConstraint("(answer_id is null) <> (comment is null)", name="one_source"),
)
