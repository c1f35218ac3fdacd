"""Options to choose from: one, or several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask_babel import gettext
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from feedback_app.forms.given import Given, given_options
from surveys.kinds import SEVERAL_KINDS
from surveys.options import Option
from surveys.questions import Question


class OptionsField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Options of one question. `data` is the ids that were chosen, in the order of the question."""

    data: tuple[str, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.many = question.kind in SEVERAL_KINDS
        self.with_faces = audience == "child_5_10"
        self.options = question.options
        self.first_id = self.id_of(self.options[0])

    def id_of(self, option: Option) -> str:
        return f"{self.id}-{option.id}"

    @property
    def real(self) -> tuple[Option, ...]:
        """The options that are an answer."""
        return tuple(option for option in self.options if option.missing is None)

    @property
    def others(self) -> tuple[Option, ...]:
        """The options that say why there is no answer."""
        return tuple(option for option in self.options if option.missing is not None)

    def process_data(self, value: Iterable[str] | None) -> None:
        self.data = self._known(value or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = self._known(valuelist)

    def pre_validate(self, form: BaseForm) -> None:
        ids = {option.id for option in self.options}
        if any(value and value not in ids for value in self.raw_data or ()):
            raise ValidationError(gettext("Choose from the answers on this page"))
        if len(self.data) < 2:
            return
        if not self.many:
            raise ValidationError(gettext("Choose one answer"))
        for option in self.options:
            if option.alone and option.id in self.data:
                raise ValidationError(
                    gettext("You chose “%(answer)s” with another answer. Choose one or the other", answer=option.label)
                )

    def _known(self, values: Iterable[str]) -> tuple[str, ...]:
        chosen = set(values)
        return tuple(option.id for option in self.options if option.id in chosen)

    def said(self) -> Given:
        """What was given, once the field is valid."""
        found = given_options([option for option in self.options if option.id in self.data])
        if self.question.kind != "agreement" or not found.options:
            return found
        return replace(found, wording="\n".join(line for line in (self.heading, self.question.hint) if line))
