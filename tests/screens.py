"""Pictures of every page, on a phone and on a desk, and of every way to read one: `make screens`.

The pictures go to build/screens, and sheets of them, one question of each kind beside the other, to its `sheets`. On
the way the Tab key goes through each page, at a desk and at 400 %: whoever uses no mouse must see where they are.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from tests import chromium, tour
from tests.focus import problems_of_tabbing
from tests.furnished import Furnished, approve_everything, furnish
from tests.looking import SETTINGS, TURNED, problems_at, read_as
from tests.serving import Server, an_installation, serving
from tests.table_tour import of_tables

FOLDER = Path("build") / "screens"
SHEETS = FOLDER / "sheets"
WIDTHS = (360, 1280)
SHEET = """body{display:flex;flex-wrap:wrap;gap:12px;margin:12px;font:13px sans-serif}
figure{margin:0}img{border:1px solid #999}"""
EVERY = 200  # so often a long walk says how far it is
PHONE, DESK = (360, 740), (1280, 800)
ROOM, ZOOMED = (1280, 1024), (320, 256)  # a desk's window, and the same one at 400 %


def main() -> int:
    if chromium.where() is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    SHEETS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="heard-screens-") as folder:
        settings = an_installation(Path(folder))
        furnished = furnish(settings)
        with serving(settings) as server, chromium.running() as browser:
            wrong = list(_every_page(browser, server, furnished))
            approve_everything(furnished)
            _sheets(browser, server, furnished)
            if "--pictures" not in sys.argv:
                wrong += _every_way_to_read(browser, server, furnished)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    print("\n".join(wrong) or "nothing is wrong at any stop of the Tab key or in any way to read")
    return 1 if wrong else 0


def _every_page(browser: Browser, server: Server, furnished: Furnished) -> Iterator[str]:
    """A picture of each page; yields what is wrong at a stop of the Tab key."""
    page = browser.new_page()
    for way in (tour.of_respondents, tour.of_staff, of_tables):
        for name in way(page, server, furnished):
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                page.screenshot(path=FOLDER / f"{_file(name)}-{width}.png", full_page=True)
            for width, height in (ROOM, ZOOMED):
                page.set_viewport_size({"width": width, "height": height})
                for problem in problems_of_tabbing(page):
                    yield f"{name} at {width} px: {problem}"
    page.close()


def _sheets(browser: Browser, server: Server, furnished: Furnished) -> None:
    """One question of each kind: on a phone, right to left, for a child with pictures, and at a desk."""
    kinds, child = furnished.kinds, furnished.kinds_child
    _sheet(browser, "phone", _shots(browser, server, kinds, PHONE), 200)
    _sheet(browser, "right-to-left", _shots(browser, server, kinds, PHONE, turned=True), 200)
    _sheet(browser, "child-pictures", _shots(browser, server, child, PHONE, {"layer": "pictures"}), 200)
    _sheet(browser, "urdu", _shots(browser, server, furnished.young, PHONE, {"language": "ur"}), 200)
    _sheet(browser, "desk", _shots(browser, server, kinds, DESK), 420)


def _shots(
    browser: Browser,
    server: Server,
    code: str,
    window: tuple[int, int],
    chosen: Mapping[str, str] | None = None,
    *,
    turned: bool = False,
) -> Iterator[tuple[str, bytes]]:
    context = browser.new_context(viewport={"width": window[0], "height": window[1]})
    read_as(context, server, **(chosen or {}))
    page = context.new_page()
    for name in tour.of_kinds(page, server, code):
        if turned:
            page.evaluate(TURNED)
        yield name.removeprefix("kind, "), page.screenshot()
    context.close()


def _sheet(browser: Browser, name: str, shots: Iterable[tuple[str, bytes]], width: int) -> None:
    """Small pictures side by side, each over its name, as one picture."""
    figures = "".join(
        f'<figure><img width={width} src="data:image/png;base64,{base64.b64encode(shot).decode()}">'
        f"<figcaption>{said}</figcaption></figure>"
        for said, shot in shots
    )
    page = browser.new_page(viewport={"width": 1330, "height": 800})
    page.set_content(f"<style>{SHEET}</style>{figures}")
    page.screenshot(path=SHEETS / f"{name}.png", full_page=True)
    page.close()


def _every_way_to_read(browser: Browser, server: Server, furnished: Furnished) -> Iterator[str]:
    """Axe and nothing sideways on a question in every combination of a reader's settings: the whole product."""
    page = browser.new_page()
    next(names := tour.of_some(page, server, furnished.young))
    next(names)  # the first question, after the welcome page
    every = list(product(*SETTINGS.values()))
    for number, values in enumerate(every, start=1):
        chosen = dict(zip(SETTINGS, values, strict=True))
        read_as(page.context, server, **chosen)
        page.goto(page.url)
        if chosen["direction"] == "turned round":
            page.evaluate(TURNED)
        for problem in problems_at(page, int(chosen["width"])):
            yield f"{' '.join(values)}: {problem}"
        if number % EVERY == 0 or number == len(every):
            print(f"{number} of {len(every)} ways to read", file=sys.stderr, flush=True)
    page.close()


def _file(name: str) -> str:
    return "-".join(name.replace(",", "").split())


if __name__ == "__main__":
    sys.exit(main())
