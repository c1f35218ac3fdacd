"""Questions about the person, each of them optional. They are carried here; no survey asks them yet."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from surveys.errors import MalformedSurvey
from surveys.mistakes import in_words
from surveys.toml_files import library_folder, read_toml
from surveys.values import FROZEN, Line, Many, Name

FILE = "about-you.toml"


class AboutYou(BaseModel):
    """One question about the person; without options the area brings its own list."""

    model_config = FROZEN

    id: Name
    words: Line
    options: Many[Line] = ()
    note: str = ""


class AboutYouQuestions(BaseModel):
    """All of them, in the order asked."""

    model_config = FROZEN

    questions: Annotated[Many[AboutYou], Field(min_length=1)]


def load_about_you() -> tuple[AboutYou, ...]:
    """Every question about the person."""
    source = f"surveys/library/{FILE}"
    values = read_toml(library_folder() / FILE, source)
    try:
        return AboutYouQuestions.model_validate(values).questions
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, AboutYouQuestions, values)) from None
