"""A question and the lines round it, in this reader's layer and language, with the area's own words in place."""

from __future__ import annotations

from dataclasses import replace

from flask import g

from feedback_app import translating
from feedback_app.asking import Opening
from feedback_app.web import reader
from surveys import Asked, asked_in, lines_in, pipe
from surveys.layers import ENGLISH
from surveys.translations import Translation


def asked(question: str) -> Asked:
    """One question of this opening, its variables filled. Raises UnknownQuestion."""
    opening: Opening = g.opening
    one = opening.survey.question(question)
    found = asked_in(one, opening.audience, reader.current().layer, translation())
    piped = {name: pipe(getattr(found.question, name), opening.values) for name in ("words", "hint", "meaning")}
    return replace(found, question=found.question.model_copy(update=piped))


def lines(name: str, *, english: bool = False) -> tuple[str, ...]:
    """The lines called `start`, `before_first_box`, `offline_box` or `end`."""
    opening: Opening = g.opening
    said = None if english else translation()
    return lines_in(opening.survey, name, opening.audience, reader.current().layer, said)


def title() -> str:
    """What the survey is called."""
    said = translation()
    return (said.survey.title if said else "") or g.opening.survey.title


def audience_name() -> str:
    """Whom the survey is for."""
    said, opening = translation(), g.opening
    english: str = opening.survey.audience_name(opening.audience)
    return said.lines((english,))[0] if said else english


def service_name(repeat: str) -> str:
    """Which service a page is about; empty for a question asked once. Raises UnknownService."""
    said = translation()
    english: str = g.opening.survey.service_name(repeat)
    return (said.survey.services.get(repeat) if said else None) or english


def translation() -> Translation | None:
    """The survey's words in the language that this page is read in; None for English."""
    language = reader.current().language
    return None if language == ENGLISH else translating.translation_of(g.opening.survey, language)


def takes_words() -> bool:
    """Whether somebody is named who puts this language into English: without one, nobody could read what is written."""
    language = reader.current().language
    return language == ENGLISH or language in g.opening.interpreters
