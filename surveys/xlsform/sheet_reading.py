"""The sheet `survey`, row by row: questions, the groups round them, and what is no question."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.options import option_id
from surveys.shared import Shared
from surveys.xlsform.drafts import MOST_STEPS, Draft, question_values
from surveys.xlsform.expressions import Expression, TooMuch, parse, terms
from surveys.xlsform.lists import Choice
from surveys.xlsform.rows import Found, ReadRow
from surveys.xlsform.sheets import (
    AGAIN,
    BEFORE,
    FACT,
    MEANING,
    ONE_SERVICE,
    OTHERWISE,
    REST,
    SAY_FIRST,
    SERVICE,
    VARIABLE,
    WITHOUT,
    ours,
)

Values = dict[str, Any]

ABOUT_THE_VISIT = frozenset({
    "start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit",
    "start-geopoint", "background-audio", "background-geopoint", "xml-external", "csv-external",
})  # fmt: skip
# the kinds of ours that types without choices stand for; the rest are one choice
MEANT = {
    "text": "text", "string": "text", "integer": "number", "int": "number", "acknowledge": "agreement",
    "trigger": "agreement", "note": "information", "select_multiple": "multi",
    "rank": "rank", "image": "draw", "audio": "speak",
}  # fmt: skip
WORKED_OUT = frozenset({"calculate", "hidden"})
INSTEAD = {
    "decimal": "offer ranges with select_one, or ask in words with `text`",
    "date": "ask for a month or a term with select_one; a date can show who somebody is",
    "select_one_from_file": "write the choices into the sheet choices",
    "select_multiple_from_file": "write the choices into the sheet choices",
}

# what a row's type is in Heard, where heard::kind does not say more


@dataclass(slots=True)
class Group:
    """An open group, repeat, or part of ours."""

    row: int
    end: str
    part: str = ""
    conditions: tuple[Expression, ...] = ()
    ids: list[str] | None = None


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    shared: Shared
    lists: Mapping[str, tuple[Choice, ...]]
    found: Found
    drafts: list[Draft] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    say_first: list[str] = field(default_factory=list)
    before: str = ""
    route: Values = field(default_factory=dict)
    repeat: Values = field(default_factory=dict)
    worked_out: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    """Rows of ours that are told again by other rows, as they stood."""

    def refuse(self, row: ReadRow, heading: str, words: str) -> None:
        self.found.problems.append(f"{row.place(heading)}: {words}")

    def leave_out(self, row: ReadRow, why: str) -> None:
        """The whole row, with everything that it says."""
        cells = "; ".join(f"{heading}: {words}" for heading, words in row.cells.items() if heading != "type")
        self.found.left_out.append(f"{row.sheet} row {row.number}, {row.cells['type']}: left out; {why} ({cells})")
        row.cells.clear()


def read_row(row: ReadRow, reading: Reading) -> None:
    """Add what one row says to what has been read."""
    if not row.cells.get("type"):
        reading.refuse(row, "type", "is empty: write one, or take the row away")
        row.cells.clear()
        return
    words = re.sub(r"^(begin|end|select) (group|repeat|one|multiple)\b", r"\1_\2", " ".join(row.cells["type"].split()))
    kind, _, rest = words.partition(" ")
    part = row.cells.get(ours("part"), "")
    if row.cells.get("disabled", "").lower() in ("yes", "true", "true()"):
        reading.leave_out(row, "it is disabled")
    elif kind in GROUPS:
        if part:
            reading.worked_out.append((row.number, dict(row.cells)))
        GROUPS[kind](row, reading)
    elif kind == "note" and (part or not row.cells.get("label")):
        _note(row, part, reading)
    elif kind in WORKED_OUT:
        _worked_out(row, part, reading)
    elif kind in ABOUT_THE_VISIT:
        reading.leave_out(row, "Heard keeps nothing of the kind about a person")
    elif (copies := _copies(reading)) is not None:
        _copy(row, copies, reading)
    else:
        _question(row, kind, rest, reading)


def _begin_group(row: ReadRow, reading: Reading) -> None:
    row.take("type")
    part = row.take(ours("part"))
    group = Group(row.number, "end_group", part)
    if part == REST:
        _rest(row, reading)
    elif part == ONE_SERVICE and reading.repeat:
        row.take("name"), row.take("label"), row.take("relevant")
    elif part in (WITHOUT, OTHERWISE) and reading.repeat:
        group.ids = []
        row.take("name"), row.take("relevant")
        if part == OTHERWISE:
            reading.repeat["otherwise"] = group.ids
        else:
            way = {"option": row.take(ours("option")), "questions": group.ids}
            reading.repeat.setdefault("without_service", []).append(way)
    else:
        row.take("name")
        group.conditions = _conditions(row, reading)
        if row.cells.get("label"):
            reading.found.left_out.append(
                f"{row.place('label')}: left out; Heard shows no headings ({row.take('label')})"
            )
    reading.groups.append(group)


def _rest(row: ReadRow, reading: Reading) -> None:
    """The part that only those are asked who carry on after the short route."""
    row.take("name")
    conditions = _conditions(row, reading)
    then = reading.drafts[-1] if reading.drafts else None
    carries_on = then and [
        choice.option["label"]
        for choice in then.choices
        if conditions == tuple(terms(parse(f"${{{then.name}}} = '{choice.name}'")))
    ]
    if not then or not carries_on or any(draft.in_rest for draft in reading.drafts):
        reading.refuse(row, "relevant", "must be one choice of the question just above, and only one group may be this")
        return
    ids = [draft.id for draft in reading.drafts[:-1]]
    reading.route = {"questions": ids, "then": then.id, "carry_on_if": carries_on[0]}
    if note := row.take(ours("note")):
        reading.route["note"] = note


def _begin_repeat(row: ReadRow, reading: Reading) -> None:
    row.take("type")
    reading.groups.append(Group(row.number, "end_repeat", row.take(ours("part"))))
    services = row.take(ours("services"))
    if not services or reading.repeat:
        reading.refuse(row, "type", "Heard repeats questions for each service only, once in a survey: ask them once")
        row.cells.clear()
        return
    row.take("name"), row.take("label"), row.take("repeat_count")
    try:
        listed = json.loads(services)
    except (ValueError, RecursionError):
        reading.refuse(row, ours("services"), "is not as an export writes it: export the survey again to see how")
        listed = []
    reading.repeat = {"question": row.take(ours("question")), "questions": row.take(ours("questions")).split()}
    reading.repeat["services"] = listed


def _end(row: ReadRow, reading: Reading) -> None:
    kind = row.cells["type"].replace(" ", "_")
    if not reading.groups or reading.groups[-1].end != kind:
        reading.refuse(row, "type", "ends what was not begun: take it away, or move it")
    else:
        reading.groups.pop()
    row.take("type"), row.take("name")


def _note(row: ReadRow, part: str, reading: Reading) -> None:
    if part not in (SAY_FIRST, BEFORE, MEANING):
        reading.leave_out(row, "put its words into the hint of a question")
        return
    reading.worked_out.append((row.number, dict(row.cells)))
    label = row.take("label")
    for name, key in reading.variables.items():
        label = label.replace(f"${{{name}}}", f"{{{key}}}")
    if part == SAY_FIRST:
        reading.say_first.append(label)
    elif part == BEFORE:
        reading.before = label
    elif label not in {meaning.words for meaning in reading.shared.wordings.meanings.values()}:
        reading.refuse(row, "label", "is no longer as in surveys/library/wordings.toml: put its words back")
    for heading in ("type", "name", "relevant", ours("part")):
        row.take(heading)


def _worked_out(row: ReadRow, part: str, reading: Reading) -> None:
    if part == SERVICE:
        reading.worked_out.append((row.number, dict(row.cells)))
        row.cells.clear()
    elif part in (VARIABLE, FACT):
        named = reading.variables if part == VARIABLE else reading.facts
        name = row.take("name")
        named[name] = row.take(ours("question")) or name
        for heading in ("type", ours("part")):
            row.take(heading)
        if row.cells.get("default", "") in (f"[{named[name]}]", "no"):
            row.take("default")
    else:
        reading.leave_out(row, "Heard works nothing out")


def _copies(reading: Reading) -> list[str] | None:
    return next((group.ids for group in reversed(reading.groups) if group.ids is not None), None)


def _copy(row: ReadRow, ids: list[str], reading: Reading) -> None:
    """A question that is asked once more of somebody who named no service: it must be the same question."""
    reading.worked_out.append((row.number, dict(row.cells)))
    id = row.cells.get(ours("question"), "")
    first = next((draft for draft in reading.drafts if draft.id == id and draft.of_service), None)
    if first is None:
        reading.refuse(row, ours("question"), "must name a question of the group for each service: correct it")
        row.cells.clear()
        return
    ids.append(id)
    values = dict(first.cells)
    for heading in ("name", "relevant", ours("question")):
        row.take(heading)
    for heading, words in values.items():
        if heading not in ("name", "relevant") and row.take(heading) != words:
            reading.refuse(row, heading, f"must be the same as in row {first.row}, of which it is a copy")


def _question(row: ReadRow, kind: str, rest: str, reading: Reading) -> None:
    cells = dict(row.cells)
    choices = _choices(row, kind, rest, reading)
    if choices is None:
        row.cells.clear()
        return
    row.take("type")
    name = row.cells.get("name", "")
    conditions = () if ours("show_if") in row.cells else _conditions(row, reading, of_own=True)
    taken = {draft.id for draft in reading.drafts}
    if joined := row.take(ours("show_if")):
        reading.worked_out.append((row.number, cells))
    values = question_values(
        row, MEANT.get(kind, "single"), choices, reading.variables, taken, reading.shared, reading.found
    )
    if joined:
        row.take("relevant")
        values["show_if"] = joined
    if reading.before:
        values["say_first"], reading.before = reading.before, ""
    place = row.take(ours("place"))
    parts = {group.part for group in reading.groups}
    reading.drafts.append(
        Draft(
            row=row.number,
            name=name,
            values=values,
            conditions=conditions,
            cells=cells,
            choices=choices,
            place=int(place) if place.isdecimal() else None,
            in_rest=REST in parts,
            of_service=ONE_SERVICE in parts,
        )
    )


def _choices(row: ReadRow, kind: str, rest: str, reading: Reading) -> tuple[Choice, ...] | None:
    """The choices that a row's type names; none for words, None where it cannot be carried."""
    if MEANT.get(kind) in ("text", "number", "agreement", "information", "draw", "speak"):
        return ()
    if kind == "range":
        return _steps(row, reading)
    if kind not in ("select_one", "select_multiple", "rank"):
        reading.refuse(row, "type", f"Heard does not ask by `{kind}`: {INSTEAD.get(kind, 'ask in words with `text`')}")
        return None
    name, _, more = rest.partition(" ")
    if more:
        reading.found.left_out.append(f"{row.place('type')}: `{more}` left out; Heard adds no box to a list")
    if name not in reading.lists:
        reading.refuse(row, "type", f"names the list `{name}`, which the sheet choices does not have: correct it")
        return None
    return reading.lists[name]


