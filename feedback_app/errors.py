"""The mistakes we can explain: each is a small exception named for the fact, with plain words and a status."""

from __future__ import annotations

from pathlib import Path


def read_by_people(words: str) -> str:
    """Mark words that respondents read, for `make words` to find; web/errors.py puts them into a reader's language."""
    return words


class HeardError(Exception):
    """The base of everything the app can explain.

    `status` is the HTTP status that web/errors.py answers with; `words` is what a person reads. Neither ever holds
    what somebody wrote.
    """

    status = 400
    words = read_by_people("Something is not right. Nothing you were told is kept has been lost.")

    def __init__(self, words: str | None = None) -> None:
        super().__init__(words or self.words)


class NotFound(HeardError):
    status = 404
    words = read_by_people("We could not find that.")


class SettingIsWrong(HeardError):
    """A setting in the environment that we cannot use."""


class DatabaseTooOld(HeardError):
    """The SQLite library in use has the WAL-reset corruption bug."""


class DatabaseNotThere(HeardError):
    """HEARD_DATABASE_URL is no address, or nobody answers there. No message shows it: it has a password."""

    words = (
        "HEARD_DATABASE_URL is no address that Heard can use. It takes one as postgresql+psycopg://USER@HOST/NAME; "
        "empty means SQLite in the instance folder."
    )


class KeysMissing(HeardError):
    words = "The keys that open the words are not here. Run `heard init`, or put back instance/keys."


class WordsDoNotOpen(HeardError):
    words = "Sealed words did not open: the key is not the one they were sealed with, or the row was changed."


def where(error: Exception) -> str:
    """The kind of mistake and the line of code: never its message, which could hold words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(error).__name__} in {place}"
