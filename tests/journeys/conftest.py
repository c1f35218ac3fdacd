"""One server, one browser and one furnished installation for all journeys; a fresh browser context for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.furnished import Furnished, furnish
from tests.serving import Server, an_installation, serving


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Furnished]]:
    settings = an_installation(tmp_path_factory.mktemp("journeys"))
    furnished = furnish(settings)
    with serving(settings) as server:
        yield server, furnished
    furnished.app.extensions["heard_database"].engine.dispose()


@pytest.fixture
def server(home: tuple[Server, Furnished]) -> Server:
    return home[0]


@pytest.fixture
def furnished(home: tuple[Server, Furnished]) -> Furnished:
    return home[1]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been here."""
    fresh = browser.new_context(viewport={"width": 360, "height": 740})
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
