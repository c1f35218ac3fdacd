"""A sound in a WebM file, as browsers record it: its header, one or more sound tracks, and at least one block of sound.

RFC 8794 (EBML) and RFC 9559 (Matroska). Browsers write nothing of the person or the place into one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

START: Final = b"\x1a\x45\xdf\xa3"
_HEADER, _KIND, _SEGMENT, _TRACKS, _TRACK = 0x1A45DFA3, 0x4282, 0x18538067, 0x1654AE6B, 0xAE
_TRACK_TYPE, _CLUSTER, _GROUP, _BLOCK, _SIMPLE_BLOCK = 0x83, 0x1F43B675, 0xA0, 0xA1, 0xA3
_NESTED: Final = frozenset({_HEADER, _SEGMENT, _TRACKS, _TRACK, _CLUSTER, _GROUP})
_ENDLESS: Final = frozenset({_SEGMENT, _CLUSTER})  # a recorder does not know yet how long they will be
_SOUND: Final = b"\2"
_MOST: Final = 200_000  # elements: 20 minutes in pieces of 20 milliseconds, three times over


def is_webm(content: bytes) -> bool:
    return content.startswith(START)


def checked(content: bytes) -> bytes:
    """The file as it is. Raises FileUnreadable for a film, for another kind of file, and where there is no sound."""
    kind, tracks, sounds = b"", set(), 0
    for name, body in _elements(content):
        if name == _KIND:
            kind = body
        elif name == _TRACK_TYPE:
            tracks.add(body)
        elif name in (_BLOCK, _SIMPLE_BLOCK):
            sounds += len(body) > 4  # a track number, a time, flags, then the sound
    if kind.rstrip(b"\0") != b"webm" or tracks != {_SOUND} or not sounds:
        raise FileUnreadable
    return content


def _elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Every element in its order, with what is in it unless that is elements. One that is cut short is left out."""
    place = 0
    for _ in range(_MOST):
        if place >= len(content):
            return
        name, size_at = _number(content, place, marked=True)
        size, start = _number(content, size_at, marked=False)
        is_endless = size == (1 << 7 * (start - size_at)) - 1
        if is_endless and name not in _ENDLESS:
            raise FileUnreadable
        if name in _NESTED:
            yield name, b""
            place = start
        elif start + size > len(content):
            return
        else:
            yield name, content[start : start + size]
            place = start + size
    raise FileUnreadable


def _number(content: bytes, place: int, *, marked: bool) -> tuple[int, int]:
    """A number that says in its first bits how long it is, and where it ends; `marked` keeps those bits."""
    first = content[place : place + 1]
    length = 9 - first[0].bit_length() if first else 9
    number = content[place : place + length]
    if length > 8 or len(number) < length:
        raise FileUnreadable
    value = int.from_bytes(number, "big")
    return (value if marked else value & (1 << 7 * length) - 1), place + length
