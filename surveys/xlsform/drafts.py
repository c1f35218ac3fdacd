"""One question on its way from a row of `survey` to a definition."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from surveys.expanding_questions import expand_question
from surveys.kinds import OPEN_KINDS, SEVERAL_KINDS, Kind
from surveys.options import option_id
from surveys.questions import Question
from surveys.shared import Shared
from surveys.xlsform.cells import value_of
from surveys.xlsform.conditions import Asked
from surveys.xlsform.expressions import Expression
from surveys.xlsform.lists import Choice
from surveys.xlsform.question_rows import NOT_IN_COLUMNS, unpiped
from surveys.xlsform.rows import Found, ReadRow
from surveys.xlsform.sheets import IMAGE, ours

Values = dict[str, Any]
RESERVED = frozenset({"quote", "who"})
MOST_STEPS = 11
LIMIT = re.compile(r"\.\s*(>=|<=)\s*([0-9]{1,9})")


@dataclass(slots=True)
class Draft:
    """A question as far as it is read; `values` are complete, as `expand_question` leaves them, `cells` as it stood."""

    row: int
    name: str
    values: Values
    conditions: tuple[Expression, ...]
    cells: Mapping[str, str]
    choices: tuple[Choice, ...] = ()
    place: int | None = None
    in_rest: bool = False
    of_service: bool = False

    @property
    def id(self) -> str:
        return str(self.values["id"])

    def asked(self) -> Asked:
        """As others may depend on it."""
        options: list[Values] = self.values.get("options", [])
        ids = {choice.name: str(choice.option["id"]) for choice in self.choices}
        names = {id: name for name, id in ids.items()}
        missing = frozenset(names.get(str(o["id"]), str(o["id"])) for o in options if o.get("missing"))
        true, false = (
            frozenset(names.get(str(id), str(id)) for id in self.values.get(key, ()))
            for key in ("sets_true", "sets_false")
        )
        several = self.values["kind"] == "multi"
        return Asked(self.name, tuple(ids), missing, several, self.values.get("sets", ""), true, false)


def question_values(
    row: ReadRow,
    kind: str,
    choices: tuple[Choice, ...],
    variables: Mapping[str, str],
    taken: Collection[str],
    shared: Shared,
    found: Found,
) -> Values:
    """Everything that a row says of a question, but for when it is asked.

    Parameters
    ----------
    kind
        The one that the row's type stands for, where no column of ours names another.
    variables
        Our {variables} by the names of their rows.
    taken
        The ids of the questions before.
    """
    name, label, hint = row.take("name"), row.take("label"), row.take("hint")
    shared_name, is_ours = row.cells.get(ours("shared"), ""), ours("kind") in row.cells
    values: Values = {"id": _id(row, name, taken, shared_name, found), "kind": _kind(row, kind, found)}
    if not label:
        found.problems.append(f"{row.place('label')}: is empty: write the question")
    values["words"] = _words(row, "label", label, variables, found)
    if hint:
        values["hint"] = _words(row, "hint", hint, variables, found)
    if meaning := row.take(ours("meaning")):
        values["meaning"] = meaning
    for key, about in Question.model_fields.items():
        if key not in values and key not in NOT_IN_COLUMNS and (words := row.take(ours(key))):
            try:
                values[key] = value_of(words, about)
            except ValueError as error:
                found.problems.append(f"{row.place(ours(key))}: {error}")
    values = {**_picture(row, shared.pictures.pictures), **values}
    if values["kind"] == "number" and not is_ours:
        values |= _typed_limits(row)
    if labels := row.take(ours("options")):
        values["options"] = _labels(row, labels, found)
    if choices:
        values["options"] = [dict(choice.option) for choice in choices]
    return _completed(row, values, shared, found)


def written(values: Values, shared: Shared) -> Values:
    """The question as people write it: nothing that the loader works out, labels where options are meant."""
    if name := values.get("shared"):
        kept = {key: values[key] for key in ("wording", "note", "show_if") if values.get(key)}
        return {"use": name, **kept}
    labels = {option["id"]: option["label"] for option in values.get("options", [])}
    question = {key: value for key, value in values.items() if key not in ("options", "ends")}
    if "options" in values and values["kind"] not in shared.scales.scales:
        several = values["kind"] == "multi"
        question["options"] = [_written_option(option, several, shared) for option in values["options"]]
    for key in ("sets_true", "sets_false"):
        if key in question:
            question[key] = [labels.get(id, id) for id in question[key]]
    if "unanswered" in question:
        question["unanswered"] = labels.get(question["unanswered"], question["unanswered"])
    if "on" in question:
        question["on"] = [{**reply, "option": labels.get(reply["option"], reply["option"])} for reply in question["on"]]
    without_asks = {key: value for key, value in question.items() if key != "asks"}
    if "asks" in question and expand_question(without_asks, shared, "", []).get("asks") == question["asks"]:
        del question["asks"]
    return question


def _labels(row: ReadRow, words: str, found: Found) -> list[str]:
    """The answers beside a box, as an export writes them."""
    try:
        labels = json.loads(words)
    except (ValueError, RecursionError):
        labels = None
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        found.problems.append(f'{row.place(ours("options"))}: must be a list of words, as ["Don\'t know"]: correct it')
        return []
    return labels


def _id(row: ReadRow, name: str, taken: Collection[str], shared_name: str, found: Found) -> str:
    if not name:
        found.problems.append(f"{row.place('name')}: is empty: give the question a name")
        return f"row_{row.number}"
    id = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    id = name if re.fullmatch(r"[a-z][a-z0-9_]*", name) else id if id[:1].isalpha() else f"q_{id}"
    while id in taken or (id in RESERVED and not shared_name):
        id += "_2"
    if id != name:
        found.left_out.append(f"{row.place('name')}: `{name}` is called `{id}` in Heard")
    return id


def _kind(row: ReadRow, kind: str, found: Found) -> str:
    named = row.take(ours("kind"))
    if not named:
        return kind
    if named not in get_args(Kind):
        found.problems.append(f"{row.place(ours('kind'))}: must be one of {', '.join(get_args(Kind))}")
        return kind
    if kind not in _meant_by(named):
        found.problems.append(f"{row.place('type')}: does not go with heard::kind `{named}`: change one of them")
        return kind
    return named


def _meant_by(named: str) -> tuple[str, ...]:
    """The kinds that the types of rows stand for, where ours is more exact."""
    if named in ("rank", "draw", "speak"):
        return (named,)
    if named in OPEN_KINDS:
        return ("text",)
    if named in SEVERAL_KINDS or named == "dots":
        return ("multi",)
    if named == "agreement":
        return ("agreement", "single")
    return (named,) if named in ("number", "information") else ("single",)


def _typed_limits(row: ReadRow) -> Values:
    """The limits that somebody else's `constraint` sets a number, where it sets nothing more."""
    limits = row.cells.get("constraint", "")
    if not re.fullmatch(LIMIT.pattern + r"(?:\s+and\s+" + LIMIT.pattern + ")?", limits.strip()):
        return {}
    row.take("constraint")
    return {"min" if sign == ">=" else "max": int(number) for sign, number in LIMIT.findall(limits)}


