"""The plain values that surveys are made of: ids, lines of words, tuples that a TOML list may fill."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, ConfigDict, Field

T = TypeVar("T")

FROZEN = ConfigDict(frozen=True, extra="forbid", strict=True)

Audience = Literal["child_5_10", "young_person_11_25", "parent_carer", "practitioner", "young_commissioner", "workshop"]
AUDIENCES: tuple[str, ...] = get_args(Audience)

# they turn the words around them about, so what a reviewer reads is not what a child sees
TURNING_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _one_line(words: str) -> str:
    if not words.strip():
        raise ValueError("has no words: write them, or take the key away")
    if words != words.strip():
        raise ValueError("has a space at its start or end: take it away")
    if any(unicodedata.category(letter) == "Cc" or letter in TURNING_MARKS for letter in words):
        raise ValueError("has a line break or a character that cannot be seen: take it away")
    return words


Many = Annotated[tuple[T, ...], Field(strict=False)]
Line = Annotated[str, AfterValidator(_one_line)]
MaybeLine = Annotated[str, AfterValidator(lambda words: _one_line(words) if words else words)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MaybeSlug = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
MaybeName = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]*)?$")]
