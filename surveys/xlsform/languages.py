"""The words of a form in further languages, in XLSForm's own columns, as `label::Polish (pl)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from surveys.layers import asked_in
from surveys.model import Survey
from surveys.translations import Translation
from surveys.xlsform.sheets import IMAGE, SETTINGS, Row, Sheets

ENGLISH = "English (en)"
NAMES: Mapping[str, str] = {"pl": "Polish (pl)", "ur": "Urdu (ur)"}
SPOKEN = ("label", "hint", "constraint_message", IMAGE)
"""The columns that a form has once for each language."""

ToSheets = Callable[[Survey], Sheets]


def language_name(code: str) -> str:
    """As a column names a language: its own name where we know it, and its code."""
    return NAMES.get(code, f"{code} ({code})")


def in_languages(survey: Survey, translations: Sequence[Translation], to_sheets: ToSheets) -> Sheets:
    """The sheets with a column for each language; a question that is not translated stands in English in all of them.

    Parameters
    ----------
    survey
        As it is met: its questions have the words that go into the form.
    to_sheets
        What makes the sheets of a survey in one language.
    """
    english = to_sheets(survey)
    if not translations:
        return english
    others = {language_name(one.language): to_sheets(_translated(survey, one)) for one in translations}
    sheets = {
        sheet: tuple(
            _spoken(row, {name: other[sheet][place] for name, other in others.items()})
            for place, row in enumerate(rows)
        )
        for sheet, rows in english.items()
        if sheet != SETTINGS
    }
    return {**sheets, SETTINGS: tuple({**row, "default_language": ENGLISH} for row in english[SETTINGS])}


def _translated(survey: Survey, translation: Translation) -> Survey:
    """Words alone: its ids, facts and meanings are those of the survey, so that its rows are the same rows."""
    audience = next((one for one in survey.audiences if one != "child_5_10"), survey.audiences[0])
    questions = []
    for question in survey.questions:
        said = asked_in(question, audience, translation=translation).question
        options = tuple(
            option.model_copy(update={"label": other.label, "says": other.says})
            for option, other in zip(question.options, said.options, strict=True)
        )
        questions.append(question.model_copy(update={"words": said.words, "hint": said.hint, "options": options}))
    return survey.model_copy(update={"questions": tuple(questions)})


def _spoken(row: Row, others: Mapping[str, Row]) -> Row:
    return dict(_columns(row, others))


def _columns(row: Row, others: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    for heading, cell in row.items():
        if heading not in SPOKEN:
            yield heading, cell
            continue
        yield f"{heading}::{ENGLISH}", cell
        yield from ((f"{heading}::{name}", other.get(heading, cell)) for name, other in others.items())
