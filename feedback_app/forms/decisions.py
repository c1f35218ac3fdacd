"""The forms of decisions about themes: what each kind asks, and why."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms.fields import HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import is_a_name, plain_words, too_many_letters

NAME_LETTERS = 60
WHY_LETTERS = 300
BY_HAND = "by-hand"  # the part that is made of the comments that somebody ticks

Choices = Sequence[tuple[str, str]]


def decide_form(
    what: str, *, to: Choices = (), comments: Choices = (), parts: Choices = (), **given: object
) -> FlaskForm:
    """Return the form of one kind of decision (`reviewing.decided.What`) with what can be chosen in it."""

    class DecideForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        def validate_why(self, field: TextAreaField) -> None:
            if what != "name" and not is_a_name(field.data):
                raise ValidationError("Write why, in a few words")
            _refuse_long(field, WHY_LETTERS)

    if what in ("name", "split"):
        DecideForm.name = StringField(filters=[_plain], validators=[_named])
    if what == "split":
        DecideForm.part = RadioField(choices=dict(parts), validate_choice=False, validators=[_chosen])
        DecideForm.comments = SelectMultipleField(choices=dict(comments), validate_choice=False)
    if what == "move":
        DecideForm.comment = RadioField(choices=dict(comments), validate_choice=False, validators=[_chosen])
    if what in ("join", "move", "promise"):
        DecideForm.to = RadioField(choices=dict(to), validate_choice=False, validators=[_chosen])
    DecideForm.why = TextAreaField(filters=[_plain])  # last, as on the page
    return DecideForm(**given)


class TakeBackForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The button that takes one decision back."""

    decision = HiddenField()


class OverruleForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """An adult decides otherwise, with the reason that young people are shown; or takes that back."""

    move = HiddenField()
    why = TextAreaField(filters=[lambda words: plain_words(words or "")])

    def validate_why(self, field: TextAreaField) -> None:
        _reasoned(field)


class HeadingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The council's own heading for a theme, and why it needs one."""

    heading = StringField(filters=[lambda words: plain_words(words or "")])
    why = TextAreaField(filters=[lambda words: plain_words(words or "")])

    def validate_heading(self, field: StringField) -> None:
        _named(self, field)

    def validate_why(self, field: TextAreaField) -> None:
        _reasoned(field)


def _plain(words: str | None) -> str:
    return " ".join(plain_words(words or "").split())


def _named(form: FlaskForm, field: StringField) -> None:
    del form
    if not is_a_name(field.data):
        raise ValidationError("Write a name that sounds like them")
    _refuse_long(field, NAME_LETTERS)


def _chosen(form: FlaskForm, field: RadioField) -> None:
    del form
    if field.data not in field.choices:
        raise ValidationError("Choose one")


def _refuse_long(field: StringField, most: int) -> None:
    if len(field.data) > most:
        raise ValidationError(too_many_letters(len(field.data) - most))


def _reasoned(field: TextAreaField) -> None:
    if not is_a_name(field.data):
        raise ValidationError("Write why. Young people read it at their table")
    _refuse_long(field, WHY_LETTERS)
