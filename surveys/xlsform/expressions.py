"""The few expressions of `relevant` that Heard understands, read into values. Nothing is ever evaluated by XPath."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from surveys.errors import SurveyError

LONGEST = 10_000  # characters
DEEPEST = 50  # brackets within brackets
TOKEN = re.compile(
    r"""\s*(?:(?P<question>\$\{\s*[^{}\s]+\s*\})|(?P<value>'[^']*'|"[^"]*"|\d+(?:\.\d+)?)"""
    r"""|(?P<sign>!=|=|[(),])|(?P<word>[A-Za-z][A-Za-z-]*))"""
)
KNOWN = "`${q} = 'x'`, `${q} != 'x'`, `selected(${q}, 'x')`, `and`, `or`, `not( )` and brackets"


class TooMuch(SurveyError):
    """An expression that Heard does not understand; the message goes on after the name of the cell."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """This choice was chosen at this question."""

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts holds; nothing does when there are none."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; always when there are none."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expression


Expression = Chosen | AnyOf | AllOf | Not


def parse(words: str) -> Expression:
    """The expression that a cell holds.

    Raises
    ------
    TooMuch
        It is none of the forms that Heard can carry.
    """
    if len(words) > LONGEST:
        raise TooMuch(f"has more than {LONGEST} characters: ask with fewer conditions")
    tokens = _tokens(words)
    expression, rest = _either(tokens, 0)
    if rest:
        raise TooMuch(f"is not understood from `{rest[0]}` on: Heard can carry {KNOWN} only")
    return expression


def terms(expression: Expression) -> tuple[Expression, ...]:
    """The parts that must all hold."""
    if isinstance(expression, AllOf):
        return tuple(term for part in expression.parts for term in terms(part))
    return (expression,)


def questions_in(expression: Expression) -> frozenset[str]:
    """The questions it asks about."""
    if isinstance(expression, Chosen):
        return frozenset({expression.question})
    parts = (expression.part,) if isinstance(expression, Not) else expression.parts
    return frozenset(question for part in parts for question in questions_in(part))


def values_in(expression: Expression) -> frozenset[str]:
    """The choices it names."""
    if isinstance(expression, Chosen):
        return frozenset({expression.value})
    parts = (expression.part,) if isinstance(expression, Not) else expression.parts
    return frozenset(value for part in parts for value in values_in(part))


def holds(expression: Expression, chosen: Collection[str]) -> bool:
    """Whether an expression about one question holds after these choices."""
    if isinstance(expression, Chosen):
        return expression.value in chosen
    if isinstance(expression, Not):
        return not holds(expression.part, chosen)
    parts = (holds(part, chosen) for part in expression.parts)
    return any(parts) if isinstance(expression, AnyOf) else all(parts)


def _tokens(words: str) -> list[str]:
    found, place, words = [], 0, words.rstrip()
    while place < len(words):
        match = TOKEN.match(words, place)
        if match is None:
            raise TooMuch(f"is not understood from `{words[place : place + 20].strip()}` on: Heard can carry {KNOWN}")
        found.append(match.group().strip())
        place = match.end()
    return found


def _either(tokens: list[str], depth: int) -> tuple[Expression, list[str]]:
    part, rest = _both(tokens, depth)
    parts = [part]
    while rest[:1] == ["or"]:
        part, rest = _both(rest[1:], depth)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else AnyOf(tuple(parts))), rest


def _both(tokens: list[str], depth: int) -> tuple[Expression, list[str]]:
    part, rest = _one(tokens, depth)
    parts = [part]
    while rest[:1] == ["and"]:
        part, rest = _one(rest[1:], depth)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else AllOf(tuple(parts))), rest


def _one(tokens: list[str], depth: int) -> tuple[Expression, list[str]]:
    if depth > DEEPEST:
        raise TooMuch(f"has more than {DEEPEST} brackets within brackets: write it flat")
    if tokens[:1] == ["("]:
        part, rest = _either(tokens[1:], depth + 1)
        return part, _after(")", rest)
    if tokens[:2] == ["not", "("]:
        part, rest = _either(tokens[2:], depth + 1)
        return Not(part), _after(")", rest)
    if tokens[:3] in (["true", "(", ")"], ["false", "(", ")"]):
        return (AllOf(()) if tokens[0] == "true" else AnyOf(())), tokens[3:]
    if tokens[:2] == ["selected", "("]:
        question, rest = _question(tokens[2:])
        value, rest = _value(_after(",", rest))
        return Chosen(question, value), _after(")", rest)
    return _compared(tokens)


def _compared(tokens: list[str]) -> tuple[Expression, list[str]]:
    if tokens[:1] and tokens[0].startswith("${"):
        question, rest = _question(tokens)
        sign, rest = _sign(rest)
        value, rest = _value(rest)
    else:
        value, rest = _value(tokens)
        sign, rest = _sign(rest)
        question, rest = _question(rest)
    return (Chosen(question, value) if sign == "=" else Not(Chosen(question, value))), rest


def _question(tokens: list[str]) -> tuple[str, list[str]]:
    if not tokens or not tokens[0].startswith("${"):
        raise _not_understood(tokens)
    return tokens[0][2:-1].strip(), tokens[1:]


def _value(tokens: list[str]) -> tuple[str, list[str]]:
    if not tokens or not (tokens[0][0] in "'\"" or tokens[0][0].isdigit()):
        raise _not_understood(tokens)
    return (tokens[0][1:-1] if tokens[0][0] in "'\"" else tokens[0]), tokens[1:]


def _sign(tokens: list[str]) -> tuple[str, list[str]]:
    if tokens[:1] not in (["="], ["!="]):
        raise _not_understood(tokens)
    return tokens[0], tokens[1:]


def _after(sign: str, tokens: list[str]) -> list[str]:
    if tokens[:1] != [sign]:
        raise _not_understood(tokens)
    return tokens[1:]


def _not_understood(tokens: list[str]) -> TooMuch:
    where = f"from `{tokens[0]}` on" if tokens else "at its end"
    return TooMuch(f"is not understood {where}: Heard can carry {KNOWN} only")
