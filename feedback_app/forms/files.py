"""A drawing or a recording beside a box for words: what was posted, and what is wrong with it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext
from werkzeug.datastructures import FileStorage, MultiDict

from feedback_app.uploads import FileTooBig, FileUnreadable, Upload, UploadKind, read_upload
from surveys.kinds import DRAWN_KINDS, SPOKEN_KINDS
from surveys.questions import Question

MEGABYTES = 8  # as feedback_app.uploads.FILE_BYTES


@dataclass(frozen=True, slots=True)
class PostedFiles:
    """What came with one answer: the files that may be kept, and the first that may not, with the reason."""

    kept: tuple[Upload, ...] = ()
    wrong_kind: UploadKind | None = None
    wrong: str = ""


def kinds_of(question: Question) -> tuple[UploadKind, ...]:
    """The kinds of file that may be given in place of words, or beside them."""
    drawing: tuple[UploadKind, ...] = ("drawing",) if question.kind in DRAWN_KINDS else ()
    recording: tuple[UploadKind, ...] = ("recording",) if question.kind in SPOKEN_KINDS else ()
    return drawing + recording


def name_of(box: str, kind: UploadKind) -> str:
    """The name under which a file is posted, beside the box of that name."""
    return f"{box}-{kind}"


def posted_files(box: str, formdata: MultiDict[str, str] | None, kinds: Sequence[UploadKind]) -> PostedFiles:
    """Read the files of one answer: one of each kind. An empty file box is no file."""
    kept: list[Upload] = []
    for kind in kinds:
        posted = formdata.getlist(name_of(box, kind)) if formdata else ()
        contents = [content for file in posted if (content := _read(file))]
        if len(contents) > 1:
            return PostedFiles((), kind, _too_many(kind))
        try:
            kept.extend(read_upload(kind, content) for content in contents)
        except FileTooBig:
            return PostedFiles((), kind, too_big(kind))
        except FileUnreadable:
            return PostedFiles((), kind, _unreadable(kind))
    return PostedFiles(tuple(kept))


def _read(posted: object) -> bytes:
    """The bytes of a file; what was typed under a file's name is none."""
    return posted.read() if isinstance(posted, FileStorage) else b""


def too_big(kind: UploadKind) -> str:
    if kind == "drawing":
        return str(gettext("That picture is too big. Choose one under %(megabytes)s MB", megabytes=MEGABYTES))
    return str(gettext("That recording is too big. Choose one under %(megabytes)s MB", megabytes=MEGABYTES))


def _too_many(kind: UploadKind) -> str:
    if kind == "drawing":
        return str(gettext("You chose more than one picture. Choose one"))
    return str(gettext("You chose more than one recording. Choose one"))


def _unreadable(kind: UploadKind) -> str:
    if kind == "drawing":
        return str(gettext("We could not open that picture. Choose a photo (JPEG) or a PNG, or write instead"))
    return str(gettext("We could not open that recording. Choose another one, or write instead"))
