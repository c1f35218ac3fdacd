"""One question in a translation: wholly, or not at all, so that nobody reads half a question in each language."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.options import Option
from surveys.questions import Question
from surveys.translations import QuestionWords, ScaleWords, Translation


def translated(question: Question, audience: str, translation: Translation) -> Question | None:
    """The question with every word in the translation's language; None where a word of it is missing.

    Easy-read words are taken where they are translated; without them the translated question is read in every layer.
    """
    said = _words_of(question, translation)
    scale = translation.words_of.common.scales.get(question.scale, ScaleWords())
    words = _words(question, audience, said)
    options = [_option(option, said, scale, is_child=question.wording == "child") for option in question.options]
    meaning, easy_meaning = (
        _meaning(question.meaning, said, translation),
        _meaning(question.easy_meaning, None, translation),
    )
    if not words or (question.hint and not said.hint) or (question.meaning and not meaning):
        return None
    if any(option is None for option in options) or not _has_ends(question, scale):
        return None
    has_easy = bool(said.easy and question.easy and (said.easy_hint or not question.easy_hint))
    return question.model_copy(
        update={
            "words": words,
            "child_words": "",
            "hint": said.hint,
            "meaning": meaning,
            "easy": said.easy if has_easy else "",
            "easy_hint": said.easy_hint if has_easy else "",
            "easy_meaning": easy_meaning,
            "options": tuple(options),
            "ends": _ends(question, scale),
        }
    )


def missing_words(question: Question, translation: Translation) -> bool:
    """Whether any audience would read this question in English, for want of a word of it."""
    audiences = ("child_5_10", "parent_carer") if question.child_words else ("parent_carer",)
    return any(translated(question, audience, translation) is None for audience in audiences)


def _words_of(question: Question, translation: Translation) -> QuestionWords:
    own = translation.survey.questions.get(question.id)
    shared = translation.words_of.common.questions.get(question.shared) if question.shared else None
    return own or shared or QuestionWords()


def _words(question: Question, audience: str, said: QuestionWords) -> str:
    reads_child_words = question.wording == "child" or (audience == "child_5_10" and question.child_words)
    if question.shared and question.wording == "child":
        return said.child_words or said.words
    return said.child_words if reads_child_words and question.child_words else said.words


def _option(option: Option, said: QuestionWords, scale: ScaleWords, *, is_child: bool) -> Option | None:
    labels: Mapping[str, str] = {**scale.options, **said.options, **(said.child_options if is_child else {})}
    label = labels.get(option.id) or (option.label if option.label.isdigit() else "")
    says = scale.says.get(option.id, "")
    if not label or (option.says and not says):
        return None
    easy = said.easy_options.get(option.id) or scale.easy_options.get(option.id, "")
    return option.model_copy(update={"label": label, "says": says, "easy": easy if option.easy else ""})


def _meaning(english: str, said: QuestionWords | None, translation: Translation) -> str:
    """In the question's own words, or in those that every survey shares; empty where it is not translated."""
    if not english:
        return ""
    if said and said.meaning:
        return said.meaning
    found = translation.words_of.lines.get((english,))
    return found[0] if found else ""


def _has_ends(question: Question, scale: ScaleWords) -> bool:
    return question.ends is None or bool(scale.min_label and scale.mid_label and scale.max_label)


def _ends(question: Question, scale: ScaleWords) -> object:
    if question.ends is None:
        return None
    names = {"min_label": scale.min_label, "mid_label": scale.mid_label, "max_label": scale.max_label}
    return question.ends.model_copy(update=names)
