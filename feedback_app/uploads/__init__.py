"""Drawings and recordings: what is taken, and what is taken out of a file before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from feedback_app.uploads import frames, jpeg, mp4, ogg, png, wav, webm
from feedback_app.uploads.refusals import FileTooBig, FileUnreadable

__all__ = ["FILE_BYTES", "FileTooBig", "FileUnreadable", "Upload", "UploadKind", "read_upload"]

UploadKind = Literal["drawing", "recording"]

FILE_BYTES = 8 * 1024 * 1024  # a photograph of a drawing, or two minutes of speech


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept: nothing in it but the picture or the sound itself."""

    kind: UploadKind
    media_type: str
    content: bytes


# what a file starts with says what it is; its name and what the browser calls it are not believed
_Reader = Callable[[bytes], bytes]
_Known = tuple[Callable[[bytes], bool], str, _Reader]
_KNOWN: Final[Mapping[UploadKind, tuple[_Known, ...]]] = {
    "drawing": (
        (png.is_png, "image/png", png.bare_picture),
        (jpeg.is_jpeg, "image/jpeg", jpeg.bare_picture),
    ),
    "recording": (
        (webm.is_webm, "audio/webm", webm.checked),
        (ogg.is_ogg, "audio/ogg", ogg.whole_pages),
        (mp4.is_mp4, "audio/mp4", mp4.bare_sound),
        (wav.is_wav, "audio/wav", wav.bare_wav),
        (frames.is_amr, "audio/amr", frames.bare_amr),
        (frames.is_aac, "audio/aac", frames.without_tags),
        (frames.is_mp3, "audio/mpeg", frames.without_tags),
    ),
}


def read_upload(kind: UploadKind, content: bytes) -> Upload:
    """Check a file by its own bytes and take out whatever is not the picture or the sound.

    Raises FileTooBig over `FILE_BYTES`, and FileUnreadable for anything that we could not show or play.
    """
    if len(content) > FILE_BYTES:
        raise FileTooBig
    for is_it, media_type, bare in _KNOWN[kind]:
        if is_it(content):
            return Upload(kind, media_type, bare(content))
    raise FileUnreadable
