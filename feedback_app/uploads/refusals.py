"""Why a file is not taken."""

from __future__ import annotations

from feedback_app.errors import HeardError


class FileUnreadable(HeardError):
    words = "We could not read that file."


class FileTooBig(HeardError):
    status = 413
    words = "That file is too big."
