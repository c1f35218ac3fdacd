"""Other sounds that phones and browsers record. The tags that can stand beside one are cut off."""

from __future__ import annotations

from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

_KEPT_OF_WAV: Final = frozenset({b"fmt ", b"fact", b"data"})


def is_webm(content: bytes) -> bool:
    """What browsers record to; they write nothing of the person or the place into one."""
    return content.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in content[:64]


def is_ogg(content: bytes) -> bool:
    return content.startswith(b"OggS")


def is_amr(content: bytes) -> bool:
    return content.startswith((b"#!AMR\n", b"#!AMR-WB\n"))


def is_wav(content: bytes) -> bool:
    return content.startswith(b"RIFF") and content[8:12] == b"WAVE"


def is_aac(content: bytes) -> bool:
    start = _sound_start(content)
    return content[start : start + 2] in (b"\xff\xf0", b"\xff\xf1", b"\xff\xf8", b"\xff\xf9")


def is_mp3(content: bytes) -> bool:
    start = _sound_start(content)
    second = int.from_bytes(content[start + 1 : start + 2], "big")
    # eleven bits of ones, then a version and a layer that exist
    return (
        content[start : start + 1] == b"\xff" and second & 0xE0 == 0xE0 and second & 0x18 != 0x08 and second & 0x06 != 0
    )


def without_tags(content: bytes) -> bytes:
    """An MP3 or AAC stream without the ID3 tags before and behind it."""
    sound = content[_sound_start(content) :]
    return sound[:-128] if sound[-128:-125] == b"TAG" else sound


def bare_wav(content: bytes) -> bytes:
    """The format and the samples, written anew. Raises FileUnreadable."""
    kept, place = [], 12
    while place + 8 <= len(content):
        name, length = content[place : place + 4], int.from_bytes(content[place + 4 : place + 8], "little")
        body = content[place + 8 : place + 8 + length]
        if len(body) != length:
            raise FileUnreadable
        if name in _KEPT_OF_WAV:
            kept.append((name, body))
        place += 8 + length + length % 2
    if [name for name, _ in kept if name != b"fact"] != [b"fmt ", b"data"]:
        raise FileUnreadable
    chunks = b"".join(name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2) for name, body in kept)
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WAVE" + chunks


def _sound_start(content: bytes) -> int:
    """Where the sound starts: after an ID3v2 tag, whose length is written in four groups of seven bits."""
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    length = sum((byte & 0x7F) << 7 * (3 - place) for place, byte in enumerate(content[6:10]))
    return 10 + length + (10 if content[5] & 0x10 else 0)
