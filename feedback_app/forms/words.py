"""A box for words of the person's own, in one line or in many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms.fields import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value
from wtforms.validators import ValidationError

from feedback_app.forms.boxes import name_beside, no_answers, posted_beside, refuse_two, those_of
from feedback_app.forms.fields import plain_words, too_many_letters
from feedback_app.forms.files import PostedFiles, kinds_of, name_of, posted_files
from feedback_app.forms.given import SKIPPED, Given, given_options
from feedback_app.uploads import UploadKind
from surveys.options import Option
from surveys.questions import Question


class WordsField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Words of the person's own. They come back only beside an error about them, never from an earlier visit.

    Under the box stand the options that say why there are none; words that were written come before those. Some kinds
    have a box for a drawing or a recording beside it: `files` is what came with the words.
    """

    data: str
    chosen: tuple[Option, ...]

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.is_for_child = audience == "child_5_10"
        self.is_one_line = question.kind == "short_text"
        self.letters = question.most_letters
        self.others = no_answers(question)
        self.others_name = name_beside(self.name)
        self.first_id = self.id
        self.file_kinds = kinds_of(question)
        self.files = PostedFiles()

    def file_id(self, kind: UploadKind) -> str:
        """The name of a file's box, and its id."""
        return name_of(self.name, kind)

    @property
    def too_many(self) -> int:
        """How many letters there are above the limit; nought when the words fit."""
        return max(0, len(self.data) - self.letters)

    def process(
        self, formdata: MultiDict[str, str] | None, data: object = unset_value, extra_filters: object = None
    ) -> None:
        super().process(formdata, data, extra_filters)
        if formdata:
            self.chosen = posted_beside(self.name, formdata, self.others)
            self.files = posted_files(self.name, formdata, self.file_kinds)

    def process_data(self, value: Iterable[str] | None) -> None:
        self.data = ""
        self.chosen = those_of(value or (), self.others)

    def process_formdata(self, valuelist: list[str]) -> None:
        words = plain_words(valuelist[0] if valuelist else "")
        self.data = " ".join(words.split("\n")) if self.is_one_line else words

    def pre_validate(self, form: BaseForm) -> None:
        if self.too_many:
            raise ValidationError(too_many_letters(self.too_many))
        if self.files.wrong_kind:
            self.first_id = self.file_id(self.files.wrong_kind)
            raise ValidationError(self.files.wrong)
        if not self.data and not self.files.kept:
            refuse_two(self.chosen)

    def said(self) -> Given:
        """What was given, once the field is valid."""
        if self.data or self.files.kept:
            return Given((), self.data or None, None, files=self.files.kept)
        return given_options(self.chosen) if self.chosen else SKIPPED
