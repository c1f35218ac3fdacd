"""When a question is asked: facts joined by `and`, `or` and `not`, taken apart and never run."""

from __future__ import annotations

import re

JOINING = frozenset({"and", "or", "not"})
PATTERN = r"^((not )?[a-z][a-z0-9_]*( (and|or) (not )?[a-z][a-z0-9_]*)*)?$"

Alternatives = tuple[dict[str, bool], ...]
"""What must be known, any one of these: `a and not b or c` is `({"a": True, "b": False}, {"c": True})`."""


def alternatives(show_if: str) -> Alternatives:
    """The ways in which a condition holds; none for a question that has no condition.

    `and` binds closer than `or`, and there are no brackets: whoever needs them writes the alternatives out.
    """
    if not show_if:
        return ()
    return tuple(dict(_wanted(part) for part in way.split(" and ")) for way in show_if.split(" or "))


def facts_in(show_if: str) -> tuple[str, ...]:
    """The facts that a condition needs, each once, in order."""
    return tuple(dict.fromkeys(fact for way in alternatives(show_if) for fact in way))


def condition_problems(show_if: str) -> list[str]:
    """What makes a condition one that nobody can mean."""
    problems = [f"`{word}` is not the name of a fact: name one on each side of it" for word in _misplaced(show_if)]
    for way in show_if.split(" or "):
        parts = way.split(" and ")
        for fact in sorted(part for part in parts if f"not {part}" in parts):
            problems.append(f"`{fact}` cannot be both true and false: take one away")
    return problems


def _wanted(part: str) -> tuple[str, bool]:
    return part.removeprefix("not "), not part.startswith("not ")


def _misplaced(show_if: str) -> list[str]:
    """Joining words that stand where a fact should."""
    parts = [part.removeprefix("not ") for part in re.split(" and | or ", show_if)]
    return [part for part in parts if part in JOINING]
