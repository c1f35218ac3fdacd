"""A score sheet: what young commissioners look at, on a scale of words and no numbers, as a TOML file holds it."""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from feedback_app.errors import HeardError, NotFound

Scored = Literal["service", "visit", "interview", "tender"]
Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Words = Annotated[str, Field(min_length=1, max_length=400)]
# what one person is asked in all: more than this is a test of patience
MOST_CRITERIA = 12
CANNOT_SAY = "cannot-say"  # beside the scale, never a place on it


class SheetDoesNotLoad(HeardError):
    """A sheet's file cannot be read, or is not of the form that sheets have."""


class NoSuchSheet(NotFound):
    words = "There is no score sheet of that name. `heard scores list` shows which there are."


class ScaleStep(BaseModel):
    """One place on the scale: its word, and what must be so for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    words: Words
    means: Words


class Criterion(BaseModel):
    """One thing that is scored. `standard` is the promise that it is about (area/set/standard), with its `name`.

    `good_has` is what a good answer has in it, where somebody's answers are scored.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    asks: Words
    hint: str = ""
    good_has: tuple[Words, ...] = ()
    standard: str = ""
    name: str = ""


class Box(BaseModel):
    """A box for words of their own. `good` and `bad` say that it asks what is good, or what is not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    asks: Words
    feeling: Literal["good", "bad", "neither"] = "neither"


class Option(BaseModel):
    """One thing that may be recommended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    words: Words


class Choice(BaseModel):
    """What they recommend: one of several, in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    asks: Words
    options: tuple[Option, ...]


class Wording(BaseModel):
    """How this sheet asks about one standard of a strategy, in place of the standard's own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    standard: str
    asks: Words


class Sheet(BaseModel):
    """A whole score sheet. `standards` says whether an area's own promises are scored with it: they must be, may be,
    or are not. `scale` is from best to worst; `cannot_say` stands apart and counts as no score.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    version: Annotated[int, Field(ge=1)]
    scored: Scored
    title: Words
    summary: Words
    source: Words
    minutes: Annotated[int, Field(ge=5, le=120)]
    subject: Words
    subject_hint: Words
    standards: Literal["needed", "offered", "none"]
    read_first: tuple[Words, ...]
    scale: tuple[ScaleStep, ...]
    cannot_say: Words
    evidence: Words
    sources: tuple[Words, ...]
    standard_asks: str = ""
    criteria: tuple[Criterion, ...] = ()
    boxes: tuple[Box, ...] = ()
    choices: tuple[Choice, ...] = ()
    wordings: tuple[Wording, ...] = ()

    def place(self, step: str) -> int | None:
        """Which place of the scale it is, from 0 for the best; None for `CANNOT_SAY` and for anything else."""
        return next((at for at, one in enumerate(self.scale) if one.id == step), None)

    def criterion(self, criterion_id: str) -> Criterion | None:
        return next((one for one in self.criteria if one.id == criterion_id), None)


def load_sheet(sheet_id: str) -> Sheet:
    """A sheet of the library. Raises NoSuchSheet, SheetDoesNotLoad."""
    found = [sheet for sheet in load_sheets() if sheet.id == sheet_id]
    if not found:
        raise NoSuchSheet
    return found[0]


def load_sheets() -> tuple[Sheet, ...]:
    """Every sheet of the library, by id. Raises SheetDoesNotLoad."""
    folder = resources.files("feedback_app.reviewing") / "library"
    read = [read_sheet(file) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(read, key=lambda sheet: sheet.id))


def read_sheet(file: Path | Traversable) -> Sheet:
    """Read one file. Raises SheetDoesNotLoad with the file, the place in it and what is wrong."""
    try:
        return Sheet.model_validate(tomllib.loads(file.read_bytes().decode("utf-8-sig")))
    except OSError as wrong:
        raise SheetDoesNotLoad(f"{file.name}: {wrong.strerror}: check the file's name and place") from None
    except ValidationError as wrong:
        raise SheetDoesNotLoad("\n".join(_explained(file.name, wrong))) from None
    except ValueError as wrong:  # not TOML, or not UTF-8
        raise SheetDoesNotLoad(f"{file.name} is not TOML: {wrong}. Correct it there") from None


def _explained(name: str, wrong: ValidationError) -> list[str]:
    return [f"{name}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in wrong.errors()]
