"""The database: one engine, every write transaction taken at once, and migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from flask import current_app
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.engine import Connection, Engine

from feedback_app.errors import DatabaseNotThere, DatabaseTooOld

BUSY_SECONDS = 10
MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Database:
    """`engine` begins every transaction by taking SQLite's write lock; `readers` never waits for it."""

    engine: Engine
    readers: Engine


def open_database(url: str) -> Database:
    """Open SQLite (through pysqlite3) or PostgreSQL, without reaching for it yet.

    Raises DatabaseNotThere for an address that is none, DatabaseTooOld for a SQLite with the WAL-reset bug.
    """
    try:
        address = sa.make_url(url)
        if address.get_backend_name() != "sqlite":
            engine = sa.create_engine(address, pool_pre_ping=True)
            return Database(engine, engine)
    except (sa.exc.ArgumentError, ImportError, ValueError) as wrong:  # no address, no driver, a port that is no number
        raise DatabaseNotThere from wrong
    refuse_old_sqlite(sqlite.sqlite_version_info)
    engine = sa.create_engine(
        address,
        module=sqlite,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False, "isolation_level": None},
    )
    sa.event.listen(engine, "connect", _prepare_connection)
    sa.event.listen(engine, "begin", _begin)
    return Database(engine, engine.execution_options(sqlite_begin="DEFERRED"))


def refuse_old_sqlite(version: tuple[int, ...]) -> None:
    """SQLite 3.7.0 to 3.51.2 can corrupt a WAL database, but for the mended 3.44.6 and 3.50.7."""
    mended = version >= (3, 51, 3) or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in ((3, 44, 6), (3, 50, 7))
    )
    if not mended:
        found = ".".join(map(str, version))
        raise DatabaseTooOld(f"SQLite {found} can corrupt the database. Install pysqlite3 with SQLite 3.51.3 or newer.")


def reach(database: Database) -> None:
    """Raises DatabaseNotThere where the address leads to no database that can be opened."""
    try:
        database.engine.connect().close()
    except sa.exc.DBAPIError as wrong:
        raise DatabaseNotThere(
            f"The database at HEARD_DATABASE_URL cannot be opened ({type(wrong.orig).__name__}). Is it running, are "
            "its name, user and password right, and may this user write there?"
        ) from wrong


@contextmanager
def transaction() -> Iterator[Connection]:
    """One write transaction: everything in it is kept, or nothing. Opened by use cases and nowhere else."""
    with current_database().engine.begin() as session:
        yield session


@contextmanager
def reading() -> Iterator[Connection]:
    """One view of the database that changes nothing."""
    with current_database().readers.connect() as session:
        yield session


def current_database() -> Database:
    database: Database = current_app.extensions["heard_database"]
    return database


def upgrade(database: Database) -> None:
    """Bring the schema to the newest migration."""
    with database.engine.begin() as session:
        command.upgrade(_alembic(session), "head")


def forget_deleted_words(database: Database) -> None:
    """After a deletion the words are still in SQLite's write-ahead log until it is emptied."""
    if database.engine.dialect.name == "sqlite":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
            session.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _alembic(session: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = session
    return config


def _prepare_connection(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")  # first: the next ones may have to wait
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "trusted_schema=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # a deferred transaction that turns into a writer fails at once, whatever its timeout
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN " + options.get("sqlite_begin", "IMMEDIATE"))
