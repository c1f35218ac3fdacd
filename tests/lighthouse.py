"""Lighthouse on the pages that every respondent meets: `make lighthouse` (needs npm) fails below 100."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext

from tests import chromium, npm
from tests.furnished import Furnished, furnish
from tests.serving import Server, an_installation, serving

CATEGORIES = ("accessibility", "best-practices")


def main() -> int:
    if chromium.where() is None:
        sys.exit(chromium.MISSING)
    below = False
    with tempfile.TemporaryDirectory(prefix="heard-lighthouse-") as name:
        folder = Path(name)
        command = npm.installed(folder, "lighthouse") / "cli" / "index.js"
        with _pages(folder / "instance") as pages:
            for page, (address, cookie) in pages.items():
                found = _measured(command, address, cookie)
                scores = {one: round(100 * found["categories"][one]["score"]) for one in CATEGORIES}
                print(f"{page}: {', '.join(f'{one} {score}' for one, score in scores.items())}")
                below |= min(scores.values()) < 100
                for line in _failures(found):
                    print(f"  {line}")
    return 1 if below else 0


@contextmanager
def _pages(folder: Path) -> Iterator[dict[str, tuple[str, str]]]:
    """Welcome, question, check and receipt, each with the cookies of somebody who has come so far."""
    settings = an_installation(folder)
    furnished = furnish(settings)
    with serving(settings) as server, chromium.running() as browser:
        answering, finished = browser.new_context(), browser.new_context()
        yield {
            "welcome": (server.at(f"/a/{furnished.young}/"), ""),
            "question": (_begin(answering, server, furnished), _cookies(answering)),
            "check": (server.at(f"/a/{furnished.young}/check"), _cookies(answering)),
            "receipt": (_finish(finished, server, furnished), _cookies(finished)),
        }


def _begin(context: BrowserContext, server: Server, furnished: Furnished) -> str:
    page = context.new_page()
    page.goto(server.at(f"/a/{furnished.young}/"))
    page.check("#agree-0")
    page.click("main form .btn")
    return page.url


def _finish(context: BrowserContext, server: Server, furnished: Furnished) -> str:
    _begin(context, server, furnished)
    page = context.pages[0]
    page.goto(server.at(f"/a/{furnished.young}/check"))
    page.get_by_role("button", name="Finish").click()
    return page.url


def _cookies(context: BrowserContext) -> str:
    return "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())


def _measured(command: Path, address: str, cookie: str) -> Any:
    ran = subprocess.run(
        [
            *("node", str(command), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"),
            f"--chrome-flags=--headless=new {' '.join(chromium.FLAGS)}",
            *([f"--extra-headers={json.dumps({'Cookie': cookie})}"] if cookie else []),
        ],
        env=os.environ | {"CHROME_PATH": str(chromium.where())},
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        sys.exit(ran.stderr)
    found = json.loads(ran.stdout)
    if found["finalDisplayedUrl"] != address:
        sys.exit(f"{address} leads to {found['finalDisplayedUrl']}")
    return found


def _failures(found: Any) -> Iterator[str]:
    counted = {one["id"] for name in CATEGORIES for one in found["categories"][name]["auditRefs"] if one["weight"]}
    for name, audit in found["audits"].items():
        if name in counted and audit["score"] is not None and audit["score"] < 1:
            yield f"{audit['title']}: {json.dumps(audit.get('details', {}).get('items', []))[:400]}"


if __name__ == "__main__":
    sys.exit(main())
