"""The whole sheet: what it is, what happens to the words, the questions, what comes after, and who can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from feedback_app.printing.as_read import AsRead, survey_as_read
from feedback_app.printing.blocks import EMPTY, question_block
from feedback_app.printing.pdf import sheet_pdf
from feedback_app.printing.wording import Say
from surveys import Survey, help_lines, pipe
from surveys.help_lines import HelpLine
from surveys.piping import variables_in
from surveys.sheet import sheet_of

# sizes of letters in points, ordinary and large: easy read is never under 16
SIZES = {"words": (14, 18), "easy": (16, 20), "pictures": (16, 20)}
RIGHT_TO_LEFT = frozenset({"ur"})
ENGLISH = "en"

Layer = Literal["words", "easy", "pictures"]


@dataclass(frozen=True, slots=True)
class SheetFor:
    """Whom a sheet is printed for, and what it says of the asking.

    Parameters
    ----------
    layer, language
        As on the pages; other words than English stand on the sheet as a draft unless a speaker has `approved` them.
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
    layer: Layer = "words"
    language: str = ENGLISH
    approved: bool = False
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

    Raises UnknownAudience, MissingValue (its words need a value that was not given), NotPrintable, NotInThatLanguage.
    """
    return sheet_pdf(sheet_values(survey, wanted))


def sheet_values(survey: Survey, wanted: SheetFor) -> dict[str, Any]:
    """Everything that the template draws, as plain values."""
    read = survey_as_read(survey, wanted.audience, wanted.layer, wanted.language)
    _ = read.say
    return {
        "lang": wanted.language,
        "dir": "rtl" if wanted.language in RIGHT_TO_LEFT else "ltr",
        "size": SIZES[wanted.layer][wanted.large],
        "title": read.title,
        "asked_by": wanted.asked_by or "Heard",
        "notes": _notes(wanted, _),
        "about": _about(read, wanted, _),
        "number_words": _("Number of this sheet (leave empty)"),
        "before_title": _("Before you start"),
        "before": read.lines("start"),
        "agree": [_agreement(wanted.language, _)],
        "how_title": _("How to fill in this sheet"),
        "how": _how(_),
        "questions_title": _("The questions"),
        "questions": _questions(read, wanted, _),
        "end_title": _("When you have finished"),
        "end": _end(wanted, _),
        "help_title": _("If you want to talk to somebody"),
        "help": _help(survey, wanted),
        "foot": _foot(survey, wanted),
        "page_words": _("Page {page} of {pages}"),
    }


def _notes(wanted: SheetFor, _: Say) -> list[dict[str, str]]:
    example = _("Invented example. Do not use it with children.")
    notes = [{"words": example, "lang": wanted.language}] if wanted.example else []
    if wanted.language != ENGLISH and not wanted.approved:
        draft = "Draft translation. No speaker has approved these words. Do not give this sheet to anybody."
        notes.append({"words": draft, "lang": ENGLISH})
    return notes


def _about(read: AsRead, wanted: SheetFor, _: Say) -> list[str]:
    lines = [read.audience_name + (f" · {wanted.area_name}" if wanted.area_name else "")]
    if wanted.asked_by:
        lines.append(_("Asked by {asked_by}.").format(asked_by=wanted.asked_by))
    if read.survey.rules.minutes:
        lines.append(_("It takes about {minutes} minutes.").format(minutes=read.survey.rules.minutes))
    if wanted.closes:
        lines.append(_("Please give it back by {closes}.").format(closes=wanted.closes))
    if wanted.address:
        lines.append(_("You can answer on a phone instead: {address}").format(address=wanted.address))
    return lines


def _agreement(language: str, _: Say) -> dict[str, Any]:
    return {
        **EMPTY,
        "lang": language,
        "words": _("Do you want to take part?"),
        "control": "one",
        "how": _("Tick one circle."),
        "options": [
            {"label": _("Yes, I want to take part"), "goto": "", "picture": None},
            {"label": _("Not now"), "goto": _("You can stop here. We keep nothing."), "picture": None},
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


def _questions(read: AsRead, wanted: SheetFor, _: Say) -> list[dict[str, Any]]:
    blocks = []
    sheet = sheet_of(read.survey)
    first_box = next((place for place, one in enumerate(sheet) if one.question.is_text), None)
    said = ""
    for place, one in enumerate(sheet):
        service = read.service_name(one.step.repeat)
        head = _("About: {service}").format(service=service) if service and service != said else ""
        said = service
        asked = read.asked[one.step.question]
        values = {**wanted.values, "service_name": service} if service else wanted.values
        block = question_block(sheet, place, asked, wanted.audience, values, head, _)
        if place == first_box:
            block["before"] = read.lines("before_first_box")
        blocks.append(block)
    return blocks


def _end(wanted: SheetFor, _: Say) -> list[str]:
    return [
        _("Thank you."),
        wanted.give_back or _("Give this sheet to the person who gave it to you. You can fold it first."),
        _("Ask for your code when you give it back. With it you can see what happened next."),
        _("With your code you can also have your answers deleted."),
    ]


def _help(survey: Survey, wanted: SheetFor) -> list[dict[str, str]]:
    return [
        {"name": line.name, "how": pipe(line.how, wanted.values), "when": line.when}
        for line in help_lines(survey.help_group(wanted.audience))
        if _has_values(line, wanted.values)
    ]


def _has_values(line: HelpLine, values: Mapping[str, str]) -> bool:
    """A line that an area has not filled in yet is not printed, as no page shows it."""
    return all(values.get(name) for name in variables_in(line.how))


def _foot(survey: Survey, wanted: SheetFor) -> str:
    parts = [f"{survey.id} {survey.version}", survey.digest[:8], wanted.layer, wanted.language]
    return " · ".join([*([wanted.code] if wanted.code else []), *parts])
