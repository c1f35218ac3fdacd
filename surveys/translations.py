"""Translations: a file of the words that all surveys share, and one for each survey, by language.

``surveys/translations/pl/common.toml`` may hold::

    [wordings]                                  # the names and the number of lines of library/wordings.toml
    start = ["...", "..."]
    start_child = ["..."]
    start_easy = ["..."]
    [talk_to_me]
    words = "..."
    options = ["...", "...", "..."]
    [meanings.your_plan]
    words = "..."
    easy = "..."
    [audiences]
    child_5_10 = "..."
    [scales.happy10]                            # by the names of library/scales.toml, options by their ids
    min_label = "..."
    mid_label = "..."
    max_label = "..."
    options = { dont-know = "..." }             # "1" to "10" stay as they are
    says = { 1 = "...", 2 = "..." }
    [questions.quote_permission]                # the shared questions, by their names
    words = "..."
    child_words = "..."
    options = { yes = "...", no = "..." }
    child_options = { yes = "...", no = "..." }
    [pictures]                                  # what each shows, by the names of library/pictures.toml
    best = "..."

``surveys/translations/pl/young-person-11-25.toml``::

    version = 1                                 # of the survey that these are the words of
    title = "..."
    [services]
    salt = "..."
    [questions.y1]
    words = "..."
    hint = "..."                                # and child_words, where the survey has them
    easy = "..."
    easy_hint = "..."
    [questions.y1.options]                      # not where a scale brings the options
    yes = "..."
    [questions.y1.easy_options]
    yes = "..."

A {variable} stands as it is. None of it is part of a published survey or of its digest.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, ValidationError

from surveys.errors import MalformedSurvey
from surveys.mistakes import in_words
from surveys.shared import Shared
from surveys.toml_files import read_toml
from surveys.values import FROZEN, Line, Many, MaybeLine

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
COMMON = "common"

M = TypeVar("M", bound=BaseModel)


class Part(BaseModel):
    """Words in another language that one speaker approves together."""

    model_config = FROZEN

    @property
    def digest(self) -> str:
        """The SHA-256 of its canonical JSON: other words, other digest."""
        values = self.model_dump(mode="json", exclude_defaults=True)
        canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


class QuestionWords(BaseModel):
    """One question's words; those of its options by their ids."""

    model_config = FROZEN

    words: MaybeLine = ""
    child_words: MaybeLine = ""
    hint: MaybeLine = ""
    meaning: MaybeLine = ""
    easy: MaybeLine = ""
    easy_hint: MaybeLine = ""
    options: Mapping[str, Line] = {}
    child_options: Mapping[str, Line] = {}
    easy_options: Mapping[str, Line] = {}


class ScaleWords(BaseModel):
    """The labels of one answer scale, and on a line of numbers its names and what each number means."""

    model_config = FROZEN

    min_label: MaybeLine = ""
    mid_label: MaybeLine = ""
    max_label: MaybeLine = ""
    options: Mapping[str, Line] = {}
    easy_options: Mapping[str, Line] = {}
    says: Mapping[str, Line] = {}


class MeaningWords(BaseModel):
    """Words that explain a word."""

    model_config = FROZEN

    words: Line
    easy: MaybeLine = ""


class TalkWords(BaseModel):
    """The offer made to everybody at the end."""

    model_config = FROZEN

    words: Line
    options: Many[Line] = ()
    easy: MaybeLine = ""


class CommonWords(Part):
    """What every survey shares."""

    wordings: Mapping[str, Many[Line]] = {}
    talk_to_me: TalkWords | None = None
    meanings: Mapping[str, MeaningWords] = {}
    audiences: Mapping[str, Line] = {}
    scales: Mapping[str, ScaleWords] = {}
    questions: Mapping[str, QuestionWords] = {}
    pictures: Mapping[str, Line] = {}


class SurveyWords(Part):
    """One version of one survey."""

    version: Annotated[int, Field(ge=1)]
    title: MaybeLine = ""
    services: Mapping[str, Line] = {}
    questions: Mapping[str, QuestionWords] = {}


@dataclass(frozen=True, slots=True)
class Language:
    """Everything there is in one language, by survey id. `lines` are shared lines by their English."""

    code: str
    common: CommonWords
    surveys: Mapping[str, SurveyWords]
    lines: Mapping[tuple[str, ...], tuple[str, ...]]

    def of(self, survey_id: str, version: int) -> Translation | None:
        """The translation of one survey version, where there is one."""
        words = self.surveys.get(survey_id)
        return Translation(self, words) if words and words.version == version else None


@dataclass(frozen=True, slots=True)
class Translation:
    """One survey in one language, with what all surveys share."""

    words_of: Language
    survey: SurveyWords

    @property
    def language(self) -> str:
        """The language's code, as `pl`."""
        return self.words_of.code

    def lines(self, english: tuple[str, ...]) -> tuple[str, ...]:
        """Shared lines in this language; in English where they are not translated. Never some of each."""
        return self.words_of.lines.get(english, english)


def load_translations(shared: Shared, folder: Traversable | None = None) -> dict[str, Language]:
    """Every language there are words in, by its code.

    Raises
    ------
    MalformedSurvey
        A file is not a translation; whether its ids are in the survey is for `translation_checks`.
    """
    folder = folder or resources.files("surveys") / "translations"
    if not folder.is_dir():
        return {}
    found = {}
    for place in sorted(folder.iterdir(), key=lambda one: one.name):
        if place.is_dir() and LANGUAGE.fullmatch(place.name):
            found[place.name] = _language(place, shared)
    return found


def _language(place: Traversable, shared: Shared) -> Language:
    common, surveys = CommonWords(), {}
    for file in sorted(place.iterdir(), key=lambda one: one.name):
        id, _, ending = file.name.rpartition(".")
        if ending != "toml":
            continue
        if id == COMMON:
            common = _read(file, place.name, CommonWords)
        else:
            surveys[id] = _read(file, place.name, SurveyWords)
    return Language(place.name, common, surveys, dict(_lines(common, shared)))


def _read(file: Traversable, language: str, model: type[M]) -> M:
    source = f"surveys/translations/{language}/{file.name}"
    values = read_toml(file, source)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, model, values)) from None


def _lines(common: CommonWords, shared: Shared) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines of the same number only: a translation of older wording is no translation."""
    for name, lines in common.wordings.items():
        english: tuple[str, ...] = getattr(shared.wordings, name, ())
        if english and len(english) == len(lines):
            yield english, lines
    for name, meaning in common.meanings.items():
        if name in shared.wordings.meanings:
            known = shared.wordings.meanings[name]
            yield (known.words,), (meaning.words,)
            if known.easy and meaning.easy:
                yield (known.easy,), (meaning.easy,)
    for audience, said in common.audiences.items():
        if audience in shared.wordings.audiences:
            yield (shared.wordings.audiences[audience].name,), (said,)
    talk = shared.wordings.talk_to_me
    if common.talk_to_me:
        yield (talk.words,), (common.talk_to_me.words,)
