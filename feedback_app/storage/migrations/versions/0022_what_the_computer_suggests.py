"""What the computer suggests for piles where somebody asks it, and several piles that are made and undone at once."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sorting", sa.Column("with_id", sa.String(length=32), nullable=True))
    op.create_table(
        "suggestion",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("ideas", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_suggestion_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_suggestion_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_suggestion_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sa.UniqueConstraint("workshop_id", "ordinal", name=op.f("uq_suggestion_workshop_id_ordinal")),
    )
    op.create_table(
        "suggested_pile",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("suggestion_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pile_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_suggested_pile_area_id_area")),
        sa.ForeignKeyConstraint(
            ["pile_id"], ["pile.id"], name=op.f("fk_suggested_pile_pile_id_pile"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["suggestion_id"],
            ["suggestion.id"],
            name=op.f("fk_suggested_pile_suggestion_id_suggestion"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggested_pile")),
        sa.UniqueConstraint("suggestion_id", "number", name=op.f("uq_suggested_pile_suggestion_id_number")),
    )
    op.create_table(
        "suggested_idea",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("suggested_pile_id", sa.String(length=32), nullable=False),
        sa.Column("idea_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_suggested_idea_area_id_area")),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["idea.id"], name=op.f("fk_suggested_idea_idea_id_idea"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["suggested_pile_id"],
            ["suggested_pile.id"],
            name=op.f("fk_suggested_idea_suggested_pile_id_suggested_pile"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggested_idea")),
        sa.UniqueConstraint("suggested_pile_id", "idea_id", name=op.f("uq_suggested_idea_suggested_pile_id_idea_id")),
    )
    for table, columns in (
        ("suggestion", ("area_id", "staff_id", "workshop_id")),
        ("suggested_pile", ("area_id", "pile_id", "suggestion_id")),
        ("suggested_idea", ("area_id", "idea_id", "suggested_pile_id")),
    ):
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
