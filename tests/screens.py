"""Pictures of every page, on a phone and on a desk: `python -m tests.screens` puts them in build/screens."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import chromium, tour
from tests.furnished import furnish
from tests.serving import an_installation, serving

FOLDER = Path("build") / "screens"
WIDTHS = (360, 1280)


def main() -> int:
    if chromium.where() is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="heard-screens-") as folder:
        settings = an_installation(Path(folder))
        furnished = furnish(settings)
        with serving(settings) as server, chromium.running() as browser:
            page = browser.new_page()
            for way in (tour.of_respondents, tour.of_staff):
                for name in way(page, server, furnished):
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 800})
                        page.screenshot(path=FOLDER / f"{_file(name)}-{width}.png", full_page=True)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    return 0


def _file(name: str) -> str:
    return "-".join(name.replace(",", "").split())


if __name__ == "__main__":
    sys.exit(main())