def _steps(row: ReadRow, reading: Reading) -> tuple[Choice, ...] | None:
    """A short range as choices, each with its score."""
    given = dict(re.findall(r"(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)", row.take("parameters")))
    start, end, step = (float(given.get(key, default)) for key, default in (("start", 1), ("end", 10), ("step", 1)))
    if not (start.is_integer() and end.is_integer() and step.is_integer() and 0 <= start < end and step > 0):
        reading.refuse(row, "parameters", "must go up in whole steps from 0 or more: change it, or use select_one")
        return None
    numbers = range(int(start), int(end) + 1, int(step))
    if len(numbers) > MOST_STEPS:
        reading.refuse(row, "parameters", f"has {len(numbers)} steps: give {MOST_STEPS} at most, or use select_one")
        return None
    return tuple(
        Choice(str(number), {"id": option_id(str(number)), "label": str(number), "score": float(number)}, row.number)
        for number in numbers
    )


def _conditions(row: ReadRow, reading: Reading, *, of_own: bool = False) -> tuple[Expression, ...]:
    """What a row's `relevant` asks for, and for a question what the groups round it do."""
    round_it = tuple(term for group in reading.groups for term in group.conditions) if of_own else ()
    words = row.take("relevant")
    if not words or (of_own and row.take(ours("part")) == AGAIN):
        return round_it
    try:
        return (*round_it, *terms(parse(words)))
    except TooMuch as problem:
        reading.refuse(row, "relevant", str(problem))
        return round_it


GROUPS: Mapping[str, Callable[[ReadRow, Reading], None]] = {
    "begin_group": _begin_group,
    "begin_repeat": _begin_repeat,
    "end_group": _end,
    "end_repeat": _end,
}
