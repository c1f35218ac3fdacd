"""How people asked to be asked: another format, and wording in other languages that a named speaker has approved."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Sealed, area_id, metadata, ref, row_id, text

# "Ask for another format": kept for staff until somebody has dealt with it. It belongs to no response.
format_request = sa.Table(
    "format_request",
    metadata,
    row_id(),
    area_id(),
    ref("opening_id", "opening", nullable=True),
    sa.Column("formats", sa.JSON, nullable=False),  # a list, as ["large_print", "bsl"]
    sa.Column("note", Sealed),
    sa.Column("reach", Sealed),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.Column("dealt_on", sa.Date),
    ref("dealt_by", "staff", nullable=True),
    sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
    sa.Index("uq_format_request_key_hash", "key_hash", unique=True),
)

# A translation is a draft until a named speaker of the language says that it may be shown, for exactly these words.
translation_approval = sa.Table(
    "translation_approval",
    metadata,
    row_id(),
    area_id(),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("subject", sa.String(96), nullable=False),  # a survey as "id 1", or "pages" for the words round it
    sa.Column("digest", sa.String(64), nullable=False),  # SHA-256 of the words approved; other words need a new row
    text("speaker"),
    ref("staff_id", "staff", nullable=True),
    sa.Column("approved_on", sa.Date, nullable=False),
    sa.Column("withdrawn_on", sa.Date),
    sa.UniqueConstraint("area_id", "language", "subject", "digest"),
)
