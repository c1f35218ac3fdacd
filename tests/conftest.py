"""What every test of the app stands on: a database of its own, an app, and a client that checks every page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from playwright.sync_api import Browser
from werkzeug.test import TestResponse
from xdist.scheduler import LoadScopeScheduling

from feedback_app import create_app, protecting
from feedback_app.config import Settings, read_settings
from tests import area_guard, chromium, database
from tests.pages import check_page
from tests.stages import Stages

TOGETHER = frozenset({"journeys", "example"})  # folders whose tests stand on one costly installation


class CheckedClient(FlaskClient):
    """A client that checks every page it is shown against the rules of `tests.pages`."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **{"buffered": True} | kwargs)
        if response.request.method != "HEAD":
            check_page(response, path=f"{response.request.method} {response.request.path}")
        return response


class Together(LoadScopeScheduling):  # type: ignore[misc]  # it ships no types
    """Where two processes share the tests out, a file stays whole, and a costly installation is made once."""

    def _split_scope(self, nodeid: str) -> str:
        file = PurePosixPath(nodeid.partition("::")[0])
        return file.parent.name if file.parent.name in TOGETHER else str(file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, or one process waits for the other at the end."""
    items.sort(key=lambda item: item.path.parent.name not in TOGETHER)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each process of tests: a second one beside it would not start."""
    if chromium.where() is None:
        pytest.skip(chromium.MISSING)
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def no_query_without_an_area() -> Iterator[None]:
    area_guard.watch()
    yield
    area_guard.unwatch()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database.migrated_sqlite(tmp_path_factory.mktemp("sqlite") / "heard.db")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[sa.URL]:
    with database.postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: sa.URL) -> Iterator[sa.URL]:
    with database.migrated_postgresql(postgresql_server) as address:
        yield address


@pytest.fixture(params=("sqlite", "postgresql"))
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both, one after the other; a folder of tests that only look at pages says SQLite alone."""
    return str(request.param)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The keys of every installation of one process: what they sealed can be copied from one test to the next."""
    instance = tmp_path_factory.mktemp("keys")
    protecting.make_keys(read_settings({"HEARD_INSTANCE": str(instance)}))
    return instance / "keys"


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    return Stages(tmp_path_factory.mktemp("stages"))


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """Each template is compiled once, not once for each app."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def settings(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path, keys: Path) -> Iterator[Settings]:
    """An instance of its own below the temporary folder, with keys and an empty database."""
    instance = tmp_path / "instance"
    (instance / "packs").mkdir(parents=True)
    template = request.getfixturevalue(f"{database_kind}_template")
    copied = (
        database.copied_sqlite(template, instance / "heard.db")
        if database_kind == "sqlite"
        else database.emptied_postgresql(template)
    )
    with copied as url:
        made = read_settings({"HEARD_INSTANCE": str(instance), "HEARD_DATABASE_URL": url})
        shutil.copytree(keys, made.keys)
        yield made


@pytest.fixture
def app(settings: Settings, compiled_templates: BytecodeCache) -> Iterator[Flask]:
    app = create_app(settings)
    app.jinja_env.bytecode_cache = compiled_templates
    app.test_client_class = CheckedClient
    yield app
    app.extensions["heard_database"].engine.dispose()


@pytest.fixture
def inside(app: Flask) -> Iterator[Flask]:
    """The app, with its context open: for tests that call use cases and visit no page."""
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
