"""Words that are only read: going on is all there is to do."""

from __future__ import annotations

from typing import Any

from wtforms.fields import Field

from feedback_app.forms.given import Given
from surveys.questions import Question

SEEN = "seen"


class ReadingField(Field):  # type: ignore[misc]  # WTForms ships no types
    """Words to read. It has no control."""

    def __init__(self, label: str | None = None, *, question: Question, audience: str, **kept: Any) -> None:
        super().__init__(label, **kept)
        self.question = question
        self.heading = question.words_for(audience)
        self.first_id = self.id

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None

    def said(self) -> Given:
        """That it was read."""
        return Given((SEEN,), None, None)
