"""Putting an area's own words in the place of {variables}, by plain replacement and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from surveys.errors import MissingValue

VARIABLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def variables_in(words: str) -> tuple[str, ...]:
    """The names of the variables in some words, each once, in order."""
    return tuple(dict.fromkeys(VARIABLE.findall(words)))


def pipe(words: str, values: Mapping[str, str]) -> str:
    """The words with each {variable} replaced by its value. A value is never read for variables again.

    Raises
    ------
    MissingValue
        A variable has no value, or an empty one: a reader never meets a bracket or a gap.
    """

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if not values.get(name):
            raise MissingValue(f"the words need `{name}`, which has no value: give one, or use other words")
        return values[name]

    return VARIABLE.sub(value, words)
