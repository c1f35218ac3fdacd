"""Whom a reader can turn to, by group. They are checked every month, so they are no part of a published survey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from surveys.errors import MalformedSurvey, UnknownHelpGroup
from surveys.mistakes import in_words
from surveys.toml_files import library_folder, read_toml
from surveys.values import FROZEN, Line, Many, Name

FILE = "help-lines.toml"


class HelpLine(BaseModel):
    """One way to get help: who, how to reach them, and when. `how` may hold a {variable} that the area fills."""

    model_config = FROZEN

    name: Line
    how: Line
    when: Line


class HelpLines(BaseModel):
    """Every group's lines, in the order shown."""

    model_config = FROZEN

    note: str = ""
    groups: Annotated[Mapping[Name, Annotated[Many[HelpLine], Field(min_length=1)]], Field(min_length=1)]


def help_lines(group: str) -> tuple[HelpLine, ...]:
    """The lines of one group, in the order shown. It reads the file: ask once and keep the answer.

    Raises
    ------
    UnknownHelpGroup
        No lines are kept for that group.
    """
    groups = load_help_lines().groups
    if group not in groups:
        raise UnknownHelpGroup(f"no help lines are kept for `{group}`; there are {', '.join(groups)}")
    return groups[group]


def load_help_lines() -> HelpLines:
    """Every group's lines."""
    source = f"surveys/library/{FILE}"
    values = read_toml(library_folder() / FILE, source)
    try:
        return HelpLines.model_validate(values)
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, HelpLines, values)) from None
