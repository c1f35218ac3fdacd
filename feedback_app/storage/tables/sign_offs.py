"""What young people say of the words that stand about them at the end: a row for each time, none is changed."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# `subject` is a wave's id, or a scoring's. `wording` is a digest of the words that stood there, `version` what they are
# called. `is_group` is for all at the table; then `people` is how many they were, and 1 of a seat.
sign_off = sa.Table(
    "sign_off",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("subject", sa.String(32), nullable=False),
    sa.Column("wording", sa.String(64), nullable=False),
    text("version"),
    sa.Column("stance", sa.String(12), nullable=False),
    sa.Column("is_group", sa.Boolean, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("words", Sealed),
    ref("concern_id", "seat_concern", nullable=True),
    sa.Column("said_at", Moment, nullable=False),
    sa.UniqueConstraint("sitting_id", "ordinal"),
    sa.CheckConstraint("kind in ('report', 'themes', 'scores')", name="kind"),
    sa.CheckConstraint("stance in ('agree', 'differently', 'taken_back')", name="stance"),
)
