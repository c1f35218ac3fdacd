"""A codebook as a JSON file: written the same each time, and checked when it is read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from analysis.centres import MOST_STEMS, Centre
from analysis.codebook import Codebook, KnownTheme
from analysis.errors import AnalysisError

VERSION = 1

Name = Annotated[str, Field(max_length=200)]
Id = Annotated[str, Field(pattern=r"^t-[a-z0-9-]+$", max_length=200)]
Source = Annotated[str, Field(pattern=r"^(t-[a-z0-9-]+)?$", max_length=200)]
Share = Annotated[float, Field(ge=-1.001, le=1.001, allow_inf_nan=False)]


class MalformedCodebook(AnalysisError):
    """`problems` holds one sentence for each thing to change, the file's name first."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class CodebookNotWritten(AnalysisError):
    """The codebook could not be written there; the message says what to change."""


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Centre(_Document):
    point: list[Share]
    stems: Annotated[dict[Name, Share], Field(max_length=MOST_STEMS)]


class _Theme(_Document):
    id: Id
    name: Annotated[Name, Field(min_length=1)]
    young_peoples_name: Name
    heading: Name
    terms: list[Name]
    first_seen: Name
    last_seen: Name
    set_aside: bool
    split_from: Source
    taught_from: list[Id]
    decided: bool = False  # a codebook from before it was written has none
    centres: list[_Centre]


class _Codebook(_Document):
    heard_codebook: int
    encoder: Name
    waves: list[Name]
    themes: list[_Theme]

    @model_validator(mode="after")
    def _hangs_together(self) -> _Codebook:
        ids = [theme.id for theme in self.themes]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise ValueError(f"two themes have the id {', '.join(twice)}")
        for theme in self.themes:
            for wave in (theme.first_seen, theme.last_seen):
                if wave not in self.waves:
                    raise ValueError(f"{theme.id} was seen in {wave!r}, which is not among the waves")
        sizes = {len(centre.point) for theme in self.themes for centre in theme.centres if centre.point}
        if len(sizes) > 1:
            raise ValueError("points must all have as many numbers")
        if sizes and not self.encoder:
            raise ValueError("points need the name of what encoded them")
        return self


def codebook_to_json(codebook: Codebook) -> str:
    """One JSON object, a theme a line: same codebook, same text."""
    themes = ",\n".join(json.dumps(_theme(theme), ensure_ascii=False) for theme in codebook.themes)
    encoder, waves = json.dumps(codebook.encoder), json.dumps(codebook.waves, ensure_ascii=False)
    return f'{{"heard_codebook": {VERSION}, "encoder": {encoder}, "waves": {waves}, "themes": [\n{themes}\n]}}\n'


def codebook_from_json(text: str, *, source: str = "stored codebook") -> Codebook:
    """Read back what `codebook_to_json` wrote; `source` is how messages name it.

    Raises
    ------
    MalformedCodebook
        With every problem found, each with its place.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as problem:
        raise MalformedCodebook([f"{source}: this is not JSON: {problem}"]) from None
    if not isinstance(document, dict) or "heard_codebook" not in document:
        raise MalformedCodebook([f"{source}: this is not a codebook; `heard analyse --codebook-out` writes one"])
    if document["heard_codebook"] != VERSION:
        raise MalformedCodebook(
            [f"{source}: a codebook of version {document['heard_codebook']}; this program reads version {VERSION}"]
        )
    try:
        read = _Codebook.model_validate(document)
    except ValidationError as problem:
        raise MalformedCodebook([f"{source}: {_in_words(one)}" for one in problem.errors()]) from None
    return Codebook(tuple(map(_known, read.themes)), tuple(read.waves), read.encoder)


def read_codebook(path: str | Path) -> Codebook:
    """Read a file that `write_codebook` wrote.

    Raises
    ------
    MalformedCodebook
        The file is not there, is not UTF-8, or does not hold a sound codebook.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise MalformedCodebook([f"{path}: byte {problem.start} is not UTF-8; save the file as UTF-8"]) from None
    except OSError as problem:
        raise MalformedCodebook([f"{path}: the file cannot be read ({problem.strerror})"]) from None
    return codebook_from_json(text, source=str(path))


def write_codebook(codebook: Codebook, path: str | Path) -> None:
    """Write it to a file of its own.

    Raises
    ------
    CodebookNotWritten
        The folder does not exist, or may not be written to.
    """
    try:
        Path(path).write_text(codebook_to_json(codebook), encoding="utf-8", newline="\n")
    except OSError as problem:
        raise CodebookNotWritten(
            f"{path}: cannot be written ({problem.strerror}); choose another place with --codebook-out"
        ) from problem


def _theme(theme: KnownTheme) -> dict[str, object]:
    return {
        "id": theme.id,
        "name": theme.name,
        "young_peoples_name": theme.young_peoples_name,
        "heading": theme.heading,
        "terms": list(theme.terms),
        "first_seen": theme.first_seen,
        "last_seen": theme.last_seen,
        "set_aside": theme.set_aside,
        "split_from": theme.split_from,
        "taught_from": list(theme.taught_from),
        "decided": theme.decided,
        "centres": [{"point": list(one.point), "stems": dict(one.stems)} for one in theme.centres],
    }


def _known(theme: _Theme) -> KnownTheme:
    plain = theme.model_dump(exclude={"terms", "taught_from", "centres"})
    centres = tuple(Centre(tuple(one.point), one.stems) for one in theme.centres)
    return KnownTheme(**plain, terms=tuple(theme.terms), taught_from=tuple(theme.taught_from), centres=centres)


def _in_words(error: ErrorDetails) -> str:
    """Where it is, counted from 1, and what is wrong; never what stands there."""
    place = " ".join(str(one + 1) if isinstance(one, int) else str(one) for one in error["loc"])
    message = error["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else message
