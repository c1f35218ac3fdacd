"""What is wrong with pages that somebody walks through in a browser, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.looking import TOO_WIDE, found_by_axe

WIDTHS = (360, 1280)
NARROW = 320


def nothing_is_wrong(page: Page, walk: Iterator[str], pages: int) -> None:
    """Axe finds nothing, nothing scrolls sideways, no script fails, and the walk has so many pages, each once."""
    problems, met = [], []
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)

    for name in walk:
        met.append(name)
        problems += [f"{name}: {problem}" for width in WIDTHS for problem in found_by_axe(page, width)]
        page.set_viewport_size({"width": NARROW, "height": 740})
        problems += [f"{name} at {NARROW}: {wide} is too wide" for wide in page.evaluate(TOO_WIDE)]

    assert not problems, "\n".join(problems)
    assert not errors
    assert len(set(met)) == len(met)
    assert len(met) >= pages
