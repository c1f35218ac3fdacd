"""The one action that a group chooses in a workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshop_action",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("owner", sa.LargeBinary(), nullable=False),
        sa.Column("by_when", sa.LargeBinary(), nullable=True),
        sa.Column("hears", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_action_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_workshop_action_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_action_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_action")),
        sa.UniqueConstraint("workshop_id", "ordinal", name=op.f("uq_workshop_action_workshop_id_ordinal")),
    )
    op.create_index(op.f("ix_workshop_action_area_id"), "workshop_action", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_action_staff_id"), "workshop_action", ["staff_id"], unique=False)
    op.create_index(op.f("ix_workshop_action_workshop_id"), "workshop_action", ["workshop_id"], unique=False)
