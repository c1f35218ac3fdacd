"""The field's short forms spelt out, text-speak and dialect read as the plain word, from `lexicons/glossary.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from analysis.errors import AnalysisError

_TABLES = ("any_case", "capitals", "company", "everyday", "speaking", "right")


class GlossaryBroken(AnalysisError):
    """The glossary does not have the parts that it must have."""


@dataclass(frozen=True, slots=True)
class Company:
    """A form that is also a word ("send"): it is the short form only beside one of these words."""

    long: str
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Short forms, by when they are read as one. Keys of `capitals` are in capitals, all others in small letters.

    `right` are words that no dictionary of ours has.
    """

    any_case: Mapping[str, str]
    capitals: Mapping[str, str]
    company: Mapping[str, Company]
    plain: Mapping[str, str]
    right: frozenset[str]

    def long_form(self, typed: str, *, before: str = "", after: str = "", shouted: bool = False) -> str | None:
        """The longer words that a word stands for; None where it stands for itself.

        Parameters
        ----------
        typed, before, after : str
            The word as it was typed, and its neighbours.
        shouted : bool
            The whole text is in capitals, so that capitals tell nothing.
        """
        long = self._long_form(typed, before.casefold(), after.casefold(), shouted=shouted)
        return long and _without_next(long, after.casefold())

    def _long_form(self, typed: str, before: str, after: str, *, shouted: bool) -> str | None:
        small = typed.casefold()
        if small in self.any_case:
            return self.any_case[small]
        if not shouted and typed in self.capitals:
            return self.capitals[typed]
        company = self.company.get(small)
        if company and (before in company.before or after in company.after):
            return company.long
        return None

    @property
    def known(self) -> frozenset[str]:
        """Every form in small letters: none of them is a slip of the finger."""
        forms = (*self.any_case, *self.capitals, *self.company, *self.plain)
        return self.right.union(form.casefold() for form in forms)


def _without_next(long: str, after: str) -> str:
    """Leave out the last word where the text says it itself: "EHCP plan", "SALT therapist"."""
    rest, _, last = long.rpartition(" ")
    return rest if rest and len(last) > 3 and after.startswith(last[:6]) else long


def load_glossary() -> Glossary:
    """Read the glossary that comes with the package."""
    return parse_glossary(files("analysis").joinpath("lexicons", "glossary.toml").read_text(encoding="utf-8"))


def parse_glossary(text: str) -> Glossary:
    """Read a glossary from TOML; `GlossaryBroken` names the part that is wrong."""
    try:
        parts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GlossaryBroken(f"glossary.toml is not TOML: {error}") from error
    missing = [name for name in _TABLES if not isinstance(parts.get(name), dict)]
    if missing:
        raise GlossaryBroken(f"glossary.toml: add the tables {', '.join(missing)}")
    plain = {**parts["everyday"], **parts["speaking"]}
    if wrong := [form for form, words in plain.items() if not isinstance(words, str)]:
        raise GlossaryBroken(f"glossary.toml: {wrong[0]!r} must be a text")
    return Glossary(
        MappingProxyType(_one_and_many(parts["any_case"])),
        MappingProxyType(_one_and_many(parts["capitals"])),
        MappingProxyType({form: _company(form, told) for form, told in parts["company"].items()}),
        MappingProxyType(plain),
        frozenset(str(parts["right"].get("words", "")).split()),
    )


def _one_and_many(table: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for form, told in table.items():
        _check_texts(form, told)
        found[form] = told[0]
        found[f"{form}s"] = told[1] if len(told) == 2 else f"{told[0]}s"
    return found


def _company(form: str, told: Sequence[str]) -> Company:
    _check_texts(form, told)
    beside = told[1].split() if len(told) == 2 else []
    return Company(
        told[0],
        frozenset(word.removesuffix("-") for word in beside if word.endswith("-")),
        frozenset(word.removeprefix("-") for word in beside if word.startswith("-")),
    )


def _check_texts(form: str, told: object) -> None:
    if not isinstance(told, list) or not 1 <= len(told) <= 2 or not all(isinstance(one, str) for one in told):
        raise GlossaryBroken(f"glossary.toml: {form!r} must be a list of one or two texts")
