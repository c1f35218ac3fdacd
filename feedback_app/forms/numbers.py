"""A whole number, typed in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value
from wtforms.validators import ValidationError

from feedback_app.forms.boxes import name_beside, no_answers, posted_beside, refuse_two, those_of
from feedback_app.forms.fields import plain_words
from feedback_app.forms.given import SKIPPED, Given, given_options
from surveys.kinds import MOST_FIGURES, MOST_TYPED_FIGURES
from surveys.options import Option
from surveys.questions import Question

# as people write thousands, in any script: 1,200 and 1 200 and ۱۲۰۰
FIGURES = re.compile(r"\d{1,3}([, ]\d{3})+|\d+")


class NumberField(Field):  # type: ignore[misc]  # WTForms ships no types
    """A whole number. `data` is what was typed, and what was meant once the field is valid."""

    data: str
    chosen: tuple[Option, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.others = no_answers(question)
        self.others_name = name_beside(self.name)
        self.least, self.most = question.min or 0, question.max
        self.first_id = self.id

    def process(
        self, formdata: MultiDict[str, str] | None, data: object = unset_value, extra_filters: object = None
    ) -> None:
        super().process(formdata, data, extra_filters)
        if formdata:
            self.chosen = posted_beside(self.name, formdata, self.others)

    def process_data(self, value: Iterable[str] | None) -> None:
        kept = tuple(value or ())
        self.chosen = those_of(kept, self.others)
        self.data = "" if self.chosen else " ".join(kept)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = " ".join(plain_words(valuelist[0] if valuelist else "").split())

    def pre_validate(self, form: BaseForm) -> None:
        refuse_two(self.chosen)
        if not self.data:
            return
        if self.chosen:
            raise ValidationError(
                gettext("You wrote a number and chose “%(answer)s”. Keep one of them", answer=self.chosen[0].label)
            )
        number = self._number()
        if number < self.least or (self.most is not None and number > self.most):
            raise ValidationError(self._limits())
        self.data = str(number)

    def said(self) -> Given:
        """What was given, once the field is valid."""
        if self.data:
            return Given((self.data,), None, None)
        return given_options(self.chosen) if self.chosen else SKIPPED

    def _number(self) -> int:
        typed = self.data.casefold().removesuffix(self.question.unit.casefold()).strip()
        if not FIGURES.fullmatch(typed):
            raise ValidationError(gettext("Write a whole number in figures, like 20"))
        figures = re.sub("[, ]", "", typed)
        if len(figures) > MOST_TYPED_FIGURES or (number := int(figures)) >= 10**MOST_FIGURES:
            raise ValidationError(self._limits())
        return number

    def _limits(self) -> str:
        if self.most is not None:
            return str(gettext("Write a number from %(least)s to %(most)s", least=self.least, most=self.most))
        if self.least:
            return str(gettext("Write a number that is %(least)s or more", least=self.least))
        return str(gettext("Write a smaller number"))
