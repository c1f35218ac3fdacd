"""Training and thanks as they were planned for a table, and how each seat judged its part."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sitting", sa.Column("training_planned", sa.Text(), nullable=True))
    op.add_column("sitting", sa.Column("thanks_planned", sa.Text(), nullable=True))
    op.create_table(
        "part_judged",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_part_judged_area_id_area")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_part_judged_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_part_judged_seat_id_seat"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part_judged")),
        sa.UniqueConstraint("seat_id", "ordinal", name=op.f("uq_part_judged_seat_id_ordinal")),
    )
    for column in ("area_id", "sitting_id", "seat_id"):
        op.create_index(op.f(f"ix_part_judged_{column}"), "part_judged", [column], unique=False)
