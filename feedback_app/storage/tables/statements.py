"""What a group says together: each wording, its yes, and whether it was taken off the public page."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id

# One wording, sealed. A change is one more row; one that has a yes is never another's place.
statement = sa.Table(
    "statement",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("words", Sealed, nullable=False),
    ref("staff_id", "staff"),  # who typed it in
    sa.Column("written_at", Moment, nullable=False),
    sa.UniqueConstraint("workshop_id", "ordinal"),
)

# The group's yes to one wording: how many agree, of how many who were asked, and what is said differently.
statement_yes = sa.Table(
    "statement_yes",
    metadata,
    row_id(),
    area_id(),
    ref("statement_id", "statement", ondelete="CASCADE"),
    sa.Column("agree", sa.Integer, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("differently", Sealed),
    sa.Column("is_public", sa.Boolean, nullable=False),  # they say that anybody may read it
    ref("staff_id", "staff"),
    sa.Column("agreed_on", sa.Date, nullable=False),
    sa.UniqueConstraint("statement_id"),
    sa.CheckConstraint("agree <= people", name="agree"),
)

# The group, or somebody for it, no longer wants this wording to be read by anybody.
statement_off = sa.Table(
    "statement_off",
    metadata,
    row_id(),
    area_id(),
    ref("statement_id", "statement", ondelete="CASCADE"),
    ref("staff_id", "staff"),
    sa.Column("taken_at", Moment, nullable=False),
    sa.UniqueConstraint("statement_id"),
)

# What one phone says of one wording: one voice a phone, which it may change until they are closed.
statement_tap = sa.Table(
    "statement_tap",
    metadata,
    row_id(),
    area_id(),
    ref("statement_id", "statement", ondelete="CASCADE"),
    ref("response_id", "response", ondelete="CASCADE"),
    sa.Column("is_yes", sa.Boolean, nullable=False),
    sa.UniqueConstraint("statement_id", "response_id"),
)

# Until this row is there nobody sees what phones said of a wording; from then on no phone changes it.
statement_taps_closed = sa.Table(
    "statement_taps_closed",
    metadata,
    row_id(),
    area_id(),
    ref("statement_id", "statement", ondelete="CASCADE"),
    ref("staff_id", "staff"),
    sa.Column("closed_at", Moment, nullable=False),
    sa.UniqueConstraint("statement_id"),
)
