"""Respondents without a phone: they answer through the use cases that the pages call."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import sqlalchemy as sa

from feedback_app import answering
from feedback_app.answering import Kept
from feedback_app.asking import Opening
from feedback_app.forms.questions import Given
from feedback_app.storage.db import reading
from feedback_app.storage.responses import open_words
from feedback_app.storage.tables import answer, response
from surveys import Step

WORRYING = "My stepdad hits me"  # what the concern rules hold


@dataclass(frozen=True, slots=True)
class Respondent:
    opening: Opening
    key: str

    def choose(self, question: str, *options: str, repeat: str = "", send_key: str = "") -> Kept:
        return self._give(question, repeat, Given(options, None, None if options else "skipped"), send_key)

    def write(self, question: str, words: str, *, repeat: str = "", send_key: str = "") -> Kept:
        return self._give(question, repeat, Given((), words, None), send_key)

    def send(self) -> str:
        return answering.send_response(self.opening, key=self.key)

    def _give(self, question: str, repeat: str, given: Given, send_key: str) -> Kept:
        step = Step(question, repeat)
        return answering.record_answer(self.opening, step, given, key=self.key, send_key=send_key or a_key())


@dataclass(frozen=True, slots=True)
class Told:
    """One answer as the database holds it, its words opened."""

    question: str
    repeat: str
    revision: int
    options: tuple[str, ...]
    words: str | None
    missing: str | None


def arrive(opening: Opening) -> Respondent:
    """Somebody agrees to take part."""
    key = a_key()
    answering.start_response(opening, key, opening.survey.wording("start", opening.audience))
    return Respondent(opening, key)


def a_key() -> str:
    return secrets.token_hex(16)


def told(area_id: str, wave_id: str | None = None) -> list[Told]:
    """Every answer of an area, or of one of its waves, each revision of it."""
    within = sa.select(response.c.id).where(response.c.area_id == area_id, response.c.wave_id == wave_id)
    with reading() as session:
        rows = session.execute(
            sa.select(answer)
            .where(answer.c.area_id == area_id, *([answer.c.response_id.in_(within)] if wave_id else []))
            .order_by(answer.c.question, answer.c.repeat, answer.c.revision)
        ).all()
    return [
        Told(
            row.question,
            row.repeat,
            row.revision,
            tuple(row.options),
            None if row.words is None else open_words(row),
            row.missing,
        )
        for row in rows
    ]
