"""The forms of blind double coding: drawing a sample, what a comment is about, and what a table chooses together."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import IntegerField, RadioField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, ValidationError

from feedback_app.forms.fields import plain_words

WHY_LETTERS = 300
FEWEST, MOST = 5, 100  # comments in a sample


class DrawForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What the comments are sorted into, and how many."""

    about = RadioField(default="themes", validate_choice=False)
    number = IntegerField(
        default=20,
        validators=[
            InputRequired(f"Write how many comments, from {FEWEST} to {MOST}"),
            NumberRange(FEWEST, MOST, message=f"Write a number from {FEWEST} to {MOST}"),
        ],
    )


class FitsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What a comment is about: several, or none of these, or nothing said at all."""

    chosen = SelectMultipleField(validate_choice=False)
    said = StringField(validators=[AnyOf(["chosen", "none", "skip"], message="Press one of the buttons")])

    def validate_chosen(self, field: SelectMultipleField) -> None:
        if self.said.data == "chosen" and not field.data:
            raise ValidationError("Tick one or more, or press “None of these”")
        if self.said.data == "none" and field.data:
            raise ValidationError("You ticked one and pressed “None of these”. Keep one of the two")


class TogetherForm(FitsForm):
    """What a table chooses together, and why."""

    why = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[Length(max=WHY_LETTERS, message=f"Use up to {WHY_LETTERS} letters")],
    )
