"""Whether the words that are given as a strategy's own really stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import Final

from analysis.strategy_model import Standard, Strategy
from analysis.strategy_review import place_of

LEFT_OUT: Final = "…"
MOST_LEFT_OUT: Final = 300  # letters and figures between two pieces of one quoted name
OURS: Final = "us"
GAP: Final = re.compile(r"\t| {3,}")
QUOTED: Final = re.compile(r"[“\"]([^”\"]+)[”\"]")


class SourceText:
    """The text of a strategy, compared by its letters and figures only.

    A PDF's text breaks words at the end of a line and loses dashes and double spaces; commas and capitals differ
    between a heading and the list of contents. A table comes line by line, where a name goes on in the cell below, so
    its columns are read downwards too. A name must begin and end where a word does.
    """

    def __init__(self, text: str) -> None:
        self._text = text = f"{text}\n{_columns(text)}"
        folded = [(place, letter) for place, mark in enumerate(text) for letter in _letters(mark)]
        self._places = [place for place, _ in folded]
        self._letters = "".join(letter for _, letter in folded)

    def has(self, words: str) -> bool:
        """Whether the words stand in it; "…" in them stands for some that are left out."""
        pieces = [piece for piece in (_letters(part) for part in words.split(LEFT_OUT)) if piece]
        return bool(pieces) and any(self._goes_on(end, pieces[1:]) for end in self._ends_of(pieces[0]))

    def begins_with(self, words: str) -> bool:
        return _letters(words) != "" and next(self._ends_of(_letters(words)), 0) == len(_letters(words))

    def _goes_on(self, begin: int, pieces: list[str]) -> bool:
        if not pieces:
            return True
        ends = self._ends_of(pieces[0], begin, begin + MOST_LEFT_OUT + len(pieces[0]))
        return any(self._goes_on(end, pieces[1:]) for end in ends)

    def _ends_of(self, piece: str, begin: int = 0, before: int | None = None) -> Iterator[int]:
        at = self._letters.find(piece, begin, before)
        while at >= 0:
            end = at + len(piece)
            if self._begins_a_word(at) and self._ends_a_word(end - 1):
                yield end
            at = self._letters.find(piece, at + 1, before)

    def _begins_a_word(self, letter: int) -> bool:
        place = self._places[letter]
        return place == 0 or not self._text[place - 1].isalnum()

    def _ends_a_word(self, letter: int) -> bool:
        place = self._places[letter]
        return place + 1 == len(self._text) or not self._text[place + 1].isalnum()


def not_in_source(strategy: Strategy, source: SourceText) -> Iterator[str]:
    """Yield one sentence for each title, heading, name or quoted description that is not in the strategy's text.

    So it is with what stands in quotation marks in a standard's `source`, where at least one heading must stand.
    """
    if strategy.title_by != OURS and not source.has(strategy.title):
        yield f"the strategy: the title “{strategy.title}” {_NOT_THERE.format('title_by')}"
    for one_set in strategy.sets:
        if one_set.heading_by != OURS and not source.has(one_set.name):
            yield f"set {one_set.id}: the heading “{one_set.name}” {_NOT_THERE.format('heading_by')}"
        for standard in one_set.standards:
            yield from (f"{place_of(standard)}: {problem}" for problem in _not_there(standard, source))
    for stage in strategy.cycle:
        if not source.has(stage.name):
            yield f"stage {stage.id}: the name “{stage.name}” is not in the text; write it as it is printed"


_NOT_THERE: Final = 'is not in the text; write it as it is printed, with … for what is left out, or `{} = "us"`'


def _not_there(standard: Standard, source: SourceText) -> Iterator[str]:
    if standard.name_by != OURS and not source.has(standard.name):
        yield f"the name “{standard.name}” {_NOT_THERE.format('name_by')}"
    headings = QUOTED.findall(standard.section)
    if not headings:
        yield "`source` has no heading in “quotation marks”; write the one that it stands under, as it is printed"
    for heading in headings:
        if not source.has(heading):
            yield f"`source` names the heading “{heading}”, which is not in the text; write it as it is printed"
    for field in ("description", "easy_read"):
        if getattr(standard, f"{field}_by") == "seed" and not source.has(getattr(standard, field)):
            yield f"`{field}` is said to be the strategy's own and {_NOT_THERE.format(f'{field}_by')}"


def _columns(text: str) -> str:
    """The tables of a text, column after column: lines with tabs or wide gaps that stand one below another."""
    rows = [GAP.split(line.rstrip()) for line in text.splitlines()]
    tables = (list(lines) for is_table, lines in groupby(rows, key=lambda cells: len(cells) > 1) if is_table)
    return "\n".join("\n".join(filter(None, column)) for table in tables for column in zip_longest(*table))


def _letters(words: str) -> str:
    return "".join(re.findall(r"[^\W_]+", words.casefold()))
