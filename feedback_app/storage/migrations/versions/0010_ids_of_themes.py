"""The themes as the machine alone found them, kept with each analysis: their ids stay when a wave is analysed again."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("analysis", sa.Column("machine_codebook", sa.Text(), nullable=True))
