"""Evidence packs given out, and results that somebody else published."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id, text

# A pack is never edited. When its words must go, the next edition is written, the file goes and this row stays.
pack_edition = sa.Table(
    "pack_edition",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave", nullable=True),  # none for a pack of published results alone
    sa.Column("edition", sa.Integer, nullable=False),
    sa.Column("file", sa.String(128), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    ref("released_by", "staff", nullable=True),
    sa.Column("released_at", Moment, nullable=False),
    sa.Column("deleted_at", Moment),
    text("deleted_why", nullable=True),
    sa.Column("given_to", sa.JSON, nullable=False),
    sa.UniqueConstraint("area_id", "wave_id", "edition"),
)

# Which released quotation stands where in an edition, so that a withdrawn one can leave the next.
pack_quote = sa.Table(
    "pack_quote",
    metadata,
    row_id(),
    area_id(),
    ref("pack_edition_id", "pack_edition", ondelete="CASCADE"),
    ref("answer_id", "answer", nullable=True, ondelete="SET NULL"),
    sa.Column("quote", sa.Integer, nullable=False),
)

published_result = sa.Table(
    "published_result",
    metadata,
    row_id(),
    area_id(),
    text("subject"),
    text("question"),
    text("service"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("respondents", sa.Integer, nullable=False),
    text("mean_as_printed"),
    text("scale"),
    text("who"),
    text("source"),
    text("note"),
    sa.UniqueConstraint("area_id", "subject", "service"),
)
