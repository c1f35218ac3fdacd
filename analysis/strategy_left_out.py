"""Which points of a strategy's text stand in its file under no name: a list to look through, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from analysis.strategy_model import Strategy
from analysis.strategy_source import GAP, LEFT_OUT, QUOTED, SourceText

# What bullets, ticks, numbers and letters look like when a PDF becomes text; a cell of a table may have none.
_MARK: Final = r"(?:[^\w\s“\"'(‘<\[]\s*|o\s+|\d{1,2}[.)]?\s+|\d{1,2}(?:\.\d{1,2})+\s+|[a-z][.)]\s+)"
_POINT: Final = re.compile(rf"\s*{_MARK}+(?P<words>\S.*)")
_PAGE: Final = re.compile(r"\s*\.{3,}\s*\d*$")  # of a list of contents
_CELL: Final = re.compile(r"[\W\d_]*(?P<words>[A-Z].*)")

TELLING: Final = 3  # words: a shorter name, as "Progress", stands in many a sentence that is about something else


def points_left_out(strategy: Strategy, text: str) -> Iterator[tuple[int, str]]:
    """Yield each point of the text, with its line from 1, that no title, heading, name or stage has words of.

    A point is what begins with a bullet, a tick or a number, or a cell of a table that begins with a capital. It is
    had when it begins with a name, holds one of three words or more, or stands within one; a heading is when a
    `source` has it. Each is told once.
    """
    names = tuple(_names(strategy))
    told: set[str] = set()
    for number, words in points_in(text):
        folded = " ".join(words.casefold().split())
        if folded not in told and not _is_had(words, names):
            told.add(folded)
            yield number, words


def points_in(text: str) -> Iterator[tuple[int, str]]:
    """Every point of a text that has a word of two letters in it, with its line from 1."""
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.endswith("-") and number < len(lines):  # a word that is broken at the end of the line
            line = line[:-1] + lines[number].lstrip()
        cells = GAP.split(line.strip())
        pattern = _CELL if len(cells) > 1 else _POINT
        for found in filter(None, (pattern.fullmatch(cell.strip()) for cell in cells)):
            words = _PAGE.sub("", found["words"]).strip(" *.·")
            if re.search(r"[^\W\d_]{2}", words):
                yield number, words


def _names(strategy: Strategy) -> Iterator[str]:
    yield strategy.title
    yield from (stage.name for stage in strategy.cycle)
    yield from QUOTED.findall(strategy.cycle_source)
    for one_set in strategy.sets:
        yield one_set.name
        for standard in one_set.standards:
            yield from (piece for piece in standard.name.split(LEFT_OUT) if piece.strip())
            yield from QUOTED.findall(standard.section)


def _is_had(words: str, names: tuple[str, ...]) -> bool:
    point = SourceText(words)
    return any(
        SourceText(name).has(words) or (point.has(name) and (len(name.split()) >= TELLING or point.begins_with(name)))
        for name in names
    )
