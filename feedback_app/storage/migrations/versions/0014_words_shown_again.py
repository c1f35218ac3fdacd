"""Why words that a young commissioners' table wrote may be shown again, by whom and when."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seat_concern_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("seat_concern_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_seat_concern_step_area_id_area")),
        sa.ForeignKeyConstraint(
            ["seat_concern_id"],
            ["seat_concern.id"],
            name=op.f("fk_seat_concern_step_seat_concern_id_seat_concern"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_seat_concern_step_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_concern_step")),
    )
    for column in ("area_id", "seat_concern_id", "staff_id"):
        op.create_index(op.f(f"ix_seat_concern_step_{column}"), "seat_concern_step", [column], unique=False)
