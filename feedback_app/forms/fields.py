"""The two fields that questions are answered with: options, and words; each is drawn by a template of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from babel.numbers import format_decimal
from flask import current_app
from flask_babel import get_locale, gettext, ngettext
from markupsafe import Markup
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from surveys.options import Option
from surveys.questions import Question

LETTERS = 1_000  # as many as one answer in words may have, line ends counted as one


class OptionsField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Options of one question. `data` is the ids that were chosen, in the order of the question."""

    data: tuple[str, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, many: bool, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.many = many
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


class WordsField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Words of the person's own. They come back only beside an error about them, never from an earlier visit."""

    data: str

    def __init__(
        self,
        label: str | None = None,
        *,
        question: Question,
        audience: str,
        letters: int = LETTERS,
        **kept: Any,
    ) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.is_for_child = audience == "child_5_10"
        self.letters = letters
        self.first_id = self.id

    @property
    def too_many(self) -> int:
        """How many letters there are above the limit; nought when the words fit."""
        return max(0, len(self.data) - self.letters)

    def process_data(self, value: object) -> None:
        self.data = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = plain_words(valuelist[0] if valuelist else "")

    def pre_validate(self, form: BaseForm) -> None:
        if self.too_many:
            raise ValidationError(too_many_letters(self.too_many))


def plain_words(posted: str) -> str:
    """What was posted, with one kind of line end, no space around it and no NUL (PostgreSQL refuses one)."""
    return posted.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def too_many_letters(letters: int) -> str:
    """What stands beside a box whose words are too long by so many letters."""
    return str(
        ngettext(
            "Make your words shorter by %(number)s letter",
            "Make your words shorter by %(number)s letters",
            letters,
            number=format_decimal(letters, locale=get_locale() or "en"),
        )
    )


def drawn_by(template: str) -> Callable[..., Markup]:
    """Return a WTForms widget that is one of the templates in respondent/questions/.

    The template gets the field, the `hints` that go under its heading, and `described`: the ids that say more about
    the control, its error among them.
    """

    def draw(field: Field, hints: Iterable[str] = (), **more: object) -> Markup:
        shown = tuple(hint for hint in hints if hint)
        described = [f"{field.id}-hint-{number}" for number, _ in enumerate(shown, start=1)]
        if field.errors:
            described.append(f"{field.id}-wrong")
        page = current_app.jinja_env.get_template(f"respondent/questions/{template}")
        return Markup(page.render(field=field, hints=shown, described=described, **more))  # noqa: S704 - a template of ours

    return draw
