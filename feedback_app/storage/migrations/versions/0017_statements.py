"""What groups say together: each wording, its yes, and what was taken off the public page."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_statement_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_statement_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_statement_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("workshop_id", "ordinal", name=op.f("uq_statement_workshop_id_ordinal")),
    )
    op.create_index(op.f("ix_statement_area_id"), "statement", ["area_id"], unique=False)
    op.create_index(op.f("ix_statement_staff_id"), "statement", ["staff_id"], unique=False)
    op.create_index(op.f("ix_statement_workshop_id"), "statement", ["workshop_id"], unique=False)
    op.create_table(
        "statement_idea",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("statement_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_statement_idea_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_statement_idea_area_id_area")),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_statement_idea_statement_id_statement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_idea")),
        sa.UniqueConstraint("statement_id", "answer_id", name=op.f("uq_statement_idea_statement_id_answer_id")),
    )
    op.create_index(op.f("ix_statement_idea_answer_id"), "statement_idea", ["answer_id"], unique=False)
    op.create_index(op.f("ix_statement_idea_area_id"), "statement_idea", ["area_id"], unique=False)
    op.create_index(op.f("ix_statement_idea_statement_id"), "statement_idea", ["statement_id"], unique=False)
    op.create_table(
        "statement_off",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("statement_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_statement_off_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_statement_off_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_statement_off_statement_id_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_off")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_statement_off_statement_id")),
    )
    op.create_index(op.f("ix_statement_off_area_id"), "statement_off", ["area_id"], unique=False)
    op.create_index(op.f("ix_statement_off_staff_id"), "statement_off", ["staff_id"], unique=False)
    op.create_index(op.f("ix_statement_off_statement_id"), "statement_off", ["statement_id"], unique=False)
    op.create_table(
        "statement_yes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("statement_id", sa.String(length=32), nullable=False),
        sa.Column("agree", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("differently", sa.LargeBinary(), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.CheckConstraint("agree <= people", name=op.f("ck_statement_yes_agree")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_statement_yes_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_statement_yes_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_statement_yes_statement_id_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_yes")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_statement_yes_statement_id")),
    )
    op.create_index(op.f("ix_statement_yes_area_id"), "statement_yes", ["area_id"], unique=False)
    op.create_index(op.f("ix_statement_yes_staff_id"), "statement_yes", ["staff_id"], unique=False)
    op.create_index(op.f("ix_statement_yes_statement_id"), "statement_yes", ["statement_id"], unique=False)
