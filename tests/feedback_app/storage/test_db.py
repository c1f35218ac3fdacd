"""The database: which SQLite is refused, how it is set, and transactions that keep everything or nothing."""

from __future__ import annotations

import threading
from contextlib import closing, suppress

import pytest
import sqlalchemy as sa
from flask import Flask
from pysqlite3 import dbapi2 as sqlite

from feedback_app.errors import DatabaseTooOld
from feedback_app.storage import areas
from feedback_app.storage.db import current_database, reading, refuse_old_sqlite, transaction
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.tables import area, now, throttle

AREA = {"name": "Wexcombe", "asked_by": "Wexcombe Council", "example": True, "details": {}}


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 46, 1), (3, 50, 6), (3, 51, 2)])
def test_a_sqlite_that_can_corrupt_the_database_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(DatabaseTooOld, match=r"pysqlite3"):
        refuse_old_sqlite(version)


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 50, 8), (3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_mended_sqlite_is_used(version: tuple[int, ...]) -> None:
    refuse_old_sqlite(version)


def test_the_sqlite_in_use_is_a_mended_one() -> None:
    refuse_old_sqlite(sqlite.sqlite_version_info)


def test_a_transaction_keeps_everything_or_nothing(inside: Flask) -> None:
    with suppress(RuntimeError), transaction() as session:
        areas.add(session, slug="wexcombe", **AREA)  # type: ignore[arg-type]  # the values above
        raise RuntimeError

    with reading() as session:
        assert areas.every(session) == []


def test_a_row_that_is_there_is_not_inserted_again(inside: Flask) -> None:
    with transaction() as session:
        assert insert_once(session, throttle, bucket="a", tries=0, ends_at=now())
        assert not insert_once(session, throttle, bucket="a", tries=5, ends_at=now())

    with reading() as session:
        assert session.execute(sa.select(throttle.c.tries)).scalars().all() == [0]


def test_readers_and_a_writer_that_read_first_do_not_lose_anything(inside: Flask) -> None:
    with transaction() as session:
        insert_once(session, throttle, bucket="a", tries=0, ends_at=now())

    def count() -> None:
        with inside.app_context():
            for _ in range(10):
                with transaction() as session:
                    tries = session.execute(sa.select(throttle.c.tries).with_for_update()).scalar_one()
                    session.execute(throttle.update().values(tries=tries + 1))

    counting = [threading.Thread(target=count) for _ in range(4)]
    for one in counting:
        one.start()
    for one in counting:
        one.join()

    with reading() as session:
        assert session.execute(sa.select(throttle.c.tries)).scalar_one() == 40


class TestSqliteAlone:
    @pytest.fixture
    def database_kind(self) -> str:
        return "sqlite"

    @pytest.mark.parametrize(
        ("pragma", "value"),
        [
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("secure_delete", 1),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("busy_timeout", 10_000),
        ],
    )
    def test_every_connection_is_set_for_safety(self, inside: Flask, pragma: str, value: object) -> None:
        with reading() as session:
            assert session.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value

    def test_a_reader_never_waits_for_a_writer(self, inside: Flask) -> None:
        with transaction() as session:
            session.execute(area.update().values(name="x"))
            with reading() as other:
                other.execute(sa.select(area)).all()

    def test_a_writer_takes_its_turn_before_it_reads(self, inside: Flask) -> None:
        file = str(current_database().engine.url.database)

        with (
            transaction(),
            closing(sqlite.connect(file, timeout=0)) as other,
            pytest.raises(sqlite.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
