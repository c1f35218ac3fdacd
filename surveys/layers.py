"""The layers of one question: its words, easy read, pictures and BSL, in English or in a translation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from surveys.model import Survey
from surveys.questions import Question
from surveys.translated import translated
from surveys.translations import Translation

Layer = Literal["words", "easy", "pictures", "bsl"]
LAYERS: tuple[str, ...] = get_args(Layer)
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as one reader meets it.

    Parameters
    ----------
    question
        The question with every word that is shown in its place: `words`, `hint`, `meaning`, the options' labels, the
        names on a line of numbers. Its ids, facts and scores are untouched, so that forms and routing take it as it is.
    language
        What all of that is in. A question that is not wholly translated is wholly English.
    picture, option_pictures
        Names in pictures.toml; the options' by option id. Empty where this layer shows none.
    audio, bsl
        The names of the recording and of the BSL video that an area may have.
    """

    question: Question
    language: str
    picture: str
    option_pictures: Mapping[str, str]
    audio: str
    bsl: str

    @property
    def words(self) -> str:
        """What is asked."""
        return self.question.words

    @property
    def hint(self) -> str:
        """The second line under it; empty for most."""
        return self.question.hint

    @property
    def labels(self) -> Mapping[str, str]:
        """The options' words by option id."""
        return {option.id: option.label for option in self.question.options}


def asked_in(question: Question, audience: str, layer: str = "words", translation: Translation | None = None) -> Asked:
    """The question as this audience reads it in one layer.

    The pictures and the BSL layer read easy words: they are for people to whom written English may be a second
    language. Children aged 5 to 10 have the picture in every layer.

    Parameters
    ----------
    translation
        Of the question's own survey; None for English.
    """
    in_translation = translated(question, audience, translation) if translation else None
    said = in_translation or question.model_copy(update={"words": question.words_for(audience), "child_words": ""})
    shown = _easy(said) if layer != "words" else said
    has_picture = layer in ("easy", "pictures") or audience == "child_5_10"
    return Asked(
        question=shown,
        language=translation.language if translation and in_translation else ENGLISH,
        picture=question.picture if has_picture else "",
        option_pictures=_option_pictures(question) if layer == "pictures" else {},
        audio=question.audio or question.id,
        bsl=question.bsl or question.id,
    )


def lines_in(
    survey: Survey, name: str, audience: str, layer: str = "words", translation: Translation | None = None
) -> tuple[str, ...]:
    """The lines called `start`, `before_first_box`, `offline_box` or `end`, in one layer and language."""
    english = survey.wording(name, audience, easy=layer != "words")
    return translation.lines(english) if translation else english


def _easy(question: Question) -> Question:
    options = tuple(
        option.model_copy(update={"label": option.easy}) if option.easy else option for option in question.options
    )
    if not question.easy:
        return question.model_copy(update={"options": options})
    return question.model_copy(
        update={
            "words": question.easy,
            "hint": question.easy_hint or question.hint,
            "meaning": question.easy_meaning or question.meaning,
            "options": options,
        }
    )


def _option_pictures(question: Question) -> dict[str, str]:
    return {option.id: option.picture for option in question.options if option.picture}
