"""A comment as the concern rules read it: plain words, tricks of spelling undone. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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
    matches = list(_WORD.finditer(words))
    for at, match in enumerate(matches):
        until = matches[at + 1].start() if at + 1 < len(matches) else len(words)
        then = _mark(words[match.end() : until])
        whole = _plain(match.group(), spelling)
        if whole is None:
            parts = [part.span() for part in _PARTS.finditer(words, *match.span())] or [match.span()]
            read += [
                Said(_simple(words[slice(*span)], spelling), *span, then if span == parts[-1] else "") for span in parts
            ]
        else:
            read.append(Said(whole, match.start(), match.end(), then))
    return _spelt_out(read, spelling)


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
    for once in (r"\1\1", r"\1"):
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
