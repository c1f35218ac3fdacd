"""The forms of what a group says together: its wording, and its yes."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

OTHER_LETTERS = 400
MOST_PEOPLE = 500
PUBLIC = {"yes": "Yes, anybody may read it", "no": "No, we keep it"}


class WordingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What the group says, as it says it. How long it may be is for the use case to say: it must fit one page."""

    words = TextAreaField(filters=[lambda words: plain_words(words or "")])

    def validate_words(self, field: TextAreaField) -> None:
        if not is_a_name(field.data):
            raise ValidationError("Write what the group says")


class YesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """How many agree, of how many who were asked; what is said differently; and whether anybody may read it."""

    statement = HiddenField()
    agree = StringField(filters=[lambda words: plain_words(words or "")])
    people = StringField(filters=[lambda words: plain_words(words or "")])
    differently = TextAreaField(filters=[lambda words: plain_words(words or "")])
    public = RadioField(
        choices=PUBLIC, validate_choice=False, validators=[AnyOf(list(PUBLIC), message="Ask the group: yes or no")]
    )

    def validate_people(self, field: StringField) -> None:
        if not 1 <= _number(field.data) <= MOST_PEOPLE:
            raise ValidationError(f"Write how many people you asked, from 1 to {MOST_PEOPLE}")

    def validate_agree(self, field: StringField) -> None:
        agree, people = _number(field.data), _number(self.people.data)
        if agree < 1:
            raise ValidationError("Write how many agree. If nobody does, change the words first")
        if people >= 1 and agree > people:
            raise ValidationError("More people agree than you asked. Count again")
        if people >= 1 and 2 * agree <= people:
            raise ValidationError("Half or fewer agree, so the group does not say it yet. Change the words together")

    def validate_differently(self, field: TextAreaField) -> None:
        if len(field.data) > OTHER_LETTERS:
            raise ValidationError(f"Make this shorter: up to {OTHER_LETTERS} letters")


def _number(written: str | None) -> int:
    """What was written as a whole number; 0 for anything else."""
    words = written or ""
    return int(words) if words.isdecimal() and len(words) < 5 else 0
