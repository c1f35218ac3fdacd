"""The forms of dots on piles: a phone's own, and those that were counted on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Form
from wtforms.fields import StringField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import plain_words

MOST_ON_PAPER = 2_000
ON, PAPER = "on-", "paper-"


def dots_form(piles: Sequence[str], *, dots: int, most_on_one: int, **given: object) -> Form:
    """Return the form of a phone's dots: for each pile (its id) how many it puts there, empty for none."""

    class DotsForm(Form):  # type: ignore[misc]  # WTForms ships no types
        def validate(self, extra_validators: object = None) -> bool:
            """Each on its own, and then all together: the first box says by how many there are too many."""
            fit = bool(super().validate(extra_validators))
            over = sum(dots_of(self).values()) - dots if fit else 0
            if over > 0:
                first = next(field for field in self if field.data)
                first.errors = [f"You have {dots} {'dot' if dots == 1 else 'dots'}. Take {over} away"]
            return fit and over <= 0

    def few_enough(_form: Form, field: StringField) -> None:
        if field.data and not _is_number(field.data, most_on_one):
            raise ValidationError(f"Put at most {most_on_one} on one pile")

    boxes: dict[str, Any] = {f"{ON}{one}": _number(few_enough) for one in piles}
    return type("DotsForm", (DotsForm,), boxes)(**given)


def dots_of(form: Form) -> Mapping[str, int]:
    """What a form says that is fit, by pile."""
    return {field.name.removeprefix(ON): int(field.data) for field in form if field.data}


def paper_form(piles: Sequence[str], **given: object) -> FlaskForm:
    """Return the form of paper dots: a box for each pile (its id), empty where nothing new was counted."""

    def is_a_count(_form: Form, field: StringField) -> None:
        if field.data and not _is_number(field.data, MOST_ON_PAPER):
            raise ValidationError(f"Write how many, from 0 to {MOST_ON_PAPER:,}")

    boxes: dict[str, Any] = {f"{PAPER}{one}": _number(is_a_count) for one in piles}
    return type("PaperDotsForm", (FlaskForm,), boxes)(**given)


def paper_of(form: FlaskForm) -> Mapping[str, int]:
    """What a fit form says, by pile; a box left empty says nothing."""
    return {
        field.name.removeprefix(PAPER): int(field.data) for field in form if field.name.startswith(PAPER) and field.data
    }


def _number(is_fit: object) -> StringField:
    return StringField(filters=[lambda words: plain_words(words or "")], validators=[is_fit])


def _is_number(written: str, most: int) -> bool:
    return written.isdecimal() and len(written) < 5 and int(written) <= most
