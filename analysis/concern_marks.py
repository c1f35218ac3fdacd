"""Marks that nobody sees and letters that only look Latin, undone for the concern rules. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_UNSEEN = frozenset({"Cf", "Cc", "Mn", "Me"})  # joiners and soft hyphens, control marks, accents that stand alone
_UNSEEN_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")  # letters by name, but they are blank
_FOREIGN = re.compile("[\u0131\u0251\u0261\u026a\u0370-\u052f]")
_RUN = re.compile(r"[^\W_]+")
_LATIN = re.compile("[A-Za-z]")
_LAST_LATIN = 0x24F
_LOOK_LIKE = dict(
    zip(
        "авсԁеһіјкԛӏмнорԝѕтухѵуАВСԌЕНІЈКӀМОРԚЅТԜХУѴ" + "αβεηικνορτυχωγΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ" + "ıɑɡɪ",
        "abcdehijkqlmhopwstyxvyABCGEHIJKIMOPQSTWXYV" + "abenikvoptuxwyABEZHIKMNOPTYXcj" + "iagi",
        strict=True,
    )
)
_FOLDED = {
    place: _LOOK_LIKE[base]
    for place in (*range(0x370, 0x530), *map(ord, "ıɑɡɪ"))
    if (base := unicodedata.normalize("NFKD", chr(place))[0]) in _LOOK_LIKE
}


def bare_words(words: str) -> tuple[str, Sequence[int]]:
    """Leave out what nobody sees, read look-alikes as Latin, and say where each mark that is left stood."""
    if words.isascii() and words.isprintable():
        return words, range(len(words))
    unseen = {mark for mark in set(words) if _is_unseen(mark)}
    places = [at for at, mark in enumerate(words) if mark not in unseen] if unseen else range(len(words))
    bare = "".join([words[at] for at in places]) if unseen else words
    if _FOREIGN.search(bare) and _LATIN.search(bare):
        bare = _RUN.sub(_as_latin, bare)
    return bare, places


def holds_a_mixed_word(words: str) -> bool:
    """Say whether a word still mixes Latin with another alphabet: somebody may be hiding it."""
    bare, _ = bare_words(words)
    mixed = (run for run in _RUN.findall(bare) if not run.isascii() and _LATIN.search(run))
    return any(_is_foreign(mark) for run in mixed for mark in run)


def _is_unseen(mark: str) -> bool:
    if mark.isascii() and mark.isprintable():
        return False
    return mark in _UNSEEN_LETTERS or (unicodedata.category(mark) in _UNSEEN and not mark.isspace())


def _as_latin(run: re.Match[str]) -> str:
    """A word of another alphabet alone stays, unless every letter of it looks Latin."""
    said = run.group()
    if said.isascii():
        return said
    folded = said.translate(_FOLDED)
    return folded if folded.isascii() or _LATIN.search(said) else said


def _is_foreign(mark: str) -> bool:
    plain = unicodedata.normalize("NFKD", mark)[0]
    if ord(mark) <= _LAST_LATIN or ord(plain) <= _LAST_LATIN or unicodedata.category(mark) == "Lm":
        return False
    return plain.isalpha() and not unicodedata.name(plain, "").startswith("LATIN")
