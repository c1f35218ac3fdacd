"""The example played once for all tests here, which only look at what it left; SQLite alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from feedback_app import asking, create_app, example, protecting
from feedback_app.config import read_settings
from feedback_app.storage import areas, waves
from feedback_app.storage.db import reading
from feedback_app.storage.pack_rows import Pack
from feedback_app.storage.packs import read_pack
from feedback_app.storage.rows import Record
from tests import area_guard, database
from tests.conftest import CheckedClient


@dataclass(frozen=True, slots=True)
class Played:
    """What `make demo` left behind: the app, the lines it printed, and its closed wave."""

    app: Flask
    lines: list[str]
    area: Record
    wave: Record

    @property
    def packs(self) -> list[Path]:
        return sorted(self.app.extensions["heard_settings"].packs.iterdir())

    def pack(self, title: str) -> Pack:
        """The one pack with that title."""
        return next(pack for pack in map(read_pack, self.packs) if pack.about["title"] == title)

    def report(self) -> Pack:
        return self.pack(self.wave.title)

    def link(self, holds: str) -> str:
        """The path of the link printed on the line that holds these words, or on the line after it."""
        number = next(place for place, line in enumerate(self.lines) if holds in line)
        address = next(word for line in self.lines[number:] for word in line.split() if word.startswith("http://"))
        return "/" + address.split("/", maxsplit=3)[3]


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Played]:
    instance = tmp_path_factory.mktemp("example")
    (instance / "packs").mkdir()
    with database.copied_sqlite(sqlite_template, instance / "heard.db") as url:
        settings = read_settings({"HEARD_INSTANCE": str(instance), "HEARD_DATABASE_URL": url})
        protecting.make_keys(settings)
        app = create_app(settings)
        area_guard.unwatch()  # it doubles the time of 30,000 queries, each of which other tests see
        try:
            lines = example.play(app)
        finally:
            area_guard.watch()
        app.test_client_class = CheckedClient  # every page is checked from here on
        with app.app_context():
            wave = next(wave for wave in asking.waves_of("wexcombe") if wave.closed_on)
            with reading() as session:
                area = areas.by_slug(session, "wexcombe")
                closed = waves.by_id(session, area.id, wave.id)
        yield Played(app, lines, area, closed)
        app.extensions["heard_database"].engine.dispose()


@pytest.fixture
def inside_example(played: Played) -> Iterator[Played]:
    """The played example with the app's context open: for tests that visit no page."""
    with played.app.app_context():
        yield played
