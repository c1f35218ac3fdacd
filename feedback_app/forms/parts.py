"""The form at the end of a sitting on which a seat judges the part that it had. Nothing on it has to be chosen."""

from __future__ import annotations

from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms.fields import RadioField


def parts_form(asked: Mapping[str, Mapping[str, str]], **given: object) -> FlaskForm:
    """Return the form of what is asked, by id, each with its answers."""
    fields = {name: RadioField(choices=dict(options), validate_choice=False) for name, options in asked.items()}
    form: FlaskForm = type("PartsForm", (FlaskForm,), fields)(**given)
    return form