def _picture(row: ReadRow, pictures: Collection[str]) -> Values:
    """A picture that we have; the file of any other is left out."""
    name = row.cells.get(IMAGE, "").rpartition(".")[0]
    if name not in pictures:
        return {}
    row.take(IMAGE)
    return {"picture": name}


def _words(row: ReadRow, heading: str, words: str, variables: Mapping[str, str], found: Found) -> str:
    line = " ".join(words.split())
    if line != words:
        found.left_out.append(f"{row.place(heading)}: line breaks and double spaces are single spaces in Heard")
    ours_now = unpiped(line, variables)
    if "${" in ours_now:
        found.problems.append(
            f"{row.place(heading)}: shows an earlier answer by ${{...}}, which Heard does not: write words instead"
        )
    return ours_now


def _completed(row: ReadRow, values: Values, shared: Shared, found: Found) -> Values:
    """With the options of its scale, and what its options are without being told; what differs is refused."""
    if "shared" in values:
        return _shared(row, values, shared, found)
    given = values.get("options")
    if values["kind"] in shared.scales.scales:
        complete: Values = expand_question(
            {key: value for key, value in values.items() if key not in ("options", "meaning")}, shared, "", []
        )
        if given is not None or values["kind"] != "agreement":  # a tick has no choices
            _check_same(row, "type", _plain_options(given), _plain_options(complete["options"]), values["kind"], found)
    else:
        complete = expand_question({key: value for key, value in values.items() if key != "meaning"}, shared, "", [])
    if "meaning" in values:
        complete["meaning"] = values["meaning"]
    return complete


def _shared(row: ReadRow, values: Values, shared: Shared, found: Found) -> Values:
    problems: list[str] = []
    use: Values = {key: values[key] for key in ("wording", "note") if key in values}
    use["use"] = values["shared"]
    complete: Values = expand_question(use, shared, row.place(ours("shared")), problems)
    found.problems += problems
    if problems:
        return values
    for key, heading in (("words", "label"), ("hint", "hint"), ("options", "type")):
        mine, theirs = values.get(key), complete.get(key)
        if key == "options":
            mine, theirs = _plain_options(mine), _plain_options(theirs)
        _check_same(row, heading, mine, theirs, values["shared"], found)
    for key in values:
        if key not in ("words", "hint", "options", "shared", "wording", "note"):
            _check_same(row, key if key == "name" else ours(key), values[key], complete.get(key), key, found)
    return complete


def _check_same(row: ReadRow, heading: str, mine: Any, theirs: Any, name: str, found: Found) -> None:
    if mine != theirs:
        found.problems.append(
            f"{row.place(heading)}: is not as Heard has it for `{name}`: put back the words and choices of an "
            f"export, or empty the columns heard::kind and heard::shared"
        )


def _plain_options(options: Any) -> list[tuple[Any, ...]]:
    return [(o["id"], o["label"], o.get("score"), o.get("missing"), o.get("says", "")) for o in options or []]


def _written_option(option: Values, several: bool, shared: Shared) -> Any:
    """A label alone wherever the loader would make the same option of it."""
    short: Values = {"label": option["label"]}
    made = expand_question({"kind": "multi" if several else "single", "options": [option["label"]]}, shared, "", [])
    implied: Values = made["options"][0]
    for key, value in option.items():
        if key != "label" and (key not in implied or implied[key] != value):
            short[key] = value
    if option["id"] == option_id(option["label"]):
        short.pop("id", None)
    return short if len(short) > 1 else option["label"]
