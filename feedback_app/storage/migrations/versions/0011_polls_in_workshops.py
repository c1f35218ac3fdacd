"""Polls and check-outs of workshops: what phones chose, hands and cards, and whether it is closed and shown."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workshop_step", sa.Column("choices_closed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("workshop_step", sa.Column("choices_shown_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "workshop_choice",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_choice_area_id_area")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_workshop_choice_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_choice_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_choice")),
        sa.UniqueConstraint("response_id", "step", name=op.f("uq_workshop_choice_response_id_step")),
    )
    op.create_index(op.f("ix_workshop_choice_area_id"), "workshop_choice", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_choice_response_id"), "workshop_choice", ["response_id"], unique=False)
    op.create_index(op.f("ix_workshop_choice_workshop_id"), "workshop_choice", ["workshop_id"], unique=False)
    op.create_table(
        "workshop_hands",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("counted_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_hands_area_id_area")),
        sa.ForeignKeyConstraint(["counted_by"], ["staff.id"], name=op.f("fk_workshop_hands_counted_by_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_hands_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_hands")),
        sa.UniqueConstraint("workshop_id", "step", "choice", name=op.f("uq_workshop_hands_workshop_id_step_choice")),
    )
    op.create_index(op.f("ix_workshop_hands_area_id"), "workshop_hands", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_hands_counted_by"), "workshop_hands", ["counted_by"], unique=False)
    op.create_index(op.f("ix_workshop_hands_workshop_id"), "workshop_hands", ["workshop_id"], unique=False)
