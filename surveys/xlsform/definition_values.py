"""What was read of an XLSForm, as the values of a definition."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from surveys.checks import QUOTE
from surveys.model import Survey
from surveys.options import option_id
from surveys.rules import Rules
from surveys.values import AUDIENCES
from surveys.xlsform.cells import value_of
from surveys.xlsform.drafts import Draft, written
from surveys.xlsform.rows import Found, ReadRow
from surveys.xlsform.sheet_reading import Reading
from surveys.xlsform.sheets import SETTINGS, ours
from surveys.xlsform.writing import NOT_IN_SETTINGS

Values = dict[str, Any]


def definition_values(rows: Sequence[ReadRow], audiences: Sequence[str], reading: Reading) -> Values:
    """The definition of everything read, as people write one."""
    row = rows[0] if rows else ReadRow(SETTINGS, 2, {})
    found, shared = reading.found, reading.shared
    title = row.take("form_title") or row.take("form_id") or "A survey"
    name = row.take("form_id") or title
    version, status = row.take("version"), row.take(ours("status"))
    row.take("default_language")
    values: Values = {"id": option_id(name), "version": int(version) if version.isdecimal() and int(version) else 1}
    if values["id"] != name:
        found.left_out.append(f"{row.place('form_id')}: the survey is called `{values['id']}` in Heard")
    if version and str(values["version"]) != version:
        found.left_out.append(f"{row.place('version')}: `{version}` is no whole number, so this is version 1")
    values |= {"status": status or "draft", "title": title}
    for key, field in Survey.model_fields.items():
        if key not in NOT_IN_SETTINGS and (words := row.take(ours(key))):
            values[key] = _value(row, ours(key), words, field, found)
    if wording := row.take(ours("wording")):
        values["wording"] = wording
    values.setdefault("audiences", list(audiences))
    if not values["audiences"]:
        found.problems.append(
            f"{row.place(ours('audiences'))}: is missing: say whom it is for, or give --audience: "
            f"{', '.join(AUDIENCES)}"
        )
    rules = {key: _value(row, ours(f"rule_{key}"), words, field, found)
             for key, field in Rules.model_fields.items() if (words := row.take(ours(f"rule_{key}")))}  # fmt: skip
    if reading.say_first:
        rules["say_first"] = reading.say_first
    values |= {"rules": rules, **_routes(reading), **_of_each_child(row, reading)}
    child = {"wording": "child"} if "child_5_10" in values["audiences"] else {}
    values["questions"] = [written(draft.values, shared) for draft in _in_written_order(reading)]
    shared_names = {draft.values.get("shared") for draft in reading.drafts}
    if any(draft.values.get("asks") for draft in reading.drafts) and QUOTE not in shared_names:
        values["questions"].append({"use": QUOTE, **child})
        found.left_out.append("added at the end: the question whether words may be quoted, which Heard asks wherever "
                              "there is a box")  # fmt: skip
    return values


def _value(row: ReadRow, heading: str, words: str, field: Any, found: Found) -> Any:
    if field.annotation is not str and words.isdecimal():
        return int(words)
    try:
        return value_of(words, field)
    except ValueError as error:
        found.problems.append(f"{row.place(heading)}: {error}")
        return words


def _routes(reading: Reading) -> Values:
    routes: Values = {}
    if reading.route:
        routes["short_route"] = reading.route
    if reading.repeat:
        ids = [draft.id for draft in reading.drafts if draft.of_service]
        repeat = dict(reading.repeat)
        if sorted(repeat["questions"]) != sorted(ids):
            repeat["questions"] = ids
        labels = _labels(reading, repeat["question"])
        for key in ("services", "without_service"):
            if key in repeat and isinstance(repeat[key], list):
                repeat[key] = [_labelled(item, labels) for item in repeat[key]]
        routes["repeat"] = repeat
    return routes


def _of_each_child(row: ReadRow, reading: Reading) -> Values:
    """The questions asked again for each child, which the rows ask once."""
    heading = ours("repeat")
    words = row.take(heading)
    if not words:
        return {}
    try:
        repeat = json.loads(words)
        labels = _labels(reading, repeat["question"])
        counts = [_labelled(item, labels) for item in repeat["counts"]]
        again = _labels(reading, repeat["again"])
        return {"repeat": {**repeat, "counts": counts, "again_if": again.get(repeat["again_if"], repeat["again_if"])}}
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        reading.found.problems.append(f"{row.place(heading)}: is not as an export writes it: export the survey again")
        return {}


def _labels(reading: Reading, id: str) -> Mapping[str, str]:
    options = [option for draft in reading.drafts if draft.id == id for option in draft.values.get("options", [])]
    return {option["id"]: option["label"] for option in options}


def _labelled(item: Any, labels: Mapping[str, str]) -> Any:
    return {**item, "option": labels.get(item["option"], item["option"])} if "option" in item else item


def _in_written_order(reading: Reading) -> list[Draft]:
    """As a short route's questions were written before they were exported, where their order still asks the same."""
    place = 0
    placed = []
    for draft in reading.drafts:
        place = draft.place or place
        placed.append((place, draft))
    ordered = [draft for _, draft in sorted(placed, key=lambda pair: pair[0])]
    rest = [draft.id for draft in ordered if draft.in_rest]
    same = rest == [draft.id for draft in reading.drafts if draft.in_rest]
    return ordered if reading.route and same else reading.drafts
