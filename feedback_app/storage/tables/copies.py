"""Words of an idea that stand in other words of its room: in a pile's name, a reason, the action, a statement."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import area_id, metadata, ref, row_id

# While a concern holds the answer, what its words stand in is on no page; and never again once the answer was taken
# back, which leaves the row without it.
idea_copy = sa.Table(
    "idea_copy",
    metadata,
    row_id(),
    area_id(),
    ref("workshop_id", "workshop", ondelete="CASCADE"),
    sa.Column("stands_in", sa.String(32), nullable=False),  # the id of the name, reason, action or statement
    ref("answer_id", "answer", nullable=True, ondelete="SET NULL"),
    sa.UniqueConstraint("stands_in", "answer_id"),
)
