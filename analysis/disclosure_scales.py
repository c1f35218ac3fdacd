"""Which figures of one closed question may be printed together: its bar, its mean and its median.

A mean beside a bar with merged parts tells how they split, so where any choice is small one of the two is kept. Which
one never depends on the answers: were a figure left out because of what it would tell, leaving it out would tell it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from analysis.disclosure import FLOOR, Part, Shown, merge_small, show

Counts = Mapping[str, int]
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ShownScale:
    """One question's figures for one group, safe to print side by side.

    `parts` is the bar, one part where it may not be split. `mean` has one decimal, or reads "9.2 or more" where the
    figure itself would tell that nobody gave the other end of the scale. `mean` and `median` are None where nobody
    may see them, and where the choices have no scores.
    """

    answered: Shown
    parts: tuple[Part, ...]
    mean: str | None
    median: str | None


def show_scale(
    counts: Counts, scores: Mapping[str, float | None], *, keep: Literal["bar", "mean"] = "bar", floor: int = FLOOR
) -> ShownScale:
    """Show a bar, a mean and a median, or what may be kept of them where a choice has fewer than ten people.

    Parameters
    ----------
    counts : mapping of str to int
        People by choice, real answers only, every choice that was offered, in the order shown.
    scores : mapping of str to float or None
        What each choice counts for; None, or no entry, for a choice without a score.
    keep : {"bar", "mean"}
        What to keep where a choice is small: the bar with merged parts, or the mean alone. Chosen once for a
        question, for every group and wave: the one beside the other, anywhere, tells what is hidden.
    """
    answered = show(sum(counts.values()), floor=floor)
    parts = merge_small(counts, tuple(counts), floor=floor)
    scored = {choice: score for choice in counts if (score := scores.get(choice)) is not None}
    if answered.count is None or len(scored) < len(counts):
        return ShownScale(answered, parts, None, None)
    answers = sorted(scored[choice] for choice, count in counts.items() for _ in range(count))
    if min(counts.values()) >= floor:
        return ShownScale(answered, parts, f"{sum(answers) / len(answers):.1f}", f"{median(answers):g}")
    if keep == "bar":
        return ShownScale(answered, parts, None, None)
    return ShownScale(answered, (Part(tuple(counts), answered),), _mean(answers, sorted(scored.values())), None)


def show_number(answered: int, middle: float | None, *, floor: int = FLOOR) -> ShownScale:
    """Show a number that people typed: how many did, and their median where those may be counted.

    No bar, which would tell what one person typed, and no mean, which one person can move as far as they like.

    Parameters
    ----------
    answered : int
        People who typed one.
    middle : float or None
        The median of what they typed.
    """
    shown = show(answered, floor=floor)
    is_shown = shown.count is not None and middle is not None
    return ShownScale(shown, (), None, f"{middle:g}" if is_shown else None)


def _mean(answers: Sequence[float], scale: Sequence[float]) -> str | None:
    """The mean, no nearer to an end of the scale than one person crossing from end to end would move it.

    Nearer than that, it would tell that nobody gave the other end. Two choices have no such room, nor has a scale
    whose steps differ.
    """
    steps = {round(after - before, 6) for before, after in pairwise(scale)}
    room = (scale[-1] - scale[0]) / len(answers)
    low, high = math.ceil(10 * (scale[0] + room)) / 10, math.floor(10 * (scale[-1] - room)) / 10
    if len(scale) < 3 or len(steps) > 1 or low >= high:
        return None
    mean = sum(answers) / len(answers)
    if mean <= low:
        return f"{low:.1f} or less"
    return f"{high:.1f} or more" if mean >= high else f"{mean:.1f}"
