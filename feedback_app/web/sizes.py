"""How much a page may send: little, but for words that somebody typed, and a drawing or a recording beside them."""

from __future__ import annotations

from typing import Any

from flask import Flask, g, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.formparser import FormDataParser
from werkzeug.wsgi import LimitedStream

from feedback_app.asking import find_opening
from feedback_app.errors import HeardError
from feedback_app.uploads import FILE_BYTES, UploadKind
from surveys.errors import UnknownQuestion
from surveys.kinds import DRAWN_KINDS, SPOKEN_KINDS

MOST_READ = 128 * 1024 * 1024  # what is over this is not read at all, not even for the words beside it
MOST_WORDS = 4 * 1024 * 1024  # a thick book: words that are far too many are still read, and come back to be shortened
TYPED_INTO = frozenset({"respond.answer", "finish.ask_to_be_reached", "formats.ask", "typing_in.keep"})
SENT_WHOLE = frozenset({"labelling.bring"})  # a file of labels: a line of words each


class Uncounted:
    """Where the bytes of a file that is too big go: nowhere. How many there were is all that is known of them."""

    def __init__(self) -> None:
        self.bytes = 0

    def write(self, piece: bytes) -> int:
        self.bytes += len(piece)
        return len(piece)

    def seek(self, _place: int) -> None:
        """The reader of forms goes back to the start of a file; here there is none."""


def measure(app: Flask) -> None:
    """Raise the limit where somebody types, or sends a file. It must come before anything that reads what was sent."""
    app.before_request(_measure)


def too_big_kind() -> UploadKind | None:
    """Which kind of file this page sent too much of, or None. The words beside it were read."""
    kind: UploadKind | None = g.get("too_big")
    return kind


def page_too_big() -> str | None:
    """The address of the page from which too much was sent to be read, so that it can be gone back to; or None."""
    return request.path if request.endpoint in TYPED_INTO | SENT_WHOLE else None


def file_too_big() -> str | None:
    """What to say of a file that is too big to be read, from a page that takes such files; or None."""
    if request.endpoint not in SENT_WHOLE:
        return None
    most = f"{MOST_WORDS // 1024 // 1024} MB"
    return f"Nothing of this file was kept. It has more than {most}. Split it, and bring the parts one by one."


def _measure() -> None:
    if request.endpoint not in TYPED_INTO | SENT_WHOLE:
        return
    length = request.content_length or 0
    request.max_content_length = request.max_form_memory_size = MOST_WORDS
    if length <= MOST_WORDS or not _takes_files():
        return
    most = 2 * FILE_BYTES + MOST_WORDS  # a drawing, a recording, and words
    if length <= most:
        request.max_content_length = most
    elif length <= MOST_READ:
        _read_words_alone(length)


def _takes_files() -> bool:
    if request.endpoint != "respond.answer":
        return False
    try:
        survey = find_opening(g.code).survey
        first = survey.question(str((request.view_args or {})["question"]))
    except (HeardError, UnknownQuestion):
        return False
    together = [one for one in survey.questions if one.id == first.id or (one.page and one.page == first.page)]
    return any(one.kind in DRAWN_KINDS | SPOKEN_KINDS for one in together)


def _read_words_alone(length: int) -> None:
    """Read the whole form and keep its words; each file is counted and let go."""
    stream: Any = LimitedStream(request.environ["wsgi.input"], length)
    parser = FormDataParser(stream_factory=_nowhere, max_form_memory_size=MOST_WORDS, max_form_parts=200)
    _, form, files = parser.parse(stream, request.mimetype, length, request.mimetype_params)
    if not stream.is_exhausted:
        raise BadRequest
    names = sorted(files, key=lambda name: _bytes_of(files[name].stream))
    g.too_big = "recording" if names and names[-1].endswith("-recording") else "drawing"
    request.form, request.files = form, MultiDict()  # type: ignore[assignment]  # as if no file had been chosen


def _bytes_of(stream: Any) -> int:
    return stream.bytes if isinstance(stream, Uncounted) else 0


def _nowhere(*_file: object, **_more: object) -> Any:
    return Uncounted()
