"""A JPEG picture with nothing in it but the picture: no EXIF, no GPS, no second picture after its end.

ITU-T T.81 (JPEG) and T.871 (JFIF): https://www.itu.int/rec/T-REC-T.81 and https://www.itu.int/rec/T-REC-T.871
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

START: Final = b"\xff\xd8"
END: Final = b"\xff\xd9"
LONGEST_SIDE: Final = 20_000  # pixels
MOST_PIXELS: Final = 120_000_000
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})  # what browsers can show: baseline, extended, progressive
_OTHER_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})  # Huffman, quantisation, restart interval
_SCAN, _JFIF, _ADOBE = 0xDA, 0xE0, 0xEE
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # in a scan, FF 00 is a value and FF D0-D7 a restart


def is_jpeg(content: bytes) -> bool:
    return content.startswith(START + b"\xff")


def bare_picture(content: bytes) -> bytes:
    """The segments without which there is no picture, written anew. Raises FileUnreadable."""
    kept, frames, scans = [START], 0, 0
    for marker, body, scan in _segments(content):
        if marker in _OTHER_FRAMES:
            raise FileUnreadable
        if marker in _FRAMES:
            _refuse_size(body)
            frames += 1
        scans += marker == _SCAN
        bare = _bare_body(marker, body)
        if bare is not None:
            kept.append(bytes((0xFF, marker)) + (len(bare) + 2).to_bytes(2, "big") + bare + scan)
    if frames != 1 or not scans:
        raise FileUnreadable
    return b"".join((*kept, END))


def _bare_body(marker: int, body: bytes) -> bytes | None:
    """What is kept of a segment: the picture's own, and two that say how its colours are meant. None: it goes."""
    if marker in _FRAMES or marker in _TABLES or marker == _SCAN:
        return body
    if marker == _JFIF and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"  # no small picture inside the picture
    if marker == _ADOBE and body.startswith(b"Adobe") and len(body) >= 12:
        return body[:12]
    return None


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment's marker, body and, after a scan's, the scan; ends at the picture's end, whatever comes after."""
    place = len(START)
    while True:
        if content[place : place + 1] != b"\xff":
            raise FileUnreadable
        while content[place + 1 : place + 2] == b"\xff":
            place += 1
        marker, place = int.from_bytes(content[place + 1 : place + 2], "big"), place + 2
        if marker == END[1]:
            return
        length = int.from_bytes(content[place : place + 2], "big")
        body = content[place + 2 : place + length]
        if length < 2 or len(body) != length - 2 or marker < 0xC0:
            raise FileUnreadable
        place += length
        scan = b""
        if marker == _SCAN:
            after = _AFTER_SCAN.search(content, place)
            if after is None:
                raise FileUnreadable
            scan, place = content[place : after.start()], after.start()
        yield marker, body, scan


def _refuse_size(frame: bytes) -> None:
    if len(frame) < 6 or len(frame) != 6 + 3 * frame[5]:
        raise FileUnreadable
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE and width * height <= MOST_PIXELS):
        raise FileUnreadable
