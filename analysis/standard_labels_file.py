"""Labels of standards as a JSON file: what a council takes along, written the same each time and checked when read."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from analysis.errors import AnalysisError
from analysis.standard_labels import StandardLabel, settled

VERSION = 1
_TOLD = 5  # problems of one file that are told; the rest are counted

_LONGEST_VERSION = 20  # letters of a version that is none of ours, as far as it is told

_WRONG: Final[Mapping[str, str]] = {
    "missing": "is missing",
    "extra_forbidden": "is no part of a file of labels",
    "model_type": "is not as Heard writes it; give a file that Heard wrote",
    "list_type": "must be a list",
    "bool_type": "must be true or false",
    "string_type": "must be text",
    "string_unicode": "has signs that are no text",
    "string_too_long": "is too long",
    "string_too_short": "is empty",
}
_PATTERNS: Final[Mapping[str, str]] = {
    "standard": "must name a promise, as area/set/promise",
    "at": "must be a day, as 2026-11-28, or empty",
}


def _readable(words: str) -> str:
    """Raises ValueError where there is nothing to see, or a sign that no text has."""
    kinds = {unicodedata.category(sign) for sign in words if sign not in "\n\r\t"}
    if "Cc" in kinds:
        raise ValueError("has signs that are no text")
    if not any(kind[0] in "LNPS" for kind in kinds):
        raise ValueError("has nothing that can be read")
    return words


def _plain(name: str) -> str:
    """Raises ValueError for signs that no text has, and for what a spreadsheet would take as a formula."""
    if any(unicodedata.category(sign) == "Cc" or sign in "\u202a\u202b\u202d\u202e" for sign in name):
        raise ValueError("has signs that are no text")
    if unicodedata.normalize("NFKC", name.strip())[:1] in {"=", "+", "-", "@"}:
        raise ValueError("begins as a formula does; begin it with a letter")
    return name


Short = Annotated[str, Field(max_length=200), AfterValidator(_plain)]


class LabelsWrong(AnalysisError):
    """The file does not hold labels; the message says where and what to change, and quotes no words of it."""


class LabelsNotWritten(AnalysisError):
    """The labels could not be written there; the message says what to change."""


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    comment: Annotated[Short, Field(min_length=1)]
    words: Annotated[str, Field(max_length=100_000), AfterValidator(_readable)]
    standard: Annotated[Short, Field(pattern=r"^[^/\s]+/[^/\s]+/[^/\s]+$")]
    speaks: bool
    by: Short
    at: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
    asked: Annotated[str, Field(max_length=1_000), AfterValidator(_plain)] = ""
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
    except (ValueError, RecursionError) as error:  # a number of thousands of figures is a ValueError
        raise LabelsWrong(f"{source}: this is not JSON; give a file that Heard wrote") from error
    if isinstance(document, dict) and document.get("heard_labels", VERSION) not in (VERSION, None):
        told = repr(document["heard_labels"])[:_LONGEST_VERSION]
        raise LabelsWrong(f"{source}: written by another version of Heard ({told}); this reads {VERSION}")
    try:
        found = _Labels.model_validate(document)
    except ValidationError as error:
        raise LabelsWrong("\n".join(_problems(source, error))) from error
    return tuple(StandardLabel(**label.model_dump(exclude_unset=True)) for label in found.labels)


def _problems(source: str, error: ValidationError) -> Sequence[str]:
    """Never the words of a label: only which label, which part of it, and what is wrong."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    told = [f"{source}, {_place(one['loc'])} {_wrong(one)}" for one in found[:_TOLD]]
    return [*told, f"{source}: and {len(found) - _TOLD} more"] if len(found) > _TOLD else told


def _wrong(problem: ErrorDetails) -> str:
    if problem["type"] == "value_error":
        return problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "string_pattern_mismatch":
        return _PATTERNS[str(problem["loc"][-1])]
    return _WRONG.get(problem["type"], f"is wrong: {problem['msg'][:1].lower()}{problem['msg'][1:]}")


def _place(place: Sequence[int | str]) -> str:
    inner = place[1:] if len(place) > 1 else place  # "labels" is said only of the whole list
    words = [f"label {one + 1}" if isinstance(one, int) else f"`{one}`" for one in inner]
    return ", ".join(words) or "the file"
