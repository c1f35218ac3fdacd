"""The forms of a workshop's piles: ideas that are ticked and moved, and what each pile is called."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

NAME_LETTERS, REASON_LETTERS = 120, 300
CHOSEN = "chosen"  # the button beside the list of piles: it goes to whichever is chosen there


class SortForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Ideas that are ticked, and where they go: a button of a pile, or what is chosen in the list beside Move."""

    send_key = HiddenField()
    ideas = SelectMultipleField(validate_choice=False)
    into = SelectField(validate_choice=False)
    to = HiddenField()
    whole = HiddenField()

    @property
    def target(self) -> str:
        """Where the ideas go: a pile's id, or new, or alone."""
        return str((self.into.data if self.to.data == CHOSEN else self.to.data) or "")

    def validate_ideas(self, field: SelectMultipleField) -> None:
        if not field.data and self.target != "new" and not self.whole.data:
            raise ValidationError("Tick an idea first, then choose where it goes")

    def validate_into(self, field: SelectField) -> None:
        if not self.target and not self.whole.data:
            raise ValidationError("Choose where the ideas go")


class TakeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Suggested piles that a person takes, by the button that was pressed."""

    send_key = HiddenField()


def name_form(pile_id: str, **given: object) -> FlaskForm:
    """Return the form of what one pile is called. Several stand on a page, so each id ends with the pile's."""

    class NameForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        pile = HiddenField(id=f"pile-{pile_id}")
        name = StringField(filters=[_plain], id=f"name-{pile_id}")

        def validate_name(self, field: StringField) -> None:
            if not is_a_name(field.data):
                raise ValidationError("Write what the group calls this pile")
            if len(field.data) > NAME_LETTERS:
                raise ValidationError(f"Make the name shorter than {NAME_LETTERS} letters")

    return NameForm(**given)


def link_form(pile_id: str, **given: object) -> FlaskForm:
    """Return the form of what one pile is about, and why. Several stand on a page, so each id ends with the pile's."""

    class LinkForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        pile = HiddenField(id=f"pile-{pile_id}")
        standard = SelectField(
            id=f"standard-{pile_id}", validate_choice=False, validators=[DataRequired("Choose what it is about")]
        )
        reason = StringField(
            filters=[_plain],
            id=f"reason-{pile_id}",
            validators=[
                DataRequired("Write why, in the group’s words"),
                Length(max=REASON_LETTERS, message=f"Make the reason shorter than {REASON_LETTERS} letters"),
            ],
        )

    return LinkForm(**given)


def _plain(words: str | None) -> str:
    return plain_words(words or "")
