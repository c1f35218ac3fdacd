"""A question and the lines round it, in this reader's layer and language, with the area's own words in place."""

from __future__ import annotations

from dataclasses import replace

from flask import g
from flask_babel import gettext

from feedback_app import translating
from feedback_app.answering import Visit
from feedback_app.asking import Opening
from feedback_app.web import reader
from surveys import Asked, Question, asked_in, lines_in, pipe
from surveys.layers import ENGLISH
from surveys.piping import chosen_in
from surveys.translations import Translation


def asked(question: str, repeat: str = "", visit: Visit | None = None) -> Asked:
    """One question of this opening, its variables filled. Raises UnknownQuestion.

    What was chosen before is named only where `visit` may show it: not on a blank page, nor to another phone.
    """
    opening: Opening = g.opening
    found = _read(question)
    values = dict(opening.values)
    if opening.survey.services:
        values["service_name"] = service_name(repeat) or values.get("service_name") or gettext("this service")
    chosen = _chosen(found.question, repeat, visit) if visit else {}
    piped = {name: pipe(getattr(found.question, name), values, chosen) for name in ("words", "hint", "meaning")}
    return replace(found, question=found.question.model_copy(update=piped))


def _read(question: str) -> Asked:
    opening: Opening = g.opening
    return asked_in(opening.survey.question(question), opening.audience, reader.current().layer, translation())


def _chosen(question: Question, repeat: str, visit: Visit) -> dict[str, str]:
    """The label of what was chosen at each earlier question that the words name; what is no answer is not named."""
    labels = {}
    for id in dict.fromkeys((*chosen_in(question.words), *chosen_in(question.hint))):
        kept = visit.answers.get((id, repeat)) or visit.answers.get((id, ""))
        option = _read(id).question.option(kept.options[0]) if kept and kept.options and visit.shows(kept) else None
        if option and not option.missing:
            labels[id] = option.label
    return labels


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
