"""One visit to one page in a real Chromium that plays a slow phone in poor signal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feedback_app.bench.networks import SLOWER_CPU, Network
from feedback_app.errors import HeardError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ViewportSize

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PHONE: ViewportSize = {"width": 360, "height": 740}
QUIET_MS = 1_000  # a page is done when it has asked for nothing for so long
# what the browser itself noted: paints, and every task of the main thread over 50 ms
NOTED = """() => new Promise(tell => {
    const seen = {largest: 0, blocking: 0};
    for (const type of ["largest-contentful-paint", "longtask"])
        new PerformanceObserver(list => {
            for (const one of list.getEntries())
                if (type === "longtask") seen.blocking += one.duration - 50;
                else seen.largest = one.startTime;
        }).observe({type, buffered: true});
    for (const one of performance.getEntriesByType("paint")) seen[one.name] = one.startTime;
    setTimeout(() => tell(seen), 200);
})"""


class NoBrowser(HeardError):
    """There is nothing here to measure with."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit cost: bytes over the wire with their heads, requests, and milliseconds from the first of them.

    `blocking_ms` is what each task of the main thread took beyond 50 ms, added up, from the start until all was quiet.
    """

    bytes: int
    requests: int
    first_paint_ms: float
    first_content_ms: float
    largest_content_ms: float
    blocking_ms: float


@contextmanager
def running() -> Iterator[Browser]:
    """Raises NoBrowser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as missing:
        raise NoBrowser(
            "This drives Chromium by Playwright, which comes with what tests need: make install-test."
        ) from missing
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowser(f"There is no Chromium here; these were looked for: {', '.join(NAMES)}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


def visit(context: BrowserContext, address: str, network: Network, *, come_from: str = "") -> Visit:
    """Open a page on this network; `come_from` is opened before, unhindered, and what it left in the cache counts."""
    page = context.new_page()
    if come_from:
        page.goto(come_from, wait_until="networkidle")
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", network.conditions())
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    arrived: list[int] = []
    devtools.on("Network.loadingFinished", lambda event: arrived.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_load_state("networkidle", timeout=120_000)
    page.wait_for_timeout(QUIET_MS)
    noted = page.evaluate(NOTED)
    page.close()
    return Visit(
        bytes=sum(arrived),
        requests=sum(size > 0 for size in arrived),  # what the cache had came in no bytes
        first_paint_ms=noted["first-paint"],
        first_content_ms=noted["first-contentful-paint"],
        largest_content_ms=noted["largest"],
        blocking_ms=noted["blocking"],
    )
