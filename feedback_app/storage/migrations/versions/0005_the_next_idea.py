"""The place of the next idea is found in one step, however many there are."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_idea_workshop_id_ordinal", "idea", ["workshop_id", "ordinal"], unique=False)
