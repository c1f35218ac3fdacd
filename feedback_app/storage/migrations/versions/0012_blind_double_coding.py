"""Comments drawn for a table, what each seat chose for them alone, and what they chose together."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sample",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("analysis_id", sa.String(length=32), nullable=False),
        sa.Column("random_state", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("drawn_by", sa.String(length=32), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("talking_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["analysis_id"], ["analysis.id"], name=op.f("fk_sample_analysis_id_analysis")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sample_area_id_area")),
        sa.ForeignKeyConstraint(["drawn_by"], ["staff.id"], name=op.f("fk_sample_drawn_by_staff")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_sample_sitting_id_sitting")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_sample_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample")),
    )
    op.create_index(op.f("ix_sample_analysis_id"), "sample", ["analysis_id"], unique=False)
    op.create_index(op.f("ix_sample_area_id"), "sample", ["area_id"], unique=False)
    op.create_index(op.f("ix_sample_drawn_by"), "sample", ["drawn_by"], unique=False)
    op.create_index(op.f("ix_sample_sitting_id"), "sample", ["sitting_id"], unique=False)
    op.create_index(op.f("ix_sample_wave_id"), "sample", ["wave_id"], unique=False)
    op.create_table(
        "sample_seat",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sample_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sample_seat_area_id_area")),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["sample.id"], name=op.f("fk_sample_seat_sample_id_sample"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_sample_seat_seat_id_seat"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_seat")),
        sa.UniqueConstraint("sample_id", "seat_id", name=op.f("uq_sample_seat_sample_id_seat_id")),
    )
    op.create_index(op.f("ix_sample_seat_area_id"), "sample_seat", ["area_id"], unique=False)
    op.create_index(op.f("ix_sample_seat_sample_id"), "sample_seat", ["sample_id"], unique=False)
    op.create_index(op.f("ix_sample_seat_seat_id"), "sample_seat", ["seat_id"], unique=False)
    op.create_table(
        "sample_quote",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sample_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_sample_quote_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sample_quote_area_id_area")),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["sample.id"], name=op.f("fk_sample_quote_sample_id_sample"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_quote")),
        sa.UniqueConstraint("sample_id", "place", name=op.f("uq_sample_quote_sample_id_place")),
    )
    op.create_index(op.f("ix_sample_quote_answer_id"), "sample_quote", ["answer_id"], unique=False)
    op.create_index(op.f("ix_sample_quote_area_id"), "sample_quote", ["area_id"], unique=False)
    op.create_index(op.f("ix_sample_quote_sample_id"), "sample_quote", ["sample_id"], unique=False)
    op.create_table(
        "sample_label",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("quote_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("is_together", sa.Boolean(), nullable=False),
        sa.Column("is_skipped", sa.Boolean(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sample_label_area_id_area")),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["sample_quote.id"], name=op.f("fk_sample_label_quote_id_sample_quote"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_sample_label_seat_id_seat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_label")),
    )
    op.create_index(op.f("ix_sample_label_area_id"), "sample_label", ["area_id"], unique=False)
    op.create_index(op.f("ix_sample_label_quote_id"), "sample_label", ["quote_id"], unique=False)
    op.create_index(op.f("ix_sample_label_seat_id"), "sample_label", ["seat_id"], unique=False)
