"""The field's short forms, and words that people use for one idea, from `lexicons/thesaurus.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from analysis.errors import AnalysisError


class ThesaurusBroken(AnalysisError):
    """The thesaurus file does not have the three parts that it must have."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Short forms to long ones, ideas to their words, and the words of praise or blame that fit anything."""

    short_forms: Mapping[str, str]
    ideas: Mapping[str, tuple[str, ...]]
    evaluation: frozenset[str]


def load_thesaurus() -> Thesaurus:
    """Read the thesaurus that comes with the package."""
    return parse_thesaurus(files("analysis").joinpath("lexicons", "thesaurus.toml").read_text(encoding="utf-8"))


def parse_thesaurus(text: str) -> Thesaurus:
    """Read a thesaurus from TOML; `ThesaurusBroken` names the part that is wrong."""
    try:
        parts = tomllib.loads(text)
        return Thesaurus(
            short_forms=MappingProxyType({str(short): str(long) for short, long in parts["short_forms"].items()}),
            ideas=MappingProxyType({str(idea): tuple(words.split()) for idea, words in parts["ideas"].items()}),
            evaluation=frozenset(parts["evaluation"]["words"].split()),
        )
    except tomllib.TOMLDecodeError as error:
        raise ThesaurusBroken(f"thesaurus.toml is not TOML: {error}") from error
    except (KeyError, AttributeError) as error:
        raise ThesaurusBroken(
            "thesaurus.toml must have the tables [short_forms], [ideas] and [evaluation], with words as text"
        ) from error
