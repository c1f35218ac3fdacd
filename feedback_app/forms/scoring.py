"""The forms of scoring: setting it up, one item alone, one item together, and the group's yes."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms.fields import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, ValidationError

from feedback_app.forms.fields import plain_words, too_many_letters

SCORE_LETTERS = 500


class ScoringForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What is scored, with which sheet, and against whose promises."""

    sheet = RadioField(validate_choice=False, validators=[DataRequired("Choose a sheet")])
    subject = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[DataRequired("Write which service, place, interview or bid this is about")],
    )
    against = SelectField(validate_choice=False)


def alone_form(options: Sequence[tuple[str, str]], sources: Sequence[str], **given: object) -> FlaskForm:
    """Return the form of one item on a seat's own sheet. Nothing on it has to be filled in."""

    class AloneForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        said = RadioField(choices=dict(options), validate_choice=False)
        words = TextAreaField(filters=[_plain])
        source = RadioField(choices={one: one for one in sources}, validate_choice=False)
        forget = BooleanField()

        def validate_words(self, field: TextAreaField) -> None:
            _refuse_long(field)

    return AloneForm(**given)


def agree_form(options: Sequence[tuple[str, str]], *, is_scored: bool, **given: object) -> FlaskForm:
    """Return the form of what the group agrees on one item; `was` is what stood there when it was shown."""

    class AgreeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        was = HiddenField()
        said = RadioField(choices=dict(options), validate_choice=False)
        words = TextAreaField(filters=[_plain])

        def validate_said(self, field: RadioField) -> None:
            if options and not field.data:
                raise ValidationError("Choose what you agreed")

        def validate_words(self, field: TextAreaField) -> None:
            if is_scored and not field.data:
                raise ValidationError("Write why you agreed on this, in a sentence")
            if not options and not field.data:
                raise ValidationError("Write what you agreed")
            _refuse_long(field)

    return AgreeForm(**given)


class YesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The group's yes to what it says together, or the button that takes it back."""

    yes = HiddenField()


def _refuse_long(field: TextAreaField) -> None:
    if len(field.data) > SCORE_LETTERS:
        raise ValidationError(too_many_letters(len(field.data) - SCORE_LETTERS))


def _plain(words: str | None) -> str:
    return plain_words(words or "")
