"""Labels of standards as a JSON file: what a council takes along, written the same each time and checked when read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analysis.errors import AnalysisError
from analysis.standard_labels import StandardLabel, settled

VERSION = 1
_TOLD = 5  # problems of one file that are told; the rest are counted

Short = Annotated[str, Field(max_length=200)]


class LabelsWrong(AnalysisError):
    """The file does not hold labels; the message says where and what to change, and quotes no words of it."""


class LabelsNotWritten(AnalysisError):
    """The labels could not be written there; the message says what to change."""


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    comment: Annotated[Short, Field(min_length=1)]
    words: Annotated[str, Field(max_length=100_000, pattern=r"\S")]
    standard: Annotated[Short, Field(pattern=r"^[^/\s]+/[^/\s]+/[^/\s]+$")]
    speaks: bool
    by: Short
    at: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
    asked: Annotated[str, Field(max_length=1_000)] = ""
    service: Short = ""


class _Labels(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    heard_labels: int
    labels: list[_Label]


def labels_to_json(labels: Iterable[StandardLabel]) -> str:
    """One JSON object, a label a line, each segment and standard once: same labels in any order, same text."""
    lines = ",\n".join(json.dumps(asdict(label), ensure_ascii=False) for label in settled(labels))
    return f'{{"heard_labels": {VERSION}, "labels": [\n{lines}\n]}}\n'


def write_labels(labels: Iterable[StandardLabel], path: Path) -> None:
    """Write what may leave the area: whoever calls this has left out what nobody released, and redacted the rest.

    Raises
    ------
    LabelsNotWritten
    """
    try:
        path.write_text(labels_to_json(labels), encoding="utf-8")
    except OSError as error:
        raise LabelsNotWritten(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def read_labels(path: Path) -> tuple[StandardLabel, ...]:
    """Read what `write_labels` wrote.

    Raises
    ------
    LabelsWrong
        No such file, not UTF-8, no JSON, or a label that is none.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LabelsWrong(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LabelsWrong(
            f"{path}: byte {error.start} is not UTF-8; it is not a file of labels as Heard wrote it"
        ) from error
    return labels_from_json(text, source=str(path))


def labels_from_json(text: str, *, source: str) -> tuple[StandardLabel, ...]:
    """Read labels from JSON text, each segment and standard once; otherwise as `labels_as_written`."""
    return settled(labels_as_written(text, source=source))


def labels_as_written(text: str, *, source: str) -> tuple[StandardLabel, ...]:
    """Read labels from JSON text, all of them in the file's order; `source` is how messages name it.

    Raises
    ------
    LabelsWrong
        With the first few problems, each with its place.
    """
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise LabelsWrong(f"{source}: this is not JSON; give a file that Heard wrote") from error
    if isinstance(document, dict) and document.get("heard_labels", VERSION) not in (VERSION, None):
        raise LabelsWrong(f"{source}: written by another version of Heard ({document['heard_labels']!r}); this reads 1")
    try:
        found = _Labels.model_validate(document)
    except ValidationError as error:
        raise LabelsWrong("\n".join(_problems(source, error))) from error
    return tuple(StandardLabel(**label.model_dump(exclude_unset=True)) for label in found.labels)


def _problems(source: str, error: ValidationError) -> Sequence[str]:
    """Never the words of a label: only which label, which part of it, and what is wrong."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    told = [f"{source}, {_place(one['loc'])}: {one['msg'][:1].lower()}{one['msg'][1:]}" for one in found[:_TOLD]]
    return [*told, f"{source}: and {len(found) - _TOLD} more"] if len(found) > _TOLD else told


def _place(place: Sequence[int | str]) -> str:
    words = [f"label {one + 1}" if isinstance(one, int) else f"`{one}`" for one in place if one != "labels"]
    return ", ".join(words) or "the file"
