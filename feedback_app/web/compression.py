"""Fewer bytes on the way: respondents' pages and our own files are compressed, staff pages are not.

Compression can give a secret away (BREACH): somebody who can make a browser open a page again and again, with words of
their choosing in it, learns from its length how like the secret those words are. So a page is compressed only when it
holds no secret that stays the same from view to view. Respondents' pages are such: their send keys are new in each
view, the key of a response is in a cookie and never in a page, and what somebody wrote is not shown again. The receipt
page shows a code, and no words from anybody outside. Staff pages hold a session's token beside words that anybody may
have written.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from functools import lru_cache

import brotli
from flask import Flask, Response, request

TEXT = frozenset(
    {"text/html", "text/css", "text/plain", "text/javascript", "application/json", "application/manifest+json"}
    | {"image/svg+xml", "font/ttf"}
)
TOO_SHORT = 256  # bytes: a packet holds it anyway
BROTLI_OF_A_PAGE = 5  # a quarter of a millisecond; 11 would save 8 % and take 14
BROTLI_OF_A_FILE = 11  # once for each worker process
WAYS = ("br", "gzip")  # the first that a browser takes; by plain HTTP most take gzip alone


def compress_answers(app: Flask, safe: Iterable[str]) -> None:
    """Compress our own files, "no such page", and the pages of the `safe` blueprints, which hold no lasting secret."""
    safe_names = frozenset(safe)
    files = lru_cache(maxsize=256)(_compressed)

    def compress(response: Response) -> Response:
        if request.endpoint == "static":
            # its whole content is read into memory; sound and video stay streams
            return _lighter(response, files, BROTLI_OF_A_FILE)
        if request.blueprint is None or request.blueprint in safe_names:
            return _lighter(response, _compressed, BROTLI_OF_A_PAGE)
        return response

    app.after_request(compress)


def _lighter(response: Response, compressed: Callable[[bytes, str, int], bytes], quality: int) -> Response:
    if response.mimetype not in TEXT or response.status_code in (206, 304) or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    way = request.accept_encodings.best_match(WAYS)
    response.direct_passthrough = False
    whole = response.get_data()
    if way is None or len(whole) < TOO_SHORT:
        return response
    response.set_data(compressed(whole, way, quality))
    response.headers["Content-Encoding"] = way
    etag, weak = response.get_etag()
    if etag:
        response.set_etag(f"{etag}-{way}", weak=bool(weak))
        response.make_conditional(request)
    return response


def _compressed(whole: bytes, way: str, quality: int) -> bytes:
    if way == "br":
        smaller: bytes = brotli.compress(whole, quality=quality)
        return smaller
    return gzip.compress(whole, 9, mtime=0)
