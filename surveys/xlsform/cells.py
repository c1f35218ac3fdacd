"""Values of the model as the words of a cell, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

IDS = re.compile(r"[a-z0-9_-]+")


def cells_of(model: BaseModel, *, but: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each key of a model that is not at its default, with its cell. A key that the model gains later comes too."""
    values = model.model_dump(mode="json", exclude_defaults=True)
    for key in type(model).model_fields:
        if key in values and key not in but:
            yield key, cell(values[key])


def cell(value: Any) -> str:
    """Words as they are, yes or no, ids with spaces between them, anything else as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and value and all(isinstance(item, str) and IDS.fullmatch(item) for item in value):
        return " ".join(value)
    return json.dumps(value, ensure_ascii=False)


def value_of(words: str, field: FieldInfo) -> Any:
    """The value that a cell stands for.

    Raises
    ------
    ValueError
        It stands for none; the message says what to write.
    """
    if isinstance(field.default, bool):
        if words.lower() not in ("yes", "no"):
            raise ValueError("must be yes or no")
        return words.lower() == "yes"
    if get_origin(field.annotation) is tuple and not words.startswith("["):
        return words.split()
    if _is_words(field.annotation):
        return words
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        raise ValueError("is not as `heard surveys export` writes it: export the survey again to see how") from None


def _is_words(annotation: Any) -> bool:
    """Words, or one of some words, or nothing."""
    parts = get_args(annotation) or (annotation,)
    return all(part is str or part is type(None) or isinstance(part, str) or _is_choice(part) for part in parts)


def _is_choice(annotation: Any) -> bool:
    parts = get_args(annotation)
    return bool(parts) and all(isinstance(part, str) for part in parts)
