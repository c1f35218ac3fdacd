"""One question as it stands on paper: its words, its marks, and the space to answer in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from feedback_app.printing.drawings import drawing
from feedback_app.printing.faces import face
from feedback_app.printing.leading import leads_to, only_if
from feedback_app.printing.wording import Say
from surveys import Option, Question, pipe
from surveys.kinds import DRAWN_KINDS, NUMBER_LINES, READ_KINDS, SEVERAL_KINDS, SHARING_KINDS
from surveys.layers import Asked
from surveys.sheet import SheetQuestion, printed_options

FACES = frozenset({"faces3", "faces5"})
SHOWN_TO_ALL = frozenset({"faces5"})
LINES = {"short_text": 1, "text": 6, "post_its": 8, "text_or_draw_or_voice": 3, "draw": 3, "speak": 6}

Block = dict[str, Any]


def question_block(
    sheet: Sequence[SheetQuestion],
    place: int,
    asked: Asked,
    audience: str,
    values: Mapping[str, str],
    service: str,
    _: Say,
) -> Block:
    """The question at a place of the sheet, as the template draws it.

    `asked` is the question in its layer and language, as it stands in the sheet; `service` heads it where the
    questions about one service begin.
    """
    one = sheet[place]
    question = one.question
    control = control_of(question, audience)
    marks = [_option(option, control, asked, sheet, place, _) for option in printed_options(question)]
    real = sum(option.missing is None for option in question.offered)
    return {
        **EMPTY,
        "number": one.number,
        "lang": asked.language,
        "words": pipe(question.words, values),
        "hint": pipe(question.hint, values),
        "meaning": pipe(question.meaning, values),
        "service": service,
        "only_if": only_if(sheet, place, _),
        "control": control,
        "how": _how(control, question, _),
        "options": marks[:real],
        "others": marks[real:],
        "ends": _ends(question),
        "lines": LINES.get(question.kind, 0),
        "unit": question.unit,
        "picture": drawing(asked.picture),
        "dots": question.most_dots,
    }


EMPTY: Mapping[str, Any] = {
    "number": "", "lang": "en", "hint": "", "meaning": "", "service": "", "only_if": "", "how": "", "options": [],
    "others": [], "ends": [], "before": [], "lines": 0, "dots": 0, "unit": "", "picture": None,
}  # fmt: skip


def control_of(question: Question, audience: str) -> str:
    """Which of the template's answer spaces a question has."""
    if question.kind in READ_KINDS:
        return "read"
    if question.kind == "number":
        return "number"
    if question.kind in DRAWN_KINDS:
        return "draw"
    if question.kind in SHARING_KINDS:
        return question.kind
    if question.is_text:
        return "write"
    if question.kind in FACES and (question.kind in SHOWN_TO_ALL or audience == "child_5_10"):
        return "faces"
    if question.kind in NUMBER_LINES:
        return "line"
    return "many" if question.kind in SEVERAL_KINDS else "one"


def _option(option: Option, control: str, asked: Asked, sheet: Sequence[SheetQuestion], place: int, _: Say) -> Block:
    is_led_on = control in ("one", "faces", "line")
    label = _beside_a_box(option, _) if asked.question.is_text else option.label
    mark = _mark(label, leads_to(sheet, place, option.id, _) if is_led_on else "")
    if control == "faces" and option.missing is None:
        of = sum(one.missing is None for one in asked.question.options)
        mark |= {"face": face(option.score or 0, of), "face_words": _("A face")}
    return mark | {"picture": drawing(asked.option_pictures.get(option.id, ""))}


def _beside_a_box(option: Option, _: Say) -> str:
    """The two ways of saying why there are no words, as the pages say them; a question's own options as they are."""
    return {"dont_know": _("I don’t know"), "prefer_not": _("I don’t want to say")}.get(
        option.missing or "", option.label
    )


def _mark(label: str, leads: str) -> Block:
    return {"label": label, "goto": leads, "picture": None}


def _how(control: str, question: Question, _: Say) -> str:
    return {
        "one": _("Tick one circle."),
        "faces": _("Tick one circle."),
        "line": _("Tick one number."),
        "many": _("Tick as many squares as you like."),
        "number": _("Write a number in the box."),
        "write": _("Write on the lines."),
        "rank": _("Write 1 beside the one that matters most to you, then 2, and so on. Leave out any you like."),
        "dots": _("Fill in {dots} dots in all. You can give one thing more than one.").format(dots=question.most_dots),
        "draw": _("Draw in the box, or write on the lines, or do both."),
        "read": "",
    }[control]


def _ends(question: Question) -> list[str]:
    if question.ends is None:
        return []
    ends = question.ends
    return [f"{ends.min}: {ends.min_label}", ends.mid_label, f"{ends.max}: {ends.max_label}"]
