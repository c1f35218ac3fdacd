"""Forms for staff. They know the session, so each carries a token that another site cannot make."""

from __future__ import annotations

from collections.abc import Mapping

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms.fields import (
    FileField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from analysis.related import Said
from feedback_app.forms.fields import is_a_name, plain_words

QUOTE_LETTERS = 1_000
LONGEST_WHY = 300  # letters of a reason for a decision about two standards
SAYS: Mapping[str, Said] = {"same": "confirmed", "not same": "refused", "back": "taken back"}


class ComeInForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button of a one-time link: opening the link alone does not use it up."""


class SignOutForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button that ends a session."""


class MakePackForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button that asks for the report to be made."""


class ApproveForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Who read a translation and says that it may be shown; or the button that takes that back."""

    speaker = StringField(filters=[lambda words: plain_words(words or "")])
    withdraw = SubmitField()

    def validate_speaker(self, field: StringField) -> None:
        if not self.withdraw.data and not is_a_name(field.data):
            raise ValidationError("Write the name of the person who has read it")


class DealtForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button that says that somebody has the format they asked for."""


class SortAgainForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button that asks the worker to sort the words of a wave again."""


class TakeLabelsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The one button that saves a file of labels."""


class BringLabelsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A file of labels to keep."""

    file = FileField()

    def validate_file(self, field: FileField) -> None:
        if not getattr(field.data, "filename", ""):
            raise ValidationError("Choose a file")


class SayForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What somebody says of a part of a comment and a promise. `said` is the button that was pressed."""

    said = HiddenField(
        validators=[AnyOf(("yes", "no", "another", "none", "back"), message="Press one of the buttons")],
    )
    standard = HiddenField()
    another = HiddenField(id="another")

    def validate_another(self, field: HiddenField) -> None:
        if self.said.data == "another" and not field.data:
            raise ValidationError("Choose a promise from the list")


class LookForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The lists that a commissioner chose; whether they are there is checked where they are known."""

    lists = SelectMultipleField(choices=(), validate_choice=False)


def relate_form(one: str, other: str, *, number: int) -> FlaskForm:
    """Return the form of one pair of standards; several stand on one page, so ids end with its number."""

    class RelateForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        one = HiddenField(id=f"one-{number}")
        other = HiddenField(id=f"other-{number}")
        why = StringField(filters=[_plain], validators=[Length(max=LONGEST_WHY)], id=f"why-{number}")

    return RelateForm(formdata=None, data={"one": one, "other": other})


class RelatedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What was sent from one of them."""

    one = HiddenField()
    other = HiddenField()
    why = StringField(
        filters=[lambda words: plain_words(words or "")],
        validators=[Length(max=LONGEST_WHY, message=f"Make the reason shorter than {LONGEST_WHY} letters")],
    )
    decision = StringField(validators=[AnyOf(tuple(SAYS))])

    @property
    def said(self) -> Said:
        """The button that was pressed, as it is kept."""
        return SAYS[self.decision.data]


class CompareForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Two lists to lay side by side; whether they are there is checked where they are known."""

    one = StringField()
    other = StringField()


class PairForm(RelatedForm):
    """Two standards that a person chose from two lists."""

    one = StringField(validators=[DataRequired("Choose one of the first list")])
    other = StringField(validators=[DataRequired("Choose one of the second list")])


def release_form(
    candidate_id: str, *, words: str, why: str = "", formdata: MultiDict[str, str] | None = None
) -> FlaskForm:
    """Return the form of one possible quotation: its id, what was decided, the words to show, and why.

    `words` is the redaction, which the releaser may shorten. Several of these stand on one page, so every id ends
    with the candidate's; only the one that was posted gets `formdata`.
    """

    class ReleaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        candidate = HiddenField(id=f"candidate-{candidate_id}")
        decision = RadioField(
            choices={"released": "Release these words", "refused": "Do not show them"},
            validate_choice=False,
            validators=[AnyOf(("released", "refused"), message="Choose release or do not show")],
            id=f"decision-{candidate_id}",
        )
        words = TextAreaField(filters=[_plain], id=f"words-{candidate_id}")
        why = StringField(
            filters=[_plain],
            validators=[Length(max=300, message="Make the reason shorter than 300 letters")],
            id=f"why-{candidate_id}",
        )

        def validate_words(self, field: TextAreaField) -> None:
            if self.decision.data == "released" and not field.data:
                raise ValidationError("Write the words to show, or choose do not show them")
            if len(field.data) > QUOTE_LETTERS:
                raise ValidationError(f"Make the words shorter by {len(field.data) - QUOTE_LETTERS:,} letters")

    return ReleaseForm(formdata=formdata, data={"candidate": candidate_id, "words": words, "why": why})


def _plain(words: str | None) -> str:
    return plain_words(words or "")
