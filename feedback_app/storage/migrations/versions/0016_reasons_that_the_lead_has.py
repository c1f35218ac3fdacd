"""Which concern holds the reason of a choice that was made together: released, the words come back."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # with its reference at once: SQLite would copy the whole table to add one afterwards
    op.get_bind().exec_driver_sql(
        "ALTER TABLE sample_label ADD COLUMN concern_id VARCHAR(32) "
        "CONSTRAINT fk_sample_label_concern_id_seat_concern REFERENCES seat_concern (id)"
    )
    op.create_index(op.f("ix_sample_label_concern_id"), "sample_label", ["concern_id"], unique=False)
