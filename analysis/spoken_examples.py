"""What is known of each standard before anybody labels a comment: its own words, and how people might speak of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from analysis.documents import TEXT, TEXTS, field_problems, tables
from analysis.errors import AnalysisError
from analysis.strategy import Standard

_STANDARD: Final[Mapping[str, str]] = {"id": TEXT, "says": TEXTS}
_ELSEWHERE: Final = "elsewhere.toml"


class MalformedExamples(AnalysisError):
    """The message has one line for each thing to change."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence, and the place of the standard that it speaks to: None where it speaks to none of them.

    `may_be_shown` is False for words that are only matched, and for the standard's own: likeness to a promise is no
    reason beside the promise itself.
    """

    words: str
    standard: int | None
    may_be_shown: bool = True


@dataclass(frozen=True, slots=True)
class SpokenExamples:
    """Sentences by the standard's id that our own hand wrote in families' voice, and some that speak to nothing."""

    by_standard: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]

    def of_set(self, standards: Sequence[Standard]) -> tuple[Example, ...]:
        """The examples of one set's standards: their own words, sentences, and where nobody wrote any, keywords."""
        known = [
            Example(words, place, may_be_shown=words not in (*_own(standard), *standard.match_only_words))
            for place, standard in enumerate(standards)
            for words in dict.fromkeys(self._of(standard))
            if words.strip()
        ]
        return (*known, *(Example(words, None) for words in self.elsewhere))

    def _of(self, standard: Standard) -> tuple[str, ...]:
        own = _own(standard)
        written = self.by_standard.get(standard.id) or self.by_standard.get(standard.modelled_on)
        if written:
            return (*own, *written)
        # one word says little by itself; all of them together say what the standard is about
        return (*own, *standard.keywords, *standard.match_only_words, ", ".join(standard.keywords))


def _own(standard: Standard) -> tuple[str, ...]:
    return (standard.name, standard.description, f"{standard.name}. {standard.description}", standard.easy_read)


def load_spoken_examples() -> SpokenExamples:
    """Read `lexicons/spoken/*.toml`."""
    folder = files("analysis").joinpath("lexicons", "spoken")
    named = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    by_standard: dict[str, tuple[str, ...]] = {}
    for file in named:
        if file.name != _ELSEWHERE:
            by_standard.update(parse_examples(file.read_text(encoding="utf-8"), source=file.name))
    elsewhere = tomllib.loads(folder.joinpath(_ELSEWHERE).read_text(encoding="utf-8"))
    return SpokenExamples(by_standard, tuple(elsewhere["says"]))


def parse_examples(text: str, *, source: str) -> dict[str, tuple[str, ...]]:
    """Read sentences by the standard's id from TOML text.

    Raises
    ------
    MalformedExamples
        With every problem found, each with its place and what to change.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise MalformedExamples(f"{source}: this is not TOML: {problem}") from None
    listed = tables(document, "standards")
    problems = [] if listed else [f"{source}: write at least one [[standards]]"]
    for one in listed:
        problems += field_problems(one, f"{source}, {one.get('id', 'a standard')}", _STANDARD, needs=("id", "says"))
    if problems:
        raise MalformedExamples("\n".join(problems))
    return {one["id"]: tuple(one["says"]) for one in listed}
