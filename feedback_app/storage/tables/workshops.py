"""Workshops: one in a room, its steps as they ran, its ideas, how many came, and what its facilitator noted."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One workshop is one opening. A phone, a group or a sheet that joins is a response of that opening.
workshop = sa.Table(
    "workshop",
    metadata,
    row_id(),
    area_id(),
    ref("opening_id", "opening"),
    text("group_name"),
    text("plan"),  # as it was when the workshop was made; the library may change afterwards
    ref("facilitator_id", "staff"),
    ref("safety_id", "staff"),
    sa.Column("position", sa.Integer),  # of the step that is on; empty before the first and after the last
    sa.Column("turn", sa.Integer, nullable=False),  # rises with every change that a page in the room must show
    sa.Column("blank", sa.Boolean, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("begun_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("safety_seen_at", Moment),  # when the safety adult's page last asked
    sa.UniqueConstraint("opening_id"),
)

workshop_step = sa.Table(
    "workshop_step",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("step", sa.String(64), nullable=False),
    sa.Column("begun_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("paused_at", Moment),
    sa.Column("paused_seconds", sa.Integer, nullable=False),
    sa.Column("added_seconds", sa.Integer, nullable=False),
    sa.Column("choices_closed_at", Moment),  # of a poll or a check-out: nobody can choose any more
    sa.Column("choices_shown_at", Moment),  # what was chosen stands on the projector
    sa.UniqueConstraint("workshop_id", "position"),
)

# A one-time link that a facilitator gives to one person in the room. It opens one page of one workshop, and no words.
workshop_pass = sa.Table(
    "workshop_pass",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("key_hash", sa.LargeBinary(32), unique=True),  # of the cookie that the link was changed for
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
    sa.Column("ends_at", Moment, nullable=False),
)

# What makes an answer an idea of a workshop. Its words are the answer's, sealed there. No time: the order is enough.
idea = sa.Table(
    "idea",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("answer_id", sa.String(32), sa.ForeignKey("answer.id", ondelete="CASCADE"), nullable=False),
    sa.Column("step", sa.String(64), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("together", sa.String(8), nullable=False),
    sa.Column("people", sa.Integer, nullable=False),  # who said it together: printed, never added
    sa.Column("source", sa.String(8), nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    ref("decided_by", "staff", nullable=True),
    sa.UniqueConstraint("answer_id"),
    sa.Index("ix_idea_workshop_id_ordinal", "workshop_id", "ordinal"),  # the next one is found in one step
    sa.CheckConstraint("together in ('alone', 'pair', 'group')", name="together"),
    sa.CheckConstraint("source in ('phone', 'paper')", name="source"),
    sa.CheckConstraint("state in ('waiting', 'shown', 'hidden')", name="state"),
)

# What one phone chose in a poll or at the check-out; the plan's options are counted from 0. It can be changed until
# it is closed. No analysis reads it: it stays in the room.
workshop_choice = sa.Table(
    "workshop_choice",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("step", sa.String(64), nullable=False),
    sa.Column("choice", sa.Integer, nullable=False),
    sa.UniqueConstraint("response_id", "step"),
)

# Hands and cards, counted by an adult: one number for each option.
workshop_hands = sa.Table(
    "workshop_hands",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("step", sa.String(64), nullable=False),
    sa.Column("choice", sa.Integer, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    ref("counted_by", "staff"),
    sa.UniqueConstraint("workshop_id", "step", "choice"),
)

# How many came, of which group, on which day. Never a name.
attendance = sa.Table(
    "attendance",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    text("group_name"),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("came_on", sa.Date, nullable=False),
    ref("counted_by", "staff"),
    sa.UniqueConstraint("workshop_id", "group_name"),
)

# The facilitator's own words. They are no contribution: no analysis reads this table.
facilitator_note = sa.Table(
    "facilitator_note",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("staff_id", "staff"),
    sa.Column("step", sa.String(64)),
    sa.Column("words", Sealed, nullable=False),
    sa.Column("written_at", Moment, nullable=False),
)
