"""Options put in order: a place for each, or for none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value
from wtforms.validators import ValidationError

from feedback_app.forms.boxes import name_beside, posted_beside, refuse_two, those_of
from feedback_app.forms.given import SKIPPED, Given, given_options
from surveys.options import Option
from surveys.questions import Question


class RankingField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Options in an order. `data` is the ids that have a place, the first first; `places` is the place of each id.

    Every option has a select of its own, named after the field and the option. Nothing has a place beforehand.
    """

    data: tuple[str, ...]
    places: dict[str, int]
    chosen: tuple[Option, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.real = tuple(option for option in question.options if option.missing is None)
        self.others = tuple(option for option in question.options if option.missing is not None)
        self.others_name = name_beside(self.name)
        self.most = question.most_places
        self.first_id = self.id_of(self.real[0])
        self.strange = False

    def id_of(self, option: Option) -> str:
        """The name of an option's select, and its id."""
        return f"{self.name}-at-{option.id}"

    @property
    def place_names(self) -> Sequence[str]:
        """What each place is called, the first first."""
        return place_names()[: self.most]

    def process(
        self, formdata: MultiDict[str, str] | None, data: object = unset_value, extra_filters: object = None
    ) -> None:
        super().process(formdata, data, extra_filters)
        if not formdata:
            return
        self.chosen = posted_beside(self.name, formdata, self.others)
        posted = {option.id: formdata.get(self.id_of(option), "") for option in self.real}
        known = {str(place): place for place in range(1, self.most + 1)}
        self.strange = any(value and value not in known for value in posted.values())
        self.places = {id: known[value] for id, value in posted.items() if value in known}
        self.data = _in_order(self.places)

    def process_data(self, value: Iterable[str] | None) -> None:
        kept = tuple(value or ())
        known = {option.id for option in self.real}
        self.data = tuple(id for id in kept if id in known)[: self.most]
        self.places = {id: place for place, id in enumerate(self.data, 1)}
        self.chosen = those_of(kept, self.others)

    def pre_validate(self, form: BaseForm) -> None:
        refuse_two(self.chosen)
        if self.strange:
            raise ValidationError(gettext("Choose from the answers on this page"))
        if self.chosen and self.data:
            raise ValidationError(
                gettext("You gave places and chose “%(answer)s”. Keep one of them", answer=self.chosen[0].label)
            )
        for place in range(1, self.most + 1):
            sharing = [option for option in self.real if self.places.get(option.id) == place]
            if len(sharing) > 1:
                self.first_id = self.id_of(sharing[1])
                raise ValidationError(
                    gettext(
                        "“%(one)s” and “%(other)s” are both %(place)s. Give each a place of its own",
                        one=sharing[0].label,
                        other=sharing[1].label,
                        place=self.place_names[place - 1],
                    )
                )

    def said(self) -> Given:
        """What was given, once the field is valid. A place that was left out closes up: the order is what counts."""
        if self.data:
            return Given(self.data, None, None)
        return given_options(self.chosen) if self.chosen else SKIPPED


def place_names() -> tuple[str, ...]:
    """The names of the ten places that a ranking can have."""
    return (
        gettext("1st"),
        gettext("2nd"),
        gettext("3rd"),
        gettext("4th"),
        gettext("5th"),
        gettext("6th"),
        gettext("7th"),
        gettext("8th"),
        gettext("9th"),
        gettext("10th"),
    )


def _in_order(places: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(places, key=lambda id: places[id]))
