"""Decisions about themes: the words of a decision, sealed, and the concern that holds them."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("decision", sa.Column("words", sa.LargeBinary(), nullable=True))
    # with its reference at once: SQLite would copy the whole table to add one afterwards
    op.get_bind().exec_driver_sql(
        "ALTER TABLE decision ADD COLUMN concern_id VARCHAR(32) "
        "CONSTRAINT fk_decision_concern_id_seat_concern REFERENCES seat_concern (id)"
    )
    op.create_index(op.f("ix_decision_concern_id"), "decision", ["concern_id"], unique=False)
