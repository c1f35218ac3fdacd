"""A sound in an MP4 file, as phones record it, without the place, the time and the title that phones write beside it.

ISO/IEC 14496-12 (ISO base media file format). Boxes keep their length, so that nothing that counts bytes goes wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

_NESTED: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"edts", b"moof", b"traf", b"mvex"})
_TOLD: Final = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"loci", b"pdin", b"XMP_"})
_TIMED: Final = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_DEEPEST: Final = 8
_BRANDS: Final = (b"M4A", b"M4B", b"mp4", b"iso", b"3g", b"qt  ", b"dash", b"MSNV")  # what each starts with


def is_mp4(content: bytes) -> bool:
    return content[4:8] == b"ftyp"


def bare_sound(content: bytes) -> bytes:
    """The same file with what is told beside the sound made empty. Raises FileUnreadable, for a film too."""
    bare = bytearray(content)
    tracks, sound = set(), 0
    brands = content[8 : int.from_bytes(content[:4], "big")]
    if not any(brands[at : at + 4].startswith(_BRANDS) for at in range(0, min(len(brands), 256), 4) if at != 4):
        raise FileUnreadable
    for name, named_at, start, end in _boxes(content, 0, len(content)):
        if name in _TOLD:
            bare[named_at : named_at + 4] = b"free"
            bare[start:end] = bytes(end - start)
        elif name in _TIMED:
            # version and flags (4 bytes), then made and changed: 4 bytes each, or 8 in version 1
            length = 16 if content[start : start + 1] == b"\1" else 8
            if end - start < 4 + length:
                raise FileUnreadable
            bare[start + 4 : start + 4 + length] = bytes(length)
        elif name == b"mdat":
            sound += end - start
        elif name == b"hdlr":
            tracks.add(content[start + 8 : start + 12])
    if b"soun" not in tracks or b"vide" in tracks or not sound:
        raise FileUnreadable
    return bytes(bare)


def _boxes(content: bytes, place: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int, int]]:
    """Every box: its name, where that stands, and where what is in it starts and ends; those inside others too."""
    while place < end:
        length, start = int.from_bytes(content[place : place + 4], "big"), place + 8
        name = content[place + 4 : start]
        if length == 1:
            length, start = int.from_bytes(content[start : start + 8], "big"), start + 8
        stop = end if length == 0 else place + length
        if not start <= stop <= end or depth > _DEEPEST:
            raise FileUnreadable
        yield name, place + 4, start, stop
        if name in _NESTED:
            yield from _boxes(content, start, stop, depth + 1)
        place = stop
