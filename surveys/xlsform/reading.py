"""An XLSForm as a draft definition, with a list of what it leaves out; or what must be changed in it, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.errors import MalformedSurvey
from surveys.loader import parse_survey
from surveys.model import Survey
from surveys.shared import Shared, load_shared
from surveys.xlsform.conditions import Asked, Wanted, wanted, with_wish
from surveys.xlsform.definition_text import definition_text
from surveys.xlsform.definition_values import definition_values
from surveys.xlsform.drafts import Draft
from surveys.xlsform.expressions import TooMuch
from surveys.xlsform.lists import read_lists
from surveys.xlsform.question_rows import alone_cells, appearance, number_cells, parameters
from surveys.xlsform.relevance import NO, YES
from surveys.xlsform.rows import Found, ReadRow, read_rows, tell_what_is_left
from surveys.xlsform.sheet_reading import Reading, read_row
from surveys.xlsform.sheets import CHOICES, SETTINGS, SHEETS, SURVEY, Sheets
from surveys.xlsform.writing import to_xlsform

Values = dict[str, Any]

TOLD_AGAIN = frozenset({"type", "label", "relevant", "repeat_count", "calculation"})


@dataclass(frozen=True, slots=True)
class Imported:
    """A definition's TOML, the survey that it is, and a sentence for each thing that was left out or added."""

    definition: str
    survey: Survey
    left_out: tuple[str, ...]


def from_xlsform(
    sheets: Sheets, *, source: str, audiences: Sequence[str] = (), shared: Shared | None = None
) -> Imported:
    """A definition that `parse_survey` accepts, from the rows of an XLSForm. No expression is evaluated.

    Parameters
    ----------
    source
        What messages call it.
    audiences
        Whom it is for, where the sheet `settings` does not say.

    Raises
    ------
    MalformedSurvey
        With everything to change: sheet, row, column.
    """
    shared, found = shared or load_shared(), Found()
    language = next((row.get("default_language", "") for row in sheets.get(SETTINGS, ())), "")
    rows = {sheet: read_rows(sheet, sheets.get(sheet, ()), language, found) for sheet in SHEETS}
    found.left_out += [f"sheet {sheet}: left out" for sheet in sheets if sheet not in SHEETS and sheets[sheet]]
    reading = Reading(shared, read_lists(rows[CHOICES], shared.pictures.pictures, found), found)
    for row in rows[SURVEY]:
        read_row(row, reading)
    found.problems += [f"{SURVEY} row {group.row}, type: is begun and never ended" for group in reading.groups]
    if not reading.drafts and not found.problems:
        found.problems.append(f"sheet {SURVEY}: asks nothing: add a row with a question")
    _show(reading)
    values = definition_values(rows[SETTINGS], audiences, reading)
    _forget_what_is_written_again(rows[SURVEY], reading)
    tell_what_is_left([row for sheet in SHEETS for row in rows[sheet]], found)
    if found.problems:
        raise MalformedSurvey(source, tuple(found.problems))
    return _accepted(values, source, reading)


def _show(reading: Reading) -> None:
    """Conditions become facts that one question sets and another is shown by."""
    asked = {
        name: Asked(name, (YES, NO), fact=fact, true=frozenset({YES}), false=frozenset({NO}))
        for name, fact in reading.facts.items()
    }
    before: dict[str, Wanted | None] = {}
    by_name: dict[str, Draft] = {}
    for draft in reading.drafts:
        heading = f"{SURVEY} row {draft.row}, relevant"
        try:
            want = wanted(draft.conditions, asked, before)
            if want:
                asked[want.question], draft.values["show_if"] = with_wish(asked[want.question], want)
            if want and want.also_unanswered:
                reading.found.left_out.append(
                    f"{heading}: Heard asks it only where `{want.question}` was answered, never where it was passed by"
                )
            before[draft.name] = want
        except TooMuch as problem:
            reading.found.problems.append(f"{heading}: {problem}")
        asked[draft.name], by_name[draft.name] = draft.asked(), draft
    for name, draft in by_name.items():
        _set_fact(draft, asked[name])


def _set_fact(draft: Draft, asked: Asked) -> None:
    if draft.values.get("sets") or not asked.fact:
        return
    ids = {choice.name: choice.option["id"] for choice in draft.choices}
    draft.values["sets"] = asked.fact
    for key, chosen in (("sets_true", asked.true), ("sets_false", asked.false)):
        if chosen:
            draft.values[key] = [ids[name] for name in asked.options if name in chosen]


def _forget_what_is_written_again(rows: Sequence[ReadRow], reading: Reading) -> None:
    """Cells that an export works out are no loss, as long as they say what it would say."""
    drafts = {draft.row: draft for draft in reading.drafts}
    for row in rows:
        if row.cells.get("required", "").lower() in ("no", "false", "false()"):
            row.take("required")
        if draft := drafts.get(row.number):
            for heading, words in _worked_out(draft).items():
                if row.cells.get(heading) == words:
                    row.take(heading)


def _worked_out(draft: Draft) -> Mapping[str, str]:
    alone = {option["id"]: option["label"] for option in draft.values.get("options", []) if option.get("alone")}
    cells = alone_cells(alone) if alone else {}
    kind = draft.values["kind"]
    limits = number_cells(kind, draft.values.get("min"), draft.values.get("max"))
    return {**cells, **limits, "appearance": appearance(kind), "parameters": parameters(kind)}


def _accepted(values: Values, source: str, reading: Reading) -> Imported:
    """The definition as the loader reads it; what it refuses is told by the row."""
    text = definition_text(values)
    try:
        survey = parse_survey(text, source=source, shared=reading.shared)
    except MalformedSurvey as error:
        raise MalformedSurvey(source, tuple(_by_row(problem, values, reading) for problem in error.problems)) from None
    return Imported(text, survey, (*reading.found.left_out, *_told_otherwise(survey, reading)))


def _told_otherwise(survey: Survey, reading: Reading) -> Iterator[str]:
    """Cells of rows that follow from other rows, where somebody changed them."""
    exported = {row.get("name", ""): row for row in to_xlsform(survey, shared=reading.shared).sheets[SURVEY]}
    for number, cells in reading.worked_out:
        ours_now = exported.get(cells.get("name", ""), {})
        for heading, words in cells.items():
            if heading in TOLD_AGAIN and "".join(ours_now.get(heading, "").split()) != "".join(words.split()):
                yield f"{SURVEY} row {number}, {heading}: left out; it follows from other rows ({words})"


def _by_row(problem: str, values: Values, reading: Reading) -> str:
    about = re.match(r"question (?:number (\d+)|(\w+))(?: \(line \d+\))?", problem)
    if about is None:
        return (
            f"{SETTINGS}: {problem}" if problem.startswith(("id", "title", "rules", "audiences", "family")) else problem
        )
    number, id = about.groups()
    if number:
        question = values["questions"][int(number) - 1]
        id = question.get("id") or reading.shared.wordings.questions.get(question.get("use"), {}).get("id")
    row = next((draft.row for draft in reading.drafts if draft.id == id), None)
    return f"{SURVEY} row {row}, {problem}" if row else problem
