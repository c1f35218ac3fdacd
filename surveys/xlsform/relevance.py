"""When a question is asked, said as XLSForm's `relevant`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from surveys.kinds import SEVERAL_KINDS
from surveys.model import Survey
from surveys.questions import Question
from surveys.routes import Repeat

YES, NO = "yes", "no"


def relevant_of(question: Question, survey: Survey, wave_facts: Mapping[str, str]) -> str:
    """The expression under which a question is asked; empty when it always is.

    Parameters
    ----------
    wave_facts
        The names of the rows that stand for facts which no answer decides.
    """
    if not question.show_if:
        return ""
    fact = question.show_if.removeprefix("not ")
    is_meant = fact == question.show_if
    setter = setter_of(fact, survey)
    if setter is None:
        return f"${{{wave_facts[fact]}}} = '{YES if is_meant else NO}'"
    if is_meant:
        return any_chosen(setter, setter.sets_true)
    if setter.kind not in SEVERAL_KINDS:
        return any_chosen(setter, setter.sets_false)
    return f"({any_chosen(setter, setter.sets_false)}) and not({any_chosen(setter, setter.sets_true)})"


def setter_of(fact: str, survey: Survey) -> Question | None:
    """The question whose answer decides a fact, if one does."""
    return next((question for question in survey.questions if question.sets == fact), None)


def can_be_known(question: Question, survey: Survey, wave_facts: Iterable[str]) -> bool:
    """Whether any answer at all leads to a question."""
    if not question.show_if:
        return True
    fact = question.show_if.removeprefix("not ")
    setter = setter_of(fact, survey)
    if setter is None:
        return fact in wave_facts
    return bool(setter.sets_true if fact == question.show_if else setter.sets_false)


def any_chosen(question: Question, options: Iterable[str]) -> str:
    """One of these options was chosen."""
    several = question.kind in SEVERAL_KINDS
    name = f"${{{question.id}}}"
    return " or ".join(f"selected({name}, '{id}')" if several else f"{name} = '{id}'" for id in options)


def without_service(repeat: Repeat, chooses: Question, option: str) -> str:
    """This option was chosen, and no service, nor an option that comes before it in the survey's list."""
    options = [route.option for route in repeat.without_service]
    earlier = options[: options.index(option)]
    return f"{any_chosen(chooses, [option])} and not({any_chosen(chooses, [*_services(repeat), *earlier])})"


def otherwise(repeat: Repeat, chooses: Question) -> str:
    """Nothing was chosen that leads anywhere."""
    options = [*_services(repeat), *(route.option for route in repeat.without_service)]
    return f"not({any_chosen(chooses, options)})"


def by_position(words: Iterable[str]) -> str:
    """The first of some words in the first repeat, the second in the second, and so on."""
    *early, last = [quoted(word) for word in words]
    expression = last
    for place, word in reversed(list(enumerate(early, 1))):
        expression = f"if(position(..) = {place}, {word}, {expression})"
    return expression


def quoted(words: str) -> str:
    """Words as XPath 1.0 has them, which knows no escape: the quotation mark that they do not hold."""
    if "'" not in words:
        return f"'{words}'"
    if '"' not in words:
        return f'"{words}"'
    parts = ', "\'", '.join(f"'{part}'" for part in words.split("'"))
    return f"concat({parts})"


def _services(repeat: Repeat) -> list[str]:
    return [service.option for service in repeat.services]
