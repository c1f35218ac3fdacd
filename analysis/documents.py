"""Checking the tables of a TOML or JSON document: which fields there are, of what shape, and one of which few words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Document = Mapping[str, Any]

# The shapes, in the words of the messages.
TEXT: Final = "text in quotation marks"
TEXTS: Final = "a list of texts"
NUMBER: Final = "a whole number from 1"
TABLES: Final = "a list of tables"


def field_problems(
    table: Document,
    place: str,
    fields: Mapping[str, str],
    *,
    needs: Sequence[str],
    choices: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[str]:
    """Yield a sentence for each field that is missing, unknown, of another shape or not one of its choices."""
    for name in needs:
        if name not in table:
            yield f"{place}: `{name}` is missing; write it as {fields[name]}"
    for name, value in table.items():
        if name not in fields:
            near = difflib.get_close_matches(name, list(fields), n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"the fields are {', '.join(fields)}"
            yield f"{place}: `{name}` is not a field; {hint}"
        elif not has_shape(value, fields[name]):
            yield f"{place}: `{name}` must be {fields[name]}"
        elif choices and name in choices and value not in choices[name]:
            yield f"{place}: `{name}` must be one of: {', '.join(choices[name])}"


def has_shape(value: object, shape: str) -> bool:
    if shape == TEXT:
        return isinstance(value, str) and value == value.strip() != ""
    if shape == NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 1
    if not isinstance(value, list):
        return False
    return all(has_shape(part, TEXT) if shape == TEXTS else isinstance(part, dict) for part in value)


def texts(table: Document, name: str) -> list[str]:
    """The texts of a field; none where it is of another shape, which is a problem of its own."""
    value = table.get(name, [])
    return value if has_shape(value, TEXTS) else []


def tables(table: Document, name: str) -> list[Document]:
    """The tables of a field; none where it is of another shape."""
    value = table.get(name, [])
    return value if has_shape(value, TABLES) else []
