"""What `relevant` asks for, made into a fact that one question sets and another is shown by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveys.xlsform.expressions import AllOf, AnyOf, Chosen, Expression, Not, TooMuch, holds, questions_in, values_in

LONGEST_FACT = 40  # characters


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that others may depend on: its choices, which of them are no answer, whether several may be chosen.

    `true` and `false` are the choices that decide its fact, where the sheet says so.
    """

    id: str
    options: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()
    several: bool = False
    fact: str = ""
    true: frozenset[str] = frozenset()
    false: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of `any` was chosen, and none of `none`; `also_unanswered` when that would hold for no answer as well."""

    question: str
    any: frozenset[str]
    none: frozenset[str] = frozenset()
    also_unanswered: bool = False


def wanted(
    expressions: Sequence[Expression], asked: Mapping[str, Asked], before: Mapping[str, Wanted | None]
) -> Wanted | None:
    """The one condition that some expressions together make; None when they always hold.

    Parameters
    ----------
    expressions
        All of them must hold.
    asked
        The questions that can be depended on, by their names in the sheet.
    before
        The condition of each question that came earlier. What is implied by one of them need not be said again.

    Raises
    ------
    TooMuch
        They cannot be said as one fact of one question.
    """
    by_question: dict[str, list[Expression]] = {}
    for expression in expressions:
        names = questions_in(expression)
        if len(names) > 1:
            raise _two(sorted(names))
        if not names and not holds(expression, ()):
            raise TooMuch("is never true: take the row away")
        for name in names:
            by_question.setdefault(name, []).append(expression)
    found = {name: _of_one(AllOf(tuple(parts)), name, asked) for name, parts in by_question.items()}
    needed = {name: want for name, want in found.items() if want is not None}
    implied = {name for name, want in needed.items() if any(before.get(other) == want for other in needed)}
    left = [want for name, want in needed.items() if name not in implied]
    if len(left) > 1:
        raise _two(sorted(want.question for want in left))
    return left[0] if left else None


def _two(names: Sequence[str]) -> TooMuch:
    listed = ", ".join(f"`{name}`" for name in names)
    return TooMuch(f"asks about {listed} at once: Heard can show a question by the answer to one: choose one")


def _of_one(expression: Expression, name: str, asked: Mapping[str, Asked]) -> Wanted | None:
    question = asked.get(name)
    if question is None:
        raise TooMuch(f"names `{name}`, which is no question that stands above it: correct the name, or move it up")
    if not question.options:
        raise TooMuch(f"names `{name}`, which is not answered by a choice: depend on a question with choices")
    for value in sorted(values_in(expression)):
        if value not in question.options:
            raise TooMuch(f"names `{value}`, which is no choice of `{name}`: correct it")
    want = _of_several(expression, question) if question.several else _of_single(expression, question)
    if want and (no_answer := sorted(want.any & question.missing)):
        raise TooMuch(f"holds after `{no_answer[0]}`, which is no answer to `{name}`: name the answers that are meant")
    return want


def _of_single(expression: Expression, question: Asked) -> Wanted | None:
    after = frozenset(option for option in question.options if holds(expression, (option,)))
    if not after:
        raise TooMuch(f"holds after no choice of `{question.id}`: correct it, or take the row away")
    unanswered = holds(expression, ())
    if unanswered and len(after) == len(question.options):
        return None
    return Wanted(question.id, after, also_unanswered=unanswered)


def _of_several(expression: Expression, question: Asked) -> Wanted:
    if chosen := _any_of(expression):
        return Wanted(question.id, chosen)
    parts = expression.parts if isinstance(expression, AllOf) else (expression,)
    positive = [found for part in parts if (found := _any_of(part))]
    negative = [_none_of(part) for part in parts if not _any_of(part)]
    none = frozenset(value for found in negative if found for value in found)
    if not all(negative) or len(positive) > 1:
        raise TooMuch(f"mixes choices of `{question.id}` in a way that Heard cannot keep: ask for one of some choices")
    if positive:
        return Wanted(question.id, positive[0], none)
    rest = frozenset(question.options) - none - question.missing
    return Wanted(question.id, rest, none, also_unanswered=True)


def _any_of(expression: Expression) -> frozenset[str]:
    """The choices, when the expression says that one of them was chosen; otherwise nothing."""
    if isinstance(expression, Chosen):
        return frozenset({expression.value})
    if isinstance(expression, AllOf) and len(expression.parts) == 1:
        return _any_of(expression.parts[0])
    if isinstance(expression, AnyOf):
        parts = [_any_of(part) for part in expression.parts]
        return frozenset().union(*parts) if all(parts) else frozenset()
    return frozenset()


def _none_of(expression: Expression) -> frozenset[str]:
    """The choices, when the expression says that none of them was chosen; otherwise nothing."""
    if isinstance(expression, Not):
        return _any_of(expression.part)
    if isinstance(expression, AllOf):
        parts = [_none_of(part) for part in expression.parts]
        return frozenset().union(*parts) if all(parts) else frozenset()
    return frozenset()


def with_wish(question: Asked, want: Wanted) -> tuple[Asked, str]:
    """The question with its fact decided as a condition needs it, and the `show_if` that says so.

    Raises
    ------
    TooMuch
        Its answers decide something else already.
    """
    fact = question.fact or _fact(question, want)
    for meant, words in ((True, fact), (False, f"not {fact}")):
        decided = _decided(question, want, meant=meant)
        if decided is not None:
            true, false = decided
            return Asked(question.id, question.options, question.missing, question.several, fact, true, false), words
    raise TooMuch(
        f"needs `{question.id}` to decide a second thing, and its answers decide `{fact}` already: "
        f"Heard keeps one fact of each question, true after some answers and false after others"
    )


def _decided(question: Asked, want: Wanted, *, meant: bool) -> tuple[frozenset[str], frozenset[str]] | None:
    """The choices that make its fact true, and false, or None where the condition does not fit."""
    true, false = question.true, question.false
    if want.none:
        if meant:
            return None
        fits = true in (frozenset(), want.none) and false in (frozenset(), want.any) and not want.any & want.none
        return (want.none, want.any) if fits else None
    if meant:
        fits = true == want.any or (not true and not want.any & false)
        return (want.any, false) if fits else None
    if question.several or not true:
        return None
    fits = false == want.any or (not false and not want.any & true)
    return (true, want.any) if fits else None


def _fact(question: Asked, want: Wanted) -> str:
    chosen = "_or_".join(option for option in question.options if option in (want.none or want.any))
    id = re.sub(r"[^a-z0-9]+", "_", question.id.lower()).strip("_")
    id = id if id[:1].isalpha() else f"q_{id}"
    name = f"{id}_is_{re.sub(r'[^a-z0-9]+', '_', chosen.lower()).strip('_')}"
    return name if len(name) <= LONGEST_FACT else f"{id}_answer"
