"""How far all tables of a wave agree, together and one by one."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wave_agreement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_wave_agreement_area_id_area")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_wave_agreement_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave_agreement")),
        sa.UniqueConstraint("wave_id", name=op.f("uq_wave_agreement_wave_id")),
    )
    op.create_index(op.f("ix_wave_agreement_area_id"), "wave_agreement", ["area_id"], unique=False)
    op.create_index(op.f("ix_wave_agreement_wave_id"), "wave_agreement", ["wave_id"], unique=False)
