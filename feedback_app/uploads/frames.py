"""Sounds that are frame after frame without a container: AMR, AAC in ADTS, and MP3. What only starts like one is none.

RFC 4867 (AMR), ISO/IEC 13818-7 (ADTS) and 11172-3 and 13818-3 (MPEG audio layer III).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

FEWEST: Final = 5  # frames: a tenth of a second
_AMR, _AMR_WB = b"#!AMR\n", b"#!AMR-WB\n"
# bytes after a frame's head, by its type; other types do not exist
_AMR_BYTES: Final = dict(enumerate((12, 13, 15, 17, 19, 20, 26, 31, 5))) | {15: 0}
_AMR_WB_BYTES: Final = dict(enumerate((17, 23, 32, 36, 40, 46, 50, 58, 60, 5))) | {14: 0, 15: 0}
_KBITS: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_KBITS_2: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_RATES: Final = (44_100, 48_000, 32_000, 0)  # a half in version 2, a quarter in 2.5
_Length = Callable[[bytes], int]


def is_amr(content: bytes) -> bool:
    return content.startswith((_AMR, _AMR_WB))


def bare_amr(content: bytes) -> bytes:
    """The whole frames; one that was cut short goes. Raises FileUnreadable where something else stands among them."""
    is_wide = content.startswith(_AMR_WB)
    start, known = (len(_AMR_WB), _AMR_WB_BYTES) if is_wide else (len(_AMR), _AMR_BYTES)

    def length(head: bytes) -> int:
        kind = head[0] >> 3 & 15
        return 1 + known[kind] if not head[0] & 0x83 and kind in known else 0

    ends = list(_ends(content, start, length))
    if len(ends) < FEWEST:
        raise FileUnreadable
    last = ends[-1]
    if last < len(content) and not length(content[last:]):
        raise FileUnreadable
    return content[:last]


def is_aac(content: bytes) -> bool:
    return _is_frames(content, _adts_bytes)


def is_mp3(content: bytes) -> bool:
    return _is_frames(content, _mp3_bytes)


def without_tags(content: bytes) -> bytes:
    """An MP3 or AAC stream without the ID3 tags before and behind it."""
    sound = content[_sound_start(content) :]
    return sound[:-128] if sound[-128:-125] == b"TAG" else sound


def _is_frames(content: bytes, length: _Length) -> bool:
    ends = _ends(content, _sound_start(content), length)
    return sum(1 for _, _ in zip(range(FEWEST), ends, strict=False)) == FEWEST


def _ends(content: bytes, place: int, length: _Length) -> Iterator[int]:
    """Where each whole frame ends, as long as one follows the other."""
    while place < len(content):
        bytes_of_frame = length(content[place : place + 8])
        place += bytes_of_frame
        if not bytes_of_frame or place > len(content):
            return
        yield place


def _adts_bytes(head: bytes) -> int:
    if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0


def _mp3_bytes(head: bytes) -> int:
    # eleven bits of ones, a version that exists, layer III
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] & 0x18 == 0x08 or head[1] & 6 != 2:
        return 0
    version = head[1] >> 3 & 3
    kbits = (_KBITS if version == 3 else _KBITS_2)[head[2] >> 4]
    rate = _RATES[head[2] >> 2 & 3] // {3: 1, 2: 2, 0: 4}[version]
    if not kbits or not rate:
        return 0
    return (144 if version == 3 else 72) * kbits * 1000 // rate + (head[2] >> 1 & 1)


def _sound_start(content: bytes) -> int:
    """Where the sound starts: after an ID3v2 tag, whose length is written in four groups of seven bits."""
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    length = sum((byte & 0x7F) << 7 * (3 - place) for place, byte in enumerate(content[6:10]))
    return 10 + length + (10 if content[5] & 0x10 else 0)
