"""The migrations make exactly the tables that the queries know, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask

from feedback_app.storage.db import Database, _alembic, open_database, reading, transaction, upgrade
from feedback_app.storage.tables import Sealed, SealedWords, metadata, now, today
from tests import database

WITHOUT_OWNER = {"area", "staff", "one_time_link", "session", "throttle"}  # these belong to the installation


@pytest.fixture
def empty(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table."""
    if database_kind == "sqlite":
        made = open_database(f"sqlite+pysqlite:///{tmp_path / 'empty.db'}")
    else:
        server = request.getfixturevalue("postgresql_server")
        database.run(server, "CREATE DATABASE empty")
        made = open_database(database.text_of(server.set(database="empty")))
    yield made
    made.engine.dispose()
    if database_kind == "postgresql":
        database.run(server, "DROP DATABASE empty")


def test_the_migrations_make_the_tables_that_the_queries_know(inside: Flask) -> None:
    with reading() as session:
        # Alembic takes SQLite's empty default for another one
        options = {"compare_type": True, "compare_server_default": session.dialect.name == "postgresql"}
        context = MigrationContext.configure(session, opts=options)
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_bringing_a_database_up_to_date_twice_changes_nothing(empty: Database) -> None:
    upgrade(empty)
    once = sa.inspect(empty.engine).get_table_names()

    upgrade(empty)

    assert sa.inspect(empty.engine).get_table_names() == once
    assert set(metadata.tables) < set(once)


def test_a_migration_that_fails_leaves_nothing_behind(empty: Database) -> None:
    with empty.engine.begin() as session:
        session.exec_driver_sql("CREATE TABLE work (id INTEGER)")  # the last table of the migration is in its way

    with pytest.raises(sa.exc.DBAPIError):
        upgrade(empty)

    assert [name for name in sa.inspect(empty.engine).get_table_names() if name != "alembic_version"] == ["work"]


def test_what_was_decided_of_related_standards_before_has_moved_to_its_own_table(empty: Database) -> None:
    with empty.engine.begin() as session:
        command.upgrade(_alembic(session), "0024")
        for table, more in (
            ("area", {"slug": "a", "name": "A", "asked_by": "A", "example": True, "made_on": today(), "details": {}}),
            ("staff", {"name": "Dana", "added_at": now()}),
            (
                "wave",
                {"area_id": "area", "slug": "w", "title": "W", "subject": "W", "opens_on": today()}
                | {"public_key": b"x", "private_key": SealedWords(b"x")},
            ),
            (
                "decision",
                {"area_id": "area", "wave_id": "wave", "staff_id": "staff", "subject_kind": "related standards"}
                | {"subject": "b/six/kind d/seven/team", "what": "refused", "why": "one wish"}
                | {"details": {}, "decided_at": now()},
            ),
        ):
            session.execute(metadata.tables[table].insert().values(id=table, **more))

    upgrade(empty)

    with empty.engine.begin() as session:
        (moved,) = session.exec_driver_sql("SELECT one_id, other_id, said, why, staff_id FROM related_decision").all()
        assert tuple(moved) == ("b/six/kind", "d/seven/team", "refused", "one wish", "staff")
        assert session.exec_driver_sql("SELECT count(*) FROM decision").scalar() == 0


def test_every_row_that_holds_anything_of_an_area_has_its_area() -> None:
    free = {
        table.name for table in metadata.tables.values() if "area_id" not in table.c or table.c.area_id.nullable
    } - {"audit"}

    assert free == WITHOUT_OWNER


def test_every_table_has_all_that_the_design_names(inside: Flask) -> None:
    named = """area place setting survey_version strategy_version wave opening response response_key send answer
    agreement concern analysis segment theme assignment decision name release pack_edition published_result work staff
    role one_time_link session audit"""

    assert set(named.split()) <= set(metadata.tables)


def test_whatever_somebody_wrote_has_a_sealed_column() -> None:
    sealed = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.c
        if isinstance(column.type, Sealed)
    }

    assert sealed >= {
        "answer.words",
        "concern.words",
        "contact.reach",
        "release.words",
        "segment.words",
        "send_conflict.body",
        "wave.private_key",
    }


def test_a_row_of_a_made_up_area_is_refused(inside: Flask) -> None:
    setting = metadata.tables["setting"]

    with pytest.raises(sa.exc.IntegrityError), transaction() as session:
        session.execute(setting.insert().values(id="1" * 32, area_id="2" * 32, name="A school", kind="school"))
