"""Plans of workshops that an area built for itself, and every version of them."""

from __future__ import annotations

import sqlalchemy as sa

from feedback_app.storage.tables.columns import Moment, area_id, metadata, ref, row_id, text

own_plan = sa.Table(
    "own_plan",
    metadata,
    row_id(),
    area_id(),
    sa.Column("off_at", Moment),  # when somebody took it off the list; workshops that were made of it keep theirs
)

# One row for each change. The newest counts, and those before it stay.
own_plan_version = sa.Table(
    "own_plan_version",
    metadata,
    row_id(),
    area_id(),
    ref("plan_id", "own_plan", ondelete="CASCADE"),
    sa.Column("version", sa.Integer, nullable=False),
    text("plan"),  # as JSON
    ref("staff_id", "staff"),
    sa.Column("changed_at", Moment, nullable=False),
    sa.UniqueConstraint("plan_id", "version"),
)
