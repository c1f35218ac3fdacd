"""The standards that a group says one of its piles is about."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id, text

# One press of a button: the two were linked, or the link was taken away. What counts follows from all that are not
# undone, in their order. The reason is words of the room, sealed.
pile_standard = sa.Table(
    "pile_standard",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    ref("pile_id", "pile", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    text("standard"),  # its id, or "none" where the group says that it is about none of them
    sa.Column("reason", Sealed),  # empty where the link was taken away
    sa.Column("undone", sa.Boolean, nullable=False),
    ref("staff_id", "staff"),  # who typed it in
    sa.Column("linked_at", Moment, nullable=False),
    sa.UniqueConstraint("workshop_id", "ordinal"),
)
