"""A comment is split into segments: sentences, bullet points, the two sides of a "but", and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.clauses import ENOUGH_WORDS, clause_starts, word_count

_LONG_LINE = 50  # letters: a line end after so many may be the edge of a page

_LINE_END = re.compile(r"[^\S\n]{0,9}(?:\r\n|\r|\n)\s*")
_BULLET = re.compile(r"(?:[-*•·–—▪●]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+")
_SENTENCE_END = re.compile(
    r"""
    (?P<mark> [.!?…]+ ) ["'”’)\]]* (?= \s )     # "slow. Then ..."
    | (?<= [a-z]{3} ) [.!?]+ (?= [A-Z][a-z'’]* [ ] )  # no space typed: "helpful.The staff"
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|rev|sr|jr|no|nos|vs|e\.g|i\.e|eg|ie|approx|appt|appts|dept|est|hrs?|mins?|yrs?|"
    r"[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"""
    (?: [,;:–—-]? \s{1,9} | [,;]\s{0,9} )
    (?= (?: but | however | (?:even\ )?though | although | whereas | yet | except\ that | on\ the\ other\ hand ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "nothing but praise", "not only kind but skilled" are one thought
_NOT_A_CONTRAST = re.compile(
    r"(?:\b(?:nothing|nowt|anything|all|none|no[ -]?one|nobody|everything|last|not only\b.*|not just\b.*|not yet|as)"
    r"|[^\w\s])$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """`words[start:end]`, in characters."""

    start: int
    end: int


def split_segments(words: str) -> tuple[Span, ...]:
    """Split a comment into the parts that are about one thing.

    Parameters
    ----------
    words : str
        The comment as it came in.

    Returns
    -------
    tuple of Span
        In order, without overlap, together covering everything but white space. A comment has at least one span;
        a blank one has a single empty span.

    Notes
    -----
    Rules only: line ends and bullets, sentence ends (an abbreviation or an initial ends nothing), then "but",
    "however" and the like where both sides have `ENOUGH_WORDS` words, then clauses (`analysis.clauses`). A sentence of
    one word joins the one before it, a question of one word ("Fair?") the one after.
    """
    spans = [
        part
        for line in _lines(words)
        for sentence in _joined(words, list(_sentences(words, line)))
        for side in _sides(words, sentence)
        for part in _clauses(words, side)
    ]
    return tuple(spans) or (Span(0, 0),)


def _lines(words: str) -> Iterator[Span]:
    start = 0
    for end in _LINE_END.finditer(words):
        if _wrapped(words, end):
            continue
        yield from _trimmed(words, start, end.start())
        start = end.end()
    yield from _trimmed(words, start, len(words))


def _wrapped(words: str, line_end: re.Match[str]) -> bool:
    """Say whether one sentence only runs on over this line end, as in text pasted from an e-mail."""
    before, after = words[: line_end.start()].rstrip(), words[line_end.end() :]
    one_line_end = line_end.group().count("\n") + line_end.group().count("\r") == 1
    runs_on = before[-1:].isalnum() or before[-1:] == ","
    long_line = len(before) - max(before.rfind("\n"), before.rfind("\r")) > _LONG_LINE
    return one_line_end and runs_on and long_line and after[:1].islower() and not _BULLET.match(after)


def _sentences(words: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _SENTENCE_END.finditer(words, line.start, line.end):
        if _ends_a_sentence(words, start, end):
            yield from _trimmed(words, start, end.end())
            start = end.end()
    yield from _trimmed(words, start, line.end)


def _ends_a_sentence(words: str, start: int, end: re.Match[str]) -> bool:
    said = words[start : end.end()]
    mark = end.group().rstrip("\"'”’)]")
    after = words[end.end() :].lstrip()
    if mark in {"..", "...", "…"} or (len(mark) > 3 and set(mark) == {"."}):
        return not after[:1].islower()
    if mark != ".":
        return True
    return not _ABBREVIATION.search(said) and not _BULLET.fullmatch(said.lstrip() + " ")


def _joined(words: str, sentences: list[Span]) -> list[Span]:
    """Join sentences of one word to a neighbour on the same line."""
    joined: list[Span] = []
    for span in sentences:
        if joined and _joins(words, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _joins(words: str, before: Span, span: Span) -> bool:
    said, next_said = words[before.start : before.end], words[span.start : span.end]
    if word_count(said) < 2:
        return True
    return word_count(next_said) < 2 and not next_said.endswith("?")


def _sides(words: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for gap in _CONTRAST.finditer(words, sentence.start, sentence.end):
        left, right = words[start : gap.end()].rstrip(), words[gap.end() : sentence.end]
        without_mark = left.rstrip(",;:–—- ")
        if _NOT_A_CONTRAST.search(without_mark):
            continue
        if word_count(left) >= ENOUGH_WORDS and word_count(right) - 1 >= ENOUGH_WORDS:
            yield from _trimmed(words, start, gap.end())
            start = gap.end()
    yield from _trimmed(words, start, sentence.end)


def _clauses(words: str, side: Span) -> Iterator[Span]:
    start = side.start
    for at in clause_starts(words[side.start : side.end]):
        yield from _trimmed(words, start, side.start + at)
        start = side.start + at
    yield from _trimmed(words, start, side.end)


def _trimmed(words: str, start: int, end: int) -> Iterator[Span]:
    part = words[start:end]
    if part.strip():
        yield Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
