"""Piles of a workshop's ideas, and the names that the group gave them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pile",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pile_area_id_area")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_pile_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pile")),
    )
    op.create_index(op.f("ix_pile_area_id"), "pile", ["area_id"], unique=False)
    op.create_index(op.f("ix_pile_workshop_id"), "pile", ["workshop_id"], unique=False)
    op.create_table(
        "pile_name",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pile_name_area_id_area")),
        sa.ForeignKeyConstraint(["pile_id"], ["pile.id"], name=op.f("fk_pile_name_pile_id_pile"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_pile_name_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pile_name")),
        sa.UniqueConstraint("pile_id", "ordinal", name=op.f("uq_pile_name_pile_id_ordinal")),
    )
    op.create_index(op.f("ix_pile_name_area_id"), "pile_name", ["area_id"], unique=False)
    op.create_index(op.f("ix_pile_name_pile_id"), "pile_name", ["pile_id"], unique=False)
    op.create_index(op.f("ix_pile_name_staff_id"), "pile_name", ["staff_id"], unique=False)
    op.create_table(
        "sorting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("send_key", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=True),
        sa.Column("whole_id", sa.String(length=32), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('make', 'put', 'out', 'whole')", name=op.f("ck_sorting_kind")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sorting_area_id_area")),
        sa.ForeignKeyConstraint(["pile_id"], ["pile.id"], name=op.f("fk_sorting_pile_id_pile"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sorting_staff_id_staff")),
        sa.ForeignKeyConstraint(["whole_id"], ["pile.id"], name=op.f("fk_sorting_whole_id_pile"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_sorting_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sorting")),
        sa.UniqueConstraint("workshop_id", "send_key", name=op.f("uq_sorting_workshop_id_send_key")),
    )
    op.create_index(op.f("ix_sorting_area_id"), "sorting", ["area_id"], unique=False)
    op.create_index(op.f("ix_sorting_pile_id"), "sorting", ["pile_id"], unique=False)
    op.create_index(op.f("ix_sorting_staff_id"), "sorting", ["staff_id"], unique=False)
    op.create_index(op.f("ix_sorting_whole_id"), "sorting", ["whole_id"], unique=False)
    op.create_index(op.f("ix_sorting_workshop_id"), "sorting", ["workshop_id"], unique=False)
    op.create_table(
        "sorted_idea",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sorting_id", sa.String(length=32), nullable=False),
        sa.Column("idea_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sorted_idea_area_id_area")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_sorted_idea_idea_id_idea"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["sorting_id"], ["sorting.id"], name=op.f("fk_sorted_idea_sorting_id_sorting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sorted_idea")),
    )
    op.create_index(op.f("ix_sorted_idea_area_id"), "sorted_idea", ["area_id"], unique=False)
    op.create_index(op.f("ix_sorted_idea_idea_id"), "sorted_idea", ["idea_id"], unique=False)
    op.create_index(op.f("ix_sorted_idea_sorting_id"), "sorted_idea", ["sorting_id"], unique=False)
