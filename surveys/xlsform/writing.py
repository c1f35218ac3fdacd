"""A survey as an XLSForm, with a list of what it cannot carry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from surveys.compiled import asked_order
from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.piping import variables_in
from surveys.questions import Question
from surveys.routes import Repeat
from surveys.shared import Shared, load_shared
from surveys.translations import Translation
from surveys.xlsform.cells import cells_of
from surveys.xlsform.choices import choice_rows, list_names
from surveys.xlsform.languages import in_languages, language_name
from surveys.xlsform.met import asked_once, by_child, never_asked, survey_as_met
from surveys.xlsform.not_carried import not_carried
from surveys.xlsform.question_rows import Names, note_row, question_rows
from surveys.xlsform.relevance import any_chosen, by_position, otherwise, setter_of, without_service
from surveys.xlsform.sheets import (
    AGAIN,
    CHOICES,
    FACT,
    ONE_SERVICE,
    OTHERWISE,
    REST,
    SAY_FIRST,
    SERVICE,
    SERVICES,
    SETTINGS,
    SURVEY,
    VARIABLE,
    WITHOUT,
    Row,
    Sheets,
    ours,
)

NOT_IN_SETTINGS = frozenset(
    {"id", "version", "title", "status", "rules", "family_member", "audience_words", "talk_to_me"}
    | {"short_route", "repeat", "questions", "scores"}
)


@dataclass(frozen=True, slots=True)
class Exported:
    """An XLSForm's rows by sheet, and a sentence for each thing that they do not carry."""

    sheets: Sheets
    not_carried: tuple[str, ...]


def to_xlsform(
    survey: Survey,
    audience: str | None = None,
    *,
    shared: Shared | None = None,
    translations: Sequence[Translation] = (),
) -> Exported:
    """A survey as rows that pyxform reads, and that `from_xlsform` makes the same survey of again.

    Parameters
    ----------
    audience
        Whose words to take, and whose questions; everybody's unless told.
    translations
        Of this survey: each has its own columns beside the English ones.

    Raises
    ------
    UnknownAudience
        The survey is not for that audience.

    References
    ----------
    .. [1] XLSForm, https://xlsform.org/en/ref-table/
    """
    shared = shared or load_shared()
    met = survey_as_met(survey, audience, shared)
    names = _names(met, shared)

    def to_sheets(said: Survey) -> Sheets:
        return {
            SURVEY: tuple(_without_again(said, _survey_rows(asked_once(said), names))),
            CHOICES: tuple(choice_rows(asked_order(said), dict(names.lists))),
            SETTINGS: (_settings_row(said, shared),),
        }

    sheets = in_languages(met, translations, to_sheets)
    spoken = [language_name(one.language) for one in translations]
    return Exported(sheets, not_carried(met, shared, never_asked(survey, audience, shared), spoken))


def _without_again(survey: Survey, rows: Iterable[Row]) -> Iterator[Row]:
    """Whether there is another child is asked of nobody, where the form asks about one."""
    again = survey.repeat.again if survey.repeat else ""
    for row in rows:
        is_again = again and row.get("name") == again
        yield {**row, "relevant": "false()", ours("part"): AGAIN} if is_again else row


def _names(survey: Survey, shared: Shared) -> Names:
    taken = {question.id for question in survey.questions}
    words = [line for question in survey.questions for line in (question.words, question.hint, question.say_first)]
    variables = {name: _free(name, taken) for line in (*survey.rules.say_first, *words) for name in variables_in(line)}
    wanted = [fact for question in survey.questions for fact in facts_in(question.show_if)]
    facts = {fact: _free(fact, taken) for fact in wanted if setter_of(fact, survey) is None}
    meanings = {meaning.words: name for name, meaning in shared.wordings.meanings.items()}
    return Names(list_names(asked_order(survey)), variables, facts, meanings)


def _free(name: str, taken: set[str]) -> str:
    """The name, made longer until no question has it."""
    while name in taken:
        name += "_"
    return name


def _survey_rows(survey: Survey, names: Names) -> Iterator[Row]:
    for part, named in ((VARIABLE, names.variables), (FACT, names.facts)):
        for key, name in named.items():
            value = f"[{key}]" if part == VARIABLE else "no"
            yield {"type": "hidden", "name": name, "default": value, ours("part"): part, ours("question"): key}
    for number, line in enumerate(survey.rules.say_first, 1):
        yield note_row(f"{SAY_FIRST}_{number}", line, SAY_FIRST, names)
    yield from _asked_rows(survey, names)


