"""One question as it stands on paper: its words, its marks, and the space to answer in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from feedback_app.printing.faces import face
from feedback_app.printing.leading import leads_to, only_if
from feedback_app.printing.wording import Say
from surveys import Option, Question, pipe
from surveys.sheet import SheetQuestion

MANY = frozenset({"multi", "pictures_multi"})
FACES = frozenset({"faces3", "faces5"})
SHOWN_TO_ALL = frozenset({"faces5"})
NUMBER_LINES = frozenset({"happy10", "goal10"})
NOT_TICKED = frozenset({"rank", "ranking", "dots", "number"})
LINES = {"short_text": 1, "text": 6, "post_its": 8, "text_or_draw_or_voice": 3}

Block = dict[str, Any]


def question_block(
    sheet: Sequence[SheetQuestion], place: int, audience: str, values: Mapping[str, str], service: str, _: Say
) -> Block:
    """The question at a place of the sheet, as the template draws it.

    `service` heads it where the questions about one service begin.
    """
    one = sheet[place]
    question = one.question
    control = control_of(question, audience)
    return {
        **EMPTY,
        "number": one.number,
        "words": pipe(question.words_for(audience), values),
        "hint": pipe(question.hint, values),
        "meaning": pipe(question.meaning, values),
        "service": service,
        "only_if": only_if(sheet, place, _),
        "control": control,
        "how": _how(control, _),
        "options": [_option(option, control, sheet, place, _) for option in _real(question)],
        "others": [
            _option(option, "one" if control != "many" else control, sheet, place, _) for option in _others(question)
        ],
        "ends": _ends(question, _),
        "lines": LINES.get(question.kind, 0),
    }


EMPTY: Mapping[str, Any] = {
    "number": "", "hint": "", "meaning": "", "service": "", "only_if": "", "how": "", "options": [], "others": [],
    "ends": [], "before": [], "lines": 0, "dots": 0, "unit": "", "picture": None,
}  # fmt: skip


def control_of(question: Question, audience: str) -> str:
    """Which of the template's answer spaces a question has."""
    if question.kind == "text_or_draw_or_voice":
        return "draw"
    if question.is_text:
        return "write"
    if question.kind in FACES and (question.kind in SHOWN_TO_ALL or audience == "child_5_10"):
        return "faces"
    if question.kind in NUMBER_LINES:
        return "line"
    return "many" if question.kind in MANY else "one"


def _option(option: Option, control: str, sheet: Sequence[SheetQuestion], place: int, _: Say) -> Block:
    leads = leads_to(sheet, place, option.id, _) if control != "many" else ""
    mark = _mark(option.label, leads)
    if control == "faces":
        of = len(_real(sheet[place].question))
        mark |= {"face": face(option.score or 0, of), "face_words": _("A face")}
    return mark


def _mark(label: str, leads: str) -> Block:
    return {"label": label, "goto": leads}


def _real(question: Question) -> tuple[Option, ...]:
    return tuple(option for option in question.options if option.missing is None)


def _others(question: Question) -> tuple[Option, ...]:
    return tuple(option for option in question.options if option.missing is not None)


def _how(control: str, _: Say) -> str:
    return {
        "one": _("Tick one circle."),
        "faces": _("Tick one circle."),
        "line": _("Tick one number."),
        "many": _("Tick as many squares as you like."),
        "write": _("Write on the lines."),
        "draw": _("Draw in the box, or write on the lines, or do both."),
    }[control]


def _ends(question: Question, _: Say) -> list[str]:
    if question.ends is None:
        return []
    ends = question.ends
    return [f"{ends.min}: {ends.min_label}", ends.mid_label, f"{ends.max}: {ends.max_label}"]
