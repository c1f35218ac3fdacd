"""A translation beside its English, piece by piece: what a speaker reads before saying that it may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from surveys.expanding_questions import label_of, written_id_of
from surveys.model import Survey
from surveys.options import option_id
from surveys.questions import Question
from surveys.shared import Shared
from surveys.translations import CommonWords, QuestionWords, SurveyWords

# where a piece stands, the English, the translation; either may be empty
Row = tuple[str, str, str]


def survey_rows(survey: Survey, words: SurveyWords) -> Iterator[Row]:
    """Every word of a survey that its own translation may have."""
    yield "title", survey.title, words.title
    for service in survey.services:
        yield f"service {service.id}", service.name, words.services.get(service.id, "")
    for question in survey.questions:
        if not question.shared:
            yield from _question_rows(question, words.questions.get(question.id, QuestionWords()))


def common_rows(words: CommonWords, shared: Shared) -> Iterator[Row]:
    """Every word that all surveys share and that is translated."""
    for name, lines in words.wordings.items():
        english = getattr(shared.wordings, name)
        yield from ((name, one or "", other or "") for one, other in zip_longest(english, lines))
    if words.talk_to_me:
        talk = shared.wordings.talk_to_me
        yield "talk_to_me", talk.words, words.talk_to_me.words
        yield from (("talk_to_me", *pair) for pair in zip(talk.options, words.talk_to_me.options, strict=False))
    for name, meaning in words.meanings.items():
        yield f"meaning {name}", shared.wordings.meanings[name].words, meaning.words
        yield f"meaning {name}, easy", shared.wordings.meanings[name].easy, meaning.easy
    for audience, said in words.audiences.items():
        yield f"audience {audience}", shared.wordings.audiences[audience].name, said
    for name, scale in words.scales.items():
        known = shared.scales.scales[name]
        for end in ("min_label", "mid_label", "max_label"):
            yield f"{name}, {end}", getattr(known, end), getattr(scale, end)
        options = {written_id_of(option): option for option in known.options}
        for id, label in scale.options.items():
            yield f"{name}, {id}", label_of(options[id]), label
        for id, says in scale.says.items():
            yield f"{name}, {id} says", str(options[id].get("says", "")), says
    for name, shows in words.pictures.items():
        yield f"picture {name}", shared.pictures.pictures[name].alt, shows
    for name, question in words.questions.items():
        yield from _shared_rows(name, shared.wordings.questions[name], question)


def _question_rows(question: Question, said: QuestionWords) -> Iterator[Row]:
    for key in ("words", "child_words", "hint", "meaning", "easy", "easy_hint"):
        yield f"{question.id}, {key}", getattr(question, key), getattr(said, key)
    for option in question.options if not question.scale else ():
        yield f"{question.id}, {option.id}", option.label, said.options.get(option.id, "")
        yield f"{question.id}, {option.id}, easy", option.easy, said.easy_options.get(option.id, "")


def _shared_rows(name: str, english: Mapping[str, Any], said: QuestionWords) -> Iterator[Row]:
    for key in ("words", "child_words", "hint", "easy", "easy_hint"):
        yield f"{name}, {key}", str(english.get(key, "")), getattr(said, key)
    labels, child_labels = english["options"], english.get("child_options", ())
    ids = [option_id(label_of(label)) for label in labels]
    for id, label in zip(ids, labels, strict=True):
        yield f"{name}, {id}", label_of(label), said.options.get(id, "")
    for id, label in zip(ids, child_labels, strict=False):
        yield f"{name}, {id}, for children", label_of(label), said.child_options.get(id, "")
