"""A few dots to share out over options: all on one, or one on each, or some kept back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext, ngettext
from werkzeug.datastructures import MultiDict
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value
from wtforms.validators import ValidationError

from feedback_app.forms.boxes import name_beside, posted_beside, refuse_two, those_of
from feedback_app.forms.given import SKIPPED, Given, given_options
from surveys.options import Option
from surveys.questions import Question


class DotsField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Dots over options. `data` has an option's id once for each of its dots, in the order of the question.

    Every option has a select of its own, named after the field and the option. No dot is given beforehand.
    """

    data: tuple[str, ...]
    chosen: tuple[Option, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.real = tuple(option for option in question.options if option.missing is None)
        self.others = tuple(option for option in question.options if option.missing is not None)
        self.others_name = name_beside(self.name)
        self.most = question.most_dots
        self.first_id = self.id_of(self.real[0])
        self.strange = False

    def id_of(self, option: Option) -> str:
        """The name of an option's select, and its id."""
        return f"{self.name}-dots-{option.id}"

    def dots_of(self, option: Option) -> int:
        return self.data.count(option.id)

    @property
    def words_left(self) -> list[str]:
        """How many dots are left, in words: none left first."""
        some = [
            ngettext("%(number)s dot left", "%(number)s dots left", left, number=left)
            for left in range(1, self.most + 1)
        ]
        return [gettext("No dots left"), *some]

    @property
    def words_given(self) -> list[str]:
        """How many dots something has, in words: none first."""
        some = [ngettext("%(number)s dot", "%(number)s dots", given, number=given) for given in range(1, self.most + 1)]
        return [gettext("No dots"), *some]

    def process(
        self, formdata: MultiDict[str, str] | None, data: object = unset_value, extra_filters: object = None
    ) -> None:
        super().process(formdata, data, extra_filters)
        if not formdata:
            return
        self.chosen = posted_beside(self.name, formdata, self.others)
        known = {str(dots): dots for dots in range(self.most + 1)}
        posted = {option.id: formdata.get(self.id_of(option), "") or "0" for option in self.real}
        self.strange = any(value not in known for value in posted.values())
        self.data = tuple(id for id, value in posted.items() for _ in range(known.get(value, 0)))

    def process_data(self, value: Iterable[str] | None) -> None:
        kept = Counter(value or ())
        self.data = tuple(option.id for option in self.real for _ in range(min(self.most, kept[option.id])))
        self.chosen = those_of(kept, self.others)

    def pre_validate(self, form: BaseForm) -> None:
        refuse_two(self.chosen)
        if self.strange:
            raise ValidationError(gettext("Choose from the answers on this page"))
        if self.chosen and self.data:
            raise ValidationError(
                gettext("You gave dots and chose “%(answer)s”. Keep one of them", answer=self.chosen[0].label)
            )
        over = len(self.data) - self.most
        if over > 0:
            raise ValidationError(
                ngettext(
                    "You have %(dots)s dots and gave %(given)s. Take %(number)s away",
                    "You have %(dots)s dots and gave %(given)s. Take %(number)s away",
                    over,
                    number=over,
                    dots=self.most,
                    given=len(self.data),
                )
            )

    def said(self) -> Given:
        """What was given, once the field is valid."""
        if self.data:
            return Given(self.data, None, None)
        return given_options(self.chosen) if self.chosen else SKIPPED
