"""Figures that an area has published itself: shown with their source, never turned into answers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from analysis.documents import NUMBER, TABLES, TEXT, Document, field_problems, tables
from analysis.errors import AnalysisError

_TABLE: Final[Mapping[str, str]] = {
    "area": TEXT,
    "title": TEXT,
    "question": TEXT,
    "scale": TEXT,
    "group": TEXT,
    "source": TEXT,
    "source_file": TEXT,
    "note": TEXT,
    "results": TABLES,
}
_RESULT: Final[Mapping[str, str]] = {"service": TEXT, "respondents": NUMBER, "mean": TEXT}


class MalformedPublishedResults(AnalysisError):
    """The message has one line for each thing to change, the file's name first."""


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """One row of a published table. `mean` is text as it is printed there ("2.7 / 10"); nobody reckons with it."""

    area: str
    title: str
    question: str
    service: str
    respondents: int
    mean: str
    scale: str
    group: str
    source: str
    source_file: str
    note: str


def load_published_results(area: str) -> tuple[PublishedResult, ...]:
    """Read the published figures of one area, in the order printed; none for an area that published none.

    Raises
    ------
    MalformedPublishedResults
        A file does not hold what it must, whichever area it is of.
    """
    every = [result for file in _files() for result in parse_published_results(file.read_text("utf-8"), file.name)]
    return tuple(result for result in every if result.area == area)


def parse_published_results(text: str, source: str) -> tuple[PublishedResult, ...]:
    """Read one published table from TOML text; `source` is how messages name it.

    Raises
    ------
    MalformedPublishedResults
        With every problem found.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise MalformedPublishedResults(f"{source}: this is not TOML: {problem}") from None
    problems = [f"{source}, {problem}" for problem in _problems(document)]
    if problems:
        raise MalformedPublishedResults("\n".join(problems))
    results = document.pop("results")
    return tuple(PublishedResult(**document, **result) for result in results)


def _problems(document: Document) -> list[str]:
    found = list(field_problems(document, "the table", _TABLE, needs=tuple(_TABLE)))
    for number, result in enumerate(tables(document, "results"), start=1):
        found += field_problems(result, f"result {number}", _RESULT, needs=tuple(_RESULT))
    return found


def _files() -> list[Traversable]:
    found = files("analysis").joinpath("strategies", "published").iterdir()
    return sorted((file for file in found if file.name.endswith(".toml")), key=lambda file: file.name)
