"""A whole sheet as one staff form: its number, whether its owner takes part, and a short box for each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms.fields import BooleanField, HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from feedback_app.forms.entries import read_entry, understood
from feedback_app.forms.entry_unclear import EntryUnclear
from feedback_app.forms.fields import plain_words
from feedback_app.forms.questions import Given
from surveys.kinds import READ_KINDS, SEVERAL_KINDS, SHARING_KINDS
from surveys.sheet import SheetQuestion, printed_options

# what the words on a sheet are in; what the concern rules cannot read goes to a person
LANGUAGES: Mapping[str, str] = {"en": "English", "pl": "Polish", "ur": "Urdu", "other": "Another language"}
YES, NOT_NOW = frozenset({"1", "y", "yes"}), frozenset({"2", "n", "no", "not now"})


class EntryField(StringField):  # type: ignore[misc]  # WTForms ships no types
    """The box of one question. `given` is what was read from it, once the form is valid."""

    given: Given

    def __init__(self, label: str | None = None, *, asked: SheetQuestion, **kept: object) -> None:
        super().__init__(label, **kept)
        self.asked = asked
        self.options = () if asked.question.is_text else printed_options(asked.question)
        self.takes_figures = asked.question.kind in SHARING_KINDS
        self.takes_several = asked.question.kind in SEVERAL_KINDS

    def pre_validate(self, form: FlaskForm) -> None:
        try:
            self.given = read_entry(self.asked.question, self.data or "")
        except EntryUnclear as unclear:
            raise ValidationError(f"Question {self.asked.number}: {unclear}") from unclear

    @property
    def said_back(self) -> str:
        """What was understood so far; empty where nothing was typed, or where it is not clear."""
        return understood(self.asked.question, self.given) if self.data and not self.errors else ""


def typed_form(
    sheet: Sequence[SheetQuestion],
    *,
    has_number: bool,
    formdata: MultiDict[str, str] | None = None,
    send_key: str = "",
    language: str = "en",
) -> FlaskForm:
    """Return a form with `number`, `agree`, `again`, `send_key` and a box `n1`, `n2`, ... for each question.

    `has_number` is false for a telephone call, which has no sheet.
    """

    class TypedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
        agree = StringField(filters=[_tidy])
        again = BooleanField()
        language = SelectField(choices=dict(LANGUAGES), default="en")
        send_key_field = HiddenField(name="send_key")

        def validate_agree(self, field: StringField) -> None:
            if field.data.lower() not in YES | NOT_NOW:
                raise ValidationError("Do they want to take part? Type 1 for yes, or 2 for not now")

    if has_number:
        TypedForm.number = StringField(
            filters=[_tidy],
            validators=[
                DataRequired("Write a number on the sheet, and type it here"),
                Length(max=20, message="Make the number of the sheet shorter than 20 letters"),
            ],
        )
    for one in sheet:
        if one.question.kind not in READ_KINDS:
            setattr(TypedForm, f"n{one.number}", EntryField(asked=one))
    return TypedForm(formdata=formdata, data={"send_key_field": send_key, "language": language})


def entry_fields(form: FlaskForm) -> Iterator[EntryField]:
    """The boxes of the questions, in the order of the sheet."""
    return (field for field in form if isinstance(field, EntryField))


def takes_part(form: FlaskForm) -> bool:
    return str(form.agree.data).lower() in YES


def entries(form: FlaskForm) -> Mapping[int, Given]:
    """What each box stands for, by the number on the sheet. The form is valid."""
    return {field.asked.number: field.given for field in entry_fields(form)}


def _tidy(typed: str | None) -> str:
    return plain_words(typed or "")
