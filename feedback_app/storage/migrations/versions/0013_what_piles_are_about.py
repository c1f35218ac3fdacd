"""What piles are about: the standards that a group linked them to, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pile_standard",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pile_standard_area_id_area")),
        sa.ForeignKeyConstraint(
            ["pile_id"], ["pile.id"], name=op.f("fk_pile_standard_pile_id_pile"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_pile_standard_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_pile_standard_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pile_standard")),
        sa.UniqueConstraint("workshop_id", "ordinal", name=op.f("uq_pile_standard_workshop_id_ordinal")),
    )
    op.create_index(op.f("ix_pile_standard_area_id"), "pile_standard", ["area_id"], unique=False)
    op.create_index(op.f("ix_pile_standard_pile_id"), "pile_standard", ["pile_id"], unique=False)
    op.create_index(op.f("ix_pile_standard_staff_id"), "pile_standard", ["staff_id"], unique=False)
    op.create_index(op.f("ix_pile_standard_workshop_id"), "pile_standard", ["workshop_id"], unique=False)
