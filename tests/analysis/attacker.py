"""A reader who knows every rule and everything that is printed, and tries to work out what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping

Counts = Mapping[str, int]


def worked_out(
    choices: int,
    people: int,
    printed: Callable[[Counts], Hashable],
    shown: Callable[[Counts], Collection[str]],
    floor: int,
) -> list[tuple[str, Counts]]:
    """Every small count that is hidden and yet can only be what it is, among all ways that people could have answered.

    All of these that print the same are compared: a hidden count that is the same in each of them is worked out.
    """
    alike: dict[Hashable, list[Counts]] = defaultdict(list)
    for counts in ways_to_answer(choices, people):
        alike[printed(counts)].append(counts)
    return [
        (name, ways[0])
        for ways in alike.values()
        for name in ways[0]
        if name not in shown(ways[0]) and ways[0][name] < floor and len({way[name] for way in ways}) == 1
    ]


def ways_to_answer(choices: int, people: int) -> Iterator[Counts]:
    """All counts of up to `people` people over so many choices."""
    for sizes in _sizes(choices, people):
        yield {f"c{number}": size for number, size in enumerate(sizes)}


def _sizes(choices: int, people: int) -> Iterator[tuple[int, ...]]:
    if not choices:
        yield ()
        return
    for first in range(people + 1):
        for rest in _sizes(choices - 1, people - first):
            yield (first, *rest)
