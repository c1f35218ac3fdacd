"""Places and dots typed from a sheet: what stands beside each option, from the top down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from feedback_app.forms.entry_unclear import EntryUnclear
from feedback_app.forms.questions import Given
from surveys.kinds import MOST_TYPED_FIGURES
from surveys.questions import Question

EMPTY = "-"


def read_shares(question: Question, words: str) -> Given | None:
    """The answer that `2 - 1` stands for; None where it is no row of figures.

    For a ranking they are the places written beside the options, for dots how many each has. An option with nothing
    beside it is `-`; those at the end can be left off.

    Raises
    ------
    EntryUnclear
        There are more figures than options, a place twice, or more than may be given.
    """
    real = tuple(option for option in question.options if option.missing is None)
    parts = re.split(r"[\s,;]+", words)
    if len(parts) == 1:  # typed together
        parts = list(words)
    if not all(part.isdecimal() or part == EMPTY for part in parts):
        return None
    if len(parts) > len(real):
        raise EntryUnclear(f"These are {len(parts)} figures for {len(real)} answers: type one for each, from the top")
    if any(len(part) > MOST_TYPED_FIGURES for part in parts):
        raise EntryUnclear(f"A figure here is longer than {MOST_TYPED_FIGURES} figures: type it again")
    beside = {
        option.id: int(part) for option, part in zip(real, parts, strict=False) if part != EMPTY and int(part) > 0
    }
    ids = _in_order(question, beside) if question.kind == "rank" else _dots(question, beside)
    return Given(ids, None, None if ids else "skipped")


def _in_order(question: Question, beside: Mapping[str, int]) -> tuple[str, ...]:
    twice = [place for place, times in Counter(beside.values()).items() if times > 1]
    if twice:
        raise EntryUnclear(f"Two answers have the place {twice[0]}: type - for those that are not clear")
    if over := [place for place in beside.values() if place > question.most_places]:
        raise EntryUnclear(f"There is no place {over[0]}: places go up to {question.most_places}")
    return tuple(sorted(beside, key=lambda id: beside[id]))


def _dots(question: Question, beside: Mapping[str, int]) -> tuple[str, ...]:
    shared = sum(beside.values())
    if shared > question.most_dots:
        raise EntryUnclear(f"These are {shared} dots, where {question.most_dots} may be shared out: type -")
    return tuple(id for id, times in beside.items() for _ in range(times))
