"""The forms round the questions: agreeing, sending, a code, how to reach somebody, taking answers back."""

from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from wtforms import Form
from wtforms.fields import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from feedback_app.forms.fields import plain_words, too_many_letters

REACH_LETTERS = 500


class CodeForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A short code: of an opening, or of a receipt. What it may look like is for the page that looks it up."""

    code = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[
            DataRequired(lazy_gettext("Write your code in the box")),
            Length(max=64, message=lazy_gettext("That is too long to be a code. Write it again")),
        ],
    )


class AgreeForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Taking part is a choice of two, neither made beforehand. The key is made when the page is served."""

    agree = RadioField(
        choices=lambda: {"yes": gettext("Yes, I want to take part"), "no": gettext("Not now")},
        validate_choice=False,
        validators=[AnyOf(("yes", "no"), message=lazy_gettext("Choose yes or not now"))],
    )
    response_key = HiddenField()
    send_key = HiddenField()


class SendForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """One press of a button that must not count twice: finish, or delete one answer."""

    send_key = HiddenField()


class ReachForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """How somebody wants to be reached, in their own words. It is kept apart from their answers."""

    reach = TextAreaField(
        filters=[lambda words: plain_words(words or "")],
        validators=[DataRequired(lazy_gettext("Write how we can reach you, or go back"))],
    )
    send_key = HiddenField()

    def validate_reach(self, field: TextAreaField) -> None:
        too_many = len(field.data) - REACH_LETTERS
        if too_many > 0:
            raise ValidationError(too_many_letters(too_many))


class WithdrawForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Deleting a whole response: the code came with the page before, the press of the button is the yes."""

    code = HiddenField()
    send_key = HiddenField()
