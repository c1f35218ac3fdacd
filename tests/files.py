"""Small pictures and sounds, made by hand, with whatever a test wants hidden in them."""

from __future__ import annotations

import io
import wave
import zlib
from collections.abc import Sequence

Chunk = tuple[bytes, bytes]

PLACE = b"Exif\0\0 GPSLatitude 53.5526 taken 2026:11:03 09:12 by Tom"


def a_png(width: int = 3, height: int = 2, *, extra: Sequence[Chunk] = (), behind: bytes = b"") -> bytes:
    """A picture in one grey, with more chunks before its data, and bytes behind its end."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    chunks = [(b"IHDR", png_header(width, height)), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*one) for one in chunks) + behind


def png_header(width: int, height: int, depth: int = 8, colour: int = 0, interlaced: int = 0) -> bytes:
    return width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((depth, colour, 0, 0, interlaced))


def png_chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def a_jpeg(*, extra: Sequence[tuple[int, bytes]] = (), behind: bytes = b"", size: tuple[int, int] = (8, 8)) -> bytes:
    """One grey block, with more segments before it, and bytes behind its end."""
    width, height = size
    segments = [
        (0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0"),
        *extra,
        (0xDB, b"\0" + b"\1" * 64),
        (0xC0, b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\1\1\x11\0"),
        (0xC4, b"\x00\1" + bytes(15) + b"\0"),
        (0xC4, b"\x10\1" + bytes(15) + b"\0"),
        (0xDA, b"\1\1\0\0\x3f\0"),
    ]
    return b"\xff\xd8" + b"".join(jpeg_segment(*one) for one in segments) + b"\x3f\xff\xd9" + behind


def jpeg_segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def a_wav(seconds: float = 0.1, *, extra: bytes = b"") -> bytes:
    """Silence, with more chunks behind it."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(int(8000 * seconds) * 2))
    return made.getvalue() + extra


def an_mp4(*, tracks: Sequence[bytes] = (b"soun",), told: bytes = PLACE) -> bytes:
    """The boxes of a phone's recording, with when and where it was made."""
    made = bytes(4) + b"\xe6\x01\x02\x03" * 2 + bytes(12)
    trak = b"".join(
        mp4_box(b"trak", mp4_box(b"tkhd", made), mp4_box(b"mdia", mp4_box(b"hdlr", bytes(8) + one + bytes(13))))
        for one in tracks
    )
    moov = mp4_box(b"moov", mp4_box(b"mvhd", made), trak, mp4_box(b"udta", mp4_box(b"loci", told)))
    return mp4_box(b"ftyp", b"M4A \0\0\0\0") + mp4_box(b"mdat", b"sound") + moov + mp4_box(b"meta", told)


def mp4_box(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return (8 + len(body)).to_bytes(4, "big") + name + body


def ebml(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return name + b"\x01" + len(body).to_bytes(7, "big") + body


def a_webm(kind: bytes = b"webm", *, tracks: Sequence[int] = (2,), sound: bytes = b"sound") -> bytes:
    """As a browser records it: it does not know yet how long it will be."""
    endless = b"\x01" + b"\xff" * 7
    told = [ebml(b"\xae", ebml(b"\x83", bytes((one,)))) for one in tracks]
    block = ebml(b"\xa3", b"\x81\0\0\x80" + sound)
    header, parts = ebml(b"\x1a\x45\xdf\xa3", ebml(b"\x42\x82", kind)), ebml(b"\x16\x54\xae\x6b", *told)
    return header + b"\x18\x53\x80\x67" + endless + parts + b"\x1f\x43\xb6\x75" + endless + block


def an_ogg(*packets: bytes, ends_at: int = 960) -> bytes:
    """A page for each packet. Each checksum is counted bit by bit, as RFC 3533 says."""
    whole = packets or (b"OpusHead" + bytes(11), b"OpusTags" + bytes(8), b"sound")
    return b"".join(_ogg_page(place, one, ends_at if place > 1 else 0) for place, one in enumerate(whole))


def _ogg_page(place: int, packet: bytes, ends_at: int) -> bytes:
    head = (
        b"OggS\0" + bytes((0 if place else 2,)) + ends_at.to_bytes(8, "little") + b"ours" + place.to_bytes(4, "little")
    )
    table = bytes((1, len(packet)))
    counted = 0
    for byte in head + bytes(4) + table + packet:
        counted ^= byte << 24
        for _ in range(8):
            counted = (counted << 1 ^ (0x04C11DB7 if counted >> 31 else 0)) & 0xFFFFFFFF
    return head + counted.to_bytes(4, "little") + table + packet


A_WEBM = a_webm()
AN_AMR = b"#!AMR\n" + (b"\x3c" + bytes(31)) * 5
AN_AAC = b"\xff\xf1\x50\x80\x01\x1f\xfc\0" * 5
AN_MP3 = (b"\xff\xfb\x90\0" + bytes(413)) * 5
