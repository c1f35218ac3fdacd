"""The pictures that questions and options may stand beside: what each shows in words, and whose drawing it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from surveys.errors import MalformedSurvey
from surveys.mistakes import in_words
from surveys.toml_files import library_folder, read_toml
from surveys.values import FROZEN, Line, Name, Slug

FILE = "pictures.toml"


class Picture(BaseModel):
    """One picture. Its drawing is a file of its name among the pages' pictures.

    Parameters
    ----------
    alt
        What it shows, in one plain sentence: what somebody who does not see it needs.
    source, licence
        Whose drawing it is; our own unless told.
    """

    model_config = FROZEN

    alt: Line
    source: Line = "Heard"
    licence: Line = "MIT"


class Pictures(BaseModel):
    """Every picture by its name, and which one a question or an option has unless its survey says otherwise."""

    model_config = FROZEN

    pictures: Annotated[Mapping[Name, Picture], Field(min_length=1)]
    by_link: Mapping[Slug, Name] = {}
    by_domain: Mapping[Slug, Name] = {}
    by_option: Mapping[Slug, Name] = {}

    @model_validator(mode="after")
    def _are_all_there(self) -> Self:
        for key in ("by_link", "by_domain", "by_option"):
            for about, name in getattr(self, key).items():
                if name not in self.pictures:
                    raise ValueError(f"{key}, {about}: there is no picture `{name}`: add it to [pictures]")
        return self


def load_pictures() -> Pictures:
    """Every picture.

    Raises
    ------
    MalformedSurvey
        The file is wrong, or names a picture that is not in it.
    """
    source = f"surveys/library/{FILE}"
    values = read_toml(library_folder() / FILE, source)
    try:
        return Pictures.model_validate(values)
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, Pictures, values)) from None


def with_pictures(question: dict[str, Any], known: Pictures) -> dict[str, Any]:
    """A question's values with the picture of its link or domain, and those of its options, where none is written."""
    found = dict(question)
    name = known.by_link.get(str(question.get("link"))) or known.by_domain.get(str(question.get("domain")))
    if name and "picture" not in question:
        found["picture"] = name
    if isinstance(question.get("options"), list):
        found["options"] = [_pictured(option, known) for option in question["options"]]
    return found


def _pictured(option: Any, known: Pictures) -> Any:
    if not isinstance(option, dict) or "picture" in option:
        return option
    name = known.by_option.get(str(option.get("id")))
    return {**option, "picture": name} if name else option
