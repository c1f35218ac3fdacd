"""The young commissioners' table: meetings, seats, who called an adult; a decision says from which seat it came."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sitting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=True),
        sa.Column("adult_id", sa.String(length=32), nullable=False),
        sa.Column("opened_by", sa.String(length=32), nullable=False),
        sa.Column("stage_planned", sa.String(length=16), nullable=True),
        sa.Column("stage_judged", sa.String(length=16), nullable=True),
        sa.Column("shier_planned", sa.Integer(), nullable=True),
        sa.Column("shier_judged", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("shier_judged between 1 and 5", name=op.f("ck_sitting_shier_judged")),
        sa.CheckConstraint("shier_planned between 1 and 5", name=op.f("ck_sitting_shier_planned")),
        sa.ForeignKeyConstraint(["adult_id"], ["staff.id"], name=op.f("fk_sitting_adult_id_staff")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sitting_area_id_area")),
        sa.ForeignKeyConstraint(["opened_by"], ["staff.id"], name=op.f("fk_sitting_opened_by_staff")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_sitting_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index(op.f("ix_sitting_adult_id"), "sitting", ["adult_id"], unique=False)
    op.create_index(op.f("ix_sitting_area_id"), "sitting", ["area_id"], unique=False)
    op.create_index(op.f("ix_sitting_opened_by"), "sitting", ["opened_by"], unique=False)
    op.create_index(op.f("ix_sitting_wave_id"), "sitting", ["wave_id"], unique=False)
    op.create_table(
        "seat",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=True),
        sa.Column("role", sa.String(length=80), nullable=False),
        sa.Column("hidden", sa.JSON(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_seat_area_id_area")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_seat_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_seat_key_hash")),
        sa.UniqueConstraint("sitting_id", "number", name=op.f("uq_seat_sitting_id_number")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_seat_token_hash")),
    )
    op.create_index(op.f("ix_seat_area_id"), "seat", ["area_id"], unique=False)
    op.create_index(op.f("ix_seat_sitting_id"), "seat", ["sitting_id"], unique=False)
    op.create_table(
        "seat_call",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by", sa.String(length=32), nullable=True),
        sa.CheckConstraint("what in ('talk', 'worried', 'known')", name=op.f("ck_seat_call_what")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_seat_call_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_seat_call_area_id_area")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_seat_call_seat_id_seat"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["seen_by"], ["staff.id"], name=op.f("fk_seat_call_seen_by_staff")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_seat_call_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_call")),
    )
    op.create_index(op.f("ix_seat_call_answer_id"), "seat_call", ["answer_id"], unique=False)
    op.create_index(op.f("ix_seat_call_area_id"), "seat_call", ["area_id"], unique=False)
    op.create_index(op.f("ix_seat_call_seat_id"), "seat_call", ["seat_id"], unique=False)
    op.create_index(op.f("ix_seat_call_seen_by"), "seat_call", ["seen_by"], unique=False)
    op.create_index(op.f("ix_seat_call_sitting_id"), "seat_call", ["sitting_id"], unique=False)
    # with its reference at once: SQLite would copy the whole table to add one afterwards
    op.get_bind().exec_driver_sql(
        "ALTER TABLE decision ADD COLUMN seat_id VARCHAR(32) CONSTRAINT fk_decision_seat_id_seat REFERENCES seat (id)"
    )
    op.add_column("decision", sa.Column("said_by", sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_decision_seat_id"), "decision", ["seat_id"], unique=False)
