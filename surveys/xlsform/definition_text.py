"""A definition as TOML, laid out as people write one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

LINE = 100  # characters; a longer list goes over several lines
TABLES = ("rules", "short_route", "repeat")


def definition_text(values: Mapping[str, Any]) -> str:
    """The text of a definition: its own keys, its rules and routes, its questions."""
    parts = [_keys({key: value for key, value in values.items() if key not in (*TABLES, "questions")})]
    parts += [f"[{table}]\n{_keys(values[table])}" for table in TABLES if values.get(table)]
    parts += [f"[[questions]]\n{_keys(question)}" for question in values["questions"]]
    return "\n".join(parts)


def _keys(values: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items())


def _value(value: Any) -> str:
    line = _inline(value)
    if not isinstance(value, list) or len(line) <= LINE:
        return line
    return "[\n" + "".join(f"    {_inline(item)},\n" for item in value) + "]"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_inline(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(part) for part in value) + "]"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)
