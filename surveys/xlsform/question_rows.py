"""One question as rows of the sheet `survey`: the words before it, then itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveys.conditions import alternatives, facts_in
from surveys.expanding_questions import USUAL_NO_ANSWERS
from surveys.kinds import NUMBER_LINES, OPEN_KINDS, SEVERAL_KINDS, TYPED_KINDS
from surveys.model import Survey
from surveys.piping import CHOSEN, VARIABLE
from surveys.questions import Question
from surveys.xlsform.cells import cells_of
from surveys.xlsform.relevance import relevant_of, setter_of
from surveys.xlsform.sheets import BEFORE, IMAGE, MEANING, Row, ours, picture_file

# told in columns of XLSForm's own, in rows of their own, or worked out again
NOT_IN_COLUMNS = frozenset(
    {"id", "words", "hint", "options", "ends", "show_if", "required", "say_first", "meaning", "easy_meaning"}
)

SEVERAL_TYPES = SEVERAL_KINDS | {"dots"}
TYPES = {"information": "note", "number": "integer", "draw": "image", "speak": "audio"}


@dataclass(frozen=True, slots=True)
class Names:
    """What rows are called: choice lists by question, rows for {variables} and for facts of the wave."""

    lists: Mapping[str, str]
    variables: Mapping[str, str]
    facts: Mapping[str, str]
    meanings: Mapping[str, str]
    """The names of meanings by their words."""


def question_rows(question: Question, survey: Survey, names: Names, *, copy: str = "") -> Iterator[Row]:
    """A question, and the words shown above it.

    Parameters
    ----------
    copy
        What its names end in where it is asked in a second place.
    """
    relevant = relevant_of(question, survey, names.facts)
    for part, words in ((MEANING, question.meaning), (BEFORE, question.say_first)):
        if words:
            name = f"{question.id}_{part}{copy}"
            yield note_row(name, words, part, names) | ({"relevant": relevant} if relevant else {})
    row = {**question_cells(question, names), "relevant": relevant}
    if is_joined(question, survey):
        row[ours("show_if")] = question.show_if
    if copy:
        row |= {"name": f"{question.id}{copy}", ours("question"): question.id}
    yield {heading: cell for heading, cell in row.items() if cell}


def question_cells(question: Question, names: Names) -> dict[str, str]:
    """Its own row, but for when it is asked."""
    alone = {option.id: option.label for option in question.options if option.alone}
    cells = {
        "type": question_type(question, names.lists),
        "name": question.id,
        "label": piped(question.words, names.variables),
        "hint": piped(question.hint, names.variables),
        "required": "no",
        "appearance": appearance(question.kind),
        IMAGE: picture_file(question.picture) if question.picture else "",
        **number_cells(question.kind, question.min, question.max),
        "parameters": parameters(question.kind),
        ours("options"): own_options(question),
    }
    if alone and question.kind in SEVERAL_TYPES:
        cells |= alone_cells(alone)
    if question.meaning in names.meanings:
        cells[ours("meaning")] = names.meanings[question.meaning]
    return cells | {ours(key): cell for key, cell in cells_of(question, but=NOT_IN_COLUMNS)}


def note_row(name: str, words: str, part: str, names: Names) -> dict[str, str]:
    return {"type": "note", "name": name, "label": piped(words, names.variables), ours("part"): part}


def question_type(question: Question, lists: Mapping[str, str]) -> str:
    """Words are `text`, a number is `integer`, words to read are a `note`, agreeing is a tick; the rest is a choice.

    An agreement that decides what comes next stays a choice: a tick cannot say no. Dots can only be asked for as a
    choice of several: which options get any.
    """
    if question.kind == "agreement" and not question.sets:
        return "acknowledge"
    if not question.is_choice:
        return TYPES.get(question.kind, "text")
    if question.kind == "rank":
        return f"rank {lists[question.id]}"
    return f"select_{'multiple' if question.kind in {*SEVERAL_KINDS, 'dots'} else 'one'} {lists[question.id]}"


def own_options(question: Question) -> str:
    """What stands beside a box and is not usual, as labels: other tools show none of it."""
    labels = [option.label for option in question.options]
    usual = list(USUAL_NO_ANSWERS) if question.kind == "number" else []
    return json.dumps(labels, ensure_ascii=False) if question.kind in TYPED_KINDS and labels != usual else ""


def number_cells(kind: str, least: int | None, most: int | None) -> dict[str, str]:
    """What keeps a number within its limits."""
    if kind != "number":
        return {}
    limits = [f". >= {least or 0}", *([] if most is None else [f". <= {most}"])]
    words = f"Write a number from {least or 0} to {most}." if most is not None else f"Write {least or 0} or more."
    return {"constraint": " and ".join(limits), "constraint_message": words}


def is_joined(question: Question, survey: Survey) -> bool:
    """Whether its condition is more than `relevant` brings back: several facts, or one that a number decides."""
    facts = facts_in(question.show_if)
    setters = [setter_of(fact, survey) for fact in facts]
    by_number = any(one and (one.sets_true_min, one.sets_true_max) != (None, None) for one in setters)
    return by_number or len(facts) > 1 or len(alternatives(question.show_if)) > 1


def alone_cells(alone: Mapping[str, str]) -> dict[str, str]:
    """What keeps some choices, given with their labels, from being chosen beside others."""
    chosen = " or ".join(f"selected(., '{id}')" for id in alone)
    labels = ", ".join(f"“{label}”" for label in alone.values())
    return {
        "constraint": f"count-selected(.) <= 1 or not({chosen})",
        "constraint_message": f"Choose {labels} alone, or choose others.",
    }


def appearance(kind: str) -> str:
    if kind in ("draw", "speak"):
        return "draw" if kind == "draw" else ""
    if kind == "draw":
        return "draw"
    if kind in OPEN_KINDS - {"short_text", "speak"}:
        return "multiline"
    return "columns-pack" if kind in NUMBER_LINES else ""


def parameters(kind: str) -> str:
    """A drawing is sent no larger than somebody needs to see it."""
    return "max-pixels=1600" if kind == "draw" else ""


def piped(words: str, variables: Mapping[str, str]) -> str:
    """Our {variable} as XLSForm's ${variable}; what was chosen before is said by its fallback."""
    words = CHOSEN.sub(lambda match: match.group(2), words)
    return VARIABLE.sub(lambda match: f"${{{variables.get(match.group(1), match.group(1))}}}", words)


def unpiped(words: str, variables: Mapping[str, str]) -> str:
    """XLSForm's ${name} as our {variable}, where the name is one of ours."""

    def ours_or_theirs(match: re.Match[str]) -> str:
        name = match.group(1).strip()
        return f"{{{variables[name]}}}" if name in variables else match.group()

    return re.sub(r"\$\{([^{}]*)\}", ours_or_theirs, words)
