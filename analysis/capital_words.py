"""The words of a comment, with what their capital says."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|re|ll|d|ve|m)?$", re.IGNORECASE)
_OPENS = re.compile(r"[.!?…:;•*\n\r\"“(]|^\s*[-–]\s*$")
_SMALL_SHARE = 0.2  # of words without a capital: below it, the writer capitalises everything


@dataclass(frozen=True, slots=True)
class Word:
    """One word without its "'s". `capital` only where a capital tells a name from a word; `opens` a sentence."""

    said: str
    plain: str
    start: int
    end: int
    capital: bool
    opens: bool


def read_words(words: str) -> list[Word]:
    found = list(_WORD.finditer(words))
    telling = _capitals_tell(found)
    read: list[Word] = []
    last = 0
    for match in found:
        said = _POSSESSIVE.sub("", match.group())
        read.append(
            Word(
                said=said,
                plain=said.casefold().replace("’", "'"),
                start=match.start(),
                end=match.start() + len(said),
                capital=telling and said[:1].isupper() and (len(said) == 1 or not said.isupper()),
                opens=not read or bool(_OPENS.search(words[last : match.start()])),
            )
        )
        last = match.end()
    return read


def _capitals_tell(found: list[re.Match[str]]) -> bool:
    small = sum(match.group()[0].islower() for match in found)
    return len(found) < 5 or small >= _SMALL_SHARE * len(found)
