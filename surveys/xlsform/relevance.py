"""When a question is asked, said as XLSForm's `relevant`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from surveys.conditions import alternatives
from surveys.kinds import SEVERAL_KINDS, SHARING_KINDS
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
    ways = [
        [_known(fact, survey, wave_facts, is_meant=is_meant) for fact, is_meant in way.items()]
        for way in alternatives(question.show_if)
    ]
    if len(ways) == 1 and len(ways[0]) == 1:
        return ways[0][0]
    return " or ".join(f"({' and '.join(f'({one})' for one in way)})" for way in ways)


def _known(fact: str, survey: Survey, wave_facts: Mapping[str, str], *, is_meant: bool) -> str:
    """The expression for one fact known to be so."""
    setter = setter_of(fact, survey)
    if setter is None:
        return f"${{{wave_facts[fact]}}} = '{YES if is_meant else NO}'"
    if (setter.sets_true_min, setter.sets_true_max) != (None, None):
        return _in_range(setter, is_meant=is_meant)
    if is_meant:
        return any_chosen(setter, setter.sets_true)
    if setter.kind not in SEVERAL_KINDS | SHARING_KINDS:
        return any_chosen(setter, setter.sets_false)
    return f"({any_chosen(setter, setter.sets_false)}) and not({any_chosen(setter, setter.sets_true)})"


def setter_of(fact: str, survey: Survey) -> Question | None:
    """The question whose answer decides a fact, if one does."""
    return next((question for question in survey.questions if question.sets == fact), None)


def can_be_known(question: Question, survey: Survey, wave_facts: Iterable[str]) -> bool:
    """Whether any answer at all leads to a question."""
    ways = alternatives(question.show_if)
    return not ways or any(
        all(_can_be(fact, survey, wave_facts, wanted=wanted) for fact, wanted in way.items()) for way in ways
    )


def _can_be(fact: str, survey: Survey, wave_facts: Iterable[str], *, wanted: bool) -> bool:
    setter = setter_of(fact, survey)
    if setter is None:
        return fact in wave_facts
    has_range = (setter.sets_true_min, setter.sets_true_max) != (None, None)
    return has_range or bool(setter.sets_true if wanted else setter.sets_false)


def _in_range(setter: Question, *, is_meant: bool) -> str:
    """A number was given, and it stands within the range, or outside where that is meant."""
    name = f"${{{setter.id}}}"
    ends = [
        f"{name} {sign} {end:g}"
        for sign, end in ((">=", setter.sets_true_min), ("<=", setter.sets_true_max))
        if end is not None
    ]
    no_answer = [f"{name} != '{option.id}'" for option in setter.options if option.missing]
    inside = " and ".join(ends)
    return " and ".join([f"{name} != ''", *no_answer, inside if is_meant else f"not({inside})"])


def any_chosen(question: Question, options: Iterable[str]) -> str:
    """One of these options was chosen."""
    several = question.kind in SEVERAL_KINDS | SHARING_KINDS
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
