"""What strategies promise and how families speak of it, from `lexicons/concepts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from analysis.documents import TEXT, TEXTS, Document, field_problems, has_shape, tables
from analysis.errors import AnalysisError

_CONCEPT: Final[Mapping[str, str]] = {
    "id": TEXT,
    "names": TEXTS,
    "says": TEXTS,
    "hints": TEXTS,
    "unless": TEXTS,
    "needs": TEXTS,
}


class MalformedConcepts(AnalysisError):
    """The message has one line for each thing to change."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that promises are about, as kindness or waiting. See the head of the file for what each list is."""

    id: str
    names: tuple[str, ...]
    says: tuple[str, ...]
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concepts:
    """All of them, and the spellings that they are compared by."""

    spellings: Mapping[str, str]
    concepts: tuple[Concept, ...]


def load_concepts() -> Concepts:
    """Read the concepts that come with the package."""
    text = files("analysis").joinpath("lexicons", "concepts.toml").read_text(encoding="utf-8")
    return parse_concepts(text, source="concepts.toml")


def parse_concepts(text: str, *, source: str) -> Concepts:
    """Read concepts from TOML text.

    Raises
    ------
    MalformedConcepts
        With every problem found, each with its place and what to change.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise MalformedConcepts(f"{source}: this is not TOML: {problem}") from None
    listed = tables(document, "concepts")
    problems = [] if listed else [f"{source}: write at least one [[concepts]]"]
    spellings = document.get("spellings", {})
    if not isinstance(spellings, dict) or not all(has_shape(longer, TEXT) for longer in spellings.values()):
        problems.append(f"{source}: `spellings` must be a table of texts")
    for concept in listed:
        place = f"{source}, concept {concept.get('id', 'without an id')}"
        problems += field_problems(concept, place, _CONCEPT, needs=("id", "names", "says"))
    if problems:
        raise MalformedConcepts("\n".join(problems))
    return Concepts(MappingProxyType(spellings), tuple(_concept(one) for one in listed))


def _concept(document: Document) -> Concept:
    lists = {name: tuple(value) for name, value in document.items() if name != "id"}
    return Concept(id=document["id"], **lists)
