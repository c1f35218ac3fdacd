"""Blind double coding: comments drawn for a table, and what each seat chose for them, alone and together."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One draw. Each seat codes it alone until `talking_at`; then everybody sees what differs, until `closed_at`.
sample = sa.Table(
    "sample",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    ref("sitting_id", "sitting"),
    ref("analysis_id", "analysis"),  # what the computer had made of them
    sa.Column("random_state", sa.Integer, nullable=False),
    text("about"),  # "themes", or the set of standards that they choose from
    sa.Column("choices", sa.JSON, nullable=False),  # id and name, as it was called when it was drawn
    ref("drawn_by", "staff"),
    sa.Column("drawn_at", Moment, nullable=False),
    sa.Column("talking_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("figures", sa.JSON),  # how far they agree, as the worker found it; never on a seat's page
)

# How far all tables of a wave agree, together and one by one, as the worker found it: one row, worked out anew.
wave_agreement = sa.Table(
    "wave_agreement",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave"),
    sa.Column("figures", sa.JSON, nullable=False),
    sa.UniqueConstraint("wave_id"),
)

sample_quote = sa.Table(
    "sample_quote",
    metadata,
    row_id(),
    area_id(),
    ref("sample_id", "sample", ondelete="CASCADE"),
    ref("answer_id", "answer", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("machine", sa.JSON, nullable=False),  # which of the choices the computer had made
    sa.UniqueConstraint("sample_id", "place"),
)

# Who codes it: a seat that began, and when it was done.
sample_seat = sa.Table(
    "sample_seat",
    metadata,
    row_id(),
    area_id(),
    ref("sample_id", "sample", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("done_at", Moment),
    sa.UniqueConstraint("sample_id", "seat_id"),
)

# One row for each thing that somebody chose. Nothing is overwritten: the newest of a seat counts while it codes alone,
# and the newest of all of those that were chosen together. Nothing chosen: none of these. `is_skipped`: no word.
sample_label = sa.Table(
    "sample_label",
    metadata,
    row_id(),
    area_id(),
    ref("quote_id", "sample_quote", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("is_together", sa.Boolean, nullable=False),
    sa.Column("is_skipped", sa.Boolean, nullable=False),
    sa.Column("chosen", sa.JSON, nullable=False),
    sa.Column("why", Sealed),
    ref("concern_id", "seat_concern", nullable=True),  # holds the reason, until it is released
    sa.Column("said_at", Moment, nullable=False),
)
