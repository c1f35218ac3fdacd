"""A sound in a WAV file, with nothing beside it."""

from __future__ import annotations

from typing import Final

from feedback_app.uploads.refusals import FileUnreadable

_KEPT_OF_WAV: Final = frozenset({b"fmt ", b"fact", b"data"})


def is_wav(content: bytes) -> bool:
    return content.startswith(b"RIFF") and content[8:12] == b"WAVE"


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
    needed = [(name, body) for name, body in kept if name != b"fact"]
    if [name for name, _ in needed] != [b"fmt ", b"data"] or len(needed[0][1]) < 16 or not needed[1][1]:
        raise FileUnreadable
    chunks = b"".join(name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2) for name, body in kept)
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WAVE" + chunks
