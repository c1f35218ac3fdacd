"""What answering on a phone needs: drawings and recordings, other formats, translations, late answers; codebooks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # one statement that both databases take: the other way would copy every response
    refers = "CONSTRAINT fk_response_typed_by_staff REFERENCES staff (id)"
    op.execute(sa.DDL(f"ALTER TABLE response ADD COLUMN typed_by VARCHAR(32) {refers}"))  # type: ignore[no-untyped-call]  # no types
    op.create_index(op.f("ix_response_typed_by"), "response", ["typed_by"], unique=False)
    op.add_column("answer", sa.Column("received_on", sa.Date(), nullable=True))
    op.add_column("answer", sa.Column("key_hash", sa.LargeBinary(length=32), nullable=True))
    op.add_column("answer", sa.Column("late", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("agreement", sa.Column("question", sa.String(length=160), server_default="", nullable=False))
    op.add_column("analysis", sa.Column("codebook", sa.Text(), nullable=True))
    op.add_column("theme", sa.Column("steadiness", sa.Float(), nullable=True))
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.CheckConstraint("kind in ('drawing', 'recording')", name=op.f("ck_attachment_kind")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_attachment_area_id_area")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_attachment_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_area_id"), "attachment", ["area_id"], unique=False)
    op.create_index(op.f("ix_attachment_answer_id"), "attachment", ["answer_id"], unique=False)
    op.create_table(
        "concern_file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("concern_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_concern_file_area_id_area")),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_concern_file_concern_id_concern"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_file")),
    )
    op.create_index(op.f("ix_concern_file_area_id"), "concern_file", ["area_id"], unique=False)
    op.create_index(op.f("ix_concern_file_concern_id"), "concern_file", ["concern_id"], unique=False)
    op.create_table(
        "format_request",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("opening_id", sa.String(length=32), nullable=True),
        sa.Column("formats", sa.JSON(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("reach", sa.LargeBinary(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("dealt_on", sa.Date(), nullable=True),
        sa.Column("dealt_by", sa.String(length=32), nullable=True),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_format_request_area_id_area")),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_format_request_opening_id_opening")),
        sa.ForeignKeyConstraint(["dealt_by"], ["staff.id"], name=op.f("fk_format_request_dealt_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_format_request")),
    )
    for column in ("area_id", "opening_id", "dealt_by"):
        op.create_index(op.f(f"ix_format_request_{column}"), "format_request", [column], unique=False)
    op.create_index("uq_format_request_key_hash", "format_request", ["key_hash"], unique=True)
    op.create_table(
        "translation_approval",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=96), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_translation_approval_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_translation_approval_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation_approval")),
        sa.UniqueConstraint(
            "area_id",
            "language",
            "subject",
            "digest",
            name=op.f("uq_translation_approval_area_id_language_subject_digest"),
        ),
    )
    for column in ("area_id", "staff_id"):
        op.create_index(op.f(f"ix_translation_approval_{column}"), "translation_approval", [column], unique=False)
