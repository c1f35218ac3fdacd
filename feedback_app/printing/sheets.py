"""The whole sheet: what it is, what happens to the words, the questions, what comes after, and who can help."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from feedback_app.printing.blocks import EMPTY, question_block
from feedback_app.printing.pdf import FOLDER, sheet_pdf
from feedback_app.printing.wording import Say, words_in
from surveys import Survey, help_lines, pipe
from surveys.help_lines import HelpLine
from surveys.piping import variables_in
from surveys.sheet import SheetQuestion, sheet_of

POINTS, LARGE_POINTS = 14, 18


@dataclass(frozen=True, slots=True)
class SheetFor:
    """Whom a sheet is printed for, and what it says of the asking.

    Parameters
    ----------
    values
        The area's own words for {variables}; the help lines of parent carers and practitioners use them too.
    code, address
        The opening's code, and where somebody can answer on a phone instead; empty where they cannot.
    give_back
        Where the sheet goes; whoever gave it takes it back unless told.
    closes
        The last day, in words.
    """

    audience: str
    large: bool = False
    language: str = "en"
    area_name: str = ""
    asked_by: str = ""
    example: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    address: str = ""
    give_back: str = ""
    closes: str = ""


def print_sheet(survey: Survey, wanted: SheetFor) -> bytes:
    """The survey as one audience meets it, as a PDF.

    Raises UnknownAudience, MissingValue (its words need a value that was not given), NotPrintable.
    """
    return sheet_pdf(sheet_values(survey, wanted))


def sheet_values(survey: Survey, wanted: SheetFor) -> dict[str, Any]:
    """Everything that the template draws, as plain values."""
    _ = words_in(wanted.language)
    met = survey.for_audience(wanted.audience)
    sheet = sheet_of(met)
    return {
        "lang": wanted.language,
        "dir": "ltr",
        "size": LARGE_POINTS if wanted.large else POINTS,
        "title": survey.title,
        "asked_by": wanted.asked_by or "Heard",
        "example": _("Invented example. Do not use it with children.") if wanted.example else "",
        "about": _about(met, wanted, _),
        "number_words": _("Number of this sheet (leave empty)"),
        "before_title": _("Before you start"),
        "before": on_paper(met.wording("start", wanted.audience)),
        "agree": [_agreement(_)],
        "how_title": _("How to fill in this sheet"),
        "how": _how(_),
        "questions_title": _("The questions"),
        "questions": _questions(met, sheet, wanted, _),
        "end_title": _("When you have finished"),
        "end": _end(wanted, _),
        "help_title": _("If you want to talk to somebody"),
        "help": _help(met, wanted, _),
        "foot": _foot(survey, wanted),
        "page_words": _("Page {page} of {pages}"),
    }


def on_paper(lines: Sequence[str], way: Literal["sheet", "telephone"] = "sheet") -> list[str]:
    """Lines of a screen as they are true of paper, or of a telephone call; see `templates/print/paper.toml`."""
    instead: Mapping[str, str] = tomllib.loads((FOLDER / "paper.toml").read_text("utf-8"))[way]
    return [instead.get(line, line) for line in lines]


def _about(survey: Survey, wanted: SheetFor, _: Say) -> list[str]:
    lines = [survey.audience_name(wanted.audience) + (f" · {wanted.area_name}" if wanted.area_name else "")]
    if wanted.asked_by:
        lines.append(_("Asked by {asked_by}.").format(asked_by=wanted.asked_by))
    if survey.rules.minutes:
        lines.append(_("It takes about {minutes} minutes.").format(minutes=survey.rules.minutes))
    if wanted.closes:
        lines.append(_("Please give it back by {closes}.").format(closes=wanted.closes))
    if wanted.address:
        lines.append(_("You can answer on a phone instead: {address}").format(address=wanted.address))
    return lines


def _agreement(_: Say) -> dict[str, Any]:
    return {
        **EMPTY,
        "words": _("Do you want to take part?"),
        "control": "one",
        "how": _("Tick one circle."),
        "options": [
            {"label": _("Yes, I want to take part"), "goto": ""},
            {"label": _("Not now"), "goto": _("You can stop here. We keep nothing.")},
        ],
    }


def _how(_: Say) -> list[str]:
    return [
        _("Use any pen. It does not have to be neat."),
        _("A circle means: tick one. A square means: tick as many as you like."),
        _("You can leave any question out."),
        _("If you do not understand a question, write a question mark beside it."),
        _("Somebody can read it to you, or write down what you say."),
    ]


def _questions(survey: Survey, sheet: tuple[SheetQuestion, ...], wanted: SheetFor, _: Say) -> list[dict[str, Any]]:
    blocks = []
    first_box = next((place for place, one in enumerate(sheet) if one.question.is_text), None)
    said = ""
    for place, one in enumerate(sheet):
        service = survey.service_name(one.step.repeat)
        head = _("About: {service}").format(service=service) if service and service != said else ""
        said = service
        block = question_block(sheet, place, wanted.audience, wanted.values, head, _)
        if place == first_box:
            block["before"] = on_paper(survey.wording("before_first_box", wanted.audience))
        blocks.append(block)
    return blocks


def _end(wanted: SheetFor, _: Say) -> list[str]:
    return [
        _("Thank you."),
        wanted.give_back or _("Give this sheet to the person who gave it to you. You can fold it first."),
        _("Ask for your code when you give it back. With it you can see what happened next."),
        _("With your code you can also have your answers deleted."),
    ]


def _help(survey: Survey, wanted: SheetFor, _: Say) -> list[dict[str, str]]:
    return [
        {"name": line.name, "how": pipe(line.how, wanted.values), "when": line.when}
        for line in help_lines(survey.help_group(wanted.audience))
        if _has_values(line, wanted.values)
    ]


def _has_values(line: HelpLine, values: Mapping[str, str]) -> bool:
    """A line that an area has not filled in yet is not printed, as no page shows it."""
    return all(values.get(name) for name in variables_in(line.how))


def _foot(survey: Survey, wanted: SheetFor) -> str:
    parts = [f"{survey.id} {survey.version}", survey.digest[:8]]
    return " · ".join([*([wanted.code] if wanted.code else []), *parts])
