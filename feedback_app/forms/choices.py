"""The forms of a poll and of the check-out: one choice on a phone, and hands that somebody counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Form
from wtforms.fields import HiddenField, RadioField, StringField
from wtforms.validators import AnyOf, ValidationError

from feedback_app.forms.fields import plain_words

LINE_LETTERS = 200
MOST_HANDS = 500


def choice_form(options: Sequence[str], *, has_words: bool, **given: object) -> Form:
    """Return the form of one choice; with `has_words` there is a line for whoever wants to say more. None is chosen."""
    places = [str(place) for place in range(len(options))]

    class ChoiceForm(Form):  # type: ignore[misc]  # WTForms ships no types
        send_key = HiddenField()
        step = HiddenField()
        choice = RadioField(
            choices=dict(zip(places, options, strict=True)),
            validate_choice=False,
            validators=[AnyOf(places, message="Choose one answer")],
        )

    if has_words:
        return type("ChoiceFormWithWords", (ChoiceForm,), {"words": _line()})(**given)
    return ChoiceForm(**given)


def hands_form(step: str, options: Sequence[str], **given: object) -> FlaskForm:
    """Return the form of what was counted in one step: a box for each option, empty for none.

    Several stand on one page, so the names of its boxes begin with the step.
    """
    boxes: dict[str, Any] = {box(place): _count() for place in range(len(options))}
    return type("HandsForm", (FlaskForm,), boxes)(prefix=f"{step}-", **given)


def box(place: int) -> str:
    return f"hands{place}"


def counted(form: FlaskForm, options: Sequence[str]) -> list[int]:
    """What a valid form says, in the order of the options."""
    return [int(form[box(place)].data or 0) for place in range(len(options))]


def _line() -> StringField:
    return StringField(filters=[lambda words: plain_words(words or "")], validators=[_short])


def _short(_form: Form, field: StringField) -> None:
    if len(field.data) > LINE_LETTERS:
        raise ValidationError(f"Make your words shorter: up to {LINE_LETTERS} letters")


def _count() -> StringField:
    return StringField(filters=[lambda words: plain_words(words or "")], validators=[_is_a_count])


def _is_a_count(_form: Form, field: StringField) -> None:
    written = field.data
    if written and not (written.isdecimal() and len(written) < 4 and int(written) <= MOST_HANDS):
        raise ValidationError(f"Write how many, from 0 to {MOST_HANDS}")
