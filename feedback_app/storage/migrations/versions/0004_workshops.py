"""Workshops: in a room, their steps, passes, ideas, how many came, and what the facilitator noted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("opening_id", sa.String(length=32), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("facilitator_id", sa.String(length=32), nullable=False),
        sa.Column("safety_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("blank", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("safety_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_area_id_area")),
        sa.ForeignKeyConstraint(["facilitator_id"], ["staff.id"], name=op.f("fk_workshop_facilitator_id_staff")),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_workshop_opening_id_opening")),
        sa.ForeignKeyConstraint(["safety_id"], ["staff.id"], name=op.f("fk_workshop_safety_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
        sa.UniqueConstraint("opening_id", name=op.f("uq_workshop_opening_id")),
    )
    op.create_index(op.f("ix_workshop_area_id"), "workshop", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_facilitator_id"), "workshop", ["facilitator_id"], unique=False)
    op.create_index(op.f("ix_workshop_opening_id"), "workshop", ["opening_id"], unique=False)
    op.create_index(op.f("ix_workshop_safety_id"), "workshop", ["safety_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=False),
        sa.Column("counted_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_attendance_area_id_area")),
        sa.ForeignKeyConstraint(["counted_by"], ["staff.id"], name=op.f("fk_attendance_counted_by_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_attendance_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("workshop_id", "group_name", name=op.f("uq_attendance_workshop_id_group_name")),
    )
    op.create_index(op.f("ix_attendance_area_id"), "attendance", ["area_id"], unique=False)
    op.create_index(op.f("ix_attendance_counted_by"), "attendance", ["counted_by"], unique=False)
    op.create_index(op.f("ix_attendance_workshop_id"), "attendance", ["workshop_id"], unique=False)
    op.create_table(
        "facilitator_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_facilitator_note_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_facilitator_note_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_facilitator_note_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facilitator_note")),
    )
    op.create_index(op.f("ix_facilitator_note_area_id"), "facilitator_note", ["area_id"], unique=False)
    op.create_index(op.f("ix_facilitator_note_staff_id"), "facilitator_note", ["staff_id"], unique=False)
    op.create_index(op.f("ix_facilitator_note_workshop_id"), "facilitator_note", ["workshop_id"], unique=False)
    op.create_table(
        "workshop_pass",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_pass_area_id_area")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_pass_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_pass")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_workshop_pass_key_hash")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_workshop_pass_token_hash")),
    )
    op.create_index(op.f("ix_workshop_pass_area_id"), "workshop_pass", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_pass_workshop_id"), "workshop_pass", ["workshop_id"], unique=False)
    op.create_table(
        "workshop_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_seconds", sa.Integer(), nullable=False),
        sa.Column("added_seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_workshop_step_area_id_area")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_step_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_step")),
        sa.UniqueConstraint("workshop_id", "position", name=op.f("uq_workshop_step_workshop_id_position")),
    )
    op.create_index(op.f("ix_workshop_step_area_id"), "workshop_step", ["area_id"], unique=False)
    op.create_index(op.f("ix_workshop_step_workshop_id"), "workshop_step", ["workshop_id"], unique=False)
    op.create_table(
        "idea",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("together", sa.String(length=8), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.CheckConstraint("source in ('phone', 'paper')", name=op.f("ck_idea_source")),
        sa.CheckConstraint("state in ('waiting', 'shown', 'hidden')", name=op.f("ck_idea_state")),
        sa.CheckConstraint("together in ('alone', 'pair', 'group')", name=op.f("ck_idea_together")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_idea_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_idea_area_id_area")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_idea_decided_by_staff")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_idea_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_idea_answer_id")),
    )
    op.create_index(op.f("ix_idea_area_id"), "idea", ["area_id"], unique=False)
    op.create_index(op.f("ix_idea_decided_by"), "idea", ["decided_by"], unique=False)
    op.create_index(op.f("ix_idea_workshop_id"), "idea", ["workshop_id"], unique=False)
