"""An invented survey, served for the time of the measuring, and the pages of it that are visited."""

from __future__ import annotations

import datetime as dt
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from feedback_app import asking, create_app, people
from feedback_app.config import Settings, read_settings
from feedback_app.errors import HeardError
from feedback_app.storage.tables import today

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SURVEY, AUDIENCE = "young-person-11-25", "young_person_11_25"
AREA, WAVE = "bench", "bench"
SECONDS_TO_START = 60
PAGES_ON = 3  # the later page is so many after the first question


class NotServed(HeardError):
    words = "The example could not be served. `heard serve` says why."


@dataclass(frozen=True, slots=True)
class Subject:
    """One page to visit; `kept` is what the browser keeps of an earlier visit, `come_from` the page before it."""

    name: str
    address: str
    kept: Any = None
    come_from: str = ""


@contextmanager
def heard_pages(browser: Browser) -> Iterator[list[Subject]]:
    """The welcome page and the first question by a browser that has nothing yet, and a later page by one that went on.

    Raises NotServed.
    """
    with TemporaryDirectory(prefix="heard-bench-") as folder, _serving(Path(folder)) as welcome:
        context = browser.new_context()
        page = context.new_page()
        page.goto(welcome)
        page.check("input[name=agree][value=yes]")
        _press(page, "form:has([name=agree]) button.btn:not(.sm)")
        first = page.url
        for _ in range(PAGES_ON):
            before = page.url
            _press(page, "main form .nav button.btn")
        kept, later = context.storage_state(), page.url
        context.close()
        yield [
            Subject("Heard: welcome", welcome),
            Subject("Heard: first question", first, kept),
            Subject("Heard: a later question", later, kept, come_from=before),
        ]


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    environ = {"HEARD_INSTANCE": str(folder), "HEARD_PORT": str(_free_port())}
    command = [sys.executable, "-c", "from feedback_app.cli import main; main()"]
    subprocess.run([*command, "init"], env=environ, check=True, capture_output=True)  # noqa: S603 - our own command
    settings = read_settings(environ | {"HEARD_WEB_WORKERS": "1"})
    code = _open(settings)
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen([*command, "serve"], env=environ, stdout=log, stderr=log)  # noqa: S603 - as above
        try:
            _wait_until_up(settings, server)
            yield settings.address(f"/a/{code}/")
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            server.kill()


def _open(settings: Settings) -> str:
    with create_app(settings).app_context():
        asking.add_area(AREA, "Wexcombe", "Wexcombe Council", example=True)
        people.add_staff(AREA, "Priya", "safeguarding_lead")
        asking.make_wave(AREA, WAVE, "What it weighs", "Support", strategy_sets=["wexcombe"])
        return asking.open_survey(AREA, WAVE, SURVEY, AUDIENCE, closes_on=today() + dt.timedelta(days=1))


def _wait_until_up(settings: Settings, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(settings.address("/health"), timeout=5):  # noqa: S310 - our own
            return
        time.sleep(0.1)
    raise NotServed


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