def _asked_rows(survey: Survey, names: Names) -> Iterator[Row]:
    repeat, route = survey.repeat, survey.short_route
    asked = [question for question in asked_order(survey) if not repeat or question.id not in repeat.questions]
    ids = [question.id for question in survey.questions]
    last_before = ids[min(ids.index(id) for id in repeat.questions) - 1] if repeat else ""
    for question in asked:
        yield from _placed(question, survey, names)
        if repeat and question.id == last_before:
            yield from _repeat_rows(survey, repeat, names)
        if route and question.id == route.then:
            relevant = any_chosen(question, [route.carry_on_if])
            note = {ours("note"): route.note} if route.note else {}
            yield {"type": "begin_group", "name": REST, "relevant": relevant, ours("part"): REST, **note}
    if route:
        yield {"type": "end_group"}


def _placed(question: Question, survey: Survey, names: Names) -> Iterator[Row]:
    """The rows of a question; its place as written too, where a short route asks in another order."""
    *before, row = question_rows(question, survey, names)
    place = {ours("place"): str(survey.questions.index(question) + 1)} if survey.short_route else {}
    yield from (*before, {**row, **place})


def _repeat_rows(survey: Survey, repeat: Repeat, names: Names) -> Iterator[Row]:
    chooses = survey.question(repeat.question)
    services = [service.model_dump(mode="json", exclude_defaults=True) for service in repeat.services]
    yield {
        "type": "begin_repeat",
        "name": SERVICES,
        "label": chooses.words,
        "repeat_count": str(len(services)),
        ours("part"): SERVICES,
        ours("question"): repeat.question,
        ours("questions"): " ".join(repeat.questions),
        ours("services"): json.dumps(services, ensure_ascii=False),
    }
    for name, words in (
        (SERVICE, [service.option for service in repeat.services]),
        (f"{SERVICE}_name", [service.name for service in repeat.services]),
    ):
        yield {"type": "calculate", "name": name, "calculation": by_position(words), ours("part"): SERVICE}
    yield {
        "type": "begin_group",
        "name": ONE_SERVICE,
        "label": f"${{{SERVICE}_name}}",
        "relevant": f"selected(${{{chooses.id}}}, ${{{SERVICE}}})",
        ours("part"): ONE_SERVICE,
    }
    for question in survey.questions:
        if question.id in repeat.questions:
            yield from question_rows(question, survey, names)
    yield from ({"type": "end_group"}, {"type": "end_repeat"})
    for number, way in enumerate(repeat.without_service, 1):
        relevant = without_service(repeat, chooses, way.option)
        about = {"name": f"{WITHOUT}_{number}", "relevant": relevant, ours("part"): WITHOUT, ours("option"): way.option}
        yield from _copies(survey, way.questions, f"_{WITHOUT}_{number}", about, names)
    if repeat.otherwise:
        about = {"name": OTHERWISE, "relevant": otherwise(repeat, chooses), ours("part"): OTHERWISE}
        yield from _copies(survey, repeat.otherwise, f"_{OTHERWISE}", about, names)


def _copies(survey: Survey, ids: tuple[str, ...], copy: str, about: Row, names: Names) -> Iterator[Row]:
    """Questions that are asked once of somebody who named no service."""
    yield {"type": "begin_group", **about}
    for id in ids:
        question = survey.question(id)
        for row in question_rows(question, survey, names, copy=copy):
            yield {**row, "relevant": "false()"} if _is_known_inside(question, survey) else row
    yield {"type": "end_group"}


def _is_known_inside(question: Question, survey: Survey) -> bool:
    """Whether its condition is known of one service only, so that nobody outside is asked it."""
    repeated = survey.repeat.questions if survey.repeat else ()
    setters = [setter_of(fact, survey) for fact in facts_in(question.show_if)]
    return any(setter is not None and setter.id in repeated for setter in setters)


def _settings_row(survey: Survey, shared: Shared) -> Row:
    row = {"form_title": survey.title, "form_id": survey.id, "version": str(survey.version)}
    row[ours("status")] = survey.status
    row |= {ours(key): cell for key, cell in cells_of(survey, but=NOT_IN_SETTINGS)}
    if _reads_as_a_child(survey, shared):
        row[ours("wording")] = "child"
    if survey.repeat and by_child(survey):
        row[ours("repeat")] = json.dumps(
            survey.repeat.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False
        )
    return row | {ours(f"rule_{key}"): cell for key, cell in cells_of(survey.rules, but=frozenset({"say_first"}))}


def _reads_as_a_child(survey: Survey, shared: Shared) -> bool:
    """Whether somebody older reads the words that stand in every survey as children do."""
    older = [words for words in survey.audience_words if not shared.wordings.audiences[words.audience].wording]
    return any(words.start == shared.wordings.start_child for words in older)
