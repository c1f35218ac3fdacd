"""Finding phrases in what people wrote, whatever the ending or the spelling of their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from nltk.stem.snowball import SnowballStemmer

Name = TypeVar("Name", bound=Hashable)

NUMBER = "#"
EXACT = "="
_TOKEN = re.compile(r"\[[^\]]*\]|(?<=\d)\s*/\s*(?=\d)|[^\W_]+(?:['’&][^\W_]+)*")
_NUMBER_WORDS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"}
    | {"eighteen", "twenty", "thirty", "couple", "several"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, as it is compared ("dont", "mum" for "mam"), and its stem. `place` counts what was typed."""

    typed: str
    form: str
    stem: str
    place: int = 0

    @property
    def is_number(self) -> bool:
        return self.form.isdigit() or self.form in _NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class Match(Generic[Name]):
    """A cue that was found: `name` is whose it is, `typed` the words of the person, in words `start` to `end`."""

    name: Name
    typed: str
    start: int
    end: int

    def is_within(self, other: Match[Name]) -> bool:
        return other.start <= self.start and self.end <= other.end

    def is_part_of(self, other: Match[Name]) -> bool:
        return self.is_within(other) and self.end - self.start < other.end - other.start

    def overlaps(self, other: Match[Name]) -> bool:
        return self.start < other.end and other.start < self.end


class WordReader:
    """Reads text into words, remembering the stems it has met for as long as it lives.

    `spellings` gives the longer form of short ones and of ways of speaking ("ppl", "mam").
    """

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._spellings = {_bare(short): long for short, long in spellings.items()}
        self._snowball = SnowballStemmer("english")
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text; one that is typed short, as "slt", can be several."""
        typed = [match.group().strip() for match in _TOKEN.finditer(text)]
        return tuple(
            Word(one, form, stem, place) for place, one in enumerate(typed) for form, stem in self._forms_of(one)
        )

    def _forms_of(self, typed: str) -> tuple[tuple[str, str], ...]:
        known = self._known.get(typed)
        if known is None:
            known = self._known[typed] = tuple((form, str(self._snowball.stem(form))) for form in self._read(typed))
        return known

    def _read(self, typed: str) -> list[str]:
        if typed.startswith("["):  # what redaction put in the place of a name is no word of anybody
            return [typed]
        if typed == "/":
            return ["out", "of"]
        return self._spellings.get(_bare(typed), _bare(typed)).split()


class CueBook(Generic[Name]):
    """Many cues, each with a name, found together in one pass over the words.

    A cue is a phrase compared by stems: "#" stands for any number, and a word behind "=" is compared as written.
    """

    def __init__(self, cues: Iterable[tuple[Name, str]], reader: WordReader) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
        for name, phrase in cues:
            pattern = _pattern(phrase, reader)
            self._by_first[pattern[0]].append((pattern, name))

    def find(self, words: tuple[Word, ...]) -> list[Match[Name]]:
        """Every place where a cue stands, in order; cues may overlap."""
        keys = [_keys(word) for word in words]
        found = []
        for start, first in enumerate(keys):
            for key in first:
                for pattern, name in self._by_first.get(key, ()):
                    end = start + len(pattern)
                    if end <= len(keys) and all(part in keys[start + at] for at, part in enumerate(pattern)):
                        found.append(Match(name, _typed(words[start:end]), start, end))
        return found


def _pattern(phrase: str, reader: WordReader) -> tuple[str, ...]:
    pattern: list[str] = []
    for part in phrase.split():
        if part == NUMBER:
            pattern.append(NUMBER)
        else:
            words = reader.words(part.removeprefix(EXACT))
            pattern += [EXACT + word.form if part.startswith(EXACT) else word.stem for word in words]
    return tuple(pattern)


def _typed(words: tuple[Word, ...]) -> str:
    return " ".join({word.place: word.typed for word in words}.values())


def _keys(word: Word) -> tuple[str, ...]:
    keys = (word.stem, EXACT + word.form)
    return (*keys, NUMBER) if word.is_number else keys


def _bare(word: str) -> str:
    return word.casefold().replace("’", "").replace("'", "")
