"""What pydantic finds wrong, said in words: which key of which question, and what to change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

NAME = re.compile(r"[a-z][a-z0-9_]*")
WANTED = {
    "string_type": "must be words in quotation marks",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "finite_number": "must be a number that can be counted with",
    "tuple_type": "must be a list in square brackets",
    "list_type": "must be a list in square brackets",
    "dict_type": "must be a table",
    "model_type": "must be a table with keys of its own",
    "model_attributes_type": "must be a table with keys of its own",
    "missing": "is missing: add it",
}
HINTS = {
    "default": "no answer is ever chosen beforehand; `unanswered` says what no answer counts as",
    "text": "the words of a question stand in `words`",
    "type": "the kind of a question stands in `kind`",
    "audience": "whom it is for stands in `audiences`, a list",
}


def in_words(error: ValidationError, model: type[BaseModel], values: Mapping[str, Any]) -> tuple[str, ...]:
    """One sentence for each mistake, in the order of the file."""
    return tuple(_sentence(detail, model, values) for detail in error.errors(include_url=False))


def place_of(path: Iterable[int | str], values: Mapping[str, Any]) -> str:
    """`question c3, options, 2` for the path ("questions", 2, "options", 1)."""
    steps = list(path)
    names: list[str] = []
    if steps[:1] == ["questions"] and len(steps) > 1 and isinstance(steps[1], int):
        names.append(f"question {_id_at(values, steps[1])}")
        steps = steps[2:]
    names += [str(step + 1) if isinstance(step, int) else step for step in steps]
    return ", ".join(names)


def _id_at(values: Mapping[str, Any], index: int) -> str:
    question = values["questions"][index]
    id = question.get("id") if isinstance(question, dict) else None
    return id if isinstance(id, str) and NAME.fullmatch(id) else f"number {index + 1}"


def _sentence(detail: ErrorDetails, model: type[BaseModel], values: Mapping[str, Any]) -> str:
    kind, path, context = detail["type"], detail["loc"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{place_of(path, values)}: unknown key: {_advice(str(path[-1]), model, path)}"
    place = f"{place_of(path, values)}: " if path else ""
    if kind in WANTED:
        return f"{place}{WANTED[kind]}"
    if kind == "value_error":
        return f"{place}{context['error']}"
    if kind == "literal_error":
        return f"{place}must be {context['expected']}"
    if kind == "string_pattern_mismatch":
        return f"{place}must be small letters, digits and {_joiner(context['pattern'])}"
    if kind in {"too_short", "string_too_short"}:
        return f"{place}is empty: add at least one"
    return f"{place}{detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _joiner(pattern: str) -> str:
    if "not" in pattern:
        return "underscores, joined by `and` or `or`, with `not ` before them where that is meant"
    return "underscores" if "_" in pattern else "hyphens"


def _advice(key: str, model: type[BaseModel], path: tuple[int | str, ...]) -> str:
    if key in HINTS:
        return HINTS[key]
    near = get_close_matches(key, _keys_at(model, path), n=1)
    return f"did you mean `{near[0]}`?" if near else "correct its name, or take it away"


def _keys_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The keys allowed where the unknown one stands."""
    for step in path[:-1]:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None
