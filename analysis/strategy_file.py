"""Reading a strategy from TOML or from a stored version's JSON; a malformed one is refused with its place."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any, Final

from analysis.errors import AnalysisError
from analysis.strategy_checks import problems_in
from analysis.strategy_model import Stage, Standard, StandardSet, Strategy

_FROM_ITS_SET: Final = ("name_by", "description_by", "easy_read_by", "polarity")


class MalformedStrategy(AnalysisError):
    """`problems` holds one sentence for each thing to change, the file's name first."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read_strategy(file: Traversable) -> Strategy:
    """Read one TOML file.

    Raises
    ------
    MalformedStrategy
        The file is not there, is not UTF-8, or does not hold a sound strategy.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise MalformedStrategy([f"{file.name}: byte {problem.start} is not UTF-8; save the file as UTF-8"]) from None
    except OSError as problem:
        raise MalformedStrategy([f"{file.name}: the file cannot be read ({problem.strerror})"]) from None
    return parse_strategy(text, source=file.name)


def parse_strategy(text: str, *, source: str) -> Strategy:
    """Read a strategy from TOML text; `source` is how messages name it.

    Raises
    ------
    MalformedStrategy
        With every problem found, each with its place and what to change.
    """
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:  # a number of thousands of figures, and brackets without end
        why = problem if isinstance(problem, tomllib.TOMLDecodeError) else "a number or its brackets are too long"
        raise MalformedStrategy([f"{source}: this is not TOML: {why}"]) from None
    return _from_document(document, source)


def strategy_from_json(text: str, *, source: str = "stored version") -> Strategy:
    """Read back what `Strategy.to_json` wrote.

    Raises
    ------
    MalformedStrategy
        With every problem found.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as problem:
        raise MalformedStrategy([f"{source}: this is not JSON: {problem}"]) from None
    if not isinstance(document, dict):
        raise MalformedStrategy([f"{source}: this is not a strategy; it must be one JSON object"])
    return _from_document(document, source)


def _from_document(document: Mapping[str, Any], source: str) -> Strategy:
    problems = [f"{source}, {problem}" for problem in problems_in(document)]
    if problems:
        raise MalformedStrategy(problems)
    plain = {name: value for name, value in document.items() if name not in {"cycle", "sets", "not_included"}}
    return Strategy(
        **plain,
        cycle=tuple(Stage(**stage) for stage in document.get("cycle", [])),
        not_included=tuple(document.get("not_included", [])),
        sets=tuple(_set(one_set, document) for one_set in document["sets"]),
    )


def _set(document: Mapping[str, Any], strategy: Mapping[str, Any]) -> StandardSet:
    plain = {name: value for name, value in document.items() if name not in {"standards", "not_included"}}
    return StandardSet(
        **plain,
        statuses=_statuses(strategy, document),
        not_included=tuple(document.get("not_included", [])),
        standards=tuple(_standard(standard, document, strategy) for standard in document["standards"]),
    )


def _standard(document: Mapping[str, Any], its_set: Mapping[str, Any], strategy: Mapping[str, Any]) -> Standard:
    """A standard has from its set what it does not say itself: who wrote it, its polarity, its kind."""
    from_set = {name: its_set[name] for name in _FROM_ITS_SET if name in its_set}
    words = {name: tuple(document.get(name, [])) for name in ("keywords", "about", "match_only_words")}
    return Standard(
        **(from_set | dict(document) | words | {"id": f"{strategy['area']}/{its_set['id']}/{document['id']}"}),
        kind=its_set["kind"],
        statuses=_statuses(strategy, its_set, document),
    )


def _statuses(*documents: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document["status"] for document in documents if document.get("status")))
