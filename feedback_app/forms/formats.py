"""The form that asks for another format. Nothing is chosen beforehand, and a name is never needed."""

from __future__ import annotations

from flask_babel import gettext
from wtforms import Form
from wtforms.fields import HiddenField, SelectMultipleField, TextAreaField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import plain_words, too_many_letters

# what is kept, in the order shown; pages name each in the reader's language
FORMATS = (
    "large_print",
    "easy_read",
    "paper",
    "telephone",
    "bsl",
    "another_language",
    "braille",
    "someone_to_help",
    "something_else",
)
LETTERS = 500


class FormatForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Which formats, more in words, and how to reach the person; the last two may stay empty."""

    formats = SelectMultipleField(choices=FORMATS, validate_choice=False)
    note = TextAreaField(filters=[lambda words: plain_words(words or "")])
    reach = TextAreaField(filters=[lambda words: plain_words(words or "")])
    send_key = HiddenField()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The formats that were ticked, in the order shown."""
        return tuple(name for name in FORMATS if name in (self.formats.data or ()))

    def validate_formats(self, field: SelectMultipleField) -> None:
        if not self.chosen and not self.note.data:
            raise ValidationError(gettext("Choose at least one, or write what would help"))

    def validate_note(self, field: TextAreaField) -> None:
        _refuse_long(field)

    def validate_reach(self, field: TextAreaField) -> None:
        _refuse_long(field)


def _refuse_long(field: TextAreaField) -> None:
    too_many = len(field.data) - LETTERS
    if too_many > 0:
        raise ValidationError(too_many_letters(too_many))
