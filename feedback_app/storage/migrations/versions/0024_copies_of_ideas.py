"""Words of ideas that stand in names, reasons, actions and statements; statements had a table of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "idea_copy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("stands_in", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_idea_copy_answer_id_answer"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_idea_copy_area_id_area")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_idea_copy_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_copy")),
        sa.UniqueConstraint("stands_in", "answer_id", name=op.f("uq_idea_copy_stands_in_answer_id")),
    )
    for column in ("answer_id", "area_id", "workshop_id"):
        op.create_index(op.f(f"ix_idea_copy_{column}"), "idea_copy", [column], unique=False)
    kept = sa.text(
        "INSERT INTO idea_copy (id, area_id, workshop_id, stands_in, answer_id) "
        "SELECT statement_idea.id, statement_idea.area_id, statement.workshop_id, statement_id, answer_id "
        "FROM statement_idea JOIN statement ON statement.id = statement_idea.statement_id"
    )
    op.execute(kept.execution_options(any_area="the rows of every area move to the table that takes their place"))
    op.drop_table("statement_idea")
