"""Scoring: what each seat said alone, what the group agreed and its yes; words of a seat that the lead has."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scoring",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("against", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("together_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_scoring_area_id_area")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_scoring_made_by_staff")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_scoring_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoring")),
    )
    op.create_index(op.f("ix_scoring_area_id"), "scoring", ["area_id"], unique=False)
    op.create_index(op.f("ix_scoring_made_by"), "scoring", ["made_by"], unique=False)
    op.create_index(op.f("ix_scoring_sitting_id"), "scoring", ["sitting_id"], unique=False)
    op.create_table(
        "score_sent",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("scoring_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_score_sent_area_id_area")),
        sa.ForeignKeyConstraint(
            ["scoring_id"], ["scoring.id"], name=op.f("fk_score_sent_scoring_id_scoring"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_score_sent_seat_id_seat"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_sent")),
        sa.UniqueConstraint("scoring_id", "seat_id", name=op.f("uq_score_sent_scoring_id_seat_id")),
    )
    op.create_index(op.f("ix_score_sent_area_id"), "score_sent", ["area_id"], unique=False)
    op.create_index(op.f("ix_score_sent_scoring_id"), "score_sent", ["scoring_id"], unique=False)
    op.create_index(op.f("ix_score_sent_seat_id"), "score_sent", ["seat_id"], unique=False)
    op.create_table(
        "score_yes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("scoring_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_score_yes_area_id_area")),
        sa.ForeignKeyConstraint(
            ["scoring_id"], ["scoring.id"], name=op.f("fk_score_yes_scoring_id_scoring"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_score_yes_seat_id_seat"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_yes")),
        sa.UniqueConstraint("scoring_id", "ordinal", name=op.f("uq_score_yes_scoring_id_ordinal")),
    )
    op.create_index(op.f("ix_score_yes_area_id"), "score_yes", ["area_id"], unique=False)
    op.create_index(op.f("ix_score_yes_scoring_id"), "score_yes", ["scoring_id"], unique=False)
    op.create_index(op.f("ix_score_yes_seat_id"), "score_yes", ["seat_id"], unique=False)
    op.create_table(
        "seat_concern",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_by", sa.String(length=32), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("level in ('red', 'amber', 'review')", name=op.f("ck_seat_concern_level")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_seat_concern_area_id_area")),
        sa.ForeignKeyConstraint(["opened_by"], ["staff.id"], name=op.f("fk_seat_concern_opened_by_staff")),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_seat_concern_seat_id_seat"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_seat_concern_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_concern")),
        sa.UniqueConstraint("area_id", "reference", name=op.f("uq_seat_concern_area_id_reference")),
    )
    op.create_index(op.f("ix_seat_concern_area_id"), "seat_concern", ["area_id"], unique=False)
    op.create_index(op.f("ix_seat_concern_opened_by"), "seat_concern", ["opened_by"], unique=False)
    op.create_index(op.f("ix_seat_concern_seat_id"), "seat_concern", ["seat_id"], unique=False)
    op.create_index(op.f("ix_seat_concern_sitting_id"), "seat_concern", ["sitting_id"], unique=False)
    op.create_table(
        "score_agreed",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("scoring_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=64), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("concern_id", sa.String(length=32), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_score_agreed_area_id_area")),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["seat_concern.id"], name=op.f("fk_score_agreed_concern_id_seat_concern")
        ),
        sa.ForeignKeyConstraint(
            ["scoring_id"], ["scoring.id"], name=op.f("fk_score_agreed_scoring_id_scoring"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_score_agreed_seat_id_seat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_agreed")),
        sa.UniqueConstraint("scoring_id", "item", "ordinal", name=op.f("uq_score_agreed_scoring_id_item_ordinal")),
    )
    op.create_index(op.f("ix_score_agreed_area_id"), "score_agreed", ["area_id"], unique=False)
    op.create_index(op.f("ix_score_agreed_concern_id"), "score_agreed", ["concern_id"], unique=False)
    op.create_index(op.f("ix_score_agreed_scoring_id"), "score_agreed", ["scoring_id"], unique=False)
    op.create_index(op.f("ix_score_agreed_seat_id"), "score_agreed", ["seat_id"], unique=False)
    op.create_table(
        "score_alone",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("scoring_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=64), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("concern_id", sa.String(length=32), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_score_alone_area_id_area")),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["seat_concern.id"], name=op.f("fk_score_alone_concern_id_seat_concern")
        ),
        sa.ForeignKeyConstraint(
            ["scoring_id"], ["scoring.id"], name=op.f("fk_score_alone_scoring_id_scoring"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_score_alone_seat_id_seat"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_alone")),
        sa.UniqueConstraint(
            "scoring_id", "seat_id", "item", "ordinal", name=op.f("uq_score_alone_scoring_id_seat_id_item_ordinal")
        ),
    )
    op.create_index(op.f("ix_score_alone_area_id"), "score_alone", ["area_id"], unique=False)
    op.create_index(op.f("ix_score_alone_concern_id"), "score_alone", ["concern_id"], unique=False)
    op.create_index(op.f("ix_score_alone_scoring_id"), "score_alone", ["scoring_id"], unique=False)
    op.create_index(op.f("ix_score_alone_seat_id"), "score_alone", ["seat_id"], unique=False)
