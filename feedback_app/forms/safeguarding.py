"""The lead's form: held words may be shown again, or are held again, with the reason."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import BooleanField, TextAreaField
from wtforms.validators import DataRequired, ValidationError

from feedback_app.forms.fields import plain_words, too_many_letters

REASON_LETTERS = 500


class ReasonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Why. It is sealed like the words themselves."""

    why = TextAreaField(
        filters=[lambda words: plain_words(words or "").strip()], validators=[DataRequired("Write the reason")]
    )

    def validate_why(self, field: TextAreaField) -> None:
        if len(field.data) > REASON_LETTERS:
            raise ValidationError(too_many_letters(len(field.data) - REASON_LETTERS))


class ShowAgainForm(ReasonForm):
    """Words may be shown again: somebody has looked, and says so."""

    looked = BooleanField(
        validators=[DataRequired("Tick that nobody needs help because of these words, or is being helped")]
    )
