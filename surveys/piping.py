"""An area's own words, or what was chosen before, in the place of {variables}: plain replacement, nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from surveys.errors import MissingValue

VARIABLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
CHOSEN = re.compile(r"\{chosen:([a-z][a-z0-9_]*)\|([^{}|]+)\}")
EITHER = re.compile(f"{VARIABLE.pattern}|{CHOSEN.pattern}")


def variables_in(words: str) -> tuple[str, ...]:
    """The names of the variables in some words, each once, in order."""
    return tuple(dict.fromkeys(VARIABLE.findall(words)))


def chosen_in(words: str) -> tuple[str, ...]:
    """The questions whose chosen option is named in some words, each once, in order."""
    return tuple(dict.fromkeys(match.group(1) for match in CHOSEN.finditer(words)))


def pipe(words: str, values: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> str:
    """The words with each {variable} replaced by its value, and each {chosen:question|fallback} by what was chosen.

    What is put in is never read for variables again.

    Parameters
    ----------
    chosen
        The label of the option that was chosen, by question. Where there is none, the fallback stands.

    Raises
    ------
    MissingValue
        A variable has no value, or an empty one: a reader never meets a bracket or a gap.
    """

    def value(match: re.Match[str]) -> str:
        name, question, fallback = match.groups()
        if question:
            return (chosen or {}).get(question) or str(fallback)
        if not values.get(name):
            raise MissingValue(f"the words need `{name}`, which has no value: give one, or use other words")
        return values[name]

    return EITHER.sub(value, words)
