"""Which words the concern rules know, and how a wrong spelling is read as right. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from analysis.errors import AnalysisError


class ConcernSpellingWrong(AnalysisError):
    """The spelling table of the concern rules cannot be used."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Which words the rules know, and which wrong spellings of them to read as right."""

    known: Container[str]
    variants: Mapping[str, str]
    corrected: Callable[[str], str | None]


def make_spelling(written: Mapping[str, Any], known: frozenset[str]) -> Spelling:
    """Build it from the table `spelling` of the rules file and all the words that the rules know.

    Raises
    ------
    ConcernSpellingWrong
        If a word to be read in spite of a slip is one that no rule knows.
    """
    variants = {wrong: right for right, wrongs in written.get("variants", {}).items() for wrong in wrongs.split()}
    correct = frozenset(written.get("correct", "").split())
    fixable = frozenset(written.get("fix", "").split())
    if unknown := fixable - known:
        raise ConcernSpellingWrong(f"concerns.toml, spelling: no rule knows {', '.join(sorted(unknown))}")
    shapes: dict[str, str] = {}
    for word in sorted(fixable):
        for shape in _one_less(word):
            shapes.setdefault(shape, word)
    longest = max(map(len, fixable), default=0) + 1  # a longer word is no slip, and its shapes are many
    starred = sorted(word for word in known if len(word) > 3)

    def corrected(word: str) -> str | None:
        if "*" in word:
            return _unstarred(word, starred)
        if not 5 <= len(word) <= longest or word in correct:
            return None
        near = (shapes[shape] for shape in _one_less(word) if shape in shapes and shapes[shape][0] == word[0])
        return next((right for right in near if len(word) > 5 or len(right) > len(word)), None)

    return Spelling(known, MappingProxyType(variants), corrected)


def _one_less(word: str) -> Iterator[str]:
    """Give a word and all that one missing letter makes of it: two that share one are a slip of the finger apart."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _unstarred(word: str, known: Iterable[str]) -> str | None:
    if not word[0].isalpha() or word.count("*") > len(word) / 2:
        return None
    shape = re.compile("".join("[a-z]{1,2}" if mark == "*" else re.escape(mark) for mark in word))
    return next((one for one in known if shape.fullmatch(one)), None)
