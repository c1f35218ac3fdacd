"""The forms of the young commissioners' table: setting it up, a seat at it, and what somebody wants to be called."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length

from feedback_app.forms.fields import plain_words

CALLED_LETTERS = 40
ROLE_LETTERS = 80
PLAN_LETTERS = 200


class TableForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What a table is set up from. What is planned for young people's part may stay open."""

    wave = SelectField(validate_choice=False)
    adult = SelectField(validate_choice=False, validators=[DataRequired("Choose the adult who is in the room")])
    stage = SelectField(validate_choice=False)
    shier = RadioField(validate_choice=False)
    training = StringField(
        filters=[lambda words: plain_words(words or "").strip()],
        validators=[Length(max=PLAN_LETTERS, message=f"Make the training shorter than {PLAN_LETTERS} letters")],
    )
    thanks = StringField(
        filters=[lambda words: plain_words(words or "").strip()],
        validators=[Length(max=PLAN_LETTERS, message=f"Make the thanks shorter than {PLAN_LETTERS} letters")],
    )


class SeatForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One more seat: what somebody does at the table, and whose words must not be shown to them."""

    role = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[Length(max=ROLE_LETTERS, message=f"Make the role shorter than {ROLE_LETTERS} letters")],
    )
    openings = SelectMultipleField(validate_choice=False)
    services = SelectMultipleField(validate_choice=False)
    groups = SelectMultipleField(validate_choice=False)


class CalledForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What somebody wants to be called at the table. Nothing is an answer too."""

    called = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[Length(max=CALLED_LETTERS, message=f"Use up to {CALLED_LETTERS} letters")],
    )


class PressForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One button, guarded against other sites."""
