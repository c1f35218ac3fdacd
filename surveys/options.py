"""One option of a closed question, and what it means when it is no answer."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from surveys.values import FROZEN, Line, MaybeLine, MaybeName, Slug

Missing = Literal["dont_know", "prefer_not", "not_applicable", "not_used", "could_not_tell"]


class Option(BaseModel):
    """What may be chosen.

    Parameters
    ----------
    id
        A slug of the label, unique within the question. It is what an answer keeps.
    label
        The words, never with an emoji in them.
    emoji
        Shown beside the words to children aged 5 to 10, and to nobody else.
    score
        What a mean is taken of. None where nothing is counted.
    missing
        Why this option is not an answer. It excludes a score.
    says
        What a number on a line means in words, as "extremely happy".
    alone
        It cannot be chosen together with another one.
    easy, picture
        Its easy-read label; a name in pictures.toml, shown with the pictures.
    """

    model_config = FROZEN

    id: Slug
    label: Line
    emoji: str = ""
    score: Annotated[float, Field(allow_inf_nan=False)] | None = None
    missing: Missing | None = None
    says: str = ""
    alone: bool = False
    easy: MaybeLine = ""
    picture: MaybeName = ""

    @model_validator(mode="after")
    def _score_or_missing(self) -> Self:
        if self.score is not None and self.missing is not None:
            raise ValueError("has both `score` and `missing`: an option that is no answer has no score")
        return self


def option_id(label: str) -> str:
    """The slug of a label: `I don't know` is `i-dont-know`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(label)).strip("-")


def plain(label: str) -> str:
    """A label without what varies from typist to typist: capitals, apostrophes, spaces."""
    return " ".join(re.sub(r"['’‘`]", "", label.lower()).split())
