"""The form of a workshop's one action: four short lines, of which one may stay empty."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms.fields import Field, StringField
from wtforms.validators import ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

LETTERS = {"what": 240, "owner": 120, "by_when": 60, "hears": 120}
MISSING = {
    "what": "Write what should happen",
    "owner": "Write whose job it is. If nobody knows, write who finds out",
    "hears": "Write who must hear it",
}


def _says_something(_form: FlaskForm, field: Field) -> None:
    if field.name in MISSING and not is_a_name(field.data):
        raise ValidationError(MISSING[field.name])
    if len(field.data) > LETTERS[field.name]:
        raise ValidationError(f"Make this shorter: up to {LETTERS[field.name]} letters")


def _line() -> StringField:
    return StringField(filters=[lambda words: " ".join(plain_words(words or "").split())], validators=[_says_something])


class ActionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What the group says, as it says it."""

    what = _line()
    owner = _line()
    by_when = _line()
    hears = _line()
