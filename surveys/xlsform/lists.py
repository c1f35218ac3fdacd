"""The choice lists of an XLSForm, as options."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from surveys.options import Option, option_id
from surveys.xlsform.cells import value_of
from surveys.xlsform.rows import Found, ReadRow
from surveys.xlsform.sheets import IMAGE, OURS_ON_CHOICES

Values = dict[str, Any]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list: its name there, the option that it becomes, and where it stands."""

    name: str
    option: Values
    row: int


def read_lists(rows: Iterable[ReadRow], pictures: Collection[str], found: Found) -> Mapping[str, tuple[Choice, ...]]:
    """Each list's choices in their order."""
    lists: dict[str, list[Choice]] = {}
    for row in rows:
        name, id, label = row.take("list_name"), row.take("name"), row.take("label")
        if not (name and id and label):
            missing = "list_name" if not name else "name" if not id else "label"
            found.problems.append(f"{row.place(missing)}: is empty: write one, or take the row away")
            continue
        there = lists.setdefault(name, [])
        there.append(Choice(id, _option(row, id, label, pictures, found), row.number))
    return {name: tuple(choices) for name, choices in lists.items()}


def _option(row: ReadRow, name: str, label: str, pictures: Collection[str], found: Found) -> Values:
    id = name if SLUG.fullmatch(name) else option_id(name)
    if id != name:
        found.left_out.append(f"{row.place('name')}: `{name}` is called `{id}` in Heard")
    option: Values = {"id": id, "label": " ".join(label.split())}
    for key, field in Option.model_fields.items():
        heading = f"{OURS_ON_CHOICES}{key}"
        if key not in option and (words := row.take(heading) or row.take(f"heard::{key}")):
            try:
                option[key] = value_of(words, field)
            except ValueError as error:
                found.problems.append(f"{row.place(heading)}: {error}")
    if (picture := row.cells.get(IMAGE, "").rpartition(".")[0]) in pictures:
        row.take(IMAGE)
        option.setdefault("picture", picture)
    if says := option.get("says"):
        option["label"] = option["label"].removesuffix(f": {says}")
    return option
