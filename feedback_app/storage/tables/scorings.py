"""Scoring: one sheet about one thing, what each seat said alone, what the group agreed, and words kept for the lead."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One thing that is scored at one table.
scoring = sa.Table(
    "scoring",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    text("sheet"),  # as it was, with the promises in it; the library and the strategy may change afterwards
    text("subject"),  # a service, a place, or a letter: never a person's name
    text("against"),  # whose promises, in words; empty where none
    ref("made_by", "staff"),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("together_at", Moment),  # from then on the sheets lie side by side, and nobody scores alone any more
)

# Words of a seat that the concern rules hold: for the safeguarding lead, and on no other page until they are released.
seat_concern = sa.Table(
    "seat_concern",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("reference", sa.String(24), nullable=False),
    sa.Column("level", sa.String(8), nullable=False),
    sa.Column("found", sa.JSON, nullable=False),  # category and place of each find; never words
    text("asked"),  # what was asked, in words of ours
    sa.Column("words", Sealed, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("opened_at", Moment),
    ref("opened_by", "staff", nullable=True),
    sa.Column("released_at", Moment),
    sa.UniqueConstraint("area_id", "reference"),
    sa.CheckConstraint("level in ('red', 'amber', 'review')", name="level"),
)

# What the lead decided about such words, and why: append only.
seat_concern_step = sa.Table(
    "seat_concern_step",
    metadata,
    row_id(),
    area_id(),
    ref("seat_concern_id", "seat_concern", ondelete="CASCADE"),
    ref("staff_id", "staff"),
    sa.Column("at", Moment, nullable=False),
    sa.Column("what", sa.String(32), nullable=False),
    sa.Column("why", Sealed, nullable=False),
)

# What one seat said alone: a row for each time, the newest counts, none is changed.
score_alone = sa.Table(
    "score_alone",
    metadata,
    row_id(),
    area_id(),
    ref("scoring_id", "scoring", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("item", sa.String(64), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("said", sa.String(64)),  # a place of the scale, "cannot-say", or something to choose; none: left out
    text("source", nullable=True),  # how they know
    sa.Column("words", Sealed),
    ref("concern_id", "seat_concern", nullable=True),
    sa.Column("kept_at", Moment, nullable=False),
    sa.UniqueConstraint("scoring_id", "seat_id", "item", "ordinal"),
)

score_sent = sa.Table(
    "score_sent",
    metadata,
    row_id(),
    area_id(),
    ref("scoring_id", "scoring", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("sent_at", Moment, nullable=False),
    sa.UniqueConstraint("scoring_id", "seat_id"),
)

# What the group agreed, beside what each said alone. `people` is how many had scored.
score_agreed = sa.Table(
    "score_agreed",
    metadata,
    row_id(),
    area_id(),
    ref("scoring_id", "scoring", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),  # who wrote it down for the group
    sa.Column("item", sa.String(64), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("said", sa.String(64)),
    sa.Column("words", Sealed),
    ref("concern_id", "seat_concern", nullable=True),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("kept_at", Moment, nullable=False),
    sa.UniqueConstraint("scoring_id", "item", "ordinal"),
)

# The group's yes to what it says together, and its taking it back: the newest counts.
score_yes = sa.Table(
    "score_yes",
    metadata,
    row_id(),
    area_id(),
    ref("scoring_id", "scoring", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("yes", sa.Boolean, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("said_at", Moment, nullable=False),
    sa.UniqueConstraint("scoring_id", "ordinal"),
)
