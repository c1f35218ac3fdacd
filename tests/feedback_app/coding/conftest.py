"""Tests of blind double coding stand on one wave that was sorted once: each has its own copy, on SQLite alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from feedback_app import create_app, protecting
from feedback_app.config import Settings, read_settings
from feedback_app.storage.db import forget_deleted_words, transaction
from feedback_app.storage.tables import work
from tests import database
from tests.coding import CodingTable, a_coding_table
from tests.term import Term, begin_term


@dataclass(frozen=True, slots=True)
class Prepared:
    instance: Path
    term: Term
    table: CodingTable


@pytest.fixture(scope="session")
def prepared(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    instance = tmp_path_factory.mktemp("coding") / "instance"
    (instance / "packs").mkdir(parents=True)
    with database.copied_sqlite(sqlite_template, instance / "heard.db") as url:
        settings = _settings(instance, url)
    protecting.make_keys(settings)
    app = create_app(settings)
    with app.app_context():
        term = begin_term()
        table = a_coding_table(term)
        with transaction() as session:  # closing the wave asked for an analysis too, which takes seconds
            session.execute(work.delete().where(work.c.area_id == term.area_id))
    kept = app.extensions["heard_database"]
    forget_deleted_words(kept)  # all of it in the one file that is copied
    kept.engine.dispose()
    return Prepared(instance, term, table)


@pytest.fixture
def settings(prepared: Prepared, tmp_path: Path) -> Settings:
    instance = tmp_path / "instance"
    shutil.copytree(prepared.instance, instance)
    return _settings(instance, f"sqlite+pysqlite:///{instance / 'heard.db'}")


@pytest.fixture
def term(prepared: Prepared) -> Term:
    return prepared.term


@pytest.fixture
def at_table(prepared: Prepared) -> CodingTable:
    """A table that is on, with two seats; nothing is drawn yet."""
    return prepared.table


def _settings(instance: Path, url: str) -> Settings:
    return read_settings({"HEARD_INSTANCE": str(instance), "HEARD_DATABASE_URL": url})
