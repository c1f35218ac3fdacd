"""Piles: ideas of a workshop that a group put together, and the names that it gave them."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, Sealed, area_id, metadata, ref, row_id

pile = sa.Table(
    "pile",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("number", sa.Integer, nullable=False),  # by which it is called until it has a name
)

# One press of a button that sorts. Where an idea lies follows from all that are not undone, in their order.
sorting = sa.Table(
    "sorting",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("send_key", sa.String(32), nullable=False),  # of the page: sent twice it sorts once
    sa.Column("kind", sa.String(8), nullable=False),
    ref("pile_id", "pile", nullable=True, ondelete="CASCADE"),  # where to; empty for ideas that then stand alone
    ref("whole_id", "pile", nullable=True, ondelete="CASCADE"),  # a pile that went there whole, and is no more
    sa.Column("with_id", sa.String(32)),  # the first of several that were made, and are undone, by one press
    sa.Column("undone", sa.Boolean, nullable=False),
    ref("staff_id", "staff"),
    sa.Column("made_at", Moment, nullable=False),
    sa.UniqueConstraint("workshop_id", "send_key"),
    sa.CheckConstraint("kind in ('make', 'put', 'out', 'whole')", name="kind"),
)

sorted_idea = sa.Table(
    "sorted_idea",
    metadata,
    row_id(),
    area_id(),
    ref("sorting_id", "sorting", ondelete="CASCADE"),
    ref("idea_id", "idea", ondelete="CASCADE"),
)

# The group's own words, sealed. The newest is the name; those before it stay.
pile_name = sa.Table(
    "pile_name",
    metadata,
    row_id(),
    area_id(),
    ref("pile_id", "pile", ondelete="CASCADE"),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("words", Sealed, nullable=False),
    ref("staff_id", "staff"),  # who typed it in
    sa.Column("named_at", Moment, nullable=False),
    sa.UniqueConstraint("pile_id", "ordinal"),
)
