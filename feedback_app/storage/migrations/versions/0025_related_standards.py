"""Decisions about related standards belong to an area and to no wave; comparisons of any two lists."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

# both standards stood in one column, with a space between
MOVED = """
INSERT INTO related_decision (id, area_id, staff_id, one_id, other_id, said, why, decided_at)
SELECT id, area_id, staff_id, substr(subject, 1, {space} - 1), substr(subject, {space} + 1), what, why, decided_at
FROM decision WHERE subject_kind = 'related standards' AND staff_id IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "comparison",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("one_version_id", sa.String(length=32), nullable=False),
        sa.Column("one_set", sa.Text(), nullable=False),
        sa.Column("other_version_id", sa.String(length=32), nullable=False),
        sa.Column("other_set", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found", sa.JSON(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_comparison_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_comparison_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["one_version_id"], ["strategy_version.id"], name=op.f("fk_comparison_one_version_id_strategy_version")
        ),
        sa.ForeignKeyConstraint(
            ["other_version_id"], ["strategy_version.id"], name=op.f("fk_comparison_other_version_id_strategy_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison")),
    )
    for column in ("area_id", "staff_id", "one_version_id", "other_version_id"):
        op.create_index(op.f(f"ix_comparison_{column}"), "comparison", [column], unique=False)
    op.create_table(
        "related_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("one_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        sa.Column("said", sa.String(length=16), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_related_decision_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_related_decision_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_related_decision")),
    )
    for column in ("area_id", "staff_id"):
        op.create_index(op.f(f"ix_related_decision_{column}"), "related_decision", [column], unique=False)
    connection = op.get_bind()
    space = "strpos(subject, ' ')" if connection.dialect.name == "postgresql" else "instr(subject, ' ')"
    connection.exec_driver_sql(MOVED.format(space=space))
    connection.exec_driver_sql("DELETE FROM decision WHERE subject_kind = 'related standards'")
