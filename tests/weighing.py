"""What a page weighs on its way, and what it makes a browser fetch."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer
from flask.testing import FlaskClient

IMPORTED = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")
NOT_FETCHED = ("data:", "#", "blob:")
LOADING = SoupStrainer(
    ["script", "link", "style", "img", "source", "audio", "video", "track", "use", "image", "object"]
)


@dataclass(frozen=True, slots=True)
class Loads:
    """What a page makes a browser fetch by itself.

    `waits_for` is what must be there before anything is drawn. `besides` are pictures, fonts and the like: not scripts,
    nor sound that waits to be asked for.
    """

    waits_for: tuple[str, ...]
    scripts: tuple[str, ...]
    besides: tuple[str, ...]


def weight(content: bytes) -> int:
    """Bytes by gzip, which every browser takes even by plain HTTP; brotli is a little less."""
    return len(gzip.compress(content, 9, mtime=0))


def loads_of(html: str) -> Loads:
    soup = BeautifulSoup(html, "html.parser", parse_only=LOADING)
    scripts = soup.find_all("script", src=True)
    styles = " ".join(one.get_text() for one in soup.find_all("style"))
    waits_for = [
        *(str(one) for one in soup.find_all("link") if "stylesheet" in one.get_attribute_list("rel")),
        *(str(one) for one in scripts if not ({"defer", "async"} & set(one.attrs) or one.get("type") == "module")),
        *re.findall("@import[^;]*", styles),
    ]
    found = {
        *(str(one[name]) for one in soup.find_all(True) for name in ("src", "poster", "data") if one.get(name)),
        *(str(one["href"]) for one in soup.find_all(["link", "use", "image"]) if one.get("href")),
        *re.findall(r"""url\(\s*["']?([^"')]+)""", styles),
    }
    waiting = {str(one.get("src")) for one in soup.find_all(["audio", "video"], preload="none")}
    addresses = tuple(str(one["src"]) for one in scripts)
    besides = {address for address in found if not address.startswith(NOT_FETCHED)} - {*addresses, *waiting}
    return Loads(tuple(waits_for), addresses, tuple(sorted(besides)))


def with_imports(client: FlaskClient, scripts: Iterable[str]) -> dict[str, bytes]:
    """Each script by its address, and each that it imports, and so on."""
    found: dict[str, bytes] = {}
    waiting = list(scripts)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        got = client.get(address, buffered=True)
        assert got.status_code == 200, f"{address} is not there"
        found[address] = got.data
        waiting += [urljoin(address, name) for name in IMPORTED.findall(got.text)]
    return found
