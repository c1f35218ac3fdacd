"""What people told us: a response, its keys, what was sent and every answer."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

response = sa.Table(
    "response",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("opening_id", "opening"),
    ref("place_id", "place", nullable=True),
    sa.Column("audience", sa.String(32), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),  # phone, tablet, group, sheet, telephone
    sa.Column("people", sa.Integer, nullable=False, server_default="1"),  # a group's size: printed, never added
    sa.Column("language", sa.String(16), nullable=False, server_default="en"),
    sa.Column("started_on", sa.Date, nullable=False),
    sa.Column("sent_on", sa.Date),
    sa.Column("late", sa.Boolean, nullable=False, server_default=sa.false()),
    ref("typed_by", "staff", nullable=True),  # who typed a paper sheet or a telephone call
    sa.Column("receipt_hash", sa.LargeBinary(32), nullable=False),
    sa.Index("uq_response_receipt_hash", "receipt_hash", unique=True),
)

response_key = sa.Table(
    "response_key",
    metadata,
    row_id(),
    area_id(),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Index("uq_response_key_key_hash", "key_hash", unique=True),
)

# One row for each page that was sent. The unique index on its key is what makes sending twice harmless.
send = sa.Table(
    "send",
    metadata,
    row_id(),
    area_id(),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("body_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("page", sa.String(160), nullable=False),
    text("reply"),
    sa.Column("sent_on", sa.Date, nullable=False),
    sa.Index("uq_send_key_hash", "key_hash", unique=True),
)

# The same send key with another body: both are kept for staff, the person is asked which they meant.
send_conflict = sa.Table(
    "send_conflict",
    metadata,
    row_id(),
    area_id(),
    ref("send_id", "send", ondelete="CASCADE"),
    sa.Column("body_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("body", Sealed, nullable=False),
    sa.Column("sent_on", sa.Date, nullable=False),
    sa.UniqueConstraint("send_id", "body_hash"),
)

answer = sa.Table(
    "answer",
    metadata,
    row_id(),
    area_id(),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("question", sa.String(64), nullable=False),
    sa.Column("repeat", sa.String(64), nullable=False, server_default=""),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("options", sa.JSON, nullable=False),
    sa.Column("words", Sealed),
    sa.Column("missing", sa.String(24)),
    sa.Column("layer", sa.String(24), nullable=False, server_default="standard"),
    sa.Column("language", sa.String(16), nullable=False, server_default="en"),
    sa.Column("answered_on", sa.Date, nullable=False),
    # a phone without a signal keeps its answers: the day they came, and whether the wave had closed by then
    sa.Column("received_on", sa.Date),
    # which phone gave it: what another phone of the same response said is never shown
    sa.Column("key_hash", sa.LargeBinary(32)),
    sa.Column("late", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("response_id", "question", "repeat", "revision"),
)

# A drawing or a recording, kept as a file for a person to look at or listen to. It goes with its answer.
attachment = sa.Table(
    "attachment",
    metadata,
    row_id(),
    area_id(),
    ref("answer_id", "answer", ondelete="CASCADE"),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("media_type", sa.String(64), nullable=False),
    sa.Column("size", sa.Integer, nullable=False),  # bytes, before sealing
    sa.Column("content", Sealed, nullable=False),
    sa.Column("kept_on", sa.Date, nullable=False),
    sa.CheckConstraint("kind in ('drawing', 'recording')", name="kind"),
)

agreement = sa.Table(
    "agreement",
    metadata,
    row_id(),
    area_id(),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("question", sa.String(160), nullable=False, server_default=""),  # empty: to taking part
    text("wording"),
    sa.Column("agreed_on", sa.Date, nullable=False),
)

# "Yes, here is how to reach me": kept apart from the answers, read by the safeguarding lead alone.
contact = sa.Table(
    "contact",
    metadata,
    row_id(),
    area_id(),
    ref("opening_id", "opening"),
    sa.Column("reach", Sealed, nullable=False),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
    sa.Index("uq_contact_key_hash", "key_hash", unique=True),
)
