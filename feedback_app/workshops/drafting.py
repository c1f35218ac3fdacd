"""A first wording of what a group says together: the names that it gave its piles, by its dots, and its action."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from feedback_app.workshops.actions import Action
from feedback_app.workshops.board import Board
from feedback_app.workshops.dots import Dots

TOP, MOST_NAMES = 3, 5  # piles that are named; more than TOP only where dots are alike
LONGEST = 1_100
MOST_LINES, LETTERS_IN_A_LINE = (
    15,
    90,
)  # what a projector shows without scrolling


def fits(words: str) -> bool:
    """Whether a wording is short enough for the projector and for one page of paper."""
    lines = sum(max(1, ceil(len(line) / LETTERS_IN_A_LINE)) for line in words.split("\n"))
    return len(words) <= LONGEST and lines <= MOST_LINES


def draft_of(board: Board, dots: Dots, action: Action | None) -> str:
    """The wording to begin with; empty where no pile has a name and nothing is to be done.

    Same piles, dots and action, same words. While the dots are open no count is known, so piles stand in their order.
    """
    names = _top(dots) if dots.is_closed else [one.name for one in board.piles if one.name][:MOST_NAMES]
    heading = "What matters most to us:" if dots.is_closed else "What we talked about:"
    while names:
        words = _put_together(heading, names, action)
        if fits(words):
            return words
        names = names[:-1]
    return _put_together("", (), action)


def _top(dots: Dots) -> list[str]:
    """The names of the piles with most dots, and of those that have as many as the last of them."""
    named = [one for one in dots.counted if one.pile.name and one.both]
    least = named[:TOP][-1].both if named else 0
    return [one.pile.name for one in named if one.both >= least][:MOST_NAMES]


def _put_together(heading: str, names: Sequence[str], action: Action | None) -> str:
    lines = [heading, *(f"{number}. {name}" for number, name in enumerate(names, start=1))] if names else []
    if action is not None:
        asked = [f"What should happen: {action.what}", f"Who does it: {action.owner}"]
        asked += [f"By when: {action.by_when}"] if action.by_when else []
        lines += [*([""] if lines else []), *asked, f"Who must hear it: {action.hears}"]
    return "\n".join(lines)
