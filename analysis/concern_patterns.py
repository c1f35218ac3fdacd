"""One way to say something, compiled so that it can be searched for quickly. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.errors import AnalysisError

Level = Literal["red", "amber", "review"]
LEVELS: tuple[Level, ...] = ("red", "amber", "review")

_GAPS = {"..": 3, "...": 6, "//": 10}  # words that may stand between; "//" may cross the end of a sentence


class ConcernRulesWrong(AnalysisError):
    """The file of concern rules cannot be used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a group of patterns means. `past` is its level where the words say that it is over; `unless` and
    `or_review` are letters of groups."""

    category: str
    level: Level
    past: Level
    unless: str
    or_review: str
    even_if_not: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say it: the letters of its first part, of each other part that must be there, and of all its parts."""

    rule: Rule
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    finds: re.Pattern[str]
    letters: frozenset[str]


def compile_pattern(place: int, says: str, rule: Rule, letters: Mapping[str, str]) -> Pattern:
    """Compile one pattern over a comment in which each word is the letters of its groups, then a space.

    Parts: `<group>`, `word` or `two_words`, `a|b`, `part?` (may be missing), `!part` (must not come next), `..` (up to
    3 words between), `...` (up to 6), `//` (up to 10, across sentences).
    """
    parts = says.split()
    if not parts or not _stands(parts[0]) or parts[-1] in _GAPS or parts[-1][-1] == "?":
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: {says!r} must start with a word and not end in a gap")
    if any(gap in _GAPS and (after in _GAPS or after[0] == "!") for gap, after in pairwise(parts)):
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: in {says!r} write a word after the gap")
    chosen = [_choices(place, part, letters) for part in parts]
    return Pattern(
        rule=rule,
        starts=frozenset(chosen[0]),
        needs=tuple(frozenset(choice) for part, choice in zip(parts[1:], chosen[1:], strict=True) if _stands(part)),
        finds=re.compile(_regex(parts, chosen)),
        letters=frozenset("".join(chosen)),
    )


def _stands(part: str) -> bool:
    """Say whether a part of a pattern must be there."""
    return part not in _GAPS and part[0] != "!" and part[-1] != "?"


def _regex(parts: Sequence[str], chosen: Sequence[str]) -> str:
    """Write the pattern as a regular expression. A phrase has its letter on each of its words, so a part is a run."""
    regex, inside = "", False  # inside a word, or at the start of the next
    for part, choice, after in zip(parts, chosen, [*parts[1:], ""], strict=True):
        next_word = (r"[^ ]* " if part == "//" else r"[^ .]* ") if inside else ""
        word = rf"[^ .]*[{choice}]" if regex else f"[{choice}]"
        if part in _GAPS:
            regex += next_word + rf"(?:[^ {'' if part == '//' else '.'}]* ){{0,{_GAPS[part]}}}?"
        elif part[0] == "!":
            regex += rf"(?!{next_word}[^ ]*[{choice}])"
            continue
        elif part[-1] == "?":
            regex += next_word + rf"(?:{word}[^ .]* ){{0,3}}"
        else:
            whole = "+" if after.startswith("!") else ""  # what must not follow must not follow the whole phrase
            regex += next_word + rf"{word}(?:[^ .]* [^ .]*[{choice}]){{0,3}}{whole}"
        inside = _stands(part)
    return regex


def letters_of(place: int, names: str, letters: Mapping[str, str]) -> str:
    """Give the letters of groups named as "story, game"."""
    return "".join(_letter(place, f"<{name.strip()}>", letters) for name in names.split(",") if name.strip())


def _letter(place: int, name: str, letters: Mapping[str, str]) -> str:
    if name not in letters:
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: there is no group {name}")
    return letters[name]


def _choices(place: int, part: str, letters: Mapping[str, str]) -> str:
    return "" if part in _GAPS else "".join(_letter(place, choice, letters) for choice in part.strip("!?").split("|"))


def is_gap(part: str) -> bool:
    return part in _GAPS
