"""One question of a survey as an HTML form, and what a person gave to it as a plain value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.fields import HiddenField, SubmitField
from wtforms.fields.core import UnboundField

from feedback_app.errors import HeardError, read_by_people
from feedback_app.forms.fields import OptionsField, WordsField, drawn_by
from feedback_app.uploads import Upload
from surveys.questions import Question

TEMPLATES: Mapping[str, str] = {
    "single": "options.html",
    "multi": "options.html",
    "yesno": "options.html",
    "good5": "options.html",
    "change5": "options.html",
    "agree5": "options.html",
    "standard4": "options.html",
    "faces3": "faces.html",
    "happy10": "ten.html",
    "text": "words.html",
    "text_or_draw_or_voice": "words.html",
}


class KindNotShowable(HeardError):
    """A question of a kind that no page can show yet; an opening that has one is refused."""

    words = read_by_people("We cannot show this question yet.")


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave to one question.

    `options` are the ids chosen. `words` is None unless they wrote. `missing` says why it is no answer: the missing
    kind of the option chosen, `skipped` or `not_understood`; None when it is one. Words that were written always
    come first: whatever button was pressed, they are never dropped, and neither is a drawing or a recording.
    """

    options: tuple[str, ...]
    words: str | None
    missing: str | None
    files: tuple[Upload, ...] = ()


def question_form(
    question: Question,
    *,
    audience: str,
    formdata: MultiDict[str, str] | None = None,
    kept: Sequence[str] = (),
) -> Form:
    """Return a form with the fields `answer`, `send_key` and the button `unclear`.

    `kept` are the option ids given earlier in the same visit; they come back chosen. Nothing else is chosen
    beforehand, nothing is required, and words never come back.
    """

    class QuestionForm(Form):  # type: ignore[misc]  # WTForms ships no types
        answer = _answer_field(question, audience)
        send_key = HiddenField()
        unclear = SubmitField(lazy_gettext("I don’t understand this"))

    return QuestionForm(formdata, data={"answer": tuple(kept)})


def given(form: Form) -> Given:
    """Read what was given from a form of `question_form` that is valid."""
    if isinstance(form.answer, WordsField):
        if form.answer.data:
            return Given((), form.answer.data, None)
        return Given((), None, "not_understood" if form.unclear.data else "skipped")
    if form.unclear.data:
        return Given((), None, "not_understood")
    chosen = tuple(option for option in form.answer.options if option.id in form.answer.data)
    if not chosen:
        return Given((), None, "skipped")
    missing = next((option.missing for option in chosen if option.missing), None)
    return Given(form.answer.data, None, missing)


def _answer_field(question: Question, audience: str) -> UnboundField:
    template = _template_for(question, audience)
    widget = drawn_by(template)
    if question.is_text:
        return WordsField(question=question, audience=audience, widget=widget)
    return OptionsField(question=question, audience=audience, many=question.kind == "multi", widget=widget)


def _template_for(question: Question, audience: str) -> str:
    """Faces are for children aged 5 to 10; everybody else reads the same answers as a list of words."""
    if question.kind not in TEMPLATES:
        raise KindNotShowable
    if question.kind == "faces3" and audience != "child_5_10":
        return "options.html"
    return TEMPLATES[question.kind]
