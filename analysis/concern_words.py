"""A comment as the concern rules read it: plain words, tricks of spelling undone. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.concern_marks import bare_words
from analysis.concern_spelling import Spelling

_WORD = re.compile(
    r"""
    [^\W_] (?: [^\W_] | ['’‘`´*@$!|+] (?= [^\W_@$*] ) | [@$*] )*   # letters and digits, "k!ll", "sh1t", "don't", "pa$$"
    | [@$] (?= [^\W\d_] ) [^\W_]+                                # "@buse"
    | [\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]           # one picture
    | [:;][-']?[(]
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?;\n\r…]")
_PAUSE = re.compile(r"[,:(){}\[\]–—]|\s-\s")
_APOSTROPHES = re.compile(r"['’‘`´]")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_PARTS = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_LONGEST = 8  # pieces of one word that are tried together
_LEET = str.maketrans("013457@$!|+", "oieastasiit")
_LEET_L = str.maketrans("01345@$!|", "oleasasll")


@dataclass(frozen=True, slots=True)
class Said:
    """One word in small letters, `words[start:end]`. `then` is "." where a sentence ends after it, "," at a pause."""

    plain: str
    start: int
    end: int
    then: str


def read_words(words: str, spelling: Spelling) -> list[Said]:
    """Read a comment word by word. Whatever was done to the spelling, `start` and `end` are those of the original."""
    read: list[Said] = []
    bare, places = bare_words(words)
    matches = list(_WORD.finditer(bare))
    for at, match in enumerate(matches):
        until = matches[at + 1].start() if at + 1 < len(matches) else len(bare)
        then = _mark(bare[match.end() : until])
        parts = _parts(bare, match.span(), places, spelling)
        read += [
            Said(plain, places[start], places[end - 1] + 1, then if number == len(parts) else "")
            for number, (plain, start, end) in enumerate(parts, start=1)
        ]
    return _spelt_out(read, spelling)


def _parts(bare: str, span: tuple[int, int], places: Sequence[int], spelling: Spelling) -> list[tuple[str, int, int]]:
    """Give the plain words in what looks like one: marks or something unseen may stand between two."""
    start, end = span
    whole = _plain(bare[start:end], spelling)
    if whole is not None and (whole in spelling.known or not _is_broken(places, start, end)):
        return [(whole, start, end)]
    if _is_broken(places, start, end):
        return [part for piece in _pieces(bare, span, places, spelling) for part in _unmarked(bare, piece, spelling)]
    return list(_unmarked(bare, span, spelling))


def _unmarked(bare: str, span: tuple[int, int], spelling: Spelling) -> Iterator[tuple[str, int, int]]:
    whole = _plain(bare[slice(*span)], spelling)
    if whole is not None:
        yield whole, *span
        return
    for part in [part.span() for part in _PARTS.finditer(bare, *span)] or [span]:
        yield _simple(bare[slice(*part)], spelling), *part


def _pieces(bare: str, span: tuple[int, int], places: Sequence[int], spelling: Spelling) -> Iterator[tuple[int, int]]:
    """Join what unseen marks break where it makes a word ("h-its"); else they stand for spaces ("hits-me")."""
    start, end = span
    cuts = [start, *(at for at in range(start + 1, end) if _is_broken(places, at - 1, at + 1)), end]
    small = "".join(mark.lower()[0] for mark in bare[start:end]).translate(_LEET)  # one for one: cuts must fit
    first = 0
    while first < len(cuts) - 1:
        last = min(len(cuts) - 1, first + _LONGEST)
        while last > first + 1 and small[cuts[first] - start : cuts[last] - start] not in spelling.known:
            last -= 1
        yield cuts[first], cuts[last]
        first = last


def _is_broken(places: Sequence[int], start: int, end: int) -> bool:
    return places[end - 1] - places[start] != end - 1 - start


def _mark(between: str) -> str:
    if _SENTENCE_END.search(between):
        return "."
    return "," if _PAUSE.search(between) else ""


def _plain(said: str, spelling: Spelling) -> str | None:
    """Give the plain word; None where marks inside it ("stop!!now") hide two words."""
    if said.isascii() and said.isalpha():
        return _simple(said, spelling)
    folded = _folded(said)
    if folded in spelling.known or folded.isdigit():
        return folded
    if "*" in folded:
        return spelling.corrected(folded) or (None if folded.strip("*").count("*") else folded.strip("*"))
    if folded.isalpha():
        return _simple(said, spelling)
    if not any(mark.isalpha() for mark in folded):
        return folded
    for table in (_LEET, _LEET_L):
        guess = _simple(folded.translate(table), spelling)
        if guess in spelling.known:
            return guess
    return folded if folded.isalnum() else None


def _simple(said: str, spelling: Spelling) -> str:
    folded = _folded(said)
    if folded in spelling.known:
        return folded
    if folded in spelling.variants:
        return spelling.variants[folded]
    for once in (r"\1\1", r"\1") if len(folded) > 2 else ():
        shorter = _DRAWN_OUT.sub(once, folded)
        if shorter != folded and shorter in spelling.known:
            return shorter
    return spelling.corrected(folded) or folded


def _folded(said: str) -> str:
    """Small letters without apostrophes and accents; full-width and ornamental letters become plain ones."""
    if said.isascii():
        return _APOSTROPHES.sub("", said.lower())
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", said)).casefold()
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)) or said


def _spelt_out(read: list[Said], spelling: Spelling) -> list[Said]:
    """Join letters that stand alone where they make a word: "k m s"."""
    joined: list[Said] = []
    at = 0
    while at < len(read):
        length = _letters(read, at)
        word = "".join(said.plain for said in read[at : at + length])
        if length > 2 and word in spelling.known:
            joined.append(Said(word, read[at].start, read[at + length - 1].end, read[at + length - 1].then))
        else:
            joined += read[at : at + max(length, 1)]
        at += max(length, 1)
    return joined


def _letters(read: list[Said], at: int) -> int:
    length = 0
    while at + length < len(read) and len(read[at + length].plain) == 1 and read[at + length].plain.isalpha():
        length += 1
    return length
