"""Whether a translation fits its survey: no id that is not there, no {variable} lost, and what is still in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveys.expanding_questions import written_id_of
from surveys.model import Survey
from surveys.piping import chosen_in, variables_in
from surveys.shared import Shared
from surveys.translated import missing_words
from surveys.translations import CommonWords, Language, QuestionWords


def translation_problems(language: Language, surveys: Mapping[str, Survey], shared: Shared) -> tuple[str, ...]:
    """A sentence for every id that stands for nothing and every {variable} that the translation has or lacks."""
    problems = list(_common_problems(language.common, shared))
    for id, words in language.surveys.items():
        survey = surveys.get(id)
        if survey is None:
            problems.append(f"{id}: there is no survey of that id: correct the file's name")
        elif survey.version == words.version:
            services = {service.id for service in survey.services}
            problems += [f"{id}, services: there is no `{one}`" for one in words.services if one not in services]
            problems += _question_problems(survey, words.questions)
    return tuple(f"{language.code}: {problem}" for problem in problems)


def in_english(language: Language, survey: Survey) -> tuple[str, ...]:
    """The ids of a survey's questions that a reader of this language would still meet in English."""
    translation = language.of(survey.id, survey.version)
    if translation is None:
        return tuple(question.id for question in survey.questions)
    return tuple(question.id for question in survey.questions if missing_words(question, translation))


def _question_problems(survey: Survey, words: Mapping[str, QuestionWords]) -> Iterator[str]:
    known = {question.id: question for question in survey.questions}
    for id, said in words.items():
        place = f"{survey.id}, question {id}"
        if id not in known:
            yield f"{place}: the survey has no such question"
            continue
        question = known[id]
        ids = {option.id for option in question.options}
        for option in (*said.options, *said.easy_options, *said.child_options):
            if option not in ids:
                yield f"{place}: it has no option `{option}`; it has {', '.join(sorted(ids)) or 'none'}"
        for key in ("words", "child_words", "hint", "easy", "easy_hint"):
            english, other = getattr(question, key), getattr(said, key)
            if other and _named(english) != _named(other):
                yield f"{place}, {key}: must have the same {{variables}} as the English: {english or 'it has no words'}"


def _named(words: str) -> set[tuple[str, str]]:
    return {("", name) for name in variables_in(words)} | {("chosen", id) for id in chosen_in(words)}


def _common_problems(common: CommonWords, shared: Shared) -> Iterator[str]:
    wordings = shared.wordings
    for name, lines in common.wordings.items():
        english = getattr(wordings, name, None)
        if not isinstance(english, tuple):
            yield f"common, wordings: there are no lines called `{name}`"
        elif len(english) != len(lines):
            yield f"common, wordings, {name}: has {len(lines)} lines where the English has {len(english)}"
    for table, has, known in (
        ("meanings", common.meanings, wordings.meanings),
        ("audiences", common.audiences, wordings.audiences),
        ("scales", common.scales, shared.scales.scales),
        ("questions", common.questions, wordings.questions),
        ("pictures", common.pictures, shared.pictures.pictures),
    ):
        yield from (f"common, {table}: there is no `{name}`" for name in has if name not in known)
    for name, scale in common.scales.items():
        if name in shared.scales.scales:
            ids = {written_id_of(option) for option in shared.scales.scales[name].options}
            for option in (*scale.options, *scale.easy_options, *scale.says):
                if option not in ids:
                    yield f"common, scales, {name}: there is no option `{option}`; there are {', '.join(sorted(ids))}"
