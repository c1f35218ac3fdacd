"""The forms of a plan that an area builds: what it is, who is needed, and one of its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_wtf import FlaskForm
from wtforms.fields import HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

WORDS_LETTERS, TITLE_LETTERS, OPTION_LETTERS = 600, 120, 80
MOST_LINES = 20
WAYS = {"alone": "Alone", "pair": "In pairs", "group": "As a group"}


class PressForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A button that changes a plan, for the version that the page showed."""

    version = HiddenField()


def head_form(surveys: Mapping[str, str], roles: Sequence[str], **given: object) -> FlaskForm:
    """Return the form of what a plan is. The first two roles are needed; one without words is not in the plan."""

    class HeadForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        version = HiddenField()
        title = StringField(filters=[_plain], validators=[_words(TITLE_LETTERS, "Write what the workshop is called")])
        summary = TextAreaField(filters=[_plain], validators=[_words(WORDS_LETTERS, "Write what it is for")])
        survey = SelectField(choices=dict(surveys))

    boxes = {
        f"does-{role}": TextAreaField(
            filters=[_plain], validators=[_words(WORDS_LETTERS, "Write what they do" if place < 2 else "")]
        )
        for place, role in enumerate(roles)
    }
    return type("HeadForm", (HeadForm,), boxes)(**given)


def step_form(kind: str, questions: Mapping[str, str], leaders: Mapping[str, str], **given: object) -> FlaskForm:
    """Return the form of a step: its words and minutes, and what its kind needs beside them."""

    class StepForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        version = HiddenField()
        title = StringField(filters=[_plain], validators=[_words(TITLE_LETTERS, "Write what the step is called")])
        minutes = StringField(filters=[_plain], validators=[_number(1, 45)])
        slack = StringField(filters=[_plain], validators=[_number(0, 20)])
        led_by = SelectField(choices=dict(leaders), validate_choice=False)
        script = TextAreaField(filters=[_plain], validators=[_lines(WORDS_LETTERS, "Write what is said, a line each")])
        screen = TextAreaField(filters=[_plain], validators=[_words(WORDS_LETTERS, "Write what the projector shows")])
        phone = TextAreaField(filters=[_plain], validators=[_words(WORDS_LETTERS, "Write what phones show")])
        paper = TextAreaField(filters=[_plain], validators=[_words(WORDS_LETTERS, "Write how it goes on paper")])
        plan_b = TextAreaField(
            filters=[_plain], validators=[_words(WORDS_LETTERS, "Write what to do when something stops")]
        )

    boxes: dict[str, object] = {}
    if kind in ("ideas", "check_out"):
        none = {"": "No question"} if kind == "check_out" else {}
        boxes["question"] = SelectField(choices={**none, **questions}, validate_choice=False)
    if kind == "ideas":
        boxes["together"] = SelectMultipleField(choices=dict(WAYS))
    if kind in ("poll", "check_out"):
        boxes["options"] = TextAreaField(
            filters=[_plain], validators=[_lines(OPTION_LETTERS, "Write what can be chosen, a line each")]
        )
    if kind == "dots":
        boxes |= {name: StringField(filters=[_plain], validators=[_number(1, 12)]) for name in ("dots", "most_on_one")}
    return type("StepForm", (StepForm,), boxes)(**given)


def step_values(form: FlaskForm) -> dict[str, object]:
    """What a fit form says of a step, by the names that steps have."""
    values: dict[str, object] = {
        name: form[name].data for name in ("title", "led_by", "screen", "phone", "paper", "plan_b")
    }
    values |= {name: int(form[name].data) for name in ("minutes", "slack", "dots", "most_on_one") if name in form}
    values |= {name: lines(form[name].data) for name in ("script", "options") if name in form}
    if "question" in form:
        values["question"] = form["question"].data or None
    if "together" in form:
        values["together"] = tuple(form["together"].data or ())
    return values


def lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.split("\n") if line.strip())


def _plain(words: str | None) -> str:
    return plain_words(words or "")


def _words(letters: int, missing: str) -> object:
    """Words that fit; without a sentence for missing ones the box may stay empty."""

    def check(_form: FlaskForm, field: StringField) -> None:
        if missing and not is_a_name(field.data):
            raise ValidationError(missing)
        if len(field.data) > letters:
            raise ValidationError(f"Make this shorter than {letters} letters")

    return check


def _lines(letters: int, missing: str) -> object:
    def check(_form: FlaskForm, field: TextAreaField) -> None:
        written = lines(field.data)
        if not written:
            raise ValidationError(missing)
        if len(written) > MOST_LINES:
            raise ValidationError(f"Use {MOST_LINES} lines at most")
        if any(len(line) > letters for line in written):
            raise ValidationError(f"Make each line shorter than {letters} letters")

    return check


def _number(least: int, most: int) -> object:
    def check(_form: FlaskForm, field: StringField) -> None:
        if not (field.data.isdecimal() and len(field.data) < 4 and least <= int(field.data) <= most):
            raise ValidationError(f"Write a whole number from {least} to {most}")

    return check
