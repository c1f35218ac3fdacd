"""What a page in a browser does against people: whatever axe finds, and what scrolls sideways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from feedback_app.web.reader import CHOICES, COOKIE
from tests.serving import Server

TURNED = "() => { document.documentElement.dir = document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl' }"
TOO_WIDE = """() => {
    const wide = document.documentElement.clientWidth;
    // a bar that scrolls inside itself hides its last links from whoever has no mouse
    const bars = [...document.querySelectorAll("nav")].filter(one => one.scrollWidth > one.clientWidth + 1)
    if (bars.length) return bars.map(one => "NAV " + one.getAttribute("aria-label"));
    return document.documentElement.scrollWidth > wide
        ? [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > wide + 1)
              .map(one => one.tagName + "." + one.className).slice(0, 5)
        : [];
}"""
# whatever a reader can set, and the window they have; the direction of the other languages too
SETTINGS: Mapping[str, Sequence[str]] = {
    "language": ("en", "pl", "ur"),
    "width": ("320", "360", "768", "1280"),
    "direction": ("its own", "turned round"),
    **{name: values for name, values in CHOICES.items() if name != "layer"},
}


def found_by_axe(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 740})
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} at {width}: {one['help']}: {one['nodes'][0]['html'][:120]}" for one in found]


def problems_at(page: Page, width: int) -> list[str]:
    """Axe, and nothing sideways, at one width."""
    found = found_by_axe(page, width)
    return found + [f"{wide} is too wide at {width}" for wide in page.evaluate(TOO_WIDE)]


def read_as(context: BrowserContext, server: Server, **chosen: str) -> None:
    """A reader who has chosen so, as the reading panel keeps it."""
    kept = ".".join(f"{name}-{value}" for name, value in chosen.items() if name in CHOICES or name == "language")
    context.add_cookies([{"name": COOKIE, "value": kept, "url": server.at("/")}])
