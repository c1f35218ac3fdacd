"""A PNG picture with nothing in it but the picture: no words, no place, no time, nothing after its end.

PNG (Portable Network Graphics) Specification, third edition: https://www.w3.org/TR/png-3/
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
LONGEST_SIDE: Final = 10_000  # pixels
MOST_PIXELS: Final = 40_000_000
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type: samples of a pixel
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# where each of the seven passes of an interlaced picture starts, and its steps: x, y, across, down
_PASSES: Final = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def is_png(content: bytes) -> bool:
    return content.startswith(SIGNATURE)


def bare_picture(content: bytes) -> bytes:
    """The chunks without which there is no picture, written anew. Raises FileUnreadable."""
    kept = [(name, body) for name, body in _chunks(content) if name in _KEPT]
    names = [name for name, _ in kept]
    data = [place for place, name in enumerate(names) if name == b"IDAT"]
    if names[:1] != [b"IHDR"] or names.count(b"IHDR") != 1 or not data or len(data) != data[-1] - data[0] + 1:
        raise FileUnreadable
    if any(names.count(one) > 1 or (one in names and names.index(one) > data[0]) for one in (b"PLTE", b"tRNS")):
        raise FileUnreadable
    _refuse_hidden(kept[0][1], [body for name, body in kept if name == b"IDAT"])
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while True:
        length = int.from_bytes(content[place : place + 4], "big")
        name, end = content[place + 4 : place + 8], place + 8 + length
        check = content[end : end + 4]
        if len(check) < 4 or zlib.crc32(content[place + 4 : end]) != int.from_bytes(check, "big"):
            raise FileUnreadable
        yield name, content[place + 8 : end]
        if name == b"IEND":
            return
        place = end + 4


def _refuse_hidden(header: bytes, data: list[bytes]) -> None:
    """The squeezed picture is exactly as long as its size says: neither a bomb, nor something behind it."""
    wanted = _picture_bytes(header)
    squeezed, opened = zlib.decompressobj(), 0
    try:
        for piece in data:
            left = piece
            while left and not squeezed.eof:
                opened += len(squeezed.decompress(left, 1 << 16))
                left = squeezed.unconsumed_tail
                if opened > wanted:
                    raise FileUnreadable
            if left or squeezed.unused_data:
                raise FileUnreadable
    except zlib.error as broken:
        raise FileUnreadable from broken
    if opened != wanted or not squeezed.eof:
        raise FileUnreadable


def _picture_bytes(header: bytes) -> int:
    """How long the opened picture must be. Raises FileUnreadable for a header that makes no picture we can show."""
    if len(header) != 13:
        raise FileUnreadable
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, colour, packing, filtering, interlaced = header[8:]
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE and width * height <= MOST_PIXELS):
        raise FileUnreadable
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlaced > 1:
        raise FileUnreadable
    bits = depth * _SAMPLES[colour]
    if not interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for x, y, across, down in _PASSES:
        columns, rows = -(-(width - x) // across), -(-(height - y) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
