"""Plans of workshops that an area builds for itself, with every version."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_plan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_own_plan_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_plan")),
    )
    op.create_index(op.f("ix_own_plan_area_id"), "own_plan", ["area_id"], unique=False)
    op.create_table(
        "own_plan_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_own_plan_version_area_id_area")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["own_plan.id"], name=op.f("fk_own_plan_version_plan_id_own_plan"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_own_plan_version_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_plan_version")),
        sa.UniqueConstraint("plan_id", "version", name=op.f("uq_own_plan_version_plan_id_version")),
    )
    op.create_index(op.f("ix_own_plan_version_area_id"), "own_plan_version", ["area_id"], unique=False)
    op.create_index(op.f("ix_own_plan_version_plan_id"), "own_plan_version", ["plan_id"], unique=False)
    op.create_index(op.f("ix_own_plan_version_staff_id"), "own_plan_version", ["staff_id"], unique=False)
