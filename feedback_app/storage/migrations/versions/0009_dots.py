"""Dots on piles: from phones, on paper, and whether they are closed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dots_closed",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_dots_closed_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_dots_closed_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_dots_closed_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dots_closed")),
        sa.UniqueConstraint("workshop_id", name=op.f("uq_dots_closed_workshop_id")),
    )
    op.create_index(op.f("ix_dots_closed_area_id"), "dots_closed", ["area_id"], unique=False)
    op.create_index(op.f("ix_dots_closed_staff_id"), "dots_closed", ["staff_id"], unique=False)
    op.create_index(op.f("ix_dots_closed_workshop_id"), "dots_closed", ["workshop_id"], unique=False)
    op.create_table(
        "dot",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.CheckConstraint("dots > 0", name=op.f("ck_dot_dots")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_dot_area_id_area")),
        sa.ForeignKeyConstraint(["pile_id"], ["pile.id"], name=op.f("fk_dot_pile_id_pile"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_dot_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_dot_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dot")),
        sa.UniqueConstraint("response_id", "pile_id", name=op.f("uq_dot_response_id_pile_id")),
    )
    op.create_index(op.f("ix_dot_area_id"), "dot", ["area_id"], unique=False)
    op.create_index(op.f("ix_dot_pile_id"), "dot", ["pile_id"], unique=False)
    op.create_index(op.f("ix_dot_response_id"), "dot", ["response_id"], unique=False)
    op.create_index(op.f("ix_dot_workshop_id"), "dot", ["workshop_id"], unique=False)
    op.create_table(
        "paper_dots",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("dots >= 0", name=op.f("ck_paper_dots_dots")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_paper_dots_area_id_area")),
        sa.ForeignKeyConstraint(["pile_id"], ["pile.id"], name=op.f("fk_paper_dots_pile_id_pile"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_paper_dots_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_paper_dots_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_dots")),
        sa.UniqueConstraint("pile_id", "ordinal", name=op.f("uq_paper_dots_pile_id_ordinal")),
    )
    op.create_index(op.f("ix_paper_dots_area_id"), "paper_dots", ["area_id"], unique=False)
    op.create_index(op.f("ix_paper_dots_pile_id"), "paper_dots", ["pile_id"], unique=False)
    op.create_index(op.f("ix_paper_dots_staff_id"), "paper_dots", ["staff_id"], unique=False)
    op.create_index(op.f("ix_paper_dots_workshop_id"), "paper_dots", ["workshop_id"], unique=False)
