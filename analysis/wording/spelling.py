"""Clear slips of the finger in long words are read as the word that was meant; everything else stays."""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType

SHORTEST = 5  # letters: shorter words are a slip away from too many others
OFTEN = 3  # uses: a word that the wave uses so often is its own, unless the right one stands there far oftener
FAR_OFTENER = 10
_HARD_TO_TYPE = (
    8  # how much likelier it is to swap two letters, or to miss or double one of a pair, than to hit another
)
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "able", "ness")


class Speller:
    """Knows English by how often its words are used, and which words are nobody's slip.

    One letter missed, doubled, swapped with its neighbour or hit in place of another (Damerau 1964), with the first
    letter right; the likeliest word by Norvig's noisy channel ("How to write a spelling corrector", 2007), its
    frequencies from symspellpy's list (Google's n-grams within SCOWL). A slip is clear when its likeliest reading is
    ten times likelier than the next; what is not clear stays, and so does what would be a word that nobody else uses:
    it could join no theme.

    Parameters
    ----------
    known : collection of str
        Words in small letters that are right although no dictionary has them: short forms, dialect, names.
    """

    def __init__(self, known: Collection[str] = ()) -> None:
        self._uses = _frequencies()
        self._known = frozenset(known)

    def slips(self, words: Iterable[str], wave: Mapping[str, int]) -> Mapping[str, str]:
        """Which of these words are clear slips, and for what.

        Parameters
        ----------
        words : iterable of str
            In small letters.
        wave : mapping of str to int
            How often the wave uses each of its words.
        """
        found = {}
        for word in sorted(set(words)):
            if self._may_be_slip(word) and (right := self._meant(word, wave)):
                found[word] = right
        return MappingProxyType(found)

    def knows(self, word: str) -> bool:
        """Say whether a word is right as it stands, or is a known word with an ending."""
        if word in self._uses or word in self._known:
            return True
        return any(word.endswith(end) and self._is_stem(word, end) for end in _ENDINGS)

    def _is_stem(self, word: str, end: str) -> bool:
        stem = word[: -len(end)]
        shapes = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
        return len(stem) > 2 and any(shape in self._uses or shape in self._known for shape in shapes)

    def _may_be_slip(self, word: str) -> bool:
        return len(word) >= SHORTEST and word.isascii() and word.isalpha() and not self.knows(word)

    def _meant(self, word: str, wave: Mapping[str, int]) -> str | None:
        if _DRAWN_OUT.search(word):  # "sooooo", "gooood"
            shapes = _DRAWN_OUT.sub(r"\1\1", word), _DRAWN_OUT.sub(r"\1", word)
            return next((shape for shape in shapes if self.knows(shape)), None)
        chances: dict[str, float] = {}
        for right, likelihood in _one_slip_away(word):
            uses, here = self._uses.get(right, 0), wave.get(right, 0)
            if uses and here and right[0] == word[0]:
                chances[right] = max(chances.get(right, 0.0), likelihood * uses * here)
        if not chances:
            return None
        best, *others = sorted(chances, key=lambda right: (-chances[right], right))
        if others and chances[best] < FAR_OFTENER * chances[others[0]]:
            return None
        is_its_own = wave.get(word, 0) >= OFTEN and wave.get(best, 0) < FAR_OFTENER * wave[word]
        return None if is_its_own else best


def _one_slip_away(word: str) -> Iterator[tuple[str, float]]:
    """Every word that one slip away gives this one, and how likely the slip is beside hitting a wrong letter."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            doubled = right[0] == left[-1:]
            yield left + right[1:], _HARD_TO_TYPE if doubled else 1.0
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:], _HARD_TO_TYPE
        for letter in string.ascii_lowercase:
            missed = letter in (left[-1:], right[:1])
            yield left + letter + right, _HARD_TO_TYPE if missed else 2.0
            if right:
                yield left + letter + right[1:], 1.0


def _frequencies() -> Mapping[str, int]:
    """Words of English and their uses in a trillion words or so, as symspellpy carries them."""
    name = "frequency_dictionary_en_82_765.txt"
    lines = files("symspellpy").joinpath(name).read_text(encoding="utf-8-sig").splitlines()
    return MappingProxyType({word: int(uses) for word, uses in (line.split() for line in lines)})
