"""What people said of standards: their labels, and how likely a link is to be right.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assignment", sa.Column("chance", sa.Float(), nullable=True))
    op.add_column("assignment", sa.Column("examples", sa.JSON(), nullable=True))
    op.create_table(
        "standard_label",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=True),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(length=200), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), server_default="", nullable=False),
        sa.Column("service", sa.Text(), server_default="", nullable=False),
        sa.Column("speaks", sa.Boolean(), nullable=True),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(answer_id is null) <> (comment is null)", name=op.f("ck_standard_label_one_source")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_standard_label_area_id_area")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_standard_label_wave_id_wave")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_standard_label_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_standard_label_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_label")),
    )
    for column in ("area_id", "wave_id", "answer_id", "staff_id"):
        op.create_index(op.f(f"ix_standard_label_{column}"), "standard_label", [column], unique=False)
