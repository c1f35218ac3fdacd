"""What young people say of the report, of the themes and of their scores at the end of a sitting."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_off",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("sitting_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("wording", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("stance", sa.String(length=12), nullable=False),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("concern_id", sa.String(length=32), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('report', 'themes', 'scores')", name=op.f("ck_sign_off_kind")),
        sa.CheckConstraint("stance in ('agree', 'differently', 'taken_back')", name=op.f("ck_sign_off_stance")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sign_off_area_id_area")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_sign_off_sitting_id_sitting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_sign_off_seat_id_seat"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["concern_id"], ["seat_concern.id"], name=op.f("fk_sign_off_concern_id_seat_concern")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
        sa.UniqueConstraint("sitting_id", "ordinal", name=op.f("uq_sign_off_sitting_id_ordinal")),
    )
    for column in ("area_id", "sitting_id", "seat_id", "concern_id"):
        op.create_index(op.f(f"ix_sign_off_{column}"), "sign_off", [column], unique=False)
