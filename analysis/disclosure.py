"""Which counts may be printed, so that no count of fewer than ten people can be read or worked out.

Counts are of people (respondents), never of comments. Zero is small too: that nobody, or everybody, said a thing
tells on each of them. The rules are those for published tables (a floor, and a second cell hidden where the first
could be had by subtraction), tested against a reader who knows the rules and everything that is printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FLOOR = 10
SMALL_BASE = 30
NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed in place of a count: `count` is None where it is hidden; `words` may always be printed."""

    count: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """A count beside its base. `percent` is whole, None where it is hidden; a base under 30 is marked as small."""

    count: Shown
    base: Shown
    percent: int | None
    is_small_base: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a scale's bar: one choice, or neighbours that are not split. `choices` are their ids, in order."""

    choices: tuple[str, ...]
    shown: Shown


def show(count: int, *, floor: int = FLOOR) -> Shown:
    """Show one count that stands beside no total.

    >>> show(9).words, show(23).words
    ('fewer than 10', '23')
    """
    return Shown(None, fewer_than(floor)) if count < floor else Shown(count, str(count))


def show_partition(counts: Mapping[str, int], *, floor: int = FLOOR) -> dict[str, Shown]:
    """Show counts that add up to a total which is printed too (by `show`), as people by group.

    Small cells are hidden, and with them the next smallest (all that are equal) until what is hidden adds up to the
    floor or more: one hidden cell could be had by subtraction, and two that add up to nothing are both nothing.
    Hidden cells read "fewer than 10" where that is true of all of them and tells nothing more, else "not shown".
    Never sort hidden cells by their size.
    """
    hidden = _hidden(counts, floor)
    words = fewer_than(floor) if _may_say_fewer([counts[name] for name in hidden], floor) else NOT_SHOWN
    return {name: Shown(None, words) if name in hidden else show(count, floor=floor) for name, count in counts.items()}


def share(count: int, base: int, *, floor: int = FLOOR) -> Share:
    """Show a count of people out of a base that is printed beside it, as 38 of the 81 who wrote.

    The people of the base who are not counted can be had by subtraction, so they reach the floor too or the count
    is hidden.

    >>> share(58, 204).percent, share(203, 204).count.words
    (28, 'all but fewer than 10')

    Raises
    ------
    ValueError
        The count is larger than its base, or less than none.
    """
    if not 0 <= count <= base:
        raise ValueError("a count of people must lie between none and its base")
    shown = _show_among(count, base, floor)
    percent = None if shown.count is None else _whole_percent(count, base)
    return Share(shown, show(base, floor=floor), percent, is_small_base=floor <= base < SMALL_BASE)


def merge_small(counts: Mapping[str, int], order: Sequence[str], *, floor: int = FLOOR) -> tuple[Part, ...]:
    """Cut a scale's bar into parts of ten people or more, from its first choice on; neighbours are merged.

    `order` has the choices as they were shown. What is left over at the end joins the part before it; a bar of fewer
    than ten people is one hidden part. The cut follows the order only: merging with the smaller neighbour would
    tell which one that is. A mean may still tell what is merged: see `analysis.disclosure_scales`.
    """
    parts: list[tuple[str, ...]] = []
    rest: tuple[str, ...] = ()
    for choice in order:
        rest = (*rest, choice)
        if _total(counts, rest) >= floor:
            parts.append(rest)
            rest = ()
    if rest:
        parts = [*parts[:-1], (*parts[-1], *rest)] if parts else [rest]
    return tuple(Part(part, show(_total(counts, part), floor=floor)) for part in parts)


def small_changes(
    earlier: Mapping[str, int | None], later: Mapping[str, int | None], *, floor: int = FLOOR
) -> tuple[str, ...]:
    """Name the counts that two editions show with a difference of 1 to 9, so that the later one must wait.

    Hidden counts (None) and counts that only one edition has are left out.
    """
    both = sorted(set(earlier) & set(later))
    return tuple(name for name in both if _is_small_change(earlier[name], later[name], floor))


def fewer_than(floor: int) -> str:
    return f"fewer than {floor}"


def _hidden(counts: Mapping[str, int], floor: int) -> set[str]:
    hidden = {name for name, count in counts.items() if count < floor}
    while hidden and len(hidden) < len(counts):
        hidden_counts = [counts[name] for name in hidden]
        if sum(hidden_counts) >= floor and not _are_all_at_most(hidden_counts, floor):
            break
        smallest = min(count for name, count in counts.items() if name not in hidden)
        hidden |= {name for name, count in counts.items() if count == smallest}
    return hidden


def _may_say_fewer(hidden: list[int], floor: int) -> bool:
    """Where their sum is printed, small cells that are each as large as they can be must not be called small."""
    if sum(hidden) < floor:  # the total is not printed
        return True
    return all(count < floor for count in hidden) and not _are_all_at_most(hidden, floor)


def _are_all_at_most(hidden: list[int], floor: int) -> bool:
    return all(count == floor - 1 for count in hidden)


def _show_among(count: int, base: int, floor: int) -> Shown:
    if base < floor:
        return Shown(None, fewer_than(floor))
    if base < 2 * floor:  # one side is always small: to say which side would tell both
        return Shown(None, NOT_SHOWN)
    if count < floor:
        return Shown(None, fewer_than(floor))
    if base - count < floor:
        return Shown(None, f"all but {fewer_than(floor)}")
    return Shown(count, str(count))


def _whole_percent(count: int, base: int) -> int:
    return (200 * count + base) // (2 * base)  # halves go up, without the surprises of binary fractions


def _total(counts: Mapping[str, int], choices: Sequence[str]) -> int:
    return sum(counts.get(choice, 0) for choice in choices)


def _is_small_change(before: int | None, after: int | None, floor: int) -> bool:
    return before is not None and after is not None and 0 < abs(after - before) < floor
