"""The lists of words that the rules for names read, from `lexicons/redaction.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files

from stop_words import get_stop_words

from analysis.errors import AnalysisError


class NameListMissing(AnalysisError):
    """A list of words is not in the file."""


@dataclass(frozen=True, slots=True)
class NameLists:
    """Sets of words in small letters; the file says what each is for."""

    first_names: frozenset[str]
    short_names: frozenset[str]
    names_also_words: frozenset[str]
    names_that_open_sentences: frozenset[str]
    names_that_tell_time: frozenset[str]
    surnames: frozenset[str]
    surnames_also_words: frozenset[str]
    names_of_buildings: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    titles_also_words: frozenset[str]
    not_names: frozenset[str]
    short_words: frozenset[str]
    famous: frozenset[str]
    school_nouns: frozenset[str]
    school_kinds: frozenset[str]
    places_also_words: frozenset[str]

    def is_ordinary(self, word: str) -> bool:
        return word in self.not_names or word in self.short_words or word in _STOP_WORDS


def load_name_lists() -> NameLists:
    """Read the file; a list that is missing is an error that names it."""
    text = files("analysis").joinpath("lexicons", "redaction.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    missing = [field.name for field in fields(NameLists) if not isinstance(lists.get(field.name), str)]
    if missing:
        raise NameListMissing(f"lexicons/redaction.toml: add {', '.join(missing)}, words parted by white space")
    return NameLists(**{field.name: frozenset(lists[field.name].split()) for field in fields(NameLists)})


# without its country codes: "jo" and "al" are names
_STOP_WORDS = frozenset(word for word in get_stop_words("en") if len(word) > 2)
