"""What a person gave to one question, as a plain value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from feedback_app.uploads import Upload
from surveys.options import Option


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave to one question.

    `options` are the ids chosen, a number as it was typed, or what another kind keeps there. `words` is None unless
    they wrote. `missing` says why it is no answer: the missing kind of the option chosen, `skipped` or
    `not_understood`; None when it is one. `not_understood` may also stand beside an answer: what was chosen or written
    is one all the same, and the survey's author hears that the question was not understood. Words that were written
    always come first: whatever button was pressed, they are never dropped, and neither is a drawing or a recording.
    `wording` is what was agreed to, as it was read.
    """

    options: tuple[str, ...]
    words: str | None
    missing: str | None
    files: tuple[Upload, ...] = ()
    wording: str | None = None


SKIPPED = Given((), None, "skipped")
NOT_UNDERSTOOD = Given((), None, "not_understood")


def given_options(chosen: Sequence[Option]) -> Given:
    """The options that were chosen, or the skip of somebody who chose none."""
    if not chosen:
        return SKIPPED
    missing = next((option.missing for option in chosen if option.missing), None)
    return Given(tuple(option.id for option in chosen), None, missing)
