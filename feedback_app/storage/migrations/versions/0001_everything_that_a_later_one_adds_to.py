"""Everything that a later one adds to."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("slug", name=op.f("uq_area_slug")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_table(
        "throttle",
        sa.Column("bucket", sa.String(length=96), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name=op.f("pk_throttle")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=True),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_audit_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "one_time_link",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("lead_to", sa.Text(), server_default="/staff", nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_one_time_link_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_one_time_link_token_hash")),
    )
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_link_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "place",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_place_area_id_area")),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name=op.f("fk_place_parent_id_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "published_result",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("respondents", sa.Integer(), nullable=False),
        sa.Column("mean_as_printed", sa.Text(), nullable=False),
        sa.Column("scale", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_published_result_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_result")),
        sa.UniqueConstraint("area_id", "subject", "service", name=op.f("uq_published_result_area_id_subject_service")),
    )
    with op.batch_alter_table("published_result", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_result_area_id"), ["area_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_session_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "setting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_setting_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setting_area_id"), ["area_id"], unique=False)

    op.create_table(
        "strategy_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("strategy", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_strategy_version_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strategy_version")),
        sa.UniqueConstraint(
            "area_id", "strategy", "version", name=op.f("uq_strategy_version_area_id_strategy_version")
        ),
    )
    with op.batch_alter_table("strategy_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_strategy_version_area_id"), ["area_id"], unique=False)

    op.create_table(
        "survey_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("survey", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_survey_version_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_version")),
        sa.UniqueConstraint("area_id", "survey", "version", name=op.f("uq_survey_version_area_id_survey_version")),
    )
    with op.batch_alter_table("survey_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_version_area_id"), ["area_id"], unique=False)

    op.create_table(
        "wave",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_wave_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave")),
        sa.UniqueConstraint("area_id", "slug", name=op.f("uq_wave_area_id_slug")),
    )
    with op.batch_alter_table("wave", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wave_area_id"), ["area_id"], unique=False)

    op.create_table(
        "work",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("lease_ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name=op.f("fk_work_asked_by_staff")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_work_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work")),
    )
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_asked_by"), ["asked_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_work_area_id"), ["area_id"], unique=False)
        batch_op.create_index("ix_work_open", ["done_at", "failed_at", "not_before"], unique=False)

    op.create_table(
        "analysis",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("inputs_hash", sa.String(length=64), nullable=False),
        sa.Column("random_state", sa.Integer(), nullable=False),
        sa.Column("default_level", sa.Integer(), nullable=False),
        sa.Column("how", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_analysis_area_id_area")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_analysis_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis")),
    )
    with op.batch_alter_table("analysis", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_analysis_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_analysis_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("replaces_id", sa.String(length=32), nullable=True),
        sa.Column("subject_kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_decision_area_id_area")),
        sa.ForeignKeyConstraint(["replaces_id"], ["decision.id"], name=op.f("fk_decision_replaces_id_decision")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_decision_staff_id_staff")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_decision_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "opening",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("setting_id", sa.String(length=32), nullable=True),
        sa.Column("survey_version_id", sa.String(length=32), nullable=False),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_why", sa.Text(), nullable=True),
        sa.Column("lead_id", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.CheckConstraint("channel in ('link', 'workshop', 'paper', 'telephone')", name=op.f("ck_opening_channel")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_opening_area_id_area")),
        sa.ForeignKeyConstraint(["lead_id"], ["staff.id"], name=op.f("fk_opening_lead_id_staff")),
        sa.ForeignKeyConstraint(["setting_id"], ["setting.id"], name=op.f("fk_opening_setting_id_setting")),
        sa.ForeignKeyConstraint(
            ["survey_version_id"], ["survey_version.id"], name=op.f("fk_opening_survey_version_id_survey_version")
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_opening_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
        sa.UniqueConstraint("code", name=op.f("uq_opening_code")),
    )
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opening_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opening_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opening_setting_id"), ["setting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opening_survey_version_id"), ["survey_version_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opening_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "role",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("setting_id", sa.String(length=32), nullable=True),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_role_area_id_area")),
        sa.ForeignKeyConstraint(["setting_id"], ["setting.id"], name=op.f("fk_role_setting_id_setting")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_role_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
    )
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_setting_id"), ["setting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "wave_strategy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("strategy_version_id", sa.String(length=32), nullable=False),
        sa.Column("sets", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_wave_strategy_area_id_area")),
        sa.ForeignKeyConstraint(
            ["strategy_version_id"],
            ["strategy_version.id"],
            name=op.f("fk_wave_strategy_strategy_version_id_strategy_version"),
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_wave_strategy_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave_strategy")),
        sa.UniqueConstraint(
            "wave_id", "strategy_version_id", name=op.f("uq_wave_strategy_wave_id_strategy_version_id")
        ),
    )
    with op.batch_alter_table("wave_strategy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wave_strategy_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wave_strategy_strategy_version_id"), ["strategy_version_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wave_strategy_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "contact",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("opening_id", sa.String(length=32), nullable=False),
        sa.Column("reach", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_contact_area_id_area")),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_contact_opening_id_opening")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_opening_id"), ["opening_id"], unique=False)
        batch_op.create_index("uq_contact_key_hash", ["key_hash"], unique=True)

    op.create_table(
        "pack_edition",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(length=128), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("released_by", sa.String(length=32), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_why", sa.Text(), nullable=True),
        sa.Column("given_to", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pack_edition_area_id_area")),
        sa.ForeignKeyConstraint(["released_by"], ["staff.id"], name=op.f("fk_pack_edition_released_by_staff")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_pack_edition_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_edition")),
        sa.UniqueConstraint("area_id", "wave_id", "edition", name=op.f("uq_pack_edition_area_id_wave_id_edition")),
    )
    with op.batch_alter_table("pack_edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pack_edition_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pack_edition_released_by"), ["released_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_pack_edition_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "response",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("opening_id", sa.String(length=32), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=True),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("people", sa.Integer(), server_default="1", nullable=False),
        sa.Column("language", sa.String(length=16), server_default="en", nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("late", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("receipt_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_response_area_id_area")),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_response_opening_id_opening")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_response_place_id_place")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_response_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_response_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_opening_id"), ["opening_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_wave_id"), ["wave_id"], unique=False)
        batch_op.create_index("uq_response_receipt_hash", ["receipt_hash"], unique=True)

    op.create_table(
        "theme",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("analysis_id", sa.String(length=32), nullable=False),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("slug", sa.String(length=96), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analysis.id"], name=op.f("fk_theme_analysis_id_analysis"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_theme_area_id_area")),
        sa.ForeignKeyConstraint(["parent_id"], ["theme.id"], name=op.f("fk_theme_parent_id_theme"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("analysis_id", "slug", name=op.f("uq_theme_analysis_id_slug")),
    )
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_analysis_id"), ["analysis_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_theme_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_theme_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_agreement_area_id_area")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_agreement_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_response_id"), ["response_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("repeat", sa.String(length=64), server_default="", nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("missing", sa.String(length=24), nullable=True),
        sa.Column("layer", sa.String(length=24), server_default="standard", nullable=False),
        sa.Column("language", sa.String(length=16), server_default="en", nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_answer_area_id_area")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_answer_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint(
            "response_id", "question", "repeat", "revision", name=op.f("uq_answer_response_id_question_repeat_revision")
        ),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_response_id"), ["response_id"], unique=False)

    op.create_table(
        "name",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("named_by", sa.Text(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('machine', 'young_people', 'commissioner')", name=op.f("ck_name_kind")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_name_area_id_area")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_name_theme_id_theme"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name")),
    )
    with op.batch_alter_table("name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_name_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_name_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "response_key",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_response_key_area_id_area")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_response_key_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response_key")),
    )
    with op.batch_alter_table("response_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_response_key_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_key_response_id"), ["response_id"], unique=False)
        batch_op.create_index("uq_response_key_key_hash", ["key_hash"], unique=True)

    op.create_table(
        "send",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("response_id", sa.String(length=32), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("page", sa.String(length=160), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_send_area_id_area")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_send_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_send")),
    )
    with op.batch_alter_table("send", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_send_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_send_response_id"), ["response_id"], unique=False)
        batch_op.create_index("uq_send_key_hash", ["key_hash"], unique=True)

    op.create_table(
        "concern",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("opening_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("level in ('red', 'amber', 'review')", name=op.f("ck_concern_level")),
        sa.CheckConstraint("source in ('rules', 'model', 'person')", name=op.f("ck_concern_source")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_concern_answer_id_answer"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_concern_area_id_area")),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_concern_opening_id_opening")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_concern_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
        sa.UniqueConstraint("area_id", "reference", name=op.f("uq_concern_area_id_reference")),
    )
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_opening_id"), ["opening_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "pack_quote",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("pack_edition_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("quote", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_pack_quote_answer_id_answer"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pack_quote_area_id_area")),
        sa.ForeignKeyConstraint(
            ["pack_edition_id"],
            ["pack_edition.id"],
            name=op.f("fk_pack_quote_pack_edition_id_pack_edition"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_quote")),
    )
    with op.batch_alter_table("pack_quote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pack_quote_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pack_quote_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pack_quote_pack_edition_id"), ["pack_edition_id"], unique=False)

    op.create_table(
        "release",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint("state in ('released', 'refused')", name=op.f("ck_release_state")),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_release_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_release_area_id_area")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_release_staff_id_staff")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_release_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_wave_id"), ["wave_id"], unique=False)

    op.create_table(
        "segment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("analysis_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start_at", sa.Integer(), nullable=False),
        sa.Column("end_at", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("sentiment", sa.String(length=8), nullable=False),
        sa.Column("is_answer", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analysis.id"], name=op.f("fk_segment_analysis_id_analysis"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_segment_answer_id_answer"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_segment_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        sa.UniqueConstraint(
            "analysis_id", "answer_id", "ordinal", name=op.f("uq_segment_analysis_id_answer_id_ordinal")
        ),
    )
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_segment_analysis_id"), ["analysis_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_segment_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_segment_area_id"), ["area_id"], unique=False)

    op.create_table(
        "send_conflict",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("send_id", sa.String(length=32), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_send_conflict_area_id_area")),
        sa.ForeignKeyConstraint(
            ["send_id"], ["send.id"], name=op.f("fk_send_conflict_send_id_send"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_send_conflict")),
        sa.UniqueConstraint("send_id", "body_hash", name=op.f("uq_send_conflict_send_id_body_hash")),
    )
    with op.batch_alter_table("send_conflict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_send_conflict_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_send_conflict_send_id"), ["send_id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("segment_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=32), nullable=True),
        sa.Column("standard", sa.Text(), nullable=True),
        sa.Column("strength", sa.String(length=8), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.CheckConstraint("(theme_id is null) <> (standard is null)", name=op.f("ck_assignment_one_subject")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_assignment_area_id_area")),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["segment.id"], name=op.f("fk_assignment_segment_id_segment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_assignment_theme_id_theme"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_segment_id"), ["segment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "concern_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("area_id", sa.String(length=32), nullable=False),
        sa.Column("concern_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("case_reference", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_concern_step_area_id_area")),
        sa.ForeignKeyConstraint(["concern_id"], ["concern.id"], name=op.f("fk_concern_step_concern_id_concern")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_concern_step_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_step")),
    )
    with op.batch_alter_table("concern_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_step_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_step_concern_id"), ["concern_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_step_staff_id"), ["staff_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("concern_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_step_staff_id"))
        batch_op.drop_index(batch_op.f("ix_concern_step_concern_id"))
        batch_op.drop_index(batch_op.f("ix_concern_step_area_id"))

    op.drop_table("concern_step")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_theme_id"))
        batch_op.drop_index(batch_op.f("ix_assignment_segment_id"))
        batch_op.drop_index(batch_op.f("ix_assignment_area_id"))

    op.drop_table("assignment")
    with op.batch_alter_table("send_conflict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_send_conflict_send_id"))
        batch_op.drop_index(batch_op.f("ix_send_conflict_area_id"))

    op.drop_table("send_conflict")
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_segment_area_id"))
        batch_op.drop_index(batch_op.f("ix_segment_answer_id"))
        batch_op.drop_index(batch_op.f("ix_segment_analysis_id"))

    op.drop_table("segment")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_wave_id"))
        batch_op.drop_index(batch_op.f("ix_release_staff_id"))
        batch_op.drop_index(batch_op.f("ix_release_area_id"))
        batch_op.drop_index(batch_op.f("ix_release_answer_id"))

    op.drop_table("release")
    with op.batch_alter_table("pack_quote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pack_quote_pack_edition_id"))
        batch_op.drop_index(batch_op.f("ix_pack_quote_area_id"))
        batch_op.drop_index(batch_op.f("ix_pack_quote_answer_id"))

    op.drop_table("pack_quote")
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_wave_id"))
        batch_op.drop_index(batch_op.f("ix_concern_opening_id"))
        batch_op.drop_index(batch_op.f("ix_concern_area_id"))
        batch_op.drop_index(batch_op.f("ix_concern_answer_id"))

    op.drop_table("concern")
    with op.batch_alter_table("send", schema=None) as batch_op:
        batch_op.drop_index("uq_send_key_hash")
        batch_op.drop_index(batch_op.f("ix_send_response_id"))
        batch_op.drop_index(batch_op.f("ix_send_area_id"))

    op.drop_table("send")
    with op.batch_alter_table("response_key", schema=None) as batch_op:
        batch_op.drop_index("uq_response_key_key_hash")
        batch_op.drop_index(batch_op.f("ix_response_key_response_id"))
        batch_op.drop_index(batch_op.f("ix_response_key_area_id"))

    op.drop_table("response_key")
    with op.batch_alter_table("name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_name_theme_id"))
        batch_op.drop_index(batch_op.f("ix_name_area_id"))

    op.drop_table("name")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_response_id"))
        batch_op.drop_index(batch_op.f("ix_answer_area_id"))

    op.drop_table("answer")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_response_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_area_id"))

    op.drop_table("agreement")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_parent_id"))
        batch_op.drop_index(batch_op.f("ix_theme_area_id"))
        batch_op.drop_index(batch_op.f("ix_theme_analysis_id"))

    op.drop_table("theme")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("uq_response_receipt_hash")
        batch_op.drop_index(batch_op.f("ix_response_wave_id"))
        batch_op.drop_index(batch_op.f("ix_response_place_id"))
        batch_op.drop_index(batch_op.f("ix_response_opening_id"))
        batch_op.drop_index(batch_op.f("ix_response_area_id"))

    op.drop_table("response")
    with op.batch_alter_table("pack_edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pack_edition_wave_id"))
        batch_op.drop_index(batch_op.f("ix_pack_edition_released_by"))
        batch_op.drop_index(batch_op.f("ix_pack_edition_area_id"))
        batch_op.drop_index(batch_op.f("ix_pack_edition_analysis_id"))

    op.drop_table("pack_edition")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index("uq_contact_key_hash")
        batch_op.drop_index(batch_op.f("ix_contact_opening_id"))
        batch_op.drop_index(batch_op.f("ix_contact_area_id"))

    op.drop_table("contact")
    with op.batch_alter_table("wave_strategy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wave_strategy_wave_id"))
        batch_op.drop_index(batch_op.f("ix_wave_strategy_strategy_version_id"))
        batch_op.drop_index(batch_op.f("ix_wave_strategy_area_id"))

    op.drop_table("wave_strategy")
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_staff_id"))
        batch_op.drop_index(batch_op.f("ix_role_setting_id"))
        batch_op.drop_index(batch_op.f("ix_role_area_id"))

    op.drop_table("role")
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_opening_wave_id"))
        batch_op.drop_index(batch_op.f("ix_opening_survey_version_id"))
        batch_op.drop_index(batch_op.f("ix_opening_setting_id"))
        batch_op.drop_index(batch_op.f("ix_opening_lead_id"))
        batch_op.drop_index(batch_op.f("ix_opening_area_id"))

    op.drop_table("opening")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_wave_id"))
        batch_op.drop_index(batch_op.f("ix_decision_staff_id"))
        batch_op.drop_index(batch_op.f("ix_decision_replaces_id"))
        batch_op.drop_index(batch_op.f("ix_decision_area_id"))

    op.drop_table("decision")
    with op.batch_alter_table("analysis", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_analysis_wave_id"))
        batch_op.drop_index(batch_op.f("ix_analysis_area_id"))

    op.drop_table("analysis")
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.drop_index("ix_work_open")
        batch_op.drop_index(batch_op.f("ix_work_area_id"))

    op.drop_table("work")
    with op.batch_alter_table("wave", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wave_area_id"))

    op.drop_table("wave")
    with op.batch_alter_table("survey_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_version_area_id"))

    op.drop_table("survey_version")
    with op.batch_alter_table("strategy_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_strategy_version_area_id"))

    op.drop_table("strategy_version")
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_setting_area_id"))

    op.drop_table("setting")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_staff_id"))

    op.drop_table("session")
    with op.batch_alter_table("published_result", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_result_area_id"))

    op.drop_table("published_result")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_parent_id"))
        batch_op.drop_index(batch_op.f("ix_place_area_id"))

    op.drop_table("place")
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_link_staff_id"))

    op.drop_table("one_time_link")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_staff_id"))
        batch_op.drop_index(batch_op.f("ix_audit_area_id"))

    op.drop_table("audit")
    op.drop_table("throttle")
    op.drop_table("staff")
    op.drop_table("area")
