"""The HTML of every page of the tour through vnu, the checker of the W3C: `make html` (needs npm and Java)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, Response

from feedback_app.web.reader import CHOICES
from tests import chromium, npm, tour
from tests.furnished import approve_everything, furnish
from tests.looking import read_as
from tests.serving import an_installation, serving
from tests.table_tour import of_tables

WAYS_TO_READ = (*({"layer": layer} for layer in CHOICES["layer"]), {"language": "pl"}, {"language": "ur"})


def main() -> int:
    if chromium.where() is None:
        sys.exit(chromium.MISSING)
    if shutil.which("java") is None:
        sys.exit("Java is not here: vnu runs in it. On Debian: apt-get install default-jre-headless")
    with tempfile.TemporaryDirectory(prefix="heard-html-") as name:
        folder = Path(name)
        jar = npm.installed(folder, "vnu-jar") / "build" / "dist" / "vnu.jar"
        pages = folder / "pages"
        pages.mkdir()
        for number, (page, html) in enumerate(_every_page(folder / "instance"), start=1):
            (pages / f"{number:03} {page}.html").write_text(html, encoding="utf-8")
        wrong = _found_by_vnu(jar, pages)
        for line in wrong:
            print(line)
        print(f"{len(list(pages.iterdir()))} pages, {len(wrong)} errors")
    return 1 if wrong else 0


def _every_page(folder: Path) -> Iterator[tuple[str, str]]:
    """Each page as the server sent it, not as the browser mended it."""
    settings = an_installation(folder)
    furnished = furnish(settings)
    with serving(settings) as server, chromium.running() as browser:
        for way in (tour.of_respondents, tour.of_staff, of_tables):
            page = browser.new_page()
            sent = _sent_to(page)
            for name in way(page, server, furnished):
                yield name, sent[-1].text()
        approve_everything(furnished)
        for chosen in WAYS_TO_READ:
            context = browser.new_context()
            read_as(context, server, **chosen)
            page = context.new_page()
            sent = _sent_to(page)
            for name in tour.of_kinds(page, server, furnished.kinds):
                yield f"{name} {' '.join(chosen.values())}", sent[-1].text()
            context.close()


def _sent_to(page: Page) -> list[Response]:
    """The pages that come, as they come."""
    sent: list[Response] = []

    def note(response: Response) -> None:
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            sent.append(response)

    page.on("response", note)
    return sent


def _found_by_vnu(jar: Path, pages: Path) -> list[str]:
    command = [
        "java",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
        "--stdout",
        *map(str, sorted(pages.iterdir())),
    ]
    said = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    return [f"{_place(one)}: {one['message']} | {one.get('extract', '').strip()}" for one in said["messages"]]


def _place(message: dict[str, str]) -> str:
    return f"{Path(message['url']).stem.replace('%20', ' ')}, line {message.get('lastLine')}"


if __name__ == "__main__":
    sys.exit(main())
