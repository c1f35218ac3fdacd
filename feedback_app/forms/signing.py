"""The form at the end of a sitting: we agree, or we would say it differently, for one or for all at the table."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import plain_words, too_many_letters

SAID_LETTERS = 500
WHO = {"one": "I say this for me", "all": "We say this together, all of us here"}


class SignForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What they say of the words above it. `was` is a digest of these."""

    was = HiddenField()
    stance = RadioField(validate_choice=False)
    words = TextAreaField(filters=[lambda words: plain_words(words or "")])
    who = RadioField(choices=WHO, validate_choice=False)
    people = StringField(filters=[lambda words: plain_words(words or "")])

    def validate_stance(self, field: RadioField) -> None:
        if field.data not in dict(field.choices):
            raise ValidationError("Choose one of the two answers")

    def validate_words(self, field: TextAreaField) -> None:
        if len(field.data) > SAID_LETTERS:
            raise ValidationError(too_many_letters(len(field.data) - SAID_LETTERS))
        if self.stance.data == "differently" and not field.data.strip():
            raise ValidationError("Write how you would say it")

    def validate_who(self, field: RadioField) -> None:
        if field.data not in WHO:
            raise ValidationError("Say whether this is for you or for all of you")

    @property
    def is_group(self) -> bool:
        return bool(self.who.data == "all")

    @property
    def number(self) -> int:
        """How many they are; 0 where no number was written."""
        written = self.people.data or ""
        return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 0


class TakeBackForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The button that takes back what was said, by this seat or by all."""

    back = HiddenField()
