"""The forms of what a group says together: its wording, what a phone says of it, and the group's yes."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import Form
from wtforms.fields import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

OTHER_LETTERS = 400
MOST_PEOPLE = 500
YES, NO = "yes", "no"
SAYS = {YES: "Yes, publish it", NO: "Not like this"}
PUBLIC = {"yes": "Yes, anybody may read it", "no": "No, we keep it"}


class WordingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What the group says, as it says it. How long it may be is for the use case to say: it must fit one page."""

    words = TextAreaField(filters=[lambda words: plain_words(words or "")])

    def validate_words(self, field: TextAreaField) -> None:
        if not is_a_name(field.data):
            raise ValidationError("Write what the group says")


class TapForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """What one phone says of the words that its page shows. Nothing is chosen beforehand."""

    statement = HiddenField()
    choice = RadioField(
        choices=SAYS, validate_choice=False, validators=[AnyOf(list(SAYS), message="Choose one, or leave it")]
    )


def yes_form(*, joined: int = 0, answered: int = 0, yes: int = 0, **given: object) -> FlaskForm:
    """Return the form of the group's yes: hands, what is said differently, and whether anybody may read it.

    `answered` phones, of those that joined, have said something, and `yes` of them yes: then hands may be none.
    """

    class YesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        statement = HiddenField()
        agree = StringField(filters=[_plain])
        people = StringField(filters=[_plain])
        differently = TextAreaField(filters=[_plain])
        public = RadioField(
            choices=PUBLIC, validate_choice=False, validators=[AnyOf(list(PUBLIC), message="Ask the group: yes or no")]
        )

        def validate_people(self, field: StringField) -> None:
            least = 0 if answered else 1
            if not least <= _number(field.data) <= MOST_PEOPLE:
                raise ValidationError(f"Write how many people you asked, from {least} to {MOST_PEOPLE}")

        def validate_agree(self, field: StringField) -> None:
            agree, people = _number(field.data), _number(self.people.data)
            if agree < 1 and not answered:
                raise ValidationError("Write how many agree. If nobody does, change the words first")
            if people >= 1 and agree > people:
                raise ValidationError("More people agree than you asked. Count again")
            if people + answered >= 1 and 2 * (agree + yes) <= people + answered:
                raise ValidationError(
                    "Half or fewer agree, so the group does not say it yet. Change the words together"
                )

        def validate_differently(self, field: TextAreaField) -> None:
            if len(field.data) > OTHER_LETTERS:
                raise ValidationError(f"Make this shorter: up to {OTHER_LETTERS} letters")

        def validate_public(self, field: RadioField) -> None:
            if field.data == "yes" and 2 * (_number(self.people.data) + answered) < joined:
                raise ValidationError(
                    "Fewer than half of the phones have said anything. Ask the others for their hands, or choose No"
                )

    return YesForm(**given)


def _plain(words: str | None) -> str:
    return plain_words(words or "")


def _number(written: str | None) -> int:
    """What was written as a whole number; 0 for nothing, and -1 for anything else."""
    words = written or ""
    return int(words) if words.isdecimal() and len(words) < 5 else -1 if words else 0
