"""Charts as SVG that a report's stylesheet colours: places in percent, words in text, no styles of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

HEIGHT: Final = 44
_FOOT: Final = 12  # of pattern along the foot of a part, so that the number above it stays clean
_PATTERNS: Final = {5: "", 4: "p4", 3: "p3", 2: "p2", 1: "p1", 0: "px"}
_LEAST_WITH_NUMBER: Final = 6  # percent; a number does not fit into less


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a scale bar. `tone` is 5 (best) to 1 (worst), 0 for neighbours that are not split."""

    labels: tuple[str, ...]
    people: int
    tone: int


def scale_bar(parts: Sequence[BarPart], words: str) -> str:
    """Draw one group's answers to one question; `words` says the same to who cannot see it.

    The page that shows it holds the patterns p1 to p4 and px, and the colours of v1 to v5 and vx.
    """
    total = sum(part.people for part in parts)
    drawn = []
    before = 0
    for part in parts:
        drawn.append(_part(part, 100 * before / total, 100 * part.people / total))
        before += part.people
    return f'<svg class="fig" height="{HEIGHT}" role="img" aria-label="{escape(words)}">{"".join(drawn)}</svg>'


def bar_in_words(group: str, parts: Sequence[BarPart]) -> str:
    """The sentence that stands for the bar: "Young people: very good 23 percent, good 33."."""
    total = sum(part.people for part in parts)
    said = [f"{_label(part)} {percent(part.people, total)}" for part in parts]
    return f"{group}: {', '.join([f'{said[0]} percent', *said[1:]])}."


def percent(people: int, of: int) -> int:
    """Whole percent; halves go up."""
    return (200 * people + of) // (2 * of)


def _label(part: BarPart) -> str:
    if part.tone:
        return part.labels[0]
    return f"{', '.join(part.labels[:-1])} and {part.labels[-1]}, not split,"


def _part(part: BarPart, start: float, width: float) -> str:
    tone = part.tone or "x"
    pattern = _PATTERNS[part.tone]
    place = f'x="{start:.1f}%" width="{width:.1f}%"'
    foot = f'<rect {place} y="{HEIGHT - _FOOT - 1}" height="{_FOOT}" fill="url(#{pattern})"/>' if pattern else ""
    number = (
        f'<text class="b t{tone}" x="{start + width / 2:.1f}%" y="21" text-anchor="middle">{int(width + 0.5)}</text>'
        if width >= _LEAST_WITH_NUMBER
        else ""
    )
    return f'<rect class="v v{tone}" {place} y="0" height="{HEIGHT}"/>{foot}{number}'
