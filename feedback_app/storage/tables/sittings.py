"""The young commissioners' table: one meeting, the seats at it, and who called an adult from there."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One meeting. Where nobody reads words (a visit, questions to score) it is of no wave.
sitting = sa.Table(
    "sitting",
    metadata,
    row_id(),
    area_id(),
    ref("wave_id", "wave", nullable=True),
    ref("adult_id", "staff"),  # who is in the room with them
    ref("opened_by", "staff"),
    sa.Column("stage_planned", sa.String(16)),
    sa.Column("stage_judged", sa.String(16)),  # of the first design: what seats judge is a row each, below
    sa.Column("shier_planned", sa.Integer),
    sa.Column("shier_judged", sa.Integer),
    text("training_planned", nullable=True),
    text("thanks_planned", nullable=True),  # or pay, by local policy
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("begun_at", Moment),
    sa.Column("ended_at", Moment),
    sa.CheckConstraint("shier_planned between 1 and 5", name="shier_planned"),
    sa.CheckConstraint("shier_judged between 1 and 5", name="shier_judged"),
)

# One young person (or a pair at one screen) at one meeting. Never an account: the link works once, its key for a day.
seat = sa.Table(
    "seat",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("called", Sealed),  # what they want to be called at the table; they may leave it empty
    sa.Column("role", sa.String(80), nullable=False),
    sa.Column("hidden", sa.JSON, nullable=False),  # their own openings, services and audience groups
    sa.Column("token_hash", sa.LargeBinary(32), unique=True),
    sa.Column("key_hash", sa.LargeBinary(32), unique=True),  # of the cookie that the link was changed for
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
    sa.Column("ends_at", Moment, nullable=False),
    sa.UniqueConstraint("sitting_id", "number"),
)

# Somebody at the table asks for an adult: to talk, because words worry them, or because they may know whose they are.
seat_call = sa.Table(
    "seat_call",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("what", sa.String(8), nullable=False),
    ref("answer_id", "answer", nullable=True, ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer),
    sa.Column("called_at", Moment, nullable=False),
    sa.Column("seen_at", Moment),
    ref("seen_by", "staff", nullable=True),
    sa.CheckConstraint("what in ('talk', 'worried', 'known')", name="what"),
)

# How a seat judged the part that it had, by what was asked: the newest counts, none is changed.
part_judged = sa.Table(
    "part_judged",
    metadata,
    row_id(),
    area_id(),
    ref("sitting_id", "sitting", ondelete="CASCADE"),
    ref("seat_id", "seat", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("said", sa.JSON, nullable=False),
    sa.Column("said_at", Moment, nullable=False),
    sa.UniqueConstraint("seat_id", "ordinal"),
)
