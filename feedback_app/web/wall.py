"""What of the piles fits on a projector, which does not scroll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.strategy_model import Standard
from feedback_app.workshops.board import Board, Pile
from feedback_app.workshops.ideas import Idea
from feedback_app.workshops.linking import Choice, Link, Links

WALL = 28  # ideas that fit a projector without scrolling
COUNTED = 8  # piles with their dots
LINKED, EACH = 3, 2  # piles with what they are about, and standards of each
PROMISES = 8  # standards in plain words, while no pile is linked yet
IN_A_ROW = 4  # piles beside one another
# by rows of piles, none to three: ideas in each pile, the same while others wait beside them, and how many of those
INSIDE, SORTED, ALONE = (0, 4, 1, 0), (0, 1, 0, 0), (WALL, 8, 4, 0)
KINDS = ("piles", "naming", "dots", "standards")  # steps in which the hall looks at its piles


@dataclass(frozen=True, slots=True)
class PileOnWall:
    """A pile, the newest ideas of it that there is room for, and how many more it has."""

    pile: Pile
    ideas: Sequence[Idea]
    more: int


@dataclass(frozen=True, slots=True)
class PilesOnWall:
    """All piles, the newest ideas that stand alone, and how many of those there are before them."""

    piles: Sequence[PileOnWall]
    alone: Sequence[Idea]
    earlier: int


def on_wall(board: Board, kind: str) -> PilesOnWall:
    """Piles have room for fewer ideas the more of them there are; those that stand alone are for sorting only."""
    rows = min(-(-len(board.piles) // IN_A_ROW), 3)
    is_sorted = kind == "piles" and bool(board.alone)
    ideas = (SORTED if is_sorted else INSIDE)[rows]
    room = ALONE[rows] if is_sorted else 0
    shown = board.alone[-room:] if room else ()
    return PilesOnWall(
        tuple(PileOnWall(one, one.ideas[-ideas:] if ideas else (), len(one.ideas[ideas:])) for one in board.piles),
        shown,
        len(board.alone) - len(shown),
    )


@dataclass(frozen=True, slots=True)
class StandardsOnWall:
    """Piles with the links that there is room for, and how many more each has; `more` piles beside these.

    `choices` are standards in plain words, set after set as long as there is room: they stand there until the first
    pile is linked, and `more` counts those that phones alone have.
    """

    piles: Sequence[tuple[Pile, Sequence[Link], int]]
    choices: Sequence[Standard]
    more: int


def standards_on_wall(
    board: Board, top: Sequence[Pile], linked: Links, choices: Sequence[Choice]
) -> StandardsOnWall | None:
    """None where there is nothing better to show than the piles: too many standards to read, and no link yet."""
    if not linked.links:
        promises: list[Standard] = []
        for choice in choices:
            if len(promises) + len(choice.standards) > PROMISES:
                break
            promises += choice.standards
        more = sum(len(choice.standards) for choice in choices) - len(promises)
        return StandardsOnWall([(one, (), 0) for one in top[:LINKED]], promises, more) if promises else None
    those = [one for one in (*top, *(one for one in board.piles if one not in top)) if linked.of(one.id)]
    shown = [(one, linked.of(one.id)[-EACH:], max(0, len(linked.of(one.id)) - EACH)) for one in those[:LINKED]]
    return StandardsOnWall(shown, (), max(0, len(those) - LINKED))
