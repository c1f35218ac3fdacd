"""A sound in an Ogg file: whole pages with right checksums, of one stream, in a codec that holds sound. RFC 3533."""

from __future__ import annotations

import zlib
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

_CODECS: Final = (b"OpusHead", b"\1vorbis", b"Speex   ", b"\x7fFLAC")
_HEAD: Final = 27  # bytes before the table of segments
_BEGINS: Final = 2
_FEWEST_PAGES: Final = 3  # what it is, who made it, and sound
_MIRRORED: Final = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def is_ogg(content: bytes) -> bool:
    return content.startswith(b"OggS")


def whole_pages(content: bytes) -> bytes:
    """The pages that are whole, and nothing behind them. Raises FileUnreadable."""
    place, pages, ends_at = 0, 0, 0
    while page := _page(content, place):
        kind, stream = page[5], page[14:18]
        begins = bool(kind & _BEGINS)
        if page[4] or begins is not (pages == 0) or stream != content[14:18] or _checksum(page) != page[22:26]:
            raise FileUnreadable
        ends_at = max(ends_at, int.from_bytes(page[6:14], "little", signed=True))
        pages, place = pages + 1, place + len(page)
    if pages < _FEWEST_PAGES or ends_at <= 0 or not content[_HEAD + content[26] :].startswith(_CODECS):
        raise FileUnreadable
    return content[:place]


def _page(content: bytes, place: int) -> bytes:
    """One page; empty where no whole one starts."""
    head = content[place : place + _HEAD]
    if not head.startswith(b"OggS") or len(head) < _HEAD:
        return b""
    table = content[place + _HEAD : place + _HEAD + head[26]]
    length = _HEAD + head[26] + sum(table)
    page = content[place : place + length]
    return page if len(page) == length and len(table) == head[26] else b""


def _checksum(page: bytes) -> bytes:
    """CRC-32 as Ogg counts it: zlib's polynomial from the other end, from nought, over a page without its own."""
    mirrored = (page[:22] + bytes(4) + page[26:]).translate(_MIRRORED)
    counted = zlib.crc32(mirrored, 0xFFFFFFFF) ^ 0xFFFFFFFF
    return counted.to_bytes(4, "big").translate(_MIRRORED)
