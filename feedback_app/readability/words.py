"""How hard words are to read: sentences, words to avoid, and the school year that a text asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from pyphen import Pyphen

Reader = Literal["practitioner", "anybody", "child"]

LETTERED = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VOWEL = re.compile("[aeiouy]")
# Names of what people have or use: nobody can write another word for them, so each counts as one syllable and none as
# hard. What they are is explained where they first stand.
NAMES = frozenset({"ehc", "send", "sen", "therapy", "physiotherapy", "occupational", "commissioner", "commissioners"})
# where a word is never cut, hyphenation cannot tell two vowels that are said apart from one sound
SAID_APART: Mapping[str, int] = {"area": 3, "idea": 3, "ideas": 3, "quiet": 2, "being": 2, "doing": 2, "going": 2}
# who may not meet the words under each heading of hard_words.txt
HARD_FOR: Mapping[str, frozenset[str]] = {
    "everybody": frozenset({"practitioner", "anybody", "child"}),
    "not practitioners": frozenset({"anybody", "child"}),
    "children and easy read": frozenset({"child"}),
}


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word to avoid, whom it is too hard for, and what to write instead."""

    word: str
    readers: frozenset[str]
    instead: str

    def stands_in(self, text: str) -> bool:
        stem = re.escape(self.word.removesuffix("e"))
        return re.search(rf"\b{stem}(e|s|es|d|ed|ing)?\b", text, re.IGNORECASE) is not None


def sentences(texts: Iterable[str]) -> list[str]:
    """Each text cut where a sentence ends."""
    return [one for text in texts for one in re.split(r"(?<=[.?!])[”’]?\s+", text.strip()) if one]


def longest_sentence(texts: Iterable[str]) -> int:
    """How many words the longest sentence has."""
    return max((len(LETTERED.findall(one)) for one in sentences(texts)), default=0)


def school_year(texts: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of all texts together: 2 is read at about seven years, 4 at nine.

    One short line alone says little, so texts are measured together. Kincaid, Fishburne, Rogers and Chissom, 1975.
    """
    reader = Pyphen(lang="en_US", left=1, right=1)
    said = sentences(texts)
    words = [word for one in said for word in LETTERED.findall(one)]
    if not words:
        return 0.0
    spoken = sum(syllables(word, reader) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str, reader: Pyphen) -> int:
    """How many syllables a word has: the pieces that it may be cut into, as far as they have a vowel."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    if plain in NAMES:
        return 1
    if plain in SAID_APART:
        return SAID_APART[plain]
    pieces = reader.inserted(plain, "-").split("-")
    pieces[0] = pieces[0].lstrip("y")  # a y that begins a word is a consonant, as in "you"
    return max(1, sum(1 for piece in pieces if VOWEL.search(piece)))


def hard_words(texts: Iterable[str], reader: Reader) -> tuple[HardWord, ...]:
    """The words of the list that stand in the texts and are too hard for this reader."""
    whole = "\n".join(texts)
    return tuple(hard for hard in load_hard_words() if reader in hard.readers and hard.stands_in(whole))


def load_hard_words() -> tuple[HardWord, ...]:
    """Our own list, readability/hard_words.txt."""
    lines = (resources.files(__package__) / "hard_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_read(lines))


def _read(lines: Iterable[str]) -> Iterator[HardWord]:
    readers: frozenset[str] = frozenset()
    for line in lines:
        if heading := re.fullmatch(r"\[(.+)\]", line):
            readers = HARD_FOR[heading[1]]
        elif line and not line.startswith("#"):
            word, _, instead = line.partition(": ")
            yield HardWord(word, readers, instead)
