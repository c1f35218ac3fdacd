"""The questions of one page as an HTML form, and what a person gave to each as a plain value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.fields import Field, HiddenField
from wtforms.fields.core import UnboundField

from feedback_app.errors import HeardError, read_by_people
from feedback_app.forms.dots import DotsField
from feedback_app.forms.fields import drawn_by
from feedback_app.forms.given import NOT_UNDERSTOOD, Given
from feedback_app.forms.numbers import NumberField
from feedback_app.forms.options import OptionsField
from feedback_app.forms.ranking import RankingField
from feedback_app.forms.reading import ReadingField
from feedback_app.forms.words import WordsField
from surveys.questions import Question

__all__ = ["FIELDS", "Given", "KindNotShowable", "given", "given_to", "page_form", "question_form"]

# each kind's field, and the template that draws it
FIELDS: Mapping[str, tuple[type[Field], str]] = {
    "single": (OptionsField, "options.html"),
    "multi": (OptionsField, "options.html"),
    "pictures": (OptionsField, "pictures.html"),
    "pictures_multi": (OptionsField, "pictures.html"),
    "yesno": (OptionsField, "options.html"),
    "good5": (OptionsField, "options.html"),
    "change5": (OptionsField, "options.html"),
    "agree5": (OptionsField, "options.html"),
    "standard4": (OptionsField, "options.html"),
    "faces3": (OptionsField, "faces.html"),
    "faces5": (OptionsField, "faces5.html"),
    "happy10": (OptionsField, "ten.html"),
    "goal10": (OptionsField, "ten.html"),
    "number": (NumberField, "number.html"),
    "short_text": (WordsField, "words.html"),
    "text": (WordsField, "words.html"),
    "text_or_draw_or_voice": (WordsField, "telling.html"),
    "draw": (WordsField, "telling.html"),
    "speak": (WordsField, "telling.html"),
    "rank": (RankingField, "rank.html"),
    "dots": (DotsField, "dots.html"),
    "agreement": (OptionsField, "options.html"),
    "information": (ReadingField, "information.html"),
}
ALONE = "answer"


class KindNotShowable(HeardError):
    """A question of a kind that no page can show yet; an opening that has one is refused."""

    words = read_by_people("We cannot show this question yet.")


class UnclearField(Field):  # type: ignore[misc]  # WTForms ships no types
    """The ids of the questions that were not understood."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = tuple(valuelist)


def question_form(
    question: Question,
    *,
    audience: str,
    formdata: MultiDict[str, str] | None = None,
    kept: Sequence[str] = (),
) -> Form:
    """Return the form of a page with one question: `answer`, `send_key` and `unclear`.

    `kept` are the option ids given earlier in the same visit; they come back chosen. Nothing else is chosen
    beforehand, nothing is required, and words never come back.
    """
    return page_form([question], audience=audience, formdata=formdata, kept={question.id: kept})


def page_form(
    questions: Sequence[Question],
    *,
    audience: str,
    formdata: MultiDict[str, str] | None = None,
    kept: Mapping[str, Sequence[str]] | None = None,
) -> Form:
    """Return the form of a page: a field for each question, `answer`, or `answer-` and its id where it has company.

    `kept` has what was given earlier in the visit by question id, as for `question_form`.
    """

    class PageForm(Form):  # type: ignore[misc]  # WTForms ships no types
        send_key = HiddenField()
        unclear = UnclearField()

    names = field_names(questions)
    for question in questions:
        setattr(PageForm, names[question.id], _field_of(question, audience))
    return PageForm(formdata, data={names[id]: tuple(given) for id, given in (kept or {}).items()})


def field_names(questions: Sequence[Question]) -> Mapping[str, str]:
    """What the field of each question is called, by its id."""
    if len(questions) == 1:
        return {questions[0].id: ALONE}
    return {question.id: f"{ALONE}-{question.id}" for question in questions}


def given(form: Form) -> Given:
    """Read what was given to the one question of a form that is valid."""
    return _said(form, form[ALONE])


def given_to(form: Form, questions: Sequence[Question]) -> Mapping[str, Given]:
    """Read what was given to each question of a form that is valid, by its id."""
    return {id: _said(form, form[name]) for id, name in field_names(questions).items()}


def _said(form: Form, field: Any) -> Given:
    """An answer and "I don't understand this" are two facts, and both are kept."""
    pressed = form.unclear.data or ()
    said: Given = field.said()
    if field.question.id not in pressed and not (field.name == ALONE and any(pressed)):
        return said
    if field.question.kind == "agreement":
        return NOT_UNDERSTOOD  # nobody agrees to what they do not understand
    return replace(said, missing=NOT_UNDERSTOOD.missing)


def _field_of(question: Question, audience: str) -> UnboundField:
    """Three faces are for children aged 5 to 10; everybody else reads the same answers as a list of words."""
    if question.kind not in FIELDS:
        raise KindNotShowable
    field, template = FIELDS[question.kind]
    if question.kind == "faces3" and audience != "child_5_10":
        template = "options.html"
    return field(question=question, audience=audience, widget=drawn_by(template))
