"""Looks at the voices of a closed wave against lists that it was not made for."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "look",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.JSON(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_look_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_look_staff_id_staff")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_look_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
    )
    op.create_index(op.f("ix_look_area_id"), "look", ["area_id"], unique=False)
    op.create_index(op.f("ix_look_staff_id"), "look", ["staff_id"], unique=False)
    op.create_index(op.f("ix_look_wave_id"), "look", ["wave_id"], unique=False)
    op.create_table(
        "look_list",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("look_id", sa.String(length=32), nullable=False),
        sa.Column("strategy_version_id", sa.String(length=32), nullable=False),
        sa.Column("sets", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_look_list_area_id_area")),
        sa.ForeignKeyConstraint(["look_id"], ["look.id"], name=op.f("fk_look_list_look_id_look"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["strategy_version_id"],
            ["strategy_version.id"],
            name=op.f("fk_look_list_strategy_version_id_strategy_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_list")),
        sa.UniqueConstraint("look_id", "strategy_version_id", name=op.f("uq_look_list_look_id_strategy_version_id")),
    )
    op.create_index(op.f("ix_look_list_area_id"), "look_list", ["area_id"], unique=False)
    op.create_index(op.f("ix_look_list_look_id"), "look_list", ["look_id"], unique=False)
    op.create_index(op.f("ix_look_list_strategy_version_id"), "look_list", ["strategy_version_id"], unique=False)
