"""The one action that a group chooses in a workshop."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id

# The group's words, sealed, names taken out. The newest is the action; those before it stay.
workshop_action = sa.Table(
    "workshop_action",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("what", Sealed, nullable=False),
    sa.Column("owner", Sealed, nullable=False),  # whose job it is
    sa.Column("by_when", Sealed),  # empty where nobody could say
    sa.Column("hears", Sealed, nullable=False),  # who must hear it
    ref("staff_id", "staff"),  # who typed it in
    sa.Column("written_at", Moment, nullable=False),
    sa.UniqueConstraint("workshop_id", "ordinal"),
)
